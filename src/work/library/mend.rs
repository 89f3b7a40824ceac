//! What is done where that which is kept of a library is broken or can't be written: it is begun anew, or done without.
//!
//! All that is kept can be had again from the articles, so nothing is repaired.

use super::index::{Index, IndexError, guarded};
use super::syncing::Learnt;
use super::{Library, ListError, Stamp};
use crate::work::{Desk, Origin};

impl Library {
    /// Reads what of `files` is new or has changed, or was read by other rules, forgets what is not among them, and gives what it learns
    /// to `tell`, until that wants no more. What was committed by then is kept. Where what is kept is broken, or can't be written and would
    /// find next to nothing, all is read anew.
    ///
    /// # Errors
    /// Where another process keeps this library, or it can't be written: then it is as it was kept last.
    pub fn sync(
        &mut self,
        desk: &Desk,
        files: &[(Origin, Stamp)],
        tell: &mut dyn FnMut(Learnt) -> bool,
    ) -> Result<(), ListError> {
        loop {
            let Err(error) = guarded(|| self.meet(desk, files, &mut *tell)) else { return Ok(()) };
            // To read all anew costs no more than twice what was to be read.
            let why = self.mend(&error, 2 * self.searchable < files.len());
            self.forget_in_vain(&error);
            let Some(why) = why else { return Err(error) };
            if !tell(Learnt::Anew(self.index.clone(), why)) {
                return Ok(());
            }
        }
    }

    /// Goes on in another way after a search has failed with `error`, if there is one, and gives what is to be said: then all is to be
    /// [read](Self::sync) anew.
    pub fn renew(&mut self, error: IndexError) -> Option<String> {
        let error = ListError::Index(error);
        let why = self.mend(&error, false)?;
        self.forget_in_vain(&error);
        Some(why)
    }

    /// Looks at the index, once, before something is written to it: to forget an article the engine reads files on a thread of its own, and
    /// where it fails there the whole program ends.
    pub(super) fn look_at_index(&mut self) -> Result<(), IndexError> {
        if self.list.is_some() && !self.is_sound && self.index.is_damaged() {
            return Err(IndexError::Damaged);
        }
        self.is_sound = true;
        Ok(())
    }

    /// What was learnt and not committed is not taken for what the index has: the catalogue fits to no index now.
    fn forget_in_vain(&mut self, error: &ListError) {
        if error.is_locked() {
            return;
        }
        let is_empty = self.index.generation().unwrap_or_default() == 0;
        self.catalogue.generation = if is_empty { self.catalogue.generation.max(1) } else { 0 };
        self.groups = None;
    }

    /// Goes on in another way after `error`, if there is one: on the disk with an empty index where that of before was broken, in memory
    /// where the disk does not take it and `is_new` says that little is lost by that. Gives what is to be said.
    fn mend(&mut self, error: &ListError, is_new: bool) -> Option<String> {
        if self.list.is_none() || error.is_locked() {
            return None;
        }
        let is_broken = error.is_damage() || matches!(error, ListError::Index(_)) && self.index.is_damaged();
        if is_broken && self.begin_anew() {
            return Some(format!("the index was broken, and is made anew: {error}"));
        }
        if !is_broken && !is_new {
            return None;
        }
        (self.list, self.index) = (None, Index::in_memory());
        Some(format!("the library is kept in memory alone: {error}"))
    }

    /// Begins anew on the disk, if that was not done before; whether it was done. What fails a second time has another reason.
    fn begin_anew(&mut self) -> bool {
        let Some(list) = self.list.as_mut().filter(|_| !self.is_renewed) else { return false };
        self.is_renewed = true;
        match list.begin_anew() {
            Ok(index) => self.index = index,
            Err(_) => return false,
        }
        true
    }
}
