//! What was done, to be undone and done again: to the tray, to marks, to anything whose changes give back the change that undoes them.
//!
//! Each step has a number that its owner gives, so that of two histories the one with the newer step can be told.

/// What is changed by values.
pub trait Changing {
    /// One change.
    type Change;

    /// Makes a change; gives the one that undoes it, or none where nothing was changed.
    fn make(&mut self, change: &Self::Change) -> Option<Self::Change>;
}

/// The steps that can be undone, and those that can be done again: each the changes that lead there.
#[derive(Clone, Debug)]
pub struct History<C> {
    done: Vec<Step<C>>,
    undone: Vec<Step<C>>,
}

#[derive(Clone, Debug)]
struct Step<C> {
    number: u32,
    changes: Vec<C>,
}

impl<C> Default for History<C> {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new() }
    }
}

impl<C> History<C> {
    /// Makes `changes` as the step with this number.
    pub fn make(&mut self, on: &mut impl Changing<Change = C>, changes: &[C], number: u32) {
        let changes = run(on, changes);
        if !changes.is_empty() {
            self.done.push(Step { number, changes });
            self.undone.clear();
        }
    }

    /// Undoes the last step that still means something, as the step with this number; the changes made for it.
    pub fn undo(&mut self, on: &mut impl Changing<Change = C>, number: u32) -> Option<Vec<C>> {
        let (step, changes) = last(&mut self.done, on)?;
        self.undone.push(Step { number, changes });
        Some(step)
    }

    /// Does again what was undone last, as the step with this number; the changes made for it.
    pub fn redo(&mut self, on: &mut impl Changing<Change = C>, number: u32) -> Option<Vec<C>> {
        let (step, changes) = last(&mut self.undone, on)?;
        self.done.push(Step { number, changes });
        Some(step)
    }

    /// The number of the step that would be undone next or, `redo`, done again.
    pub fn newest(&self, redo: bool) -> Option<u32> {
        let steps = if redo { &self.undone } else { &self.done };
        steps.last().map(|step| step.number)
    }
}

/// Makes `changes` in their order; the changes that undo them.
fn run<C>(on: &mut impl Changing<Change = C>, changes: &[C]) -> Vec<C> {
    let mut undo: Vec<C> = changes.iter().filter_map(|change| on.make(change)).collect();
    undo.reverse();
    undo
}

/// Makes the last of `steps` that changes anything: it may be that another program has done the same. The step, and its undoing.
fn last<C>(steps: &mut Vec<Step<C>>, on: &mut impl Changing<Change = C>) -> Option<(Vec<C>, Vec<C>)> {
    loop {
        let step = steps.pop()?;
        let back = run(on, &step.changes);
        if !back.is_empty() {
            return Some((step.changes, back));
        }
    }
}
