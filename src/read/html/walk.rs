//! The tags of a page, one behind the other, to its layout and to what it says of itself.
//!
//! No tree is built and nothing recurses: a stack of open elements is kept, end tags close what they can within a bounded look back,
//! and what nests deeper than any page does is taken as standing in the last element that was kept. So the time is linear whatever
//! the page holds.

use html5ever::LocalName;
use html5ever::tokenizer::{Tag, TagKind};

use super::element::{Kind, junk, junk_of_role};
use super::ends::Names;
use super::hints::{Hints, Junk, hints};
use super::page::{Block, Node, Page, Role, Set};
use super::said::{Mark, Said, attribute};
use super::tokens::Walker;
use super::told::Told;
use crate::read::shape::is_ideograph;

/// The most open elements, elements and stretches of text that are kept apart.
const MOST_OPEN: usize = 4096;
const MOST_NODES: usize = 1 << 19;
const MOST_BLOCKS: usize = 1 << 18;

/// How many open elements an end tag looks through for its own.
const LOOK_BACK: usize = 256;

/// An open element.
struct Open {
    name: LocalName,
    /// The same, as others are ended by it.
    names: Names,
    /// The layout's element that it is or stands in.
    node: u32,
    inline: bool,
    unseen: bool,
    linked: bool,
    /// How text in it is set.
    set: Set,
    /// Where its words are kept as well.
    mark: Option<usize>,
}

/// Where a walk through the tags stands.
pub(super) struct Walk {
    pub(super) page: Page,
    pub(super) said: Said,
    open: Vec<Open>,
    /// How many of the open elements keep their words as well.
    marks: usize,
    block: Option<Block>,
    /// A line break has just been seen.
    broken: bool,
}

impl Default for Walk {
    fn default() -> Self {
        let root = Node { parent: 0, role: Role::Other, junk: None, standfirst: false, look: 0, blocks: 0..0 };
        let page = Page { nodes: vec![root], ..Page::default() };
        Self { page, said: Said::default(), open: Vec::new(), marks: 0, block: None, broken: false }
    }
}

impl Walker for Walk {
    fn tag(&mut self, tag: &Tag, line: u32) {
        match (tag.kind, &*tag.name) {
            (_, "br") => self.line_break(),
            (TagKind::EndTag, _) => self.end(&tag.name),
            (TagKind::StartTag, "meta" | "link" | "html") => self.said.element(tag),
            (TagKind::StartTag, "hr") => self.flush(),
            (TagKind::StartTag, "body" | "head") => {}
            (TagKind::StartTag, name) => match Kind::of(name) {
                Kind::Void | Kind::InlineVoid => {}
                kind => self.start(tag, kind, line),
            },
        }
    }

    fn words(&mut self, words: &str, line: u32) {
        let Some(last) = self.open.last() else { return self.text(words, line, (0, Set::Loose, false)) };
        let (place, unseen) = ((last.node, last.set, last.linked), last.unseen);
        if self.marks > 0 {
            let marks = self.open.iter().rev().take(LOOK_BACK).filter_map(|open| open.mark);
            for place in marks {
                self.said.add(place, words);
            }
        }
        if !unseen {
            self.text(words, line, place);
        }
    }

    fn listens(&self) -> bool {
        self.marks > 0 || !self.open.last().is_some_and(|open| open.unseen)
    }

    fn comment(&mut self, words: &str) {
        self.said.comment(words);
    }
}

impl Walk {
    /// What was found; nothing is open any more.
    pub(super) fn finish(mut self) -> (Page, Said) {
        self.flush();
        while let Some(open) = self.open.pop() {
            self.closed(&open);
        }
        let all = self.blocks();
        if let Some(root) = self.page.nodes.first_mut() {
            root.blocks.end = all;
        }
        (self.page, self.said)
    }

    /// Adds words in an element, set like this, in a link or not.
    fn text(&mut self, words: &str, line: u32, (node, set, linked): (u32, Set, bool)) {
        let bytes = u32::try_from(words.bytes().filter(|byte| !byte.is_ascii_whitespace()).count()).unwrap_or(u32::MAX);
        if bytes == 0 && self.block.is_none() {
            return;
        }
        let block = self.block.get_or_insert_with(|| Block {
            node,
            set,
            text: String::new(),
            line,
            bytes: 0,
            linked: 0,
            opening: 0,
            words: 0,
        });
        block.text.push_str(words);
        block.bytes = block.bytes.saturating_add(bytes);
        block.linked = block.linked.saturating_add(if linked { bytes } else { 0 });
        if block.linked == block.bytes {
            block.opening = block.bytes;
        }
        self.broken &= bytes == 0;
    }

