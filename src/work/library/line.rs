//! One line of the list on disk: what is remembered of one entry.
//!
//! The words in it are foreign still: they pass the one door when they are read, as those of any file.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Stamp;
use super::catalogue::{Held, Known};
use crate::library::alike::Signature;
use crate::library::{Card, EntryId, Fold, State, TopicCount, TopicName};
use crate::model::{ContentId, Date};
use crate::read::Format;
use crate::text::Clean;
use crate::work::Origin;

/// An entry as it is written.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Line<'a> {
    pub(super) id: u32,
    /// As the system has it, which need not be Unicode.
    path: &'a [u8],
    /// Its place among all lines where they are in the order of files.
    pub(super) place: u32,
    /// Which article of the file it is, from 0, where the file holds several.
    pub(super) at: Option<u32>,
    size: u64,
    modified: u64,
    pub(super) rules: u64,
    leader: Option<u32>,
    /// How many others tell its story, where it is the first.
    others: u32,
    /// Whether it is yet to be found who else tells its story.
    pub(super) open: bool,
    #[serde(borrow)]
    state: Written<'a>,
    /// Empty where the article has none.
    signature: &'a [u8],
}

/// What is known of an entry, as it is written.
#[derive(Debug, Serialize, Deserialize)]
enum Written<'a> {
    Waiting,
    Bad(&'a str),
    #[serde(borrow)]
    Ready(WrittenCard<'a>),
}

/// A card as it is written.
#[derive(Debug, Serialize, Deserialize)]
struct WrittenCard<'a> {
    headline: &'a str,
    outlet: Option<&'a str>,
    /// Year, month, day.
    date: Option<(i16, i8, i8)>,
    /// Each by its place in the table of topics, with its lines.
    topics: Cow<'a, [(u32, u32)]>,
    tensions: u32,
    format: Option<&'a str>,
    by_hand: bool,
    unanchored: u32,
    hash: Option<&'a str>,
    content: u64,
}

/// What an entry's line is made of.
pub(super) struct Parts<'a> {
    pub(super) path: &'a [u8],
    pub(super) known: &'a Known,
    pub(super) held: &'a Held,
    pub(super) place: u32,
    pub(super) signature: Option<[u8; Signature::BYTES]>,
}

/// What a line says of its entry's copies: which entry, its date and signature, and how it was found to stand to the others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signed {
    pub(super) id: EntryId,
    pub(super) date: Option<Date>,
    pub(super) signature: Signature,
    pub(super) leader: Option<EntryId>,
    pub(super) open: bool,
}

impl<'a> Line<'a> {
    /// The line of an entry; `place` knows where each topic stands in the table of topics.
    pub(super) fn of(parts: &'a Parts<'a>, place: impl Fn(&TopicName) -> u32) -> Self {
        let Parts { path, known, held, place: own, signature } = parts;
        let Held { id, state, fold, open, .. } = held;
        let at = (known.entries.len() > 1).then_some(held.at);
        let Stamp { size, modified } = known.stamp;
        let signature = signature.as_ref().map_or(&[][..], |bytes| bytes);
        let (leader, others) = match fold {
            Fold::Alone => (None, 0),
            Fold::Leads(others) => (None, *others),
            Fold::Follows(leader) => (Some(leader.0), 0),
        };
        let state = match state {
            State::Ready(card) => Written::Ready(WrittenCard::of(card, place)),
            State::Bad(reason) => Written::Bad(reason),
            State::Waiting | State::Gone => Written::Waiting,
        };
        Self {
            id: id.0,
            path,
            place: *own,
            at,
            size,
            modified,
            rules: known.rules,
            leader,
            others,
            open: *open,
            state,
            signature,
        }
    }

    /// Its file.
    pub(super) fn file(&self) -> Origin {
        file(self.path)
    }

    /// How it stands to the others that tell its story.
    pub(super) fn fold(&self) -> Fold {
        match (self.leader, self.others) {
            (Some(leader), _) => Fold::Follows(EntryId(leader)),
            (None, 0) => Fold::Alone,
            (None, others) => Fold::Leads(others),
        }
    }

    /// What it says of copies; none for what was not read, and where there are none.
    pub(super) fn signed(&self) -> Option<Signed> {
        let Written::Ready(card) = &self.state else { return None };
        let signature = Signature::from_bytes(self.signature.try_into().ok()?);
        let leader = self.leader.map(EntryId);
        Some(Signed { id: EntryId(self.id), date: card.date(), signature, leader, open: self.open })
    }

    /// What is remembered of the entry.
    pub(super) fn held(&self, topics: &[Arc<TopicName>]) -> Held {
        let (at, id) = (self.at.unwrap_or_default(), EntryId(self.id));
        Held { at, id, state: self.state(topics), fold: self.fold(), open: self.open }
    }

    /// What is remembered of its file, but for the entry.
    pub(super) fn known(&self) -> Known {
        Known { stamp: Stamp { size: self.size, modified: self.modified }, rules: self.rules, entries: Vec::new() }
    }

    /// What is known of it.
    pub(super) fn state(&self, topics: &[Arc<TopicName>]) -> State {
        match &self.state {
            Written::Ready(card) => State::Ready(Arc::new(card.card(topics))),
            Written::Bad(reason) => State::Bad(Clean::from(*reason)),
            Written::Waiting => State::Waiting,
        }
    }
}

impl<'a> WrittenCard<'a> {
    fn of(card: &'a Card, place: impl Fn(&TopicName) -> u32) -> Self {
        Self {
            headline: &card.headline,
            outlet: card.outlet.as_deref(),
            date: card.date.map(|date| (date.year(), date.month(), date.day())),
            topics: card.topics.iter().map(|count| (place(&count.topic), count.points)).collect(),
            tensions: card.tensions,
            format: card.format,
            by_hand: card.written,
            unanchored: card.unanchored,
            hash: card.hash.as_deref(),
            content: card.content.0,
        }
    }

    fn date(&self) -> Option<Date> {
        self.date.and_then(|(year, month, day)| Date::new(year, month, day).ok())
    }

    fn card(&self, topics: &[Arc<TopicName>]) -> Card {
        let topic =
            |(at, points): &(u32, u32)| Some(TopicCount { topic: Arc::clone(topics.get(*at as usize)?), points: *points });
        Card {
            headline: Clean::from(self.headline).into_line(),
            outlet: self.outlet.map(|outlet| Clean::from(outlet).into_line()),
            date: self.date(),
            topics: self.topics.iter().filter_map(topic).collect(),
            tensions: self.tensions,
            format: self.format.and_then(Format::of_id).map(Format::id),
            written: self.by_hand,
            unanchored: self.unanchored,
            hash: self.hash.map(Clean::from),
            content: ContentId(self.content),
        }
    }
}

/// The file whose path has these bytes.
pub(super) fn file(path_bytes: &[u8]) -> Origin {
    Origin::Path(path(path_bytes))
}

/// The path of bytes that a path had; where no such names are, one that is like it, and not there.
fn path(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    return PathBuf::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes));
    #[cfg(not(unix))]
    return PathBuf::from(&*String::from_utf8_lossy(bytes));
}
