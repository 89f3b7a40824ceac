//! A list of what can be opened, newest first; a file that cannot be read is an entry too, with its reason.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::Card;
use crate::text::Clean;

/// Which entry: its number in the order the entries were named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub u32);

/// What is known of an entry so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Not read yet.
    #[default]
    Waiting,
    /// Read.
    Ready(Card),
    /// Not readable, and why.
    Bad(Clean),
}

/// One thing that can be opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Which one.
    pub id: EntryId,
    /// Its path, as it was given or found.
    pub name: Clean,
    /// What is known of it.
    pub state: State,
}

/// The entries in the order they are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    listed: Vec<Entry>,
}

impl Entries {
    /// Entries of these names, in the order given, not read yet.
    pub fn waiting(names: impl IntoIterator<Item = Clean>) -> Self {
        let entry = |(id, name)| Entry { id: EntryId(id), name, state: State::Waiting };
        Self { listed: (0..).zip(names).map(entry).collect() }
    }

    /// All entries as they are listed: read ones newest first, then those without a date, then what is not or cannot be read.
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

    /// Where the entry with this id is listed.
    pub fn position(&self, id: EntryId) -> Option<usize> {
        self.listed.iter().position(|entry| entry.id == id)
    }

    /// Puts entries of these names in the place of the one with this id, not read yet. One that is listed already stays as it is.
    pub fn divide(&mut self, id: EntryId, names: Vec<(EntryId, Clean)>) {
        let at = self.position(id);
        let known: BTreeSet<EntryId> = self.listed.iter().map(|entry| entry.id).collect();
        let new = names.into_iter().filter(|(id, _)| !known.contains(id));
        let new: Vec<Entry> = new.map(|(id, name)| Entry { id, name, state: State::Waiting }).collect();
        let place = at.map_or(self.listed.len()..self.listed.len(), |at| at..at + 1);
        self.listed.splice(place, new);
        self.listed.sort_by_key(order);
    }

    /// Takes in what was found out about some entries, and lists all anew.
    pub fn learn(&mut self, news: Vec<(EntryId, State)>) {
        for (id, state) in news {
            if let Some(entry) = self.listed.iter_mut().find(|entry| entry.id == id) {
                entry.state = state;
            }
        }
        self.listed.sort_by_key(order);
    }
}

/// Newest first; within a day, and among the undated, in the order they were named.
fn order(entry: &Entry) -> (u8, Reverse<Option<crate::model::Date>>, EntryId) {
    match &entry.state {
        State::Ready(card) => (0, Reverse(card.date), entry.id),
        State::Waiting => (1, Reverse(None), entry.id),
        State::Bad(_) => (2, Reverse(None), entry.id),
    }
}

#[cfg(test)]
mod tests {
    use super::{Card, Entries, EntryId, State};
    use crate::model::Date;

    #[test]
    fn newest_first_and_what_cannot_be_read_last() {
        let mut entries = Entries::waiting(["a", "b", "c", "d", "e"].map(Into::into));
        let dated = |year| State::Ready(Card { date: Date::new(year, 1, 1).ok(), ..Card::default() });
        entries.learn(vec![
            (EntryId(0), State::Bad("not text".into())),
            (EntryId(1), dated(2024)),
            (EntryId(2), State::Ready(Card::default())),
            (EntryId(3), dated(2025)),
        ]);
        let names: Vec<&str> = entries.listed().iter().map(|e| &*e.name).collect();
        assert_eq!(names, ["d", "b", "c", "e", "a"]);
    }
}
