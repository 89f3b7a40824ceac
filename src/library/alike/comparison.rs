//! Two tellings of one story with what they have in common and what not.

use std::sync::Arc;

use super::{Difference, differences};
use crate::model::Briefing;
use crate::text::Span;

/// Two tellings of one story.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The earlier one and the other.
    pub sides: [Arc<Briefing>; 2],
    /// What they have in common and what not, sentence by sentence.
    pub steps: Vec<Difference>,
}

/// How many sentences two tellings have in common and how many not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In both at the same place.
    pub same: usize,
    /// In both at another place.
    pub moved: usize,
    /// In both in other words.
    pub reworded: usize,
    /// Only in the first.
    pub cut: usize,
    /// Only in the second.
    pub added: usize,
}

impl Comparison {
    /// The comparison of `a` with `b`.
    pub fn of(a: Arc<Briefing>, b: Arc<Briefing>) -> Self {
        let steps = differences(&a.article, &b.article);
        Self { sides: [a, b], steps }
    }

    /// How many sentences stand in which relation.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for step in &self.steps {
            *match step {
                Difference::Same { .. } => &mut counts.same,
                Difference::Moved { .. } => &mut counts.moved,
                Difference::Reworded { .. } => &mut counts.reworded,
                Difference::OnlyA(_) => &mut counts.cut,
                Difference::OnlyB(_) => &mut counts.added,
            } += 1;
        }
        counts
    }
}

impl Difference {
    /// The sentences that it is about: of the first article and of the second.
    pub fn sentences(&self) -> [Option<u32>; 2] {
        match self {
            Self::Same { a, b } | Self::Moved { a, b } | Self::Reworded { a, b, .. } => [Some(*a), Some(*b)],
            Self::OnlyA(a) => [Some(*a), None],
            Self::OnlyB(b) => [None, Some(*b)],
        }
    }

    /// The places of the words that changed, in the text of the first article and in that of the second.
    pub fn changed(&self) -> [&[Span]; 2] {
        if let Self::Reworded { changed: [a, b], .. } = self { [a, b] } else { [&[], &[]] }
    }
}
