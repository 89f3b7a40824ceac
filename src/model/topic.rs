//! One agenda item.

use super::Point;
use crate::text::Clean;

/// A topic of the agenda with its points in text order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The name that rules, files and the command line use.
    pub id: Clean,
    /// The name that people read.
    pub label: Clean,
    /// Its lines.
    pub points: Vec<Point>,
    /// Who says that it is one.
    pub origin: Origin,
}

/// Who says that something is a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A rule of a taxonomy, which found it in the article.
    Taxonomy,
    /// The article: its own words stand out in it.
    Text,
    /// A briefing file.
    Written,
}

impl Origin {
    /// The word that exports use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taxonomy => "taxonomy",
            Self::Text => "text",
            Self::Written => "written",
        }
    }
}
