//! The entries of a list as they are written: one line each, their topics by number.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use super::catalogue::{Held, Known};
use super::line::{Line, Parts};
use super::records::write;
use crate::library::alike::Signature;
use crate::library::{EntryId, State, TopicName};
use crate::model::Date;
use crate::text::Clean;
use crate::work::Origin;

/// One line to be written.
pub(super) struct Row<'a> {
    /// The file, as the system has its path.
    pub(super) path: &'a [u8],
    known: &'a Known,
    held: &'a Held,
    /// Its place among all of them, while they are in the order of files.
    place: u32,
}

/// The topics of a list, each once.
#[derive(Default)]
pub(super) struct Topics<'a> {
    /// Id and label of each, by number.
    pub(super) names: Vec<(String, String)>,
    places: BTreeMap<&'a TopicName, u32>,
}

/// The rows of the entries of files, in their order; none of what is not a file, or of which nothing is known.
pub(super) fn rows<'a>(files: impl Iterator<Item = (&'a Origin, &'a Known)>) -> Vec<Row<'a>> {
    let all = files.flat_map(|(origin, known)| of_file(origin, known));
    (0..).zip(all).map(|(place, row)| Row { place, ..row }).collect()
}

fn of_file<'a>(origin: &'a Origin, known: &'a Known) -> impl Iterator<Item = Row<'a>> {
    let path = if let Origin::Path(path) = origin { Some(path.as_os_str().as_encoded_bytes()) } else { None };
    let held = known.entries.iter().filter(|held| matches!(held.state, State::Ready(_) | State::Bad(_)));
    path.into_iter().flat_map(move |path| held.clone().map(move |held| Row { path, known, held, place: 0 }))
}

/// Writes `rows`, with the signatures that there are.
pub(super) fn write_rows<'s>(
    out: &mut impl Write,
    rows: &[Row<'_>],
    topics: &Topics<'_>,
    signature: impl Fn(EntryId) -> Option<&'s Signature>,
) -> io::Result<()> {
    let mut buffer = Vec::new();
    for Row { path, known, held, place } in rows {
        let parts = Parts { path, known, held, place: *place, signature: signature(held.id).map(Signature::to_bytes) };
        let place = |topic: &TopicName| topics.places.get(topic).copied().unwrap_or(u32::MAX);
        write(out, &Line::of(&parts, place), &mut buffer)?;
    }
    Ok(())
}

impl Row<'_> {
    /// The key by which the list is ordered.
    pub(super) fn order(&self) -> Order {
        order(&self.held.state, self.held.id)
    }
}

impl<'a> Topics<'a> {
    /// Those that `rows` name.
    pub(super) fn of(rows: &[Row<'a>]) -> Self {
        let mut topics = Self::default();
        for row in rows {
            topics.take(&row.held.state);
        }
        topics
    }

    fn take(&mut self, state: &'a State) {
        let State::Ready(card) = state else { return };
        for topic in card.topics.iter().map(|count| &*count.topic) {
            if !self.places.contains_key(topic) {
                self.places.insert(topic, u32::try_from(self.names.len()).unwrap_or(u32::MAX));
                self.names.push((topic.id.to_string(), topic.label.to_string()));
            }
        }
    }
}

/// The topics of these ids and labels, by number.
pub(super) fn named(topics: Vec<(String, String)>) -> Vec<Arc<TopicName>> {
    let name = |(id, label): (String, String)| Arc::new(TopicName { id: Clean::from(id), label: Clean::from(label) });
    topics.into_iter().map(name).collect()
}

/// By what a list is ordered.
pub(super) type Order = (bool, Reverse<Option<Date>>, EntryId);

/// The place of an entry in the list: newest first, what can't be read last.
pub(super) fn order(state: &State, id: EntryId) -> Order {
    match state {
        State::Ready(card) => (false, Reverse(card.date), id),
        _ => (true, Reverse(None), id),
    }
}
