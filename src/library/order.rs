//! The orders in which a library can be listed, and the groups that each divides it into.

use std::cmp::{Ordering, Reverse};

use super::{Card, Entry, State};
use crate::model::Date;
use crate::text::Clean;

/// How a list is ordered. Within a group, newest first; within a day, and among the undated, as they were numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Newest first, a group for each month.
    #[default]
    Date,
    /// By outlet, those without one last.
    Outlet,
    /// By the topic that leads the agenda, those without one last.
    Topic,
}

impl Order {
    /// All orders, each behind the one that a key steps on from.
    pub const ALL: [Self; 3] = [Self::Date, Self::Outlet, Self::Topic];

    /// The order behind this one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Date => Self::Outlet,
            Self::Outlet => Self::Topic,
            Self::Topic => Self::Date,
        }
    }

    /// What it orders by, in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Outlet => "outlet",
            Self::Topic => "topic",
        }
    }

    /// What an entry's group is called.
    pub fn group(self, entry: &Entry) -> Clean {
        let Some(card) = entry.card() else {
            return if matches!(entry.state, State::Bad(_)) { "Can't be read".into() } else { "Not read yet".into() };
        };
        match self {
            Self::Date => card.date.map_or_else(|| "No date".into(), |date| date.strftime("%B %Y").to_string().into()),
            Self::Outlet => card.outlet.clone().unwrap_or_else(|| "No outlet".into()),
            Self::Topic => leading(card).cloned().unwrap_or_else(|| "No topic".into()),
        }
    }

    /// Whether two entries are of one group: [`Order::group`] without the words.
    pub fn is_one_group(self, one: &Entry, other: &Entry) -> bool {
        let month = |date: Option<Date>| date.map(|date| (date.year(), date.month()));
        match (one.card(), other.card()) {
            (Some(one), Some(other)) => match self {
                Self::Date => month(one.date) == month(other.date),
                Self::Outlet => one.outlet == other.outlet,
                Self::Topic => leading(one) == leading(other),
            },
            _ => rank(&one.state) == rank(&other.state),
        }
    }

    /// Puts entries into this order.
    pub(super) fn sort(self, entries: &mut [Entry]) {
        match self {
            // A card lies anywhere in memory: each is looked at once, not at every comparison.
            Self::Date => entries
                .sort_by_cached_key(|entry| (rank(&entry.state), Reverse(entry.card().and_then(|card| card.date)), entry.id)),
            Self::Outlet | Self::Topic => entries.sort_unstable_by(|one, other| self.compare(one, other)),
        }
    }

    /// Which of two entries is listed first.
    pub(super) fn compare(self, one: &Entry, other: &Entry) -> Ordering {
        rank(&one.state)
            .cmp(&rank(&other.state))
            .then_with(|| match (one.card(), other.card()) {
                (Some(one), Some(other)) => self.compare_groups(one, other).then(Reverse(one.date).cmp(&Reverse(other.date))),
                _ => Ordering::Equal,
            })
            .then(one.id.cmp(&other.id))
    }

    /// Which of two cards' groups is listed first; in the order of dates a group is a stretch of it.
    fn compare_groups(self, one: &Card, other: &Card) -> Ordering {
        let named = |one: Option<&Clean>, other: Option<&Clean>| one.is_none().cmp(&other.is_none()).then(one.cmp(&other));
        match self {
            Self::Date => Ordering::Equal,
            Self::Outlet => named(one.outlet.as_ref(), other.outlet.as_ref()),
            Self::Topic => named(leading(one), leading(other)),
        }
    }
}

/// The topic that leads a card's agenda.
fn leading(card: &Card) -> Option<&Clean> {
    card.topics.first().map(|count| &count.topic.label)
}

/// What was read stands before what was not, and what cannot be read last.
fn rank(state: &State) -> u8 {
    match state {
        State::Ready(_) => 0,
        State::Waiting => 1,
        State::Bad(_) => 2,
        State::Gone => 3,
    }
}
