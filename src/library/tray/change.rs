//! What can be done to a tray, as values: each says what it means by ids and neighbours, never by numbers of rows, so that it means the
//! same in a tray that another program has changed meanwhile. Each gives back the change that undoes it.

use super::{Line, LineId, MOST_LINES, Tray};
use crate::library::Changing;
use crate::text::Clean;

/// Where a line goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Before all others.
    First,
    /// Behind this one.
    Behind(LineId),
    /// Behind all others.
    Last,
}

/// One change of a tray.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Add lines, or put dropped ones back; those that are there already stay where they are.
    Put(Vec<(Line, Spot)>),
    /// Take lines out.
    Drop(Vec<LineId>),
    /// Give a line another place; nothing where its neighbour is gone.
    Move(LineId, Spot),
    /// Put the analyst's own words under a line, or take them away.
    Remark(LineId, Option<Clean>),
    /// Put a title above all lines, or take it away.
    Title(Option<Clean>),
}

/// What came of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The change that undoes it; none where it changed nothing.
    pub undo: Option<Change>,
    /// How many lines the tray has no room for.
    pub refused: usize,
}

impl Tray {
    /// Makes one change.
    pub fn apply(&mut self, change: &Change) -> Applied {
        let undo = match change {
            Change::Put(lines) => return self.put(lines),
            Change::Drop(ids) => self.take_out(ids),
            Change::Move(id, spot) => self.move_line(*id, *spot),
            Change::Remark(id, remark) => self.remark(*id, remark.as_ref()),
            Change::Title(title) => self.name(title.as_ref()),
        };
        Applied { undo, refused: 0 }
    }

    fn put(&mut self, lines: &[(Line, Spot)]) -> Applied {
        let mut added = Vec::new();
        let mut refused = 0;
        for (line, spot) in lines {
            if self.line(line.id).is_some() {
                continue;
            }
            if self.lines.len() >= MOST_LINES {
                refused += 1;
                continue;
            }
            let at = self.index(*spot).unwrap_or(self.lines.len());
            self.lines.insert(at, line.clone());
            added.push(line.id);
        }
        Applied { undo: (!added.is_empty()).then_some(Change::Drop(added)), refused }
    }

    fn take_out(&mut self, ids: &[LineId]) -> Option<Change> {
        let mut dropped = Vec::new();
        let mut before = Spot::First;
        let mut kept = Vec::new();
        for line in std::mem::take(&mut self.lines) {
            let spot = std::mem::replace(&mut before, Spot::Behind(line.id));
            if ids.contains(&line.id) {
                dropped.push((line, spot));
            } else {
                kept.push(line);
            }
        }
        self.lines = kept;
        (!dropped.is_empty()).then_some(Change::Put(dropped))
    }

    fn move_line(&mut self, id: LineId, spot: Spot) -> Option<Change> {
        let from = self.position(id)?;
        let before = self.spot(from);
        if spot == Spot::Behind(id) {
            return None;
        }
        self.index(spot)?;
        let line = self.lines.remove(from);
        let to = self.index(spot).unwrap_or(from);
        self.lines.insert(to, line);
        (to != from).then_some(Change::Move(id, before))
    }

    fn remark(&mut self, id: LineId, remark: Option<&Clean>) -> Option<Change> {
        let line = self.lines.iter_mut().find(|line| line.id == id)?;
        let before = std::mem::replace(&mut line.extract.remark, words_of(remark));
        (before != line.extract.remark).then_some(Change::Remark(id, before))
    }

    fn name(&mut self, title: Option<&Clean>) -> Option<Change> {
        let before = std::mem::replace(&mut self.title, words_of(title));
        (before != self.title).then_some(Change::Title(before))
    }

    /// The place of the line at `index`, said by its neighbour.
    fn spot(&self, index: usize) -> Spot {
        let before = index.checked_sub(1).and_then(|before| self.lines.get(before));
        before.map_or(Spot::First, |line| Spot::Behind(line.id))
    }

    /// The row that `spot` stands for; none where its neighbour is gone.
    fn index(&self, spot: Spot) -> Option<usize> {
        match spot {
            Spot::First => Some(0),
            Spot::Behind(id) => self.position(id).map(|at| at + 1),
            Spot::Last => Some(self.lines.len()),
        }
    }
}

impl Changing for Tray {
    type Change = Change;

    fn make(&mut self, change: &Change) -> Option<Change> {
        self.apply(change).undo
    }
}

/// `words` on one line; spaces alone are none.
fn words_of(words: Option<&Clean>) -> Option<Clean> {
    words.map(Clean::one_line).filter(|words| !words.trim().is_empty())
}
