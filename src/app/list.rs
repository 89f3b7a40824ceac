//! What is done on the list: stepping, sorting, searching, opening.

use super::action::Action;
use super::event::Effect;
use super::shelf::Shelf;
use super::{App, Prompt};
use crate::library::{EntryId, Progress, State, thousands};
use crate::model::{Note, NoteKind};
use crate::text::Clean;

impl App {
    pub(super) fn act_on_list(&mut self, action: Action) -> Vec<Effect> {
        let (count, page) = (self.shelf.len(), self.list_page());
        if self.shelf.list.moves(action, page, count) {
            return Vec::new();
        }
        match action {
            Action::NextHit | Action::PreviousHit => self.step_hit(action == Action::NextHit),
            Action::NextGroup | Action::PreviousGroup => self.step_group(action == Action::NextGroup),
            Action::Sort => {
                let order = self.shelf.next_order(&self.marks);
                self.tell(format!("by {}", order.word()));
            }
            Action::Search => {
                let line = self.shelf.search().map(|search| search.line.clone()).unwrap_or_default();
                self.prompt = Some(Prompt { line, before: None, shelf: Some(self.shelf.before()) });
            }
            Action::Close => drop(self.shelf.forget_search(&self.marks)),
            Action::Open => return self.open_chosen(),
            Action::Mark | Action::Read => return self.mark(action),
            Action::Undo | Action::Redo => return self.turn_marks(action),
            Action::Follow => return self.follow_any(),
            Action::Compare => return self.shelf.chosen().map(|entry| entry.id).map_or_else(Vec::new, |id| self.compare(id)),
            _ => {}
        }
        Vec::new()
    }

    /// How many entries a page of the list is.
    fn list_page(&self) -> isize {
        let rows = if self.shelf.search().is_some_and(|search| !search.query.words.is_empty()) { 2 } else { 1 };
        isize::try_from((self.list_rows / rows).saturating_sub(1).max(1)).unwrap_or(1)
    }

    fn step_hit(&mut self, on: bool) {
        let count = self.shelf.len();
        if self.shelf.search().is_none() {
            self.tell("nothing is searched for");
        } else if !self.shelf.list.step(if on { 1 } else { -1 }, count) {
            self.tell(if on { "this is the last that was found" } else { "this is the first that was found" });
        }
    }

    fn step_group(&mut self, on: bool) {
        let order = self.shelf.entries.order();
        let group = if order == crate::library::Order::Date { "month" } else { order.word() };
        if !self.shelf.step_group(on) {
            self.tell(format!("there is no {group} {}", if on { "below" } else { "above" }));
        }
    }

    fn open_chosen(&mut self) -> Vec<Effect> {
        match self.shelf.chosen().map(|entry| (entry.id, entry.state.clone())) {
            Some((_, State::Bad(reason))) => {
                self.alarm(reason);
                Vec::new()
            }
            Some((id, _)) => self.open(id),
            None => Vec::new(),
        }
    }

    /// Searches for a line as it is typed: the open briefing, else the library.
    pub(super) fn look_for(&mut self, line: Clean) -> Vec<Effect> {
        let wish = match self.reader_mut() {
            Some(reader) => {
                reader.look_for(&line);
                None
            }
            None => self.shelf.look_for(line.clone(), &self.marks),
        };
        if let Some(prompt) = &mut self.prompt {
            prompt.line = line;
        }
        wish.into_iter().collect()
    }

    /// Back to where the search began.
    pub(super) fn give_up_query(&mut self) {
        let Some(prompt) = self.prompt.take() else { return };
        if let (Some(open), Some(before)) = (&mut self.open, prompt.before) {
            open.reader = Some(before);
        }
        if let Some(before) = prompt.shelf {
            self.shelf.go_back(before, &self.marks);
        }
    }

    /// How far the library was read.
    pub(super) fn reading(&mut self, progress: Option<Progress>) {
        if progress.is_none() {
            self.shelf.is_whole();
            // What went wrong meanwhile is not talked over.
            if let Some(before) = self.shelf.progress.filter(|_| !self.status.as_ref().is_some_and(|status| status.alarm)) {
                let noun = if before.total == 1 { "file" } else { "files" };
                self.tell(format!("read {} {noun}", thousands(before.total)));
            }
        }
        self.shelf.progress = progress;
    }

    /// What went less than well with the library is shown, and stays among the notes.
    pub(super) fn library_fault(&mut self, words: Clean) {
        let note = Note::new(NoteKind::File, words);
        self.complain(std::slice::from_ref(&note));
        self.complaints.push(note);
    }

    /// Opens the entry after or before the open one, passing over what can't be read.
    pub(super) fn neighbour(&mut self, by: isize) -> Vec<Effect> {
        let count = self.shelf.len();
        while self.shelf.list.step(by, count) {
            if let Some(id) = self.shelf.chosen().filter(|entry| !matches!(entry.state, State::Bad(_))).map(|entry| entry.id) {
                return self.open(id);
            }
        }
        self.tell(if by > 0 { "this is the last briefing of the list" } else { "this is the first briefing of the list" });
        Vec::new()
    }

    /// Goes to the sentence by which the entry was found, with the words lit.
    pub(super) fn land_on_hit(&mut self, id: EntryId) {
        let Some((search, hit)) = self.shelf.search().cloned().zip(self.shelf.hit_of(id).cloned()) else { return };
        if let Some(reader) = self.reader_mut() {
            reader.look_for_words(&search.line, &search.query.words);
            reader.begin_at(hit.sentence);
            self.arrive_elsewhere();
        }
    }

    /// What the list is of, and how much of it is shown.
    pub(super) fn list_title(shelf: &Shelf) -> String {
        let total = thousands(shelf.total());
        let noun = if shelf.total() == 1 { "entry" } else { "entries" };
        let order = match shelf.entries.order() {
            crate::library::Order::Date => String::new(),
            order => format!(", by {}", order.word()),
        };
        let folded = match shelf.folded() {
            0 => String::new(),
            some => format!(", {} folded", thousands(some)),
        };
        match shelf.search() {
            Some(_) => format!("{} of {total}{folded}{order}", thousands(shelf.len() + shelf.folded())),
            None => format!("{total} {noun}{folded}{order}"),
        }
    }
}
