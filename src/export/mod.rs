//! A briefing to words that leave attache, always with their source.
//!
//! One file per form. What is exported is source text, never screen cells, and the same briefing gives the same bytes.

mod draft;
mod explain;
mod json;
mod markdown;
mod page;
mod plain;
mod source;

pub use draft::draft;
pub use explain::{explain, explain_json, explains, place_in_words, reasons};
pub use json::json;
pub use markdown::markdown;
pub use page::page;
pub use plain::plain;

use crate::model::{Point, Section, Topic};
use crate::text::Clean;

/// What is taken out of a briefing.
#[derive(Clone, Copy, Debug)]
pub enum Selection<'a> {
    /// One line.
    Point(&'a Point),
    /// One sentence of the text, by its index.
    Sentence(u32),
    /// One topic.
    Topic(&'a Topic),
    /// One section.
    Section(Section),
}

/// Words ready to leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// What it is, for the status line: `section Tensions, 5 points`.
    pub what: Clean,
    /// The words.
    pub text: Clean,
}

impl Export {
    /// The number of characters.
    pub fn characters(&self) -> usize {
        self.text.chars().count()
    }
}

/// Which sections a shown briefing has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The sections; empty for all.
    pub sections: Vec<Section>,
    /// The only topic of the agenda to show.
    pub topic: Option<Clean>,
}

impl Wanted {
    /// Whether `section` is to be shown.
    pub fn has(&self, section: Section) -> bool {
        self.sections.is_empty() || self.sections.contains(&section)
    }

    /// Whether `topic` is to be shown.
    pub fn has_topic(&self, topic: &Topic) -> bool {
        self.topic.as_ref().is_none_or(|id| *id == topic.id)
    }
}

/// `count` and the word for it: `1 point`, `5 points`.
pub fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
