//! Files that are read, and what is learnt of them: told, remembered, put into the index.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::catalogue::{Held, Known};
use super::changes::Touched;
use super::index::{Index, Writer};
use super::pool::{Read, read_all};
use super::{Library, ListError, Stamp};
use crate::library::alike::Signature;
use crate::library::{Entry, EntryId, Fold, Names, Progress, State};
use crate::model::Date;
use crate::work::{Desk, Origin};

/// After so many articles what was learnt is put on the disk and can be searched: the first soon, then each time [`GROWTH`] times as many as
/// were there, up to the second number.
const COMMIT_AFTER: [usize; 2] = [500, 40_000];

/// Each commit makes a segment and takes a thread of the search engine, with memory that stays: few are better.
const GROWTH: usize = 3;

/// How often the list is told of what was learnt: often enough to watch.
const TELL_EVERY: Duration = Duration::from_millis(100);

/// What is learnt while a library is read.
#[derive(Debug)]
pub enum Learnt {
    /// Entries that are new, other, or gone, with where they come from.
    Entries(Vec<(Entry, Origin)>),
    /// How far it is.
    Progress(Progress),
    /// What was learnt so far can be searched.
    Searchable,
    /// What was kept can't be kept on: why, what is done, and the index that is written and searched from now on. All is read anew.
    Anew(Index, String),
    /// All is learnt, but for which few new entries are copies: who does not want to wait for that wants no more.
    Current,
}

/// A library that is being read.
pub(super) struct Syncing<'a> {
    pub(super) library: &'a mut Library,
    pub(super) writer: Writer,
    pub(super) tell: &'a mut dyn FnMut(Learnt) -> bool,
    rules: u64,
    names: Names,
    /// What was learnt and not told yet.
    pub(super) news: Vec<(Entry, Origin)>,
    /// Articles since the last commit.
    pub(super) put: usize,
    /// Articles that were committed.
    pub(super) committed: usize,
    /// Whether the index was written to before.
    is_another: bool,
    /// The files of which something else is remembered than at the last commit.
    pub(super) touched: Touched,
    /// Entries that are gone or read anew, with how they stood to their copies.
    pub(super) stale: BTreeMap<EntryId, Fold>,
    /// Entries whose copies are yet to be found.
    pub(super) open: BTreeMap<EntryId, (Option<Date>, Signature)>,
}

impl<'a> Syncing<'a> {
    /// Begins to read `library` by the rules of this stamp.
    pub(super) fn new(library: &'a mut Library, writer: Writer, tell: &'a mut dyn FnMut(Learnt) -> bool, rules: u64) -> Self {
        Self {
            is_another: library.catalogue.generation > 0,
            library,
            writer,
            tell,
            rules,
            names: Names::default(),
            news: Vec::new(),
            put: 0,
            committed: 0,
            touched: Touched::default(),
            stale: BTreeMap::new(),
            open: BTreeMap::new(),
        }
    }

    /// Forgets files that are gone.
    pub(super) fn forget(&mut self, gone: Vec<Origin>) {
        for origin in gone {
            self.writer.forget(&origin);
            let known = self.library.catalogue.files.remove(&origin).unwrap_or_default();
            self.touched.add(&origin);
            self.stale.extend(known.entries.iter().map(|held| (held.id, held.fold)));
            known.entries.iter().for_each(|held| self.gone(held.id, &origin));
        }
        self.put += self.news.len();
    }

    /// Tells that an entry is there no more.
    fn gone(&mut self, id: EntryId, origin: &Origin) {
        self.unfold(id);
        self.news.push((Entry { id, state: State::Gone, ..Entry::default() }, origin.clone()));
    }