    /// One break is a space; two divide paragraphs.
    fn line_break(&mut self) {
        if self.broken {
            self.flush();
        } else if let Some(block) = &mut self.block {
            block.text.push('\n');
            self.broken = true;
        }
    }

    fn start(&mut self, tag: &Tag, kind: Kind, line: u32) {
        let name = &*tag.name;
        let inline = kind.is_inline();
        let unseen = kind.is_unseen() && !(name == "template" && attribute(tag, "shadowrootmode").is_some());
        if !inline {
            self.flush();
        }
        let names = Names::of(name);
        self.imply_ends(names, kind);
        if self.open.len() >= MOST_OPEN {
            self.page.coarse = true;
            return;
        }
        if let Some(above) = self.open.last().filter(|above| above.unseen) {
            let open = Open {
                name: tag.name.clone(),
                names,
                node: above.node,
                inline,
                unseen: true,
                linked: false,
                set: above.set,
                mark: None,
            };
            if !tag.self_closing {
                self.open.push(open);
            }
            return;
        }
        let told = Told::new(tag);
        let above = self.open.last();
        let parent = above.map_or(0, |open| open.node);
        let hints = hints(&told.names);
        let set = if inline && hints.junk == Some(Junk::Caption) { Some(Set::Caption) } else { set_of(name) };
        let around = above.map_or(Set::Loose, |open| open.set);
        // A paragraph of a quotation is a quotation, and one of an item an item.
        let set = set.filter(|set| *set != Set::Paragraph || !matches!(around, Set::Quotation | Set::Item)).unwrap_or(around);
        let linked = name == "a" || above.is_some_and(|open| open.linked);
        let hidden = unseen || (inline && told.hidden);
        let mark = mark_of(name, &told, hints).and_then(|mark| self.marked(mark, tag, line));
        self.marks += usize::from(mark.is_some());
        let node = if inline || hidden { parent } else { self.node(name, &told, hints, parent) };
        if !tag.self_closing || !matches!(name, "svg" | "math" | "path") {
            self.open.push(Open { name: tag.name.clone(), names, node, inline, unseen: hidden, linked, set, mark });
        }
    }

    /// A new element of the layout.
    fn node(&mut self, name: &str, told: &Told<'_>, hints: Hints, parent: u32) -> u32 {
        if self.page.nodes.len() >= MOST_NODES {
            self.page.coarse = true;
            return parent;
        }
        let role = told.role.to_ascii_lowercase();
        let at = u32::try_from(self.page.nodes.len()).unwrap_or(u32::MAX);
        let is_body = told.prop.split_ascii_whitespace().any(|prop| prop == "articleBody");
        let kind = match name {
            _ if is_body => Role::Body,
            "article" => Role::Article,
            "main" => Role::Main,
            _ if role == "main" => Role::Main,
            _ if role == "article" => Role::Article,
            _ => Role::Other,
        };
        let hidden = told.hidden.then_some(Junk::Hidden);
        let junk =
            if kind == Role::Body { None } else { hidden.or(hints.junk).or_else(|| junk(name)).or_else(|| junk_of_role(&role)) };
        let junk = if kind == Role::Main { None } else { junk };
        let look = hash(name.bytes().chain(told.class().bytes()));
        let from = self.blocks();
        self.page.nodes.push(Node { parent, role: kind, junk, standfirst: hints.standfirst, look, blocks: from..from });
        at
    }

    fn marked(&mut self, mark: Mark, tag: &Tag, line: u32) -> Option<usize> {
        let place = self.said.begin(mark, line)?;
        if let Some(moment) = attribute(tag, "datetime").or_else(|| attribute(tag, "content")).filter(|moment| !moment.is_empty())
        {
            self.said.add(place, moment);
            return None;
        }
        Some(place)
    }

