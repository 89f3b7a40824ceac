//! One line of the list on disk: what is remembered of one entry, as JSON.
//!
//! The words in it are foreign still: they pass the one door when they are read, as those of any file.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Stamp;
use crate::library::{Card, EntryId, Names, State, TopicCount, TopicName};
use crate::model::ContentId;
use crate::read::Format;
use crate::text::Clean;

/// An entry as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Line<'a> {
    pub(super) id: u32,
    #[serde(borrow)]
    pub(super) path: Cow<'a, str>,
    /// Which article of the file it is, from 0, where the file holds several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<u32>,
    size: u64,
    modified: u64,
    pub(super) rules: u64,
    /// Why it can't be read.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    bad: Option<Cow<'a, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    card: Option<Written<'a>>,
}

/// A card as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Written<'a> {
    #[serde(borrow)]
    headline: Cow<'a, str>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    outlet: Option<Cow<'a, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    date: Option<Cow<'a, str>>,
    #[serde(borrow)]
    topics: Vec<(Cow<'a, str>, Cow<'a, str>, u32)>,
    tensions: u32,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    format: Option<Cow<'a, str>>,
    #[serde(rename = "written")]
    by_hand: bool,
    unanchored: u32,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    hash: Option<Cow<'a, str>>,
    content: u64,
}

impl<'a> Line<'a> {
    /// The line of an entry.
    pub(super) fn of(
        id: EntryId,
        (path, at): (&'a str, Option<u32>),
        Stamp { size, modified }: Stamp,
        rules: u64,
        state: &'a State,
    ) -> Self {
        let line = Self { id: id.0, path: path.into(), at, size, modified, rules, ..Self::default() };
        match state {
            State::Ready(card) => Self { card: Some(Written::of(card)), ..line },
            State::Bad(reason) => Self { bad: Some(Cow::Borrowed(reason)), ..line },
            State::Waiting | State::Gone => line,
        }
    }

    /// The stamp of its file.
    pub(super) fn stamp(&self) -> Stamp {
        Stamp { size: self.size, modified: self.modified }
    }

    /// What is known of it.
    pub(super) fn state(&self, names: &mut Names) -> State {
        match (&self.card, &self.bad) {
            (Some(written), _) => {
                let mut card = written.card();
                names.share(&mut card);
                State::Ready(Arc::new(card))
            }
            (None, Some(reason)) => State::Bad(Clean::from(&**reason)),
            (None, None) => State::Waiting,
        }
    }
}

impl<'a> Written<'a> {
    fn of(card: &'a Card) -> Self {
        let topic = |count: &'a TopicCount| {
            let TopicName { id, label } = &*count.topic;
            (Cow::Borrowed(&**id), Cow::Borrowed(&**label), count.points)
        };
        Self {
            headline: Cow::Borrowed(&card.headline),
            outlet: card.outlet.as_deref().map(Cow::Borrowed),
            date: card.date.map(|date| Cow::Owned(date.to_string())),
            topics: card.topics.iter().map(topic).collect(),
            tensions: card.tensions,
            format: card.format.map(Cow::Borrowed),
            by_hand: card.written,
            unanchored: card.unanchored,
            hash: card.hash.as_deref().map(Cow::Borrowed),
            content: card.content.0,
        }
    }

    fn card(&self) -> Card {
        let topic = |(id, label, points): &(Cow<'_, str>, Cow<'_, str>, u32)| TopicCount {
            topic: Arc::new(TopicName { id: Clean::from(&**id), label: Clean::from(&**label) }),
            points: *points,
        };
        Card {
            headline: Clean::from(&*self.headline).one_line(),
            outlet: self.outlet.as_deref().map(|outlet| Clean::from(outlet).one_line()),
            date: self.date.as_deref().and_then(|date| date.parse().ok()),
            topics: self.topics.iter().map(topic).collect(),
            tensions: self.tensions,
            format: self.format.as_deref().and_then(Format::of_id).map(Format::id),
            written: self.by_hand,
            unanchored: self.unanchored,
            hash: self.hash.as_deref().map(Clean::from),
            content: ContentId(self.content),
        }
    }
}
