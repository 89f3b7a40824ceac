//! Where a rule is written: byte offsets of a rule file turned into lines, once per file.

use crate::form::Source;
use crate::model::RulePlace;
use crate::text::{Clean, Span};

/// The rule files of one kind.
#[derive(Debug, Default)]
pub(super) struct Files(Vec<Clean>);

/// A rule file being read.
#[derive(Debug)]
pub(super) struct Lines {
    file: u16,
    starts: Vec<usize>,
}

/// A line of a rule file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    file: u16,
    line: u32,
}

impl Files {
    /// Takes up `source` and knows its lines.
    pub(super) fn add(&mut self, source: &Source<'_>) -> Lines {
        let file = u16::try_from(self.0.len()).unwrap_or(u16::MAX);
        self.0.push(source.name.clone());
        Lines { file, starts: source.text.match_indices('\n').map(|(at, _)| at).collect() }
    }

    pub(super) fn place(&self, place: Place) -> Option<RulePlace> {
        Some(RulePlace { file: self.0.get(usize::from(place.file))?.clone(), line: place.line })
    }
}

impl Lines {
    pub(super) fn place(&self, span: Span) -> Place {
        let before = self.starts.partition_point(|&end| end < span.start());
        Place { file: self.file, line: u32::try_from(before + 1).unwrap_or(u32::MAX) }
    }
}
