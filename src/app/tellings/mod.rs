//! The tellings of one story: the earliest, and beside it what another outlet cut, added, moved and said in other words.
//!
//! Which entries tell it is known from the list; the two that are shown are read and compared elsewhere, and until they come the page says so.

mod act;
mod from;
mod go;
mod rows;
mod view;

use std::ops::Range;
use std::sync::Arc;

use super::event::Effect;
use super::page::list::ListState;
use crate::library::alike::{Comparison, Difference};
use crate::library::{Entry, EntryId};
use crate::text::Clean;

/// Two of the tellings of one story.
#[derive(Debug, Default)]
pub(super) struct TellingsView {
    /// All that tell it, the earliest first.
    tellings: Vec<Entry>,
    /// Which of them is compared with the first.
    other: usize,
    /// What came of it; nothing yet, or why nothing can.
    comparison: Option<Result<Arc<Comparison>, Clean>>,
    /// The lines of the page.
    lines: Vec<Line>,
    /// Whether the sentences that both have are shown one by one.
    common: bool,
    list: ListState,
    /// How many rows the lines had on the last screen.
    rows: usize,
    /// Which wish it waits for.
    stamp: u32,
    /// Whether the comparison was asked for.
    is_asked: bool,
    /// The entry that is being opened, and at which of its sentences.
    bound: Option<(EntryId, u32)>,
}

/// A line of the page: steps of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    /// One of them.
    Step(usize),
    /// Several sentences that both have, folded.
    Same(Range<usize>),
}

impl TellingsView {
    /// The page of `tellings`, of which the one numbered `other` is set beside the first.
    fn new(tellings: Vec<Entry>, other: usize, stamp: u32) -> Self {
        Self { tellings, other, stamp, ..Self::default() }
    }

    /// The two that are shown.
    fn pair(&self) -> Option<[&Entry; 2]> {
        Some([self.tellings.first()?, self.tellings.get(self.other)?])
    }

    /// The wish for the comparison, once.
    fn wish(&mut self) -> Option<Effect> {
        let entries = self.pair()?.map(|entry| entry.id);
        (!std::mem::replace(&mut self.is_asked, true)).then_some(Effect::Compare { stamp: self.stamp, entries })
    }

    /// Takes in what came of it.
    pub(super) fn learn(&mut self, stamp: u32, comparison: Result<Arc<Comparison>, Clean>) {
        if stamp == self.stamp {
            self.comparison = Some(comparison);
            self.arrange();
        }
    }

    /// Takes in that the library knows other things of these entries than before.
    pub(super) fn forget(&mut self, entries: &[EntryId]) {
        if self.pair().is_some_and(|pair| pair.iter().any(|entry| entries.contains(&entry.id))) {
            self.ask_again();
        }
    }

    /// Takes in that what it asked for may not come, or be another.
    pub(super) fn ask_again(&mut self) {
        self.is_asked = false;
    }

    /// Sets the next or the previous telling beside the first; whether there was one.
    fn turn(&mut self, on: bool, stamp: u32) -> bool {
        let to = if on { self.other + 1 } else { self.other.saturating_sub(1) };
        if to == 0 || to >= self.tellings.len() {
            return false;
        }
        let tellings = std::mem::take(&mut self.tellings);
        *self = Self { common: self.common, ..Self::new(tellings, to, stamp) };
        true
    }

    /// Makes the lines: each step one, sentences that both have in the same order one together, unless they are wanted one by one.
    fn arrange(&mut self) {
        let Some(Ok(comparison)) = &self.comparison else { return };
        let mut lines: Vec<Line> = Vec::new();
        for (at, step) in comparison.steps.iter().enumerate() {
            match (step, lines.last_mut()) {
                (Difference::Same { .. }, Some(Line::Same(run))) if run.end == at => run.end += 1,
                (Difference::Same { .. }, _) if !self.common => lines.push(Line::Same(at..at + 1)),
                _ => lines.push(Line::Step(at)),
            }
        }
        self.lines = lines;
    }

    /// Shows the sentences that both have, or folds them, with the same sentence chosen.
    fn turn_common(&mut self) {
        let chosen = self.lines.get(self.list.selected).map_or(0, Line::first);
        self.common = !self.common;
        self.arrange();
        self.list.selected = self.lines.partition_point(|line| line.first() <= chosen).saturating_sub(1);
    }

    /// The sentences of the chosen line: of the first telling and of the other.
    fn chosen(&self) -> Option<[Option<u32>; 2]> {
        let Some(Ok(comparison)) = &self.comparison else { return None };
        Some(comparison.steps.get(self.lines.get(self.list.selected)?.first())?.sentences())
    }
}

impl Line {
    /// Its first step.
    fn first(&self) -> usize {
        match self {
            Self::Step(at) => *at,
            Self::Same(run) => run.start,
        }
    }
}
