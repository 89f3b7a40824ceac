//! The search of the list: what was typed, what it means, and what was found so far.

use std::collections::{BTreeMap, BTreeSet};

use crate::library::query::{Fault, Query};
use crate::library::{EntryId, EntrySet, Hit};
use crate::text::Clean;

/// A search that is on.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What was typed.
    pub line: Clean,
    /// What it means.
    pub query: Query,
    /// What in it can't be meant so.
    pub faults: Vec<Fault>,
    /// Which search it is: an answer to an older one is not heard.
    pub(super) stamp: u32,
    /// The entries that have its words; until they have come, those of the search before.
    pub(super) found: Option<EntrySet>,
    /// Whether they have come.
    pub(super) is_answered: bool,
    /// The sentences that show it, as far as they have come.
    pub(super) hits: BTreeMap<EntryId, Option<Hit>>,
    /// The entries whose sentences were asked for last.
    pub(super) asked: BTreeSet<EntryId>,
}

impl Search {
    /// The search for `line`.
    pub(super) fn new(line: Clean, stamp: u32) -> Self {
        let (query, faults) = Query::parse(&line);
        Self { line, is_answered: query.words.is_empty(), query, faults, stamp, ..Self::default() }
    }

    /// Whether it is known what to show.
    pub(super) fn shows(&self) -> bool {
        self.is_answered || self.found.is_some()
    }

    /// Whether the entry has the words.
    pub(super) fn has(&self, id: EntryId) -> bool {
        self.query.words.is_empty() || self.found.as_ref().is_some_and(|found| found.has(id))
    }
}
