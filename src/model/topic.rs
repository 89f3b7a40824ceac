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
    /// Whether it was found in the article and not written in a briefing file.
    pub found: bool,
}
