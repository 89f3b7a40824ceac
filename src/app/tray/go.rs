//! From a line of the tray to its sentence, in whatever article it stands.

use crate::app::App;
use crate::app::event::Effect;
use crate::export;
use crate::library::tray::Line;
use crate::library::{Entry, EntryId, State};
use crate::model::Source;

impl App {
    /// Goes to the sentence of the chosen line; its article is opened first where another one is open.
    pub(super) fn open_line(&mut self) -> Vec<Effect> {
        let Some(line) = self.tray.chosen().cloned() else { return Vec::new() };
        let is_here = |source: Source| same(line.source(), &source.file, source.hash.as_ref());
        if self.reader().is_some_and(|reader| is_here(export::source(reader.briefing()))) {
            self.tray.shown = false;
            self.land(&line);
            return Vec::new();
        }
        let Some(id) = self.entry_of(line.source()) else {
            self.tell(format!("{} is none of the articles that are open here", line.source().file));
            return Vec::new();
        };
        self.tray.shown = false;
        self.tray.bound = Some((id, line));
        self.shelf.list.selected = self.shelf.position(id).unwrap_or_default();
        let effects = self.open(id);
        self.arrive_elsewhere();
        effects
    }

    /// Goes to the sentence that an entry was opened for, once all of it has come.
    pub(in crate::app) fn arrive(&mut self, id: EntryId) {
        if self.open.as_ref().is_none_or(|open| open.id != id || !open.whole) {
            return;
        }
        if let Some((_, line)) = self.tray.bound.take_if(|(bound, _)| *bound == id) {
            self.land(&line);
        }
    }

    fn land(&mut self, line: &Line) {
        let Some(reader) = self.reader_mut() else { return };
        let has_changed = line.source().hash.is_some() && reader.briefing().article.hash != line.source().hash;
        let is_there = reader.go_to(line.extract());
        if has_changed {
            self.alarm("the article has changed since this line was taken");
        } else if !is_there {
            self.tell("this line rests on no sentence of its article");
        }
    }

    /// The entry that `source` is: the same bytes under the same name, else the same bytes, else the same name.
    fn entry_of(&self, source: &Source) -> Option<EntryId> {
        let named = |entry: &Entry| entry.name.rsplit(['/', '\\']).next() == Some(&*source.file);
        let hashed =
            |entry: &Entry| source.hash.is_some() && matches!(&entry.state, State::Ready(card) if card.hash == source.hash);
        let find = |wanted: &dyn Fn(&Entry) -> bool| self.shelf.entries.listed().iter().find(|entry| wanted(entry));
        let found = find(&|entry| named(entry) && hashed(entry)).or_else(|| find(&hashed)).or_else(|| find(&named));
        found.map(|entry| entry.id)
    }
}

/// Whether `source` is the article of this file name and hash.
fn same(source: &Source, file: &str, hash: Option<&crate::text::Clean>) -> bool {
    match (&source.hash, hash) {
        (Some(own), Some(other)) => own == other,
        _ => &*source.file == file,
    }
}
