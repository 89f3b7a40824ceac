//! What opening and leaving an article does to its mark: opened wholly it is read, and where one left it, one comes back.

use crate::app::App;
use crate::app::action::Action;
use crate::app::event::Effect;
use crate::app::keymap::Context;
use crate::app::reader::Reader;
use crate::library::marks::{Change, To};
use crate::model::ContentId;

/// What has been done about the mark of the open article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Visit {
    /// The content that counts as read; its file may be edited while it is open.
    settled: Option<ContentId>,
    /// Whether the reader stays where it is: a key was pressed, or the article was opened at a place of its own.
    stays: bool,
}

impl App {
    /// Where all of the open article and the user's marks are here: it is read, and the reader comes back to the last place in it, once.
    pub(in crate::app) fn settle(&mut self) -> Vec<Effect> {
        let is_known = self.marks.known;
        let Some(open) = self.open.as_mut().filter(|open| open.whole && is_known) else { return Vec::new() };
        let Some(reader) = &mut open.reader else { return Vec::new() };
        let content = reader.briefing().article.content;
        if open.visit.settled.replace(content) == Some(content) {
            return Vec::new();
        }
        let stays = std::mem::replace(&mut open.visit.stays, true);
        let place = self.marks.get(content).place.filter(|_| !stays);
        if place.is_some_and(|place| reader.return_to(place)) && self.status.is_none() {
            let key = self.keymap.key(Context::Reader, Action::Top).map(|key| format!(" ({key} goes to the beginning)"));
            self.tell(format!("back where you were{}", key.unwrap_or_default()));
        }
        self.marks.note(Change { content, to: To::Read(true) })
    }

    /// Keeps the place in the open article, where it was read at all: before another one is opened, and at the end.
    pub fn leave(&mut self) -> Vec<Effect> {
        let Some(content) = self.open.as_ref().and_then(|open| open.visit.settled) else { return Vec::new() };
        let Some(place) = self.reader().map(Reader::place) else { return Vec::new() };
        self.marks.note(Change { content, to: To::Place(place) })
    }

    /// Closes the open article; the file of marks is looked at, because the list shows what others have read.
    pub(in crate::app) fn return_to_list(&mut self) -> Vec<Effect> {
        let left = self.leave();
        self.open = None;
        if left.is_empty() { vec![Effect::Mark(Vec::new())] } else { left }
    }

    /// Has the reader stay where it is: who reads already is not taken elsewhere.
    pub(in crate::app) fn stay(&mut self) {
        if let Some(open) = self.open.as_mut().filter(|open| open.reader.is_some()) {
            open.visit.stays = true;
        }
    }

    /// Says of the article just asked for that it is opened at a place of its own, not at the last one.
    pub(in crate::app) fn arrive_elsewhere(&mut self) {
        self.open.iter_mut().for_each(|open| open.visit.stays = true);
    }
}
