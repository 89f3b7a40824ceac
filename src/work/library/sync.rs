//! Making what is remembered meet what lies on the disk: only what is new, changed or gone is touched.

use std::time::{Duration, Instant};

use super::catalogue::{Held, Known};
use super::index::{IndexError, Writer};
use super::list::List;
use super::pool::{Read, read_all};
use super::{Catalogue, Library, ListError, Stamp};
use crate::library::alike::{Groups, Signature};
use crate::library::{Card, Entry, EntryId, Fold, Names, Progress, State};
use crate::model::ContentId;
use crate::work::{Desk, Origin};

/// After so many articles what was learnt is put on the disk and can be searched: the first soon, then each time as many again as were
/// there, up to the second number.
const COMMIT_AFTER: [usize; 2] = [500, 40_000];

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
}

/// What remains to be done.
#[derive(Default)]
struct Todo {
    read: Vec<(Origin, Stamp)>,
    gone: Vec<Origin>,
}

impl Library {
    /// Reads what of `files` is new or has changed, or was read by other rules, forgets what is not among them, and gives what it learns
    /// to `tell`, until that wants no more. What was committed by then is kept.
    ///
    /// # Errors
    /// Where another process keeps this library, or it can't be written.
    pub fn sync(
        &mut self,
        desk: &Desk,
        files: &[(Origin, Stamp)],
        tell: &mut dyn FnMut(Learnt) -> bool,
    ) -> Result<(), ListError> {
        let rules = rules_stamp(desk);
        if !self.catch_up_and_tell(tell)? {
            return Ok(());
        }
        if self.fits()? && self.catalogue.todo(desk, files, rules).is_empty() {
            return Ok(());
        }
        let writer = self.index.writer()?;
        // Before nobody else could write, somebody may have done what was to be done.
        if !self.catch_up_and_tell(tell)? {
            return Ok(());
        }
        let fits = self.fits()?;
        let mut todo = self.catalogue.todo(desk, files, rules);
        if fits && todo.is_empty() {
            return Ok(());
        }
        if self.groups.is_none() {
            self.groups = self.list.as_ref().filter(|_| fits).map(List::groups);
        }
        if !fits {
            // No list belongs to what the index holds: all of it is read anew.
            writer.clear()?;
            self.groups = None;
            todo.read = Catalogue::default().todo(desk, files, rules).read;
        }
        let (names, is_another) = (Names::default(), self.catalogue.generation > 0);
        let mut syncing = Syncing {
            library: self,
            writer,
            tell,
            rules,
            names,
            news: Vec::new(),
            put: 0,
            committed: 0,
            is_another,
            fault: None,
        };
        syncing.forget(todo.gone);
        syncing.read(desk, &todo.read);
        match syncing.fault.take() {
            Some(fault) => Err(fault.into()),
            None => syncing.finish(),
        }
    }

    /// Whether the catalogue is that of the index.
    fn fits(&self) -> Result<bool, IndexError> {
        Ok(self.index.generation()? == self.catalogue.generation)
    }

    /// Takes in what another process has written, and tells it; whether anybody listens.
    fn catch_up_and_tell(&mut self, tell: &mut dyn FnMut(Learnt) -> bool) -> Result<bool, ListError> {
        let news = self.catch_up()?;
        Ok(news.is_empty() || tell(Learnt::Entries(news)) && tell(Learnt::Searchable))
    }
}

impl Catalogue {
    /// What is to be done about `files`, which are in order. What somebody else has yet to write is not read here: nobody is to wait for it.
    fn todo(&self, desk: &Desk, files: &[(Origin, Stamp)], rules: u64) -> Todo {
        let mut todo = Todo::default();
        let mut known = self.files.iter().peekable();
        for (origin, stamp) in files {
            while let Some((gone, _)) = known.next_if(|(known, _)| *known < origin) {
                todo.gone.push(gone.clone());
            }
            let known = known.next_if(|(known, _)| *known == origin);
            let is_current = known.is_some_and(|(_, known)| known.stamp == *stamp && known.rules == rules);
            if !is_current && !desk.waits_for(origin) {
                todo.read.push((origin.clone(), *stamp));
            }
        }
        todo.gone.extend(known.map(|(gone, _)| gone.clone()));
        // What was written last is what an analyst looks for first.
        todo.read.sort_by_key(|(_, stamp)| std::cmp::Reverse(stamp.modified));
        todo
    }
}

impl Todo {
    fn is_empty(&self) -> bool {
        self.read.is_empty() && self.gone.is_empty()
    }
}

/// A library that is being read.
struct Syncing<'a> {
    library: &'a mut Library,
    writer: Writer,
    tell: &'a mut dyn FnMut(Learnt) -> bool,
    rules: u64,
    names: Names,
    news: Vec<(Entry, Origin)>,
    /// Articles since the last commit.
    put: usize,
    /// Articles that were committed.
    committed: usize,
    /// Whether the index was written to before.
    is_another: bool,
    fault: Option<IndexError>,
}

