//! What a format finds in a file, before it is an article: the parts in reading order, and what the file says beside its words.
//!
//! A draft holds foreign text as it came. Only `assemble` makes articles of drafts, and it is there that the text passes the door.

use crate::model::{BlockKind, Fields, Note, Removed};

/// More articles than a file is divided into: nobody pages through so many, and each costs memory.
pub(super) const ARTICLES: usize = 10_000;

/// One article as a format found it.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Its parts, in reading order.
    pub(super) parts: Vec<Part>,
    /// What the file says of it outside the parts. What stands in the parts as well need not stand here.
    pub(super) fields: Fields,
    /// What the format left out as no part of the article.
    pub(super) removed: Vec<Removed>,
    /// What went less than well.
    pub(super) notes: Vec<Note>,
    /// It was cut out of a page by its tags, and words of the page's furniture may be left in it.
    pub(super) out_of_page: bool,
}

/// A stretch of an article that its format sets apart.
#[derive(Debug)]
pub(super) struct Part {
    /// What the format says it is.
    pub(super) kind: BlockKind,
    /// Its words; any run of white space counts as one space.
    pub(super) text: String,
    /// The line of the file it begins on, from 1; where a format has no lines, the number of the part.
    pub(super) line: u32,
}

impl Part {
    /// A part of this kind.
    pub(super) fn new(kind: BlockKind, text: impl Into<String>, line: u32) -> Self {
        Self { kind, text: text.into(), line }
    }
}
