//! Reading many files on all cores, one file to a thread, with no more of them in memory than threads can hold.

use std::io;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

use super::gather::{Gathered, Giver};
use super::index::{Draft, Drafter};
use crate::library::alike::Signature;
use crate::library::{Card, blocks, searched};
use crate::text::Clean;
use crate::work::{Desk, Origin, Sketch};

/// More threads would wait for the one that writes.
const MOST_THREADS: usize = 8;

/// About the bytes of a card, beside what is searched.
const CARD_BYTES: usize = 2000;

/// What a thread has to tell of the file numbered `file` of those that were handed in.
#[expect(clippy::large_enum_variant, reason = "they are moved twice, and to give each article a place of its own costs more")]
pub(super) enum Read {
    /// One of its articles, in their order: its card, what tells its copies, and what it puts into the index.
    Article { file: usize, card: Card, signature: Signature, draft: Draft },
    /// It has no more; or why it has none.
    Done { file: usize, end: Result<(), Clean> },
}

/// Reads `files` and gives what comes of each to `take`, until that wants no more. What is told of one file comes in its order, that of
/// several in any. The texts are put into their places for the index by `drafter`.
///
/// # Errors
/// Where the system gives no thread to read with.
pub(super) fn read_all(desk: &Desk, files: &[Origin], drafter: Drafter, mut take: impl FnMut(Read) -> bool) -> io::Result<()> {
    let queue = Mutex::new(files.iter().enumerate());
    let next = || queue.lock().ok()?.next();
    let threads = threads().min(files.len());
    let gathered = Gathered::of(threads);
    thread::scope(|scope| {
        let taker = gathered.taker();
        let (mut begun, mut fault) = (0, None);
        for _ in 0..threads {
            let (giver, next) = (gathered.giver(), &next);
            let reading = move || {
                while let Some((file, origin)) = next() {
                    if !read(desk, file, origin, drafter, &giver) {
                        return;
                    }
                }
            };
            // One that does not begin gives its giver back: who takes does not wait for it.
            match thread::Builder::new().spawn_scoped(scope, reading) {
                Ok(_) => begun += 1,
                Err(error) => fault = Some(error),
            }
        }
        if begun == 0 {
            let told = |error: io::Error| io::Error::new(error.kind(), format!("there is no thread to read with: {error}"));
            return fault.map_or(Ok(()), |error| Err(told(error)));
        }
        loop {
            let reads = taker.take();
            if reads.is_empty() {
                return Ok(());
            }
            for read in reads {
                if !take(read) {
                    return Ok(());
                }
            }
        }
    })
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS)
}

/// Reads one file; whether anybody listens still.
fn read(desk: &Desk, file: usize, origin: &Origin, drafter: Drafter, giver: &Giver<'_, Read>) -> bool {
    let mut listens = true;
    let each = catch_unwind(AssertUnwindSafe(|| {
        desk.each_outlined(origin, |sketch| {
            let (card, signature, draft) = match sketch {
                Sketch::Article(article, outline) => {
                    let card = Card::outlined(&article, outline);
                    let draft = drafter.draft(origin, card.date, blocks(&article));
                    (card, Signature::of(&article), draft)
                }
                Sketch::Briefing(briefing) => {
                    let card = Card::of(&briefing);
                    let draft = drafter.draft(origin, card.date, searched(&briefing));
                    (card, Signature::of(&briefing.article), draft)
                }
            };
            let bytes = CARD_BYTES + draft.bytes();
            listens = giver.give(Read::Article { file, card, signature, draft }, bytes);
            listens
        })
    }));
    let end = each.unwrap_or_else(|_| Err(origin.failed()));
    listens && giver.give(Read::Done { file, end }, CARD_BYTES)
}