    /// Reads `todo`, as long as anybody listens.
    ///
    /// # Errors
    /// Where the index can't be written, or nothing can be read for want of threads.
    pub(super) fn read(&mut self, desk: &Desk, todo: &[(Origin, Stamp)]) -> Result<(), ListError> {
        let mut fault = None;
        let files: Vec<Origin> = todo.iter().map(|(origin, _)| origin.clone()).collect();
        // What was remembered of each file until now; its numbers go to its articles again.
        let mut open: Vec<Option<(Vec<EntryId>, Known)>> = files.iter().map(|_| None).collect();
        let [least, most] = COMMIT_AFTER;
        let (begun, mut told, mut done) = (Instant::now(), Instant::now(), 0);
        let all_read = read_all(desk, &files, self.writer.drafter(), |read| {
            let (Read::Article { file, .. } | Read::Done { file, .. }) = &read;
            let Some((origin, stamp)) = todo.get(*file) else { return false };
            let Some(slot) = open.get_mut(*file) else { return false };
            let (ids, known) = slot.get_or_insert_with(|| self.begin(origin, *stamp));
            match read {
                Read::Article { mut card, signature, draft, .. } => {
                    let id = ids.pop().unwrap_or_else(|| self.library.catalogue.new_id());
                    fault = self.writer.put(id, draft).err();
                    self.names.share(&mut card);
                    let (fold, open) = self.fold(id, &card, signature);
                    known.hold(id, State::Ready(card.into()), fold, open);
                    self.put += 1;
                }
                Read::Done { end, .. } => {
                    if let Err(reason) = end {
                        let id = ids.pop().unwrap_or_else(|| self.library.catalogue.new_id());
                        self.unfold(id);
                        known.hold(id, State::Bad(reason), Fold::Alone, false);
                        self.put += 1;
                    }
                    done += 1;
                    if let Some((ids, known)) = slot.take() {
                        self.end(origin, ids, known);
                    }
                }
            }
            let mut listens = fault.is_none();
            if told.elapsed() >= TELL_EVERY {
                told = Instant::now();
                listens &= self.say() && (self.tell)(Learnt::Progress(progress(done, files.len(), begun.elapsed())));
            }
            if self.put >= (GROWTH * self.committed).clamp(least, most) {
                listens &= self.commit().is_ok();
            }
            listens
        });
        all_read?;
        fault.map_or(Ok(()), |fault| Err(fault.into()))
    }

    /// What was remembered of a file, forgotten in the index: the numbers of its articles, the first last, and an empty memory.
    fn begin(&mut self, origin: &Origin, stamp: Stamp) -> (Vec<EntryId>, Known) {
        let before = self.library.catalogue.files.get(origin);
        self.stale.extend(before.iter().flat_map(|known| &known.entries).map(|held| (held.id, held.fold)));
        let before = before.map(|known| known.entries.iter().rev().map(|held| held.id).collect());
        // An attache that ended in the midst of a file has put articles of it that no list knows.
        if self.is_another {
            self.writer.forget(origin);
        }
        (before.unwrap_or_default(), Known { stamp, rules: self.rules, entries: Vec::new() })
    }

    /// Remembers a file that was read; `unused` are the numbers of articles that it has no more.
    fn end(&mut self, origin: &Origin, unused: Vec<EntryId>, known: Known) {
        for id in unused {
            self.gone(id, origin);
        }
        for held in &known.entries {
            let own = known.origin(origin, held.at);
            self.news.push((held.entry(&own), own));
        }
        self.touched.add(origin);
        self.library.catalogue.files.insert(origin.clone(), known);
    }

    /// Tells what was learnt; whether anybody listens.
    pub(super) fn say(&mut self) -> bool {
        self.news.is_empty() || (self.tell)(Learnt::Entries(std::mem::take(&mut self.news)))
    }
}

impl Known {
    fn hold(&mut self, id: EntryId, state: State, fold: Fold, open: bool) {
        let at = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(Held { at, id, state, fold, open });
    }
}

fn progress(done: usize, total: usize, elapsed: Duration) -> Progress {
    let number = |n: u128| u32::try_from(n).unwrap_or(u32::MAX);
    let (read, left, millis) = (done as u128, total.saturating_sub(done) as u128, elapsed.as_millis().max(1));
    let left = (left * millis / 1000).checked_div(read).unwrap_or_default();
    Progress { done, total, rate: number(read * 1000 / millis), left: number(left) }
}
