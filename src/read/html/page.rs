//! A page taken apart: the elements that make up its layout, and the stretches of text in them, in reading order.
//!
//! Elements stand in the order in which they begin, so whatever is inside one is a range of blocks; nothing here nests or recurses,
//! however deep the page does.

use std::ops::Range;

use super::hints::Junk;

/// What an element is for the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing in particular.
    Other,
    /// `<article>`.
    Article,
    /// `<main>`.
    Main,
    /// What microdata call the body of the article.
    Body,
}

/// An element of the layout.
#[derive(Debug)]
pub(super) struct Node {
    /// The element it stands in.
    pub(super) parent: u32,
    pub(super) role: Role,
    /// What its names say that it holds beside the article.
    pub(super) junk: Option<Junk>,
    /// Its names say that it is the standfirst.
    pub(super) standfirst: bool,
    /// A hash of its name and classes: what elements of one kind have in common.
    pub(super) look: u32,
    /// The blocks inside it.
    pub(super) blocks: Range<u32>,
}

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    /// `<p>`.
    Paragraph,
    /// Text that stands in a box as it is.
    Loose,
    /// A heading of this level.
    Heading(u8),
    Item,
    Quotation,
    Caption,
    /// A cell of a table.
    Cell,
}

/// A stretch of text set apart.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) node: u32,
    pub(super) set: Set,
    pub(super) text: String,
    /// The line of the file on which it begins.
    pub(super) line: u32,
    /// Its bytes other than white space, and those of them in links.
    pub(super) bytes: u32,
    pub(super) linked: u32,
    /// Those of the link that it opens with.
    pub(super) opening: u32,
    /// Its words; two characters of a script without spaces count as one.
    pub(super) words: u32,
}

impl Block {
    /// How much of it is links, in hundredths.
    pub(super) fn link_share(&self) -> u32 {
        self.linked * 100 / self.bytes.max(1)
    }
}

/// The layout of a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The first one is the page itself.
    pub(super) nodes: Vec<Node>,
    pub(super) blocks: Vec<Block>,
    /// There were more elements or stretches of text than are kept apart.
    pub(super) coarse: bool,
}

impl Page {
    /// The elements around the block at `at`, the innermost first.
    pub(super) fn around(&self, node: u32) -> impl Iterator<Item = (u32, &Node)> {
        let mut next = Some(node);
        std::iter::from_fn(move || {
            let at = next?;
            let node = self.nodes.get(at as usize)?;
            next = (node.parent != at).then_some(node.parent);
            Some((at, node))
        })
    }
}
