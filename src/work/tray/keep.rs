//! The work of the tray's thread: changes in, in the order they were made; what the file holds then, out.

use std::sync::mpsc::Receiver;

use super::{Store, StoreError};
use crate::app::event::{Event, TrayNews};
use crate::library::tray::Change;
use crate::text::Clean;
use crate::work::jobs::{News, Tell};
use crate::work::keeper::next_step;

/// Tells first what the file holds; then makes the changes of all steps that wait at once. Those that could not be kept are tried again
/// with the next, and at the end; gives what could not be kept even then.
pub(in crate::work) fn keep(steps: &Receiver<Vec<Change>>, tell: &Tell) -> Option<Clean> {
    let tell = |news| tell(News::Event(Event::Tray(news)));
    let mut unkept: Vec<Change> = Vec::new();
    let mut waiting = 0;
    let mut reason = None;
    let mut next = Some(Vec::new());
    while let Some(first) = next {
        for step in std::iter::once(first).chain(steps.try_iter()).filter(|step| !step.is_empty()) {
            waiting += 1;
            unkept.extend(step);
        }
        match Store::own().and_then(|store| store.change(&unkept)) {
            Ok(kept) => {
                unkept.clear();
                reason = None;
                let steps = std::mem::take(&mut waiting);
                tell(TrayNews::Kept { tray: kept.tray, steps, refused: kept.refused, aside: kept.aside });
            }
            // Without a home there is nothing to look at; that is told when there is something to keep.
            Err(StoreError::Homeless) if unkept.is_empty() => {}
            Err(error) => {
                let error = Clean::from(error.to_string()).one_line();
                reason = Some(format!("the last changes of the tray are not kept on the disk: {error}"));
                tell(TrayNews::Unkept(error));
            }
        }
        next = next_step(steps, !unkept.is_empty());
    }
    reason.filter(|_| !unkept.is_empty()).map(Clean::from)
}
