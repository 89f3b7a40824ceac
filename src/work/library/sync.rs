//! Making what is remembered meet what lies on the disk: only what is new, changed or gone is touched.

use super::index::IndexError;
use super::syncing::{Learnt, Syncing};
use super::{Catalogue, Library, ListError, Stamp};
use crate::library::alike::Groups;
use crate::model::ContentId;
use crate::work::{Desk, Origin};

/// Of so few files copies are found when all else is done: to find them, what was kept of all others has to be read.
const FEW: usize = 200;

/// What remains to be done.
#[derive(Default)]
struct Todo {
    read: Vec<(Origin, Stamp)>,
    gone: Vec<Origin>,
}

impl Library {
    /// One attempt of [`sync`](Self::sync).
    ///
    /// # Errors
    /// Where another process keeps this library, it is damaged, or it can't be written.
    pub(super) fn meet(
        &mut self,
        desk: &Desk,
        files: &[(Origin, Stamp)],
        tell: &mut dyn FnMut(Learnt) -> bool,
    ) -> Result<(), ListError> {
        let rules = rules_stamp(desk);
        if !self.catch_up_and_tell(tell)? {
            return Ok(());
        }
        let (fits, generation) = (self.fits()?, self.catalogue.generation);
        self.searchable = if fits && generation > 0 { self.catalogue.files.len() } else { 0 };
        let mut todo = self.catalogue.todo(desk, files, rules);
        if fits && todo.is_empty() && !self.wants_copies(tell) {
            return Ok(());
        }
        let writer = self.index.writer()?;
        self.look_at_index()?;
        // Before nobody else could write, somebody may have done what was to be done.
        if !self.catch_up_and_tell(tell)? {
            return Ok(());
        }
        let fits = self.fits()?;
        if self.catalogue.generation != generation {
            todo = self.catalogue.todo(desk, files, rules);
        }
        if !fits {
            // No list belongs to what the index holds: all of it is read anew.
            writer.clear()?;
            self.groups = Some(Groups::default());
            todo.read = Catalogue::default().todo(desk, files, rules).read;
        }
        let is_small = self.is_kept() && todo.read.len() + todo.gone.len() <= FEW;
        let mut syncing = Syncing::new(self, writer, tell, rules);
        if !is_small {
            syncing.find_copies();
        }
        if !todo.is_empty() {
            syncing.forget(todo.gone);
            syncing.read(desk, &todo.read)?;
            syncing.commit()?;
        }
        syncing.finish()
    }

    /// Whether there are entries whose copies are yet to be found, and somebody wants to know of them.
    fn wants_copies(&self, tell: &mut dyn FnMut(Learnt) -> bool) -> bool {
        self.catalogue.open() > 0 && tell(Learnt::Current)
    }

    /// Whether there is a list on disk already.
    fn is_kept(&self) -> bool {
        self.list.is_some() && self.catalogue.generation > 0
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

/// What tells by which rules files are read: the version of attache, what it ships, the user's files, the format that was asked for.
fn rules_stamp(desk: &Desk) -> u64 {
    ContentId::of(desk.rules_in_words().join("\0").as_bytes()).0
}
