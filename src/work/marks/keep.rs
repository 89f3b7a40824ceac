//! The work of the thread of marks: changes in, in the order they were made; what others have changed, out.

use std::sync::mpsc::Receiver;

use super::{Held, Kept, Store, StoreError};
use crate::app::event::{Event, MarksNews};
use crate::library::marks::{Change, Marks, To};
use crate::text::Clean;
use crate::work::jobs::{News, Tell};
use crate::work::keeper::next_step;

/// Tells first what the file holds; then adds the changes of all steps that wait at once. Those that could not be kept are tried again
/// with the next, and at the end, and why is told once; gives what could not be kept even then.
pub(in crate::work) fn keep(steps: &Receiver<Vec<Change>>, tell: &Tell) -> Option<Clean> {
    let tell = |news| tell(News::Event(Event::Marks(news)));
    let mut store = Store::own();
    let mut unkept: Vec<Change> = Vec::new();
    let mut waiting = 0;
    let mut told = None;
    let mut next = Some(Vec::new());
    while let Some(first) = next {
        for step in std::iter::once(first).chain(steps.try_iter()).filter(|step| !step.is_empty()) {
            waiting += 1;
            unkept.extend(step);
        }
        match change(store.as_mut(), &unkept) {
            Ok(kept) => {
                unkept.clear();
                told = None;
                let steps = std::mem::take(&mut waiting);
                let Kept { held, bad, aside } = kept;
                match held {
                    Held::All(marks) => tell(MarksNews::All { marks, steps, bad, aside }),
                    Held::New(changes) if changes.is_empty() && steps == 0 => true,
                    Held::New(changes) => tell(MarksNews::New { changes, steps }),
                };
            }
            Err(error) => {
                let reason = Clean::from(error.to_string()).one_line();
                if told.as_ref() != Some(&reason) {
                    tell(MarksNews::Unkept(reason.clone()));
                    told = Some(reason);
                }
            }
        }
        next = next_step(steps, !unkept.is_empty());
    }
    // Where nothing can be kept at all, what reading leaves by itself is no reason to end with a failure each time.
    let reason = told.filter(|_| unkept.iter().any(is_by_hand))?;
    Some(format!("the last changes of the marks are not kept on the disk: {reason}").into())
}

/// Whether none but a key can have made this change: an article is read, and left at a place, without one.
fn is_by_hand(change: &Change) -> bool {
    !matches!(change.to, To::Read(true) | To::Place(_))
}

/// Without a home there are no marks to look at; that is an error when there is something to keep.
fn change(store: Option<&mut Store>, changes: &[Change]) -> Result<Kept, StoreError> {
    match store {
        Some(store) => store.change(changes),
        None if changes.is_empty() => Ok(Kept { held: Held::All(Marks::default()), bad: 0, aside: None }),
        None => Err(StoreError::Homeless),
    }
}
