//! Reading many files on all cores, one file to a thread, with no more of them in memory than threads can hold.

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use crate::library::alike::Signature;
use crate::model::Briefing;
use crate::text::Clean;
use crate::work::{Desk, Origin};

/// More threads would wait for the one that writes.
const MOST_THREADS: usize = 8;

/// So many articles may wait for being taken.
const WAITING: usize = 32;

/// What a thread has to tell of the file numbered `file` of those that were handed in.
pub(super) enum Read {
    /// One of its articles, in their order.
    Article { file: usize, briefing: Box<Briefing>, signature: Signature },
    /// It has no more; or why it has none.
    Done { file: usize, end: Result<(), Clean> },
}

/// Reads `files` and gives what comes of each to `take`, until that wants no more. What is told of one file comes in its order, that of
/// several in any.
pub(super) fn read_all(desk: &Desk, files: &[Origin], mut take: impl FnMut(Read) -> bool) {
    let queue = Mutex::new(files.iter().enumerate());
    let next = || queue.lock().ok()?.next();
    thread::scope(|scope| {
        let (sender, reads) = sync_channel(WAITING);
        for _ in 0..threads().min(files.len()) {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || {
                while let Some((file, origin)) = next() {
                    if !read(desk, file, origin, &sender) {
                        return;
                    }
                }
            });
        }
        drop(sender);
        for read in reads {
            if !take(read) {
                return;
            }
        }
    });
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS)
}

/// Reads one file; whether anybody listens still.
fn read(desk: &Desk, file: usize, origin: &Origin, sender: &SyncSender<Read>) -> bool {
    let mut listens = true;
    let each = catch_unwind(AssertUnwindSafe(|| {
        desk.each(origin, |_, _, opened| {
            let (briefing, signature) = {
                let signature = Signature::of(&opened.briefing.article);
                (Box::new(opened.briefing), signature)
            };
            listens = sender.send(Read::Article { file, briefing, signature }).is_ok();
            listens
        })
    }));
    let end = each.unwrap_or_else(|_| Err(origin.failed()));
    listens && sender.send(Read::Done { file, end }).is_ok()
}
