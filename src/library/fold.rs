//! How an entry stands to the others that tell its story.

use super::EntryId;

/// How an entry stands to the others that tell its story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// Nobody else tells it.
    #[default]
    Alone,
    /// It is the first of them: so many others tell it too.
    Leads(u32),
    /// It tells what this earlier one has told.
    Follows(EntryId),
}

impl Fold {
    /// How an entry stands to so many that tell its story after it.
    pub fn leading(others: u32) -> Self {
        if others == 0 { Self::Alone } else { Self::Leads(others) }
    }

    /// The entry that stands for `id` where copies fold.
    pub fn leader(self, id: EntryId) -> EntryId {
        if let Self::Follows(leader) = self { leader } else { id }
    }
}
