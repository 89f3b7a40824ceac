//! One thing of a library that can be opened; a file that cannot be read is one too, with its reason.

use std::sync::Arc;

use super::{Card, Fold, Rank};
use crate::text::Clean;

/// Which entry: a number that is never given to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub u32);

/// What is known of an entry so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Not read yet.
    #[default]
    Waiting,
    /// Read.
    Ready(Arc<Card>),
    /// Not readable, and why.
    Bad(Clean),
    /// Not there any more.
    Gone,
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
    /// How it stands to the others that tell its story.
    pub fold: Fold,
}

impl Entry {
    /// An entry that was not read yet.
    pub fn waiting(id: EntryId, name: Clean) -> Self {
        Self { id, name, ..Self::default() }
    }

    /// Where it stands in time.
    pub fn rank(&self) -> Rank {
        Rank::new(self.id, self.card().and_then(|card| card.date))
    }

    /// Its card, where it was read.
    pub fn card(&self) -> Option<&Card> {
        match &self.state {
            State::Ready(card) => Some(card),
            _ => None,
        }
    }
}
