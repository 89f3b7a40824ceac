//! What is remembered of every file of a library.

use std::collections::BTreeMap;

use super::Stamp;
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
    /// Whether `fold` is yet to be found: until then it is alone.
    pub(super) open: bool,
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
        article(file, self.entries.len() > 1, at)
    }
}

/// Where the article numbered `at` of a file is, which has `several` or is itself the article.
pub(super) fn article(file: &Origin, several: bool, at: u32) -> Origin {
    if several { Origin::Within(Box::new(file.clone()), at) } else { file.clone() }
}

impl Catalogue {
    /// A catalogue of these files, numbered as they stand, of which nothing is known yet.
    pub(super) fn of(files: &[Origin]) -> Self {
        let held = |id| Held { at: 0, id, state: State::Waiting, fold: Fold::Alone, open: false };
        let known = |id| Known { entries: vec![held(EntryId(id))], ..Known::default() };
        let files: BTreeMap<Origin, Known> = (0..).zip(files).map(|(id, file)| (file.clone(), known(id))).collect();
        let next = files.values().flat_map(|known| &known.entries).map(|held| held.id.0 + 1).max().unwrap_or_default();
        Self { next, files, generation: 0 }
    }

    /// All entries, file by file.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.held().map(|(origin, held)| held.entry(&origin))
    }

    /// The entries that `has` says are wanted, file by file, with where each comes from.
    pub fn entries_of(&self, mut has: impl FnMut(EntryId, &State) -> bool) -> impl Iterator<Item = (Entry, Origin)> {
        let held = self.files.iter().flat_map(|(file, known)| known.entries.iter().map(move |held| (file, known, held)));
        held.filter(move |(.., held)| has(held.id, &held.state)).map(|(file, known, held)| {
            let own = known.origin(file, held.at);
            (held.entry(&own), own)
        })
    }

    /// What is remembered of each article, file by file, with where it comes from.
    pub(super) fn held(&self) -> impl Iterator<Item = (Origin, &Held)> {
        self.files.iter().flat_map(|(file, known)| known.entries.iter().map(|held| (known.origin(file, held.at), held)))
    }

    /// All entries, file by file, with where each comes from.
    pub fn origins(&self) -> impl Iterator<Item = (EntryId, Origin, &State)> {
        self.held().map(|(origin, held)| (held.id, origin, &held.state))
    }

    /// The number of entries of which it is yet to be found which others tell their story.
    pub(super) fn open(&self) -> usize {
        self.files.values().flat_map(|known| &known.entries).filter(|held| held.open).count()
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.files.values().map(|known| known.entries.len()).sum()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The files of entries as they were kept, each entry with its file and whether that has several, which stand behind each other.
    pub(super) fn files(kept: impl Iterator<Item = (bool, Origin, Known)>) -> BTreeMap<Origin, Known> {
        let mut kept = kept.peekable();
        let file = std::iter::from_fn(move || {
            let (several, origin, mut known) = kept.next()?;
            while several && let Some((.., mut more)) = kept.next_if(|(_, other, _)| *other == origin) {
                known.entries.append(&mut more.entries);
            }
            Some((origin, known))
        });
        file.collect()
    }

    /// A number that no entry has had.
    pub(super) fn new_id(&mut self) -> EntryId {
        let id = EntryId(self.next);
        self.next = self.next.saturating_add(1);
        id
    }
}
