//! From a sentence on the page to the article that has it.

use crate::app::App;
use crate::app::event::Effect;
use crate::library::EntryId;

impl App {
    /// Opens the article of the chosen line: the other telling where that has it, since the first is what one knows.
    pub(super) fn open_telling(&mut self) -> Vec<Effect> {
        let Some(view) = self.pages.tellings_mut() else { return Vec::new() };
        let Some((pair, sentences)) = view.pair().map(|pair| pair.map(|entry| entry.id)).zip(view.chosen()) else {
            return Vec::new();
        };
        let ([first, other], [in_first, in_other]) = (pair, sentences);
        let Some((id, sentence)) = in_other.map(|at| (other, at)).or(in_first.map(|at| (first, at))) else { return Vec::new() };
        view.bound = Some((id, sentence));
        self.open(id)
    }

    /// Goes to the sentence that an entry was opened for, once all of it has come.
    pub(in crate::app) fn arrive_at_telling(&mut self, id: EntryId) {
        if self.open.as_ref().is_none_or(|open| open.id != id || !open.whole) {
            return;
        }
        let bound = self.pages.tellings_mut().and_then(|view| view.bound.take_if(|(bound, _)| *bound == id));
        let Some(((_, sentence), reader)) = bound.zip(self.reader_mut()) else { return };
        reader.begin_at(sentence);
        self.arrive_elsewhere();
    }
}
