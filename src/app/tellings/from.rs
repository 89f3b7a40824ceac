//! Where comparing begins: an entry of the list, or the briefing that is open.

use super::TellingsView;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::pages::Page;
use crate::library::{Entry, EntryId};

impl App {
    /// Shows the tellings of the story of an entry: that one beside the earliest, or the second where it is the earliest.
    pub(in crate::app) fn compare(&mut self, id: EntryId) -> Vec<Effect> {
        let tellings: Vec<Entry> = self.shelf.entries.tellings(id).into_iter().cloned().collect();
        if tellings.len() < 2 {
            self.tell(if self.has_list {
                "no other telling of this story is in the list"
            } else {
                "tellings are compared in a list of several articles"
            });
            return Vec::new();
        }
        let own = tellings.iter().position(|entry| entry.id == id).unwrap_or_default();
        self.stamps += 1;
        let view = TellingsView::new(tellings, own.max(1), self.stamps);
        self.show_page(Page::Tellings(Box::new(view)));
        Vec::new()
    }
}
