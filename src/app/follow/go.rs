//! From a followed line to its article and back, and on to the next article of the same topic.

use crate::app::App;
use crate::app::event::Effect;
use crate::export::Followed;
use crate::library::EntryId;

impl App {
    /// Opens the article of the chosen line, to go to its sentence.
    pub(super) fn open_followed(&mut self) -> Vec<Effect> {
        let Some(view) = self.pages.follow_mut() else { return Vec::new() };
        let Some((id, line)) = view.chosen().map(|(stop, line)| (stop.entry.id, line)) else { return Vec::new() };
        view.bound = Some((id, line));
        self.shelf.list.selected = self.shelf.position(id).unwrap_or(self.shelf.list.selected);
        self.open(id)
    }

    /// Goes to the sentence of the line that an entry was opened for, once all of it has come.
    pub(in crate::app) fn arrive_at_followed(&mut self, id: EntryId) {
        if self.open.as_ref().is_none_or(|open| open.id != id || !open.whole) {
            return;
        }
        let Some(view) = self.pages.follow_mut() else { return };
        let (tensions, topic) = (view.tensions, view.course.topic.id.clone());
        let Some((_, line)) = view.bound.take_if(|(bound, _)| *bound == id) else { return };
        let Some(reader) = self.reader_mut() else { return };
        let followed = Followed::of(reader.briefing(), &topic);
        let lines = if tensions { followed.tensions } else { followed.points };
        match lines.get(line).map(|line| line.sentence) {
            Some(Some(sentence)) => {
                reader.begin_at(sentence);
                self.arrive_elsewhere();
            }
            Some(None) => self.tell("this line quotes nothing of its article"),
            None => self.tell("this line is not in the article any more"),
        }
    }

    /// The next article of the topic that is followed, or the one before, at its first line; `None` where none is followed.
    pub(in crate::app) fn followed_neighbour(&mut self, on: bool) -> Option<Vec<Effect>> {
        let view = self.pages.follow_mut()?;
        let here = view.place(view.list.selected).map(|(stop, _)| stop)?;
        let has_lines = |stop: &usize| view.starts.get(*stop) < view.starts.get(*stop + 1);
        let to = if on { (here + 1..view.stops.len()).find(has_lines) } else { (0..here).rev().find(has_lines) };
        let Some(start) = to.and_then(|stop| view.starts.get(stop)).copied() else {
            let label = view.course.topic.label.clone();
            self.tell(format!("this is the {} article of {label}", if on { "last" } else { "first" }));
            return Some(Vec::new());
        };
        view.list.selected = start;
        Some(self.open_followed())
    }
}
