//! What a format finds in a file, before it is an article: the parts in reading order, and what the file says beside its words.
//!
//! A draft holds foreign text as it came. Only `assemble` makes articles of drafts, and it is there that the text passes the door.

use crate::model::{BlockKind, Fields, Note, Removed};

/// So many articles of a file are read, and one more for so many of its bytes: one that says something is longer, and each costs memory.
const ARTICLES: usize = 2_000;
const BYTES_PER_ARTICLE: usize = 1_000;

/// Behind so many parts of one article the next ones are joined to the last: an article has thousands, and each costs more than its words.
const PARTS: usize = 200_000;

/// A headline stands among the first parts.
const NEAR: usize = 4;

/// One article as a format found it.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// Its parts, in reading order.
    pub(super) parts: Vec<Part>,
    /// What the file says of it outside the parts. What stands in the parts as well need not stand here.
    pub(super) fields: Fields,
    /// What the format left out as no part of the article.
    pub(super) removed: Vec<Removed>,
    /// What went less than well.
    pub(super) notes: Vec<Note>,
    /// The file holds more articles behind it, which were left out: more than so many.
    pub(super) last_of: Option<usize>,
    /// It was cut out of a page by its tags, and words of the page's furniture may be left in it.
    pub(super) out_of_page: bool,
}

impl Draft {
    /// Whether it has no words at all.
    pub(super) fn is_empty(&self) -> bool {
        self.fields.headline.is_none() && self.parts.iter().all(|part| part.text.trim().is_empty())
    }
}

/// A stretch of an article that its format sets apart.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// What the format says it is.
    pub(super) kind: BlockKind,
    /// Its words; any run of white space counts as one space.
    pub(super) text: String,
    /// The line of the file it begins on, from 1; where a format has no lines, the number of the part.
    pub(super) line: u32,
}

impl Draft {
    /// Marks the part that says the headline, where the text says near its beginning what the file says beside it.
    pub(super) fn headline_once(&mut self) {
        if self.parts.iter().any(|part| part.kind == BlockKind::Headline) {
            self.fields.headline = None;
            return;
        }
        let Some(headline) = self.fields.headline.as_deref() else { return };
        let letters = |text: &str| text.split_whitespace().flat_map(str::chars).flat_map(char::to_lowercase).collect::<String>();
        let headline = letters(headline);
        let is_it = |part: &&mut Part| part.text.len() < 2 * headline.len() + 64 && letters(&part.text) == headline;
        if let Some(part) = self.parts.iter_mut().take(NEAR).find(is_it) {
            part.kind = BlockKind::Headline;
        }
    }
}

/// Adds `part` behind `parts`, as a part of its own as long as there are not too many.
pub(super) fn add(parts: &mut Vec<Part>, part: Part) {
    let full = parts.len() >= PARTS;
    match parts.last_mut().filter(|_| full) {
        Some(last) => last.text.extend(["\n", &part.text]),
        None => parts.push(part),
    }
}

/// How many articles are read of a file of so many `bytes`.
pub(super) fn most(bytes: usize) -> usize {
    ARTICLES + bytes / BYTES_PER_ARTICLE
}

/// The articles of a file of so many `bytes`; where there are too many, the last one that is read knows.
pub(super) fn bounded(drafts: impl IntoIterator<Item = Draft>, bytes: usize) -> Vec<Draft> {
    let most = most(bytes);
    let mut drafts: Vec<Draft> = drafts.into_iter().take(most + 1).collect();
    if drafts.len() > most {
        drafts.truncate(most);
        drafts.last_mut().into_iter().for_each(|last| last.last_of = Some(most));
    }
    drafts
}

impl Part {
    /// A part of this kind.
    pub(super) fn new(kind: BlockKind, text: impl Into<String>, line: u32) -> Self {
        Self { kind, text: text.into(), line }
    }
}
