//! What keys do to marks, in the list and in a briefing.

use super::App;
use crate::app::action::Action;
use crate::app::event::Effect;
use crate::library::Entry;
use crate::library::marks::{Change, To};
use crate::model::ContentId;
use crate::text::Clean;

impl App {
    /// Marks the open or chosen article, or calls it unread; the same key takes it back.
    pub(in crate::app) fn mark(&mut self, action: Action) -> Vec<Effect> {
        let content = match self.subject() {
            Ok(content) => content,
            Err(reason) => {
                self.tell(reason);
                return Vec::new();
            }
        };
        let mark = self.marks.get(content);
        let to = if action == Action::Mark { To::Marked(!mark.marked) } else { To::Read(!mark.read) };
        let changes = vec![Change { content, to }];
        let number = self.next_step();
        self.marks.history.make(&mut self.marks.marks, &changes, number);
        let key = self.keymap.key(self.context(), Action::Undo).map(|key| format!(" ({key} undoes it)"));
        self.tell(format!("{}{}", words(to), key.unwrap_or_default()));
        self.marks.hand_in(changes)
    }

    /// Undoes the last change of marks that a key has made, or makes it again.
    pub(in crate::app) fn turn_marks(&mut self, action: Action) -> Vec<Effect> {
        let redo = action == Action::Redo;
        let number = self.next_step();
        let (marks, history) = (&mut self.marks.marks, &mut self.marks.history);
        let Some(changes) = (if redo { history.redo(marks, number) } else { history.undo(marks, number) }) else {
            self.tell(if redo { "there is nothing to do again" } else { "there is nothing to undo" });
            return Vec::new();
        };
        for change in &changes {
            self.show_turned(*change, if redo { "done again" } else { "undone" });
        }
        self.marks.hand_in(changes)
    }

    /// In a briefing, where lines are taken and articles marked: undoes, or makes again, what was done last.
    pub(in crate::app) fn turn(&mut self, action: Action) -> Vec<Effect> {
        let redo = action == Action::Redo;
        if self.marks.history.newest(redo) > self.tray.newest_step(redo) {
            self.turn_marks(action)
        } else {
            self.turn_tray(action)
        }
    }

    /// The article that a key speaks of: the open one, else the chosen one.
    fn subject(&self) -> Result<ContentId, Clean> {
        let content = match &self.open {
            Some(open) => open.reader.as_ref().filter(|_| open.whole).map(|reader| reader.briefing().article.content),
            None => self.shelf.chosen().and_then(Entry::card).map(|card| card.content),
        };
        content.filter(|content| *content != ContentId::default()).ok_or_else(|| match &self.open {
            Some(_) => "the article is still being read: a moment".into(),
            None => "there is no article here to mark, or it is still being read".into(),
        })
    }

    /// Tells what was undone or done again; in the list, its article is the chosen one then.
    fn show_turned(&mut self, change: Change, turned: &str) {
        let is_it = |entry: &Entry| entry.card().is_some_and(|card| card.content == change.content);
        let entry = self.shelf.entries.listed().iter().find(|entry| is_it(entry));
        let line = entry.and_then(|entry| self.shelf.position(entry.id));
        let headline = entry.and_then(Entry::card).map(|card| format!(": {}", card.headline));
        if let (None, Some(line)) = (&self.open, line) {
            self.shelf.list.selected = line;
        }
        self.tell(format!("{turned}, {}{}", words(change.to), headline.unwrap_or_default()));
    }
}

/// How an article is now.
fn words(to: To) -> &'static str {
    match to {
        To::Marked(true) => "marked",
        To::Marked(false) => "not marked any more",
        To::Read(true) => "read",
        To::Read(false) => "unread",
        To::Place(_) => "at another place",
    }
}