impl Syncing<'_> {
    fn forget(&mut self, gone: Vec<Origin>) {
        for origin in gone {
            self.writer.forget(&origin);
            let known = self.library.catalogue.files.remove(&origin).unwrap_or_default();
            known.entries.iter().for_each(|held| self.gone(held.id, &origin));
        }
        self.put += self.news.len();
    }

    /// Tells that an entry is there no more.
    fn gone(&mut self, id: EntryId, origin: &Origin) {
        self.groups().remove(id);
        self.news.push((Entry { id, state: State::Gone, ..Entry::default() }, origin.clone()));
    }

    fn groups(&mut self) -> &mut Groups {
        self.library.groups.get_or_insert_default()
    }

    fn read(&mut self, desk: &Desk, todo: &[(Origin, Stamp)]) {
        let files: Vec<Origin> = todo.iter().map(|(origin, _)| origin.clone()).collect();
        // What was remembered of each file until now; its numbers go to its articles again.
        let mut open: Vec<Option<(Vec<EntryId>, Known)>> = files.iter().map(|_| None).collect();
        let [least, most] = COMMIT_AFTER;
        let (begun, mut told, mut done) = (Instant::now(), Instant::now(), 0);
        read_all(desk, &files, self.writer.drafter(), |read| {
            let (Read::Article { file, .. } | Read::Done { file, .. }) = &read;
            let Some((origin, stamp)) = todo.get(*file) else { return false };
            let Some(slot) = open.get_mut(*file) else { return false };
            let (ids, known) = slot.get_or_insert_with(|| self.begin(origin, *stamp));
            match read {
                Read::Article { mut card, signature, draft, .. } => {
                    let id = ids.pop().unwrap_or_else(|| self.library.catalogue.new_id());
                    self.fault = self.writer.put(id, draft).err();
                    self.names.share(&mut card);
                    let fold = self.fold(id, &card, signature);
                    known.hold(id, State::Ready(card.into()), fold);
                    self.put += 1;
                }
                Read::Done { end, .. } => {
                    if let Err(reason) = end {
                        let id = ids.pop().unwrap_or_else(|| self.library.catalogue.new_id());
                        self.groups().remove(id);
                        known.hold(id, State::Bad(reason), Fold::Alone);
                        self.put += 1;
                    }
                    done += 1;
                    if let Some((ids, known)) = slot.take() {
                        self.end(origin, ids, known);
                    }
                }
            }
            let mut listens = self.fault.is_none();
            if told.elapsed() >= TELL_EVERY {
                told = Instant::now();
                listens &= self.say() && (self.tell)(Learnt::Progress(progress(done, files.len(), begun.elapsed())));
            }
            if self.put >= self.committed.clamp(least, most) {
                listens &= self.commit().is_ok();
            }
            listens
        });
    }

    /// Which entries tell the story of this one too. A briefing file is never a copy: somebody has written it.
    fn fold(&mut self, id: EntryId, card: &Card, signature: Signature) -> Fold {
        if card.written {
            self.groups().remove(id);
        } else {
            self.groups().add(id, card.date, signature);
        }
        self.groups().fold(id)
    }

    /// Takes over how all entries stand to each other now, and tells of those that stood otherwise.
    fn refold(&mut self) {
        let Library { catalogue, groups, .. } = &mut *self.library;
        let groups = groups.get_or_insert_default();
        for (origin, known) in &mut catalogue.files {
            let several = known.entries.len() > 1;
            for held in &mut known.entries {
                let fold = groups.fold(held.id);
                if std::mem::replace(&mut held.fold, fold) != fold {
                    let own = if several { Origin::Within(Box::new(origin.clone()), held.at) } else { origin.clone() };
                    self.news.push((held.entry(&own), own));
                }
            }
        }
    }

    /// What was remembered of a file, forgotten in the index: the numbers of its articles, the first last, and an empty memory.
    fn begin(&mut self, origin: &Origin, stamp: Stamp) -> (Vec<EntryId>, Known) {
        let before = self.library.catalogue.files.get(origin);
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
        self.library.catalogue.files.insert(origin.clone(), known);
    }

    /// Tells what was learnt; whether anybody listens.
    fn say(&mut self) -> bool {
        self.news.is_empty() || (self.tell)(Learnt::Entries(std::mem::take(&mut self.news)))
    }

    /// Puts what was learnt on the disk: the list beside the one of before, the index, then the list in its place. Wherever this ends,
    /// there is an index with the list that belongs to it.
    fn commit(&mut self) -> Result<(), ListError> {
        self.committed += std::mem::take(&mut self.put);
        self.library.catalogue.generation += 1;
        self.refold();
        self.say();
        let Library { catalogue, groups, list, .. } = &mut *self.library;
        if let Some(list) = list {
            list.prepare(catalogue, groups.get_or_insert_default())?;
        }
        self.writer.commit(catalogue.generation)?;
        if let Some(list) = list {
            list.settle()?;
        }
        (self.tell)(Learnt::Searchable);
        Ok(())
    }

    fn finish(mut self) -> Result<(), ListError> {
        self.commit()?;
        self.writer.tidy(&self.library.index)?;
        (self.tell)(Learnt::Searchable);
        Ok(())
    }
}

impl Known {
    fn hold(&mut self, id: EntryId, state: State, fold: Fold) {
        let at = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(Held { at, id, state, fold });
    }
}

fn progress(done: usize, total: usize, elapsed: Duration) -> Progress {
    let number = |n: u128| u32::try_from(n).unwrap_or(u32::MAX);
    let (read, left, millis) = (done as u128, total.saturating_sub(done) as u128, elapsed.as_millis().max(1));
    let left = (left * millis / 1000).checked_div(read).unwrap_or_default();
    Progress { done, total, rate: number(read * 1000 / millis), left: number(left) }
}

/// What tells by which rules files are read: the version of attache, what it ships, the user's files, the format that was asked for.
fn rules_stamp(desk: &Desk) -> u64 {
    ContentId::of(desk.rules_in_words().join("\0").as_bytes()).0
}
