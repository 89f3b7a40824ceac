//! The thread that keeps the tray: changes in, in the order they were made; what the file holds then, out.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

use super::{Store, StoreError};
use crate::app::event::{Event, TrayNews};
use crate::library::tray::Change;
use crate::text::Clean;
use crate::work::jobs::{News, Tell};

/// Where changes are handed in.
pub(in crate::work) struct Keeper {
    sender: Option<Sender<Vec<Change>>>,
    waiting: Option<Receiver<Vec<Change>>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// A keeper whose thread has not begun.
    pub(in crate::work) fn new() -> Self {
        let (sender, receiver) = channel();
        Self { sender: Some(sender), waiting: Some(receiver), thread: None }
    }

    /// Starts the thread, once; it tells first what the file holds.
    pub(in crate::work) fn start(&mut self, tell: Tell) {
        let Some(changes) = self.waiting.take() else { return };
        let work = move || keep(&changes, |news| tell(News::Event(Event::Tray(news))));
        self.thread = Builder::new().name("tray".to_owned()).spawn(work).ok();
    }

    /// Hands in the changes of one step; with none of them, the file is looked at anew.
    pub(in crate::work) fn change(&self, changes: Vec<Change>) {
        if let Some(sender) = &self.sender {
            let _ = sender.send(changes);
        }
    }

    /// Waits until all that was handed in is on the disk, or known not to get there.
    pub(in crate::work) fn finish(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Makes the changes of all steps that wait at once. Those that could not be kept are tried again with the next.
fn keep(steps: &Receiver<Vec<Change>>, tell: impl Fn(TrayNews) -> bool) {
    let mut unkept: Vec<Change> = Vec::new();
    let mut waiting = 0;
    let mut next = Some(Vec::new());
    while let Some(first) = next {
        for step in std::iter::once(first).chain(steps.try_iter()).filter(|step| !step.is_empty()) {
            waiting += 1;
            unkept.extend(step);
        }
        match Store::own().and_then(|store| store.change(&unkept)) {
            Ok(kept) => {
                unkept.clear();
                let steps = std::mem::take(&mut waiting);
                tell(TrayNews::Kept { tray: kept.tray, steps, refused: kept.refused, aside: kept.aside });
            }
            // Without a home there is nothing to look at; that is told when there is something to keep.
            Err(StoreError::Homeless) if unkept.is_empty() => {}
            Err(error) => {
                tell(TrayNews::Unkept(Clean::from(error.to_string()).one_line()));
            }
        }
        next = steps.recv().ok();
    }
}
