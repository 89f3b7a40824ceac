//! What is new in the open article: sentences that earlier articles of the library have are dimmed, on a key and from then on in each
//! article that is opened.

use super::App;
use super::event::Effect;
use crate::export::counted;
use crate::library::{Entry, EntryId, Sought};
use crate::text::Clean;

/// How sentences are shown that earlier articles have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum SeenBefore {
    /// As all others.
    #[default]
    Alike,
    /// Dimmed.
    Dimmed,
}

impl App {
    /// Dims what earlier articles have, or nothing any more.
    pub(super) fn turn_new(&mut self) -> Vec<Effect> {
        if !self.has_list {
            self.tell("what is new is told against the earlier articles of a list");
            return Vec::new();
        }
        if self.seen_before == SeenBefore::Alike {
            self.seen_before = SeenBefore::Dimmed;
            self.tell("looking for its sentences in earlier articles ...");
            return self.look_for_seen();
        }
        self.seen_before = SeenBefore::Alike;
        if let Some(reader) = self.reader_mut() {
            reader.know_seen(Vec::new());
        }
        self.tell("all sentences are shown alike");
        Vec::new()
    }

    /// The wish to look for the sentences of the open article in earlier ones, where that is wanted and all of it is here.
    pub(super) fn look_for_seen(&self) -> Vec<Effect> {
        let Some(open) = self.open.as_ref().filter(|open| self.seen_before == SeenBefore::Dimmed && open.whole) else {
            return Vec::new();
        };
        let own = self.shelf.entries.by_id(open.id).map(Entry::rank);
        let sought = open.reader.as_ref().map(|reader| Sought::of(&reader.briefing().article));
        own.zip(sought).map(|(own, sought)| Effect::Seen { own, sought }).into_iter().collect()
    }

    /// Takes in which sentences earlier articles have, of so many that were looked for.
    pub(super) fn seen_earlier(&mut self, id: EntryId, seen: Vec<(u32, EntryId)>, sought: usize) {
        if self.seen_before == SeenBefore::Alike || self.open.as_ref().is_none_or(|open| open.id != id) {
            return;
        }
        let count = seen.len();
        if let Some(reader) = self.reader_mut() {
            reader.know_seen(seen);
        }
        self.tell(format!("{} of {} stood in earlier articles", count, counted(sought, "sentence")));
    }

    /// Where the chosen sentence was seen first, if it was.
    pub(super) fn seen_first(&self) -> Option<Clean> {
        let entry = self.shelf.entries.by_id(self.reader()?.seen_here()?)?;
        let card = entry.card()?;
        let date = card.date.map_or_else(|| "[no date]".to_owned(), |date| date.to_string());
        Some(Clean::from(format!("seen {date} {}", card.outlet.as_deref().unwrap_or(&card.headline))).one_line())
    }
}
