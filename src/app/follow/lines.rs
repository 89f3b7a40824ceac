//! The lines of a followed topic by number, and which line of which article each is.
//!
//! How many an article has is said by its card until it was read; of tensions nothing is known before, so it stands for one.

use super::FollowView;
use crate::export::FollowedLine;
use crate::library::EntryId;
use crate::library::follow::{Month, Stop};

impl FollowView {
    /// The number of lines, as far as is known.
    pub(super) fn len(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// The article of the line numbered `line`, by its place among the stops, and which of its lines it is.
    pub(super) fn place(&self, line: usize) -> Option<(usize, usize)> {
        let stop = self.starts.partition_point(|start| *start <= line).checked_sub(1).filter(|_| line < self.len())?;
        Some((stop, line - self.starts.get(stop)?))
    }

    /// The chosen line: its article, and which of the article's lines it is.
    pub(super) fn chosen(&self) -> Option<(&Stop, usize)> {
        let (stop, line) = self.place(self.list.selected)?;
        Some((self.stops.get(stop)?, line))
    }

    /// The words of a line, if they were read.
    pub(super) fn line(&self, id: EntryId, line: usize) -> Option<&FollowedLine> {
        let read = self.read.get(&id)?.as_ref()?;
        if self.tensions { &read.tensions } else { &read.points }.get(line)
    }

    /// The line to keep chosen: none as long as nobody has moved.
    pub(super) fn kept(&self) -> Option<(EntryId, usize)> {
        self.chosen().filter(|_| self.list.selected > 0).map(|(stop, line)| (stop.entry.id, line))
    }

    /// Puts the articles into their order, and chooses `kept` or the first.
    pub(super) fn arrange(&mut self, kept: Option<(EntryId, usize)>) {
        self.stops = self.course.stops(self.oldest_first);
        if self.tensions {
            self.stops.retain(Stop::has_tensions);
        }
        self.list.selected = 0;
        self.count(kept);
    }

    /// Counts the lines, and chooses `kept`, or what stands in its place where it is gone.
    pub(super) fn count(&mut self, kept: Option<(EntryId, usize)>) {
        let mut starts = Vec::with_capacity(self.stops.len() + 1);
        let mut next = 0;
        for stop in &self.stops {
            starts.push(next);
            next += self.lines_of(stop);
        }
        starts.push(next);
        self.starts = starts;
        if let Some((id, line)) = kept {
            self.choose(id, line);
        }
        self.list.selected = self.list.selected.min(self.len().saturating_sub(1));
    }

    /// Chooses a line of an article.
    pub(super) fn choose(&mut self, id: EntryId, line: usize) {
        let Some(stop) = self.stops.iter().position(|stop| stop.entry.id == id) else { return };
        let last = self.stops.get(stop).map_or(0, |stop| self.lines_of(stop)).saturating_sub(1);
        self.list.selected = self.starts.get(stop).map_or(0, |start| start + line.min(last));
    }

    /// The first line of the next month with lines, or of this one, and then of the one before; whether there was one.
    pub(super) fn step_month(&mut self, on: bool) -> bool {
        let Some((here, line)) = self.place(self.list.selected) else { return false };
        let month = |stop: usize| self.stops.get(stop).map(|stop| stop.date().map(Month::of));
        let first = |stop: usize| (0..stop).rev().take_while(|above| month(*above) == month(stop)).last().unwrap_or(stop);
        let to = match (on, first(here)) {
            (true, _) => (here..self.stops.len()).find(|stop| month(*stop) != month(here)),
            (false, own) if own < here || line > 0 => Some(own),
            (false, own) => own.checked_sub(1).map(first),
        };
        let start = to.and_then(|stop| self.starts.get(stop)).copied().filter(|start| *start < self.len());
        self.list.selected = start.unwrap_or(self.list.selected);
        start.is_some()
    }

    /// How many lines an article has, as far as is known.
    fn lines_of(&self, stop: &Stop) -> usize {
        match (self.read.get(&stop.entry.id), self.tensions) {
            (None, false) => stop.points as usize,
            (None, true) => 1,
            (Some(read), true) => read.as_ref().map_or(0, |read| read.tensions.len()),
            // Where its lines are not what its card says, one row says so.
            (Some(read), false) => read.as_ref().map_or(1, |read| read.points.len().max(1)),
        }
    }
}
