//! The documents of a session, numbered as the list numbers its entries; more may come while it runs, none is ever renumbered.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::Origin;
use crate::library::EntryId;

/// The documents, shared by all threads.
#[derive(Clone, Debug, Default)]
pub struct Origins(Arc<RwLock<Known>>);

#[derive(Debug, Default)]
struct Known {
    all: Vec<Origin>,
    /// What the articles of a file that holds several are numbered.
    within: BTreeMap<EntryId, Vec<EntryId>>,
}

impl Origins {
    /// The documents named at the start.
    pub fn new(named: Vec<Origin>) -> Self {
        Self(Arc::new(RwLock::new(Known { all: named, within: BTreeMap::new() })))
    }

    /// The document with this number.
    pub fn get(&self, id: EntryId) -> Option<Origin> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).all.get(id.0 as usize).cloned()
    }

    /// Every file with its number; the articles within files are left out.
    pub fn files(&self) -> Vec<(EntryId, Origin)> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let files = (0..).map(EntryId).zip(&known.all).filter(|(_, origin)| !matches!(origin, Origin::Within(..)));
        files.map(|(id, origin)| (id, origin.clone())).collect()
    }

    /// The numbers of the `count` articles in the file with this number, and whether they are new.
    pub(super) fn divide(&self, id: EntryId, count: usize) -> (Vec<EntryId>, bool) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(ids) = known.within.get(&id).filter(|ids| ids.len() == count) {
            return (ids.clone(), false);
        }
        let Some(file) = known.all.get(id.0 as usize).cloned() else { return (Vec::new(), false) };
        let first = known.all.len();
        known.all.extend(file.divided(count));
        let ids: Vec<EntryId> = (first..known.all.len()).filter_map(|at| u32::try_from(at).ok().map(EntryId)).collect();
        known.within.insert(id, ids.clone());
        (ids, true)
    }
}
