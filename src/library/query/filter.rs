//! What a query asks of a card: topic, outlet, date, tensions, type, and what the reader did with it.

use super::clause::Clause;
use crate::library::marks::Mark;
use crate::library::{Card, TopicName};
use crate::model::Date;

/// One field of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Whether only what fails the test is let through.
    pub not: bool,
    /// The test.
    pub test: Test,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// The terms stand in the id or the label of a topic.
    Topic(Clause),
    /// The terms stand in the outlet.
    Outlet(Clause),
    /// The date is one of these days: the first and the last. An article without a date meets no test of dates.
    On([Date; 2]),
    /// The date is this day or a later one.
    After(Date),
    /// The date is an earlier day.
    Before(Date),
    /// There are tensions, or there are none.
    Tension(bool),
    /// What it is.
    Kind(Kind),
    /// Whether it was read.
    Read(bool),
    /// Whether it is marked.
    Marked(bool),
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It comes from a briefing file.
    Briefing,
    /// It comes from an article alone.
    Article,
    /// The article was read as the format with this id.
    Format(&'static str),
}

/// What is known of an entry that its file does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Whether it was read.
    pub read: bool,
    /// Whether it is marked.
    pub marked: bool,
}

impl From<Mark> for Known {
    fn from(Mark { read, marked, .. }: Mark) -> Self {
        Self { read, marked }
    }
}

impl Filter {
    /// Whether an article passes.
    pub fn admits(&self, card: &Card, known: Known) -> bool {
        self.test.meets(card, known) != self.not
    }

    /// Whether what it says changes with the user's marks.
    pub fn asks_marks(&self) -> bool {
        matches!(self.test, Test::Read(_) | Test::Marked(_))
    }
}

impl Test {
    fn meets(&self, card: &Card, known: Known) -> bool {
        match self {
            Self::Topic(words) => card.topics.iter().any(|count| is_called(&count.topic, words)),
            Self::Outlet(words) => card.outlet.as_deref().is_some_and(|outlet| words.stands_in(outlet)),
            Self::On([first, last]) => card.date.is_some_and(|date| (*first..=*last).contains(&date)),
            Self::After(first) => card.date.is_some_and(|date| date >= *first),
            Self::Before(end) => card.date.is_some_and(|date| date < *end),
            Self::Tension(wish) => *wish == (card.tensions > 0),
            Self::Kind(Kind::Briefing) => card.written,
            Self::Kind(Kind::Article) => !card.written,
            Self::Kind(Kind::Format(id)) => card.format == Some(id),
            Self::Read(wish) => *wish == known.read,
            Self::Marked(wish) => *wish == known.marked,
        }
    }
}

/// Whether the terms of `words` stand in the id or the label of `topic`.
pub(super) fn is_called(topic: &TopicName, words: &Clause) -> bool {
    words.stands_in(&topic.id) || words.stands_in(&topic.label)
}
