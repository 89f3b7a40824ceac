//! What is remembered of every file of a library.

use std::collections::BTreeMap;

use super::Stamp;
use super::line::Line;
use crate::library::{Entry, EntryId, Fold, State};
use crate::work::Origin;

/// The files of a library, each with its entries.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Counts the commits: list and index of one generation belong together.
    pub(super) generation: u64,
    /// The number that the next new entry gets.
    pub(super) next: u32,
    pub(super) files: BTreeMap<Origin, Known>,
}

/// What is remembered of one file.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) stamp: Stamp,
    /// The stamp of the rules by which it was read.
    pub(super) rules: u64,
    /// One for each article, in the order of the file; one with the reason where it could not be read.
    pub(super) entries: Vec<Held>,
}

/// What is remembered of one article.
#[derive(Clone, Debug)]
pub(super) struct Held {
    /// Which of the file it is, from 0.
    pub(super) at: u32,
    pub(super) id: EntryId,
    pub(super) state: State,
    pub(super) fold: Fold,
}

impl Held {
    /// The entry that it is, of an article at `origin`.
    pub(super) fn entry(&self, origin: &Origin) -> Entry {
        Entry { id: self.id, name: origin.name(), state: self.state.clone(), fold: self.fold }
    }
}

impl Known {
    /// Where the article numbered `at` of this file is.
    pub(super) fn origin(&self, file: &Origin, at: u32) -> Origin {
        if self.entries.len() > 1 { Origin::Within(Box::new(file.clone()), at) } else { file.clone() }
    }
}

impl Catalogue {
    /// A catalogue of these files, numbered as they stand, of which nothing is known yet.
    pub(super) fn of(files: &[Origin]) -> Self {
        let held = |id| Held { at: 0, id, state: State::Waiting, fold: Fold::Alone };
        let known = |id| Known { entries: vec![held(EntryId(id))], ..Known::default() };
        let files: BTreeMap<Origin, Known> = (0..).zip(files).map(|(id, file)| (file.clone(), known(id))).collect();
        let next = files.values().flat_map(|known| &known.entries).map(|held| held.id.0 + 1).max().unwrap_or_default();
        Self { next, files, generation: 0 }
    }

    /// All entries, file by file.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.held().map(|(origin, held)| held.entry(&origin))
    }

    /// What is remembered of each article, file by file, with where it comes from.
    pub(super) fn held(&self) -> impl Iterator<Item = (Origin, &Held)> {
        self.files.iter().flat_map(|(file, known)| known.entries.iter().map(|held| (known.origin(file, held.at), held)))
    }

    /// All entries, file by file, with where each comes from.
    pub fn origins(&self) -> impl Iterator<Item = (EntryId, Origin, &State)> {
        self.held().map(|(origin, held)| (held.id, origin, &held.state))
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.files.values().map(|known| known.entries.len()).sum()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes in an entry as it was kept.
    pub(super) fn remember(&mut self, line: &Line<'_>, state: State) {
        let file = self.files.entry(line.file()).or_default();
        (file.stamp, file.rules) = (line.stamp(), line.rules);
        file.entries.push(Held { at: line.at.unwrap_or_default(), id: EntryId(line.id), state, fold: line.fold() });
    }

    /// The catalogue with the articles of each file in its order.
    pub(super) fn settled(mut self) -> Self {
        self.files.values_mut().for_each(|known| known.entries.sort_by_key(|held| held.at));
        self
    }

    /// A number that no entry has had.
    pub(super) fn new_id(&mut self) -> EntryId {
        let id = EntryId(self.next);
        self.next = self.next.saturating_add(1);
        id
    }
}
