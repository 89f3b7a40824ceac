//! A thread that keeps what is changed step by step: steps in, in the order they were made; what came of them, out. What is kept, and
//! where, the thread's own work knows.

use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::{Builder, JoinHandle};

use crate::text::Clean;

/// The work of a keeper's thread: at its end it says what it could not keep.
type Job = Box<dyn FnOnce() -> Option<Clean> + Send>;

/// Where the changes of steps are handed in.
pub(super) struct Keeper<C> {
    sender: Option<Sender<Vec<C>>>,
    waiting: Option<Receiver<Vec<C>>>,
    thread: Option<JoinHandle<Option<Clean>>>,
    /// What is to be done at the end, because no thread could be had for it.
    undone: Option<Job>,
}

impl<C: Send + 'static> Keeper<C> {
    /// A keeper whose thread has not begun.
    pub(super) fn new() -> Self {
        let (sender, receiver) = channel();
        Self { sender: Some(sender), waiting: Some(receiver), thread: None, undone: None }
    }

    /// Starts the thread by its name, once; it does `work` on the steps that are handed in. Where the system has no thread left, the
    /// steps wait, and the work is done at the end.
    pub(super) fn start(&mut self, name: &str, work: impl FnOnce(&Receiver<Vec<C>>) -> Option<Clean> + Send + 'static) {
        self.start_as(Builder::new().name(name.to_owned()), work);
    }

    fn start_as(&mut self, thread: Builder, work: impl FnOnce(&Receiver<Vec<C>>) -> Option<Clean> + Send + 'static) {
        let Some(steps) = self.waiting.take() else { return };
        let job: Job = Box::new(move || work(&steps));
        // Handed over when the thread is there: one that can't be had would take it along.
        let (hand, handed) = channel::<Job>();
        match thread.spawn(move || handed.recv().ok().and_then(|job| job())) {
            Ok(thread) => {
                let _ = hand.send(job);
                self.thread = Some(thread);
            }
            Err(_) => self.undone = Some(job),
        }
    }

    /// Hands in the changes of one step; with none of them, the file is looked at anew.
    pub(super) fn change(&self, changes: Vec<C>) {
        if let Some(sender) = &self.sender {
            let _ = sender.send(changes);
        }
    }

    /// Waits until all that was handed in is on the disk, or known not to get there; what did not, and why.
    pub(super) fn finish(&mut self) -> Option<Clean> {
        self.sender = None;
        let unkept = self.thread.take().and_then(|thread| thread.join().ok().flatten());
        unkept.or_else(|| self.undone.take().and_then(|job| job()))
    }
}

/// The next step. What could not be kept before (`unkept`) is tried once more at the end, with a step of no changes, unless it was
/// tried just now.
pub(super) fn next_step<C>(steps: &Receiver<Vec<C>>, unkept: bool) -> Option<Vec<C>> {
    match steps.try_recv() {
        Ok(step) => Some(step),
        Err(TryRecvError::Disconnected) => None,
        Err(TryRecvError::Empty) => steps.recv().ok().or_else(|| unkept.then(Vec::new)),
    }
}

#[cfg(test)]
mod tests {
    use std::thread::Builder;

    use super::Keeper;
    use crate::text::Clean;

    #[test]
    fn what_is_unkept_is_told_at_the_end_with_and_without_a_thread() {
        let no_thread_has_such_a_stack = Builder::new().stack_size(1 << 60);
        for thread in [Builder::new(), no_thread_has_such_a_stack] {
            let mut keeper = Keeper::new();
            keeper.change(vec![1]);
            keeper.start_as(thread, |steps| Some(Clean::from(format!("{:?}", steps.iter().collect::<Vec<_>>()))));
            keeper.change(vec![2, 3]);
            assert_eq!(keeper.finish().as_deref(), Some("[[1], [2, 3]]"));
            assert_eq!(keeper.finish(), None);
        }
    }
}