    /// Closes what the start of an element of these names closes without an end tag.
    fn imply_ends(&mut self, names: Names, kind: Kind) {
        let Some([ends, stops]) = names.implied(kind) else { return };
        let nearest = self.open.iter().rev().take(LOOK_BACK).position(|open| open.names.meets(ends) || open.names.meets(stops));
        let depth = nearest.and_then(|back| self.open.len().checked_sub(back + 1));
        if let Some(depth) = depth.filter(|depth| self.open.get(*depth).is_some_and(|open| open.names.meets(ends))) {
            self.close_to(depth);
        }
    }

    fn end(&mut self, name: &LocalName) {
        let inline = Kind::of(name).is_inline();
        let bounded = inline || &**name == "p";
        if !inline {
            self.flush();
        }
        let (from, fences) = (self.open.len(), Names::of(name).fences());
        for (back, open) in self.open.iter().rev().take(LOOK_BACK).enumerate() {
            if open.name == *name {
                return self.close_to(from - 1 - back);
            }
            if bounded && !open.inline || open.names.meets(fences) {
                return;
            }
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(open) = self.open.pop() else { return };
            self.closed(&open);
        }
    }

    fn closed(&mut self, open: &Open) {
        self.marks -= usize::from(open.mark.is_some());
        if !open.inline {
            self.flush();
            let end = self.blocks();
            if let Some(node) = self.page.nodes.get_mut(open.node as usize) {
                node.blocks.end = end;
            }
        }
    }

    fn blocks(&self) -> u32 {
        u32::try_from(self.page.blocks.len()).unwrap_or(u32::MAX)
    }

    /// Ends the stretch of text that has begun.
    fn flush(&mut self) {
        self.broken = false;
        let Some(mut block) = self.block.take().filter(|block| block.bytes > 0) else { return };
        block.words = count(&block.text);
        let full = self.page.blocks.len() >= MOST_BLOCKS;
        match self.page.blocks.last_mut().filter(|_| full) {
            Some(last) => {
                last.text.push('\n');
                last.text.push_str(&block.text);
                self.page.coarse = true;
            }
            None => self.page.blocks.push(block),
        }
    }
}

/// How text is set in an element of this name, where it says so.
fn set_of(name: &str) -> Option<Set> {
    Some(match name {
        "p" => Set::Paragraph,
        "h1" => Set::Heading(1),
        "h2" => Set::Heading(2),
        "h3" => Set::Heading(3),
        "h4" | "h5" | "h6" => Set::Heading(4),
        "li" | "dd" | "dt" => Set::Item,
        "blockquote" => Set::Quotation,
        "figcaption" | "caption" | "figure" => Set::Caption,
        "td" | "th" => Set::Cell,
        "ul" | "ol" | "dl" | "table" | "article" | "section" | "main" => Set::Loose,
        _ => return None,
    })
}

/// What the words in this element are marked as.
fn mark_of(name: &str, told: &Told<'_>, hints: Hints) -> Option<Mark> {
    match name {
        "title" => return Some(Mark::Title),
        "h1" => return Some(Mark::Heading),
        "script" => return told.kind.trim().eq_ignore_ascii_case("application/ld+json").then_some(Mark::Data),
        _ => {}
    }
    let prop = told.prop.split_ascii_whitespace().find_map(|prop| match prop {
        "headline" => Some(Mark::Headline),
        "author" | "creator" => Some(Mark::Author),
        "datePublished" => Some(Mark::Published),
        "dateModified" => Some(Mark::Modified),
        _ => None,
    });
    let rel = told.rel.split_ascii_whitespace().any(|rel| rel == "author");
    prop.or_else(|| rel.then_some(Mark::Author))
        .or_else(|| (name == "time").then_some(Mark::Time))
        .or_else(|| (hints.junk == Some(Junk::Author)).then_some(Mark::Byline))
}

/// The words of a text; two characters of a script without spaces count as one.
fn count(text: &str) -> u32 {
    let spaced = text.split_whitespace().count();
    let ideographs = if text.is_ascii() { 0 } else { text.chars().filter(|&c| is_ideograph(c)).count() };
    u32::try_from(spaced + ideographs / 2).unwrap_or(u32::MAX)
}

/// A hash that is the same on every run (FNV-1a).
fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
