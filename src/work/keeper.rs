//! A thread that keeps what is changed step by step: steps in, in the order they were made; what came of them, out. What is kept, and
//! where, the thread's own work knows.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

/// Where the changes of steps are handed in.
pub(super) struct Keeper<C> {
    sender: Option<Sender<Vec<C>>>,
    waiting: Option<Receiver<Vec<C>>>,
    thread: Option<JoinHandle<()>>,
}

impl<C: Send + 'static> Keeper<C> {
    /// A keeper whose thread has not begun.
    pub(super) fn new() -> Self {
        let (sender, receiver) = channel();
        Self { sender: Some(sender), waiting: Some(receiver), thread: None }
    }

    /// Starts the thread by its name, once; it does `work` on the steps that are handed in.
    pub(super) fn start(&mut self, name: &str, work: impl FnOnce(&Receiver<Vec<C>>) + Send + 'static) {
        let Some(steps) = self.waiting.take() else { return };
        self.thread = Builder::new().name(name.to_owned()).spawn(move || work(&steps)).ok();
    }

    /// Hands in the changes of one step; with none of them, the file is looked at anew.
    pub(super) fn change(&self, changes: Vec<C>) {
        if let Some(sender) = &self.sender {
            let _ = sender.send(changes);
        }
    }

    /// Waits until all that was handed in is on the disk, or known not to get there.
    pub(super) fn finish(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
