//! What can be opened, in the order in which it is listed.
//!
//! A library holds a hundred thousand entries and learns of them in batches: a batch is put into its places, the list is not sorted anew.

use std::collections::BTreeMap;

use super::{Entry, EntryId, Order, State};
use crate::text::Clean;

/// The entries in the order they are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    listed: Vec<Entry>,
    order: Order,
    /// No entry has a higher number.
    highest: EntryId,
}

impl Entries {
    /// Entries of these names, in the order given, not read yet.
    pub fn waiting(names: impl IntoIterator<Item = Clean>) -> Self {
        let mut entries = Self::default();
        entries.learn((0..).zip(names).map(|(id, name)| Entry::waiting(EntryId(id), name)).collect());
        entries
    }

    /// All entries as they are listed: read ones in their order, then what is not or cannot be read.
    pub fn listed(&self) -> &[Entry] {
        &self.listed
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.listed.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The entry listed at `index`.
    pub fn get(&self, index: usize) -> Option<&Entry> {
        self.listed.get(index)
    }

    /// The entry with this id.
    pub fn by_id(&self, id: EntryId) -> Option<&Entry> {
        self.listed.iter().find(|entry| entry.id == id)
    }

    /// Where the entry with this id is listed.
    pub fn position(&self, id: EntryId) -> Option<usize> {
        self.listed.iter().position(|entry| entry.id == id)
    }

    /// The entries that tell the story of this one, itself among them: the one that leads, then by date, the undated last. Only itself where
    /// nobody else tells it.
    pub fn tellings(&self, id: EntryId) -> Vec<&Entry> {
        let Some(own) = self.by_id(id) else { return Vec::new() };
        let leader = own.fold.leader(id);
        let mut all: Vec<&Entry> = self.listed.iter().filter(|entry| entry.fold.leader(entry.id) == leader).collect();
        all.sort_by_key(|entry| (entry.id != leader, entry.rank()));
        all
    }

    /// The order of the list.
    pub fn order(&self) -> Order {
        self.order
    }

    /// Lists all entries in another order.
    pub fn sort(&mut self, order: Order) {
        self.order = order;
        order.sort(&mut self.listed);
    }

    /// Takes in what is known of some entries now; those that are gone leave the list.
    pub fn learn(&mut self, mut news: Vec<Entry>) {
        let mut ids: Vec<EntryId> = news.iter().map(|entry| entry.id).collect();
        ids.sort_unstable();
        let told = ids.len();
        ids.dedup();
        if ids.len() < told {
            // What was told of an entry last is what is known of it.
            let last: BTreeMap<EntryId, Entry> = news.into_iter().map(|entry| (entry.id, entry)).collect();
            news = last.into_values().collect();
        }
        if ids.first().is_some_and(|first| *first <= self.highest) {
            self.listed.retain(|known| ids.binary_search(&known.id).is_err());
        }
        self.highest = ids.last().map_or(self.highest, |last| self.highest.max(*last));
        news.retain(|entry| entry.state != State::Gone);
        self.order.sort(&mut news);
        self.merge(news);
    }

    /// Puts `news`, which are in order, into their places.
    fn merge(&mut self, news: Vec<Entry>) {
        let order = self.order;
        let mut merged = Vec::with_capacity(self.listed.len() + news.len());
        let mut rest = std::mem::take(&mut self.listed).into_iter();
        for entry in news {
            let before = rest.as_slice().partition_point(|known| order.compare(known, &entry).is_lt());
            merged.extend(rest.by_ref().take(before));
            merged.push(entry);
        }
        merged.extend(rest);
        self.listed = merged;
    }
}
