//! The tray over the page: what is in it, what was done to it, and what the file has not answered yet.
//!
//! Every change is shown at once and handed to the file as it is; the file's answer, which may hold lines that other programs have put
//! there, takes the place of what is shown, with the changes over it that are still on their way.

mod act;
mod ask;
mod go;
mod view;

use std::collections::VecDeque;

use super::App;
use super::event::{Effect, TrayNews};
use super::page::list::ListState;
use crate::export::tray_in_words;
use crate::library::tray::{Change, Line, LineId, MOST_LINES, Tray};
use crate::library::{EntryId, History};
use crate::model::Extracts;
use ask::Ask;

/// The state of the tray.
#[derive(Debug, Default)]
pub(super) struct TrayView {
    tray: Tray,
    history: History<Change>,
    /// The steps that the file has not answered.
    unanswered: VecDeque<Vec<Change>>,
    /// Whether it lies over the page.
    shown: bool,
    list: ListState,
    /// What is being typed.
    ask: Option<Ask>,
    /// The entry that is being opened for a line's sake.
    bound: Option<(EntryId, Line)>,
}

impl TrayView {
    /// Whether it lies over the page.
    pub(super) fn is_shown(&self) -> bool {
        self.shown
    }

    /// The lines in it.
    pub(super) fn ids(&self) -> impl Iterator<Item = LineId> {
        self.tray.lines().iter().map(Line::id)
    }

    /// All of it, to be exported; nothing where it has no line.
    pub(super) fn extracts(&self) -> Option<Extracts> {
        (!self.tray.lines().is_empty()).then(|| self.tray.extracts())
    }

    /// The chosen line.
    fn chosen(&self) -> Option<&Line> {
        self.tray.lines().get(self.list.selected)
    }

    /// Chooses the line with this id, if it is there.
    fn choose(&mut self, id: LineId) {
        self.list.selected = self.tray.position(id).unwrap_or(self.list.selected);
    }

    /// The number of the step that would be undone next or, `redo`, done again.
    pub(super) fn newest_step(&self, redo: bool) -> Option<u32> {
        self.history.newest(redo)
    }

    /// Hands to the file what has been done.
    fn hand_in(&mut self, changes: Vec<Change>) -> Vec<Effect> {
        self.unanswered.push_back(changes.clone());
        vec![Effect::Tray(changes)]
    }

    /// Takes in what the file holds; the chosen line stays chosen.
    fn take_in(&mut self, tray: Tray, answered: usize) {
        let chosen = self.chosen().map(Line::id);
        self.unanswered.drain(..answered.min(self.unanswered.len()));
        self.tray = tray;
        for change in self.unanswered.iter().flatten() {
            self.tray.apply(change);
        }
        if let Some(id) = chosen {
            self.choose(id);
        }
    }
}

impl App {
    /// Takes in what came of a change of the tray's file.
    pub(super) fn tray_news(&mut self, news: TrayNews) {
        match news {
            TrayNews::Kept { tray, steps, refused, aside } => {
                self.tray.take_in(tray, steps);
                if let Some(name) = aside {
                    self.alarm(format!("tray.json can't be read: it is {name} now, and the tray begins anew"));
                } else if refused > 0 {
                    self.tell_full();
                }
            }
            TrayNews::Unkept(reason) => self.alarm(format!("the tray is not kept on the disk: {reason}")),
        }
    }

    /// Makes the changes of one step.
    fn change_tray(&mut self, changes: Vec<Change>) -> Vec<Effect> {
        let number = self.next_step();
        self.tray.history.make(&mut self.tray.tray, &changes, number);
        self.tray.hand_in(changes)
    }

    /// How much is in the tray, behind what was done.
    fn tell_tray(&mut self, done: &str) {
        let gap = if done.is_empty() { "" } else { "; " };
        self.tell(format!("{done}{gap}in the tray: {}", tray_in_words(&self.tray.tray.extracts())));
    }

    fn tell_full(&mut self) {
        self.alarm(format!("the tray is full: {MOST_LINES} lines are the most"));
    }
}
