//! Looking which files a library has, without opening any.

use std::fs;
use std::num::NonZero;
use std::sync::{Mutex, mpsc};
use std::thread;

use super::{Sources, Stamp};
use crate::work::Origin;
use crate::work::origin::below;

/// So many files are given to a thread at a time.
const SHARE: usize = 2048;

/// More threads would wait for the one that walks through the folders.
const MOST_THREADS: usize = 4;

/// Every document of `sources` with its stamp, each once; one that can't be looked at has the empty stamp, and says why when it is read.
pub fn look(sources: &Sources) -> Vec<(Origin, Stamp)> {
    let files = sources.folders.iter().flat_map(|folder| below(folder)).map(Origin::Path);
    let mut all = sources.named.iter().cloned().chain(files).peekable();
    let (give, shares) = mpsc::channel::<Vec<Origin>>();
    let shares = Mutex::new(shares);
    let mut looked = thread::scope(|scope| {
        let stamp_all = || {
            let next = || shares.lock().ok()?.recv().ok();
            std::iter::from_fn(next).flat_map(stamped).collect::<Vec<_>>()
        };
        let begin = |_| thread::Builder::new().spawn_scoped(scope, stamp_all).ok();
        let threads: Vec<_> = (0..threads()).filter_map(begin).collect();
        while all.peek().is_some() {
            let _ = give.send(all.by_ref().take(SHARE).collect());
        }
        drop(give);
        // Who has found them all helps, and does it alone where the system gives no threads.
        let own = stamp_all();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).chain(own).collect::<Vec<_>>()
    });
    looked.sort_by(|one, other| one.0.cmp(&other.0));
    looked.dedup_by(|one, other| one.0 == other.0);
    looked
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS)
}

/// These documents with their stamps, in order: what is sorted in parts is soon sorted as a whole.
fn stamped(share: Vec<Origin>) -> Vec<(Origin, Stamp)> {
    let stamp = |origin: &Origin| match origin {
        Origin::Path(path) => fs::symlink_metadata(path).map(|meta| Stamp::of(&meta)).unwrap_or_default(),
        _ => Stamp::default(),
    };
    let with_stamp = |origin: Origin| {
        let stamp = stamp(&origin);
        (origin, stamp)
    };
    let mut stamped: Vec<_> = share.into_iter().map(with_stamp).collect();
    stamped.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    stamped
}
