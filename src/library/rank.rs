//! Which of two articles came first.

use super::EntryId;
use crate::model::Date;

/// By what articles stand in time: the earliest dated first, then the undated; among equals the lowest number, which is the order in which
/// they were met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    undated: bool,
    date: Option<Date>,
    id: EntryId,
}

impl Rank {
    /// The rank of an entry.
    pub fn new(id: EntryId, date: Option<Date>) -> Self {
        Self { undated: date.is_none(), date, id }
    }

    /// Its date.
    pub fn date(self) -> Option<Date> {
        self.date
    }

    /// Which entry it is of.
    pub fn id(self) -> EntryId {
        self.id
    }
}
