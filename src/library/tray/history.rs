//! What was done to a tray, to be undone and done again.

use super::{Change, Tray};

/// The steps that can be undone, and those that can be done again: each the changes that lead there.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Vec<Change>>,
    undone: Vec<Vec<Change>>,
}

impl History {
    /// Makes `changes` as one step; how many lines the tray has no room for.
    pub fn make(&mut self, tray: &mut Tray, changes: &[Change]) -> usize {
        let (undo, refused) = run(tray, changes);
        if !undo.is_empty() {
            self.done.push(undo);
            self.undone.clear();
        }
        refused
    }

    /// Undoes the last step that still means something; the changes made for it.
    pub fn undo(&mut self, tray: &mut Tray) -> Option<Vec<Change>> {
        let (step, back) = last(&mut self.done, tray)?;
        self.undone.push(back);
        Some(step)
    }

    /// Does again what was undone last; the changes made for it.
    pub fn redo(&mut self, tray: &mut Tray) -> Option<Vec<Change>> {
        let (step, back) = last(&mut self.undone, tray)?;
        self.done.push(back);
        Some(step)
    }
}

/// Makes `changes` in their order; the changes that undo them, and how many lines were refused.
fn run(tray: &mut Tray, changes: &[Change]) -> (Vec<Change>, usize) {
    let applied: Vec<_> = changes.iter().map(|change| tray.apply(change)).collect();
    let refused = applied.iter().map(|applied| applied.refused).sum();
    (applied.into_iter().rev().filter_map(|applied| applied.undo).collect(), refused)
}

/// Makes the last of `steps` that changes anything: it may be that another program has done the same. The step, and its undoing.
fn last(steps: &mut Vec<Vec<Change>>, tray: &mut Tray) -> Option<(Vec<Change>, Vec<Change>)> {
    loop {
        let step = steps.pop()?;
        let (back, _) = run(tray, &step);
        if !back.is_empty() {
            return Some((step, back));
        }
    }
}
