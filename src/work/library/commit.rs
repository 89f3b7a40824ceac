//! Putting what was learnt on the disk, so that wherever this ends, there is an index with the list that belongs to it.

use super::list::List;
use super::syncing::{Learnt, Syncing};
use super::{Library, ListError};
use crate::library::alike::Groups;

impl Syncing<'_> {
    /// Writes what was learnt: the list beside the one of before, or what has changed in it; the index; then the list takes what was
    /// written.
    ///
    /// # Errors
    /// Where the disk or the index says no.
    pub(super) fn commit(&mut self) -> Result<(), ListError> {
        self.committed += std::mem::take(&mut self.put);
        if self.library.groups.is_none() {
            self.free();
            if !self.library.list.as_ref().is_some_and(|list| list.has_room(&self.library.catalogue, &self.touched)) {
                self.find_copies();
            }
        }
        self.refold();
        self.library.catalogue.generation += 1;
        self.say();
        let touched = std::mem::take(&mut self.touched);
        let Library { catalogue, groups, list, .. } = &mut *self.library;
        let signature = |id| match self.open.get(&id) {
            Some((_, signature)) => Some(signature),
            None => groups.as_ref().and_then(|groups: &Groups| groups.signature(id)),
        };
        let prepared = list.as_ref().map(|list: &List| list.prepare(catalogue, &touched, signature)).transpose()?;
        self.writer.commit(catalogue.generation)?;
        if let (Some(list), Some(prepared)) = (list, prepared) {
            list.settle(prepared, catalogue.generation)?;
        }
        (self.tell)(Learnt::Searchable);
        Ok(())
    }

    /// Does what can wait until all that was read can be searched.
    ///
    /// # Errors
    /// Where the disk or the index says no.
    pub(super) fn finish(mut self) -> Result<(), ListError> {
        self.writer.tidy(&self.library.index)?;
        (self.tell)(Learnt::Searchable);
        if self.library.catalogue.open() > 0 && (self.tell)(Learnt::Current) {
            self.find_copies();
            self.commit()?;
        }
        Ok(())
    }
}
