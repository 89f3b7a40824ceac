//! The documents of a session by the numbers of their entries, shared by all threads. None is ever renumbered.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::Origin;
use crate::library::EntryId;

/// Where each entry comes from.
#[derive(Clone, Debug, Default)]
pub struct Origins(Arc<RwLock<BTreeMap<EntryId, Origin>>>);

impl Origins {
    /// These entries.
    pub fn new(known: impl IntoIterator<Item = (EntryId, Origin)>) -> Self {
        Self(Arc::new(RwLock::new(known.into_iter().collect())))
    }

    /// Where the entry with this number comes from.
    pub fn get(&self, id: EntryId) -> Option<Origin> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    /// Takes in where entries come from now; none for those that are gone.
    pub(super) fn learn(&self, news: impl IntoIterator<Item = (EntryId, Option<Origin>)>) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for (id, origin) in news {
            match origin {
                Some(origin) => drop(known.insert(id, origin)),
                None => drop(known.remove(&id)),
            }
        }
    }
}
