//! The user's marks as the app knows them: every change is shown at once and handed to the file; what others have changed there comes back
//! as an event, and what is still on its way lies over it.

mod act;
mod visit;

use std::collections::VecDeque;

use super::App;
use super::event::{Effect, MarksNews};
use crate::export::counted;
use crate::library::marks::{Change, Mark, Marks};
use crate::library::{Changing, History};
use crate::model::ContentId;
pub(super) use visit::Visit;

/// The marks, and what can be undone of them.
#[derive(Debug, Default)]
pub(super) struct MarksView {
    marks: Marks,
    history: History<Change>,
    /// The steps that the file has not answered.
    unanswered: VecDeque<Vec<Change>>,
    /// Whether the file has said what it holds, or why it can't.
    known: bool,
}

impl MarksView {
    /// What is kept of the article with this content.
    pub(super) fn get(&self, content: ContentId) -> Mark {
        self.marks.get(content)
    }

    /// Makes a change that no key asked for, and that none undoes.
    fn note(&mut self, change: Change) -> Vec<Effect> {
        if self.marks.make(&change).is_some() { self.hand_in(vec![change]) } else { Vec::new() }
    }

    /// Hands to the file what has been done.
    fn hand_in(&mut self, changes: Vec<Change>) -> Vec<Effect> {
        self.unanswered.push_back(changes.clone());
        vec![Effect::Mark(changes)]
    }

    /// Takes in all that the file holds, with the first `answered` steps in it.
    fn take_in(&mut self, marks: Marks, answered: usize) {
        self.marks = marks;
        self.forget(answered);
        self.make_again();
    }

    /// Takes in what others have put into the file before the first `answered` steps.
    fn add(&mut self, changes: &[Change], answered: usize) {
        for change in changes {
            self.marks.make(change);
        }
        self.make_again();
        self.forget(answered);
    }

    fn make_again(&mut self) {
        for change in self.unanswered.iter().flatten() {
            self.marks.make(change);
        }
    }

    fn forget(&mut self, answered: usize) {
        self.unanswered.drain(..answered.min(self.unanswered.len()));
    }
}

impl App {
    /// Whether the user has marked the article with this content.
    pub(super) fn is_marked(&self, content: ContentId) -> bool {
        self.marks.get(content).marked
    }

    /// Takes in what came of a look at the file of marks, or of changes of it.
    pub(super) fn marks_news(&mut self, news: MarksNews) -> Vec<Effect> {
        match news {
            MarksNews::All { marks, steps, bad, aside } => {
                self.marks.take_in(marks, steps);
                self.shelf.heed_marks(&self.marks);
                if bad > 0 {
                    let copy = aside.map_or_else(String::new, |name| format!(" (kept in {name})"));
                    self.alarm(format!("the file of marks has {} that can't be read{copy}", counted(bad, "line")));
                }
            }
            MarksNews::New { changes, steps } => self.marks.add(&changes, steps),
            MarksNews::Unkept(reason) => self.alarm(format!("marks are not kept on the disk: {reason}")),
        }
        self.marks.known = true;
        self.settle()
    }
}
