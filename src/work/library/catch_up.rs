//! Taking in what another attache has written to the same library.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::PathBuf;

use super::catalogue::{Catalogue, Held};
use super::{Library, ListError};
use crate::library::{Entry, EntryId, State};
use crate::work::Origin;
use crate::work::file::open_own;

impl Library {
    /// Takes in the list that another process has written since this one was read or written: the entries that are other than they were
    /// known here, with where they come from.
    ///
    /// # Errors
    /// Where the index can't be read.
    pub fn catch_up(&mut self) -> Result<Vec<(Entry, Origin)>, ListError> {
        let generation = self.index.generation()?;
        // An index that was begun anew has nothing to be taken in; what is known keeps its numbers while it is read again.
        if generation == self.catalogue.generation || generation == 0 {
            return Ok(Vec::new());
        }
        let Some(list) = self.list.as_mut() else { return Ok(Vec::new()) };
        let kept = list.read_fitting(&self.index);
        if kept.generation != generation {
            return Ok(Vec::new());
        }
        let before = std::mem::replace(&mut self.catalogue, kept);
        self.groups = None;
        Ok(news(&before, &self.catalogue))
    }

    /// A wait, for a thread of its own, until no other process writes to this library; none where it is this one's alone.
    pub fn others(&self) -> Option<impl FnOnce() -> io::Result<()> + Send + use<>> {
        let lock: PathBuf = self.list.as_ref()?.writer_lock();
        Some(move || open_own(File::options().read(true), &lock)?.lock())
    }
}

/// What `after` says otherwise than `before`, and what it does not know any more.
fn news(before: &Catalogue, after: &Catalogue) -> Vec<(Entry, Origin)> {
    let all = |catalogue: &Catalogue| -> BTreeMap<EntryId, (Origin, Held)> {
        catalogue.held().map(|(origin, held)| (held.id, (origin, held.clone()))).collect()
    };
    let (mut before, after) = (all(before), all(after));
    let mut news = Vec::new();
    for (id, (origin, held)) in after {
        let known = before.remove(&id);
        if known.is_none_or(|(was, known)| was != origin || known.state != held.state || known.fold != held.fold) {
            news.push((held.entry(&origin), origin));
        }
    }
    let gone = |(id, (origin, _))| (Entry { id, state: State::Gone, ..Entry::default() }, origin);
    news.extend(before.into_iter().map(gone));
    news
}
