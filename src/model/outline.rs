//! How much there is in a briefing, without its lines: what a list needs to know of an article that nobody has opened yet.

use crate::text::Clean;

/// The counts of a briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The topics of its agenda, in their order.
    pub agenda: Vec<Outlined>,
    /// How many tensions.
    pub tensions: usize,
}

/// A topic without its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlined {
    /// The name that rules, files and the command line use.
    pub id: Clean,
    /// The name that people read.
    pub label: Clean,
    /// How many points it has.
    pub points: usize,
}
