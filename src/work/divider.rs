//! Files of many articles: those that were taken apart last are kept, and long ones are taken apart on one thread for all who read them.
//!
//! Whoever asks for one article of a file asks for the next of it soon: a list shows the sentences that were searched for, a search prints them,
//! an analyst steps through them.
//!
//! To take a file apart needs some times its length, for a moment. The system's allocator keeps that for each thread that did it (the arenas
//! of `malloc(3)`), and several read the same file: who opens an article of it, who keeps the library, who searches. So one does it for all.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::SystemTime;

use super::Origin;
use crate::model::ContentId;
use crate::read::{Articles, File, Format};
use crate::text::Clean;

/// A file that is shorter, in bytes, is taken apart where it is asked for: little is kept of it.
const SHORT: usize = 512 * 1024;

/// Files are kept as long as all of them together have no more bytes; the last one is kept in any case. A search prints by date what it finds in
/// several mailboxes.
const KEPT: usize = 64 * 1024 * 1024;

/// Who asks for the articles of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asker {
    /// Somebody who waits for them.
    Reader,
    /// The library, which asks for many files at once and stands back.
    Library,
}

/// A file that was taken apart.
#[derive(Debug)]
pub(super) struct Divided {
    pub(super) articles: Articles<'static>,
    pub(super) format: Format,
    /// The length of the file in bytes.
    pub(super) length: usize,
    /// What is in the file, and how that is shown.
    pub(super) content: ContentId,
    pub(super) hash: Clean,
}

/// Which file it was, and when: its bytes and the moment it was changed; nothing of what doesn't change while attache runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    file: Origin,
    stamp: Option<(u64, SystemTime)>,
}

impl Version {
    /// How the file of `origin` is now; none where the system doesn't say.
    pub(super) fn of(origin: &Origin) -> Option<Self> {
        let file = origin.file();
        let stamp = match file {
            Origin::Path(path) => {
                let meta = fs::metadata(path).ok()?;
                Some((meta.len(), meta.modified().ok()?))
            }
            _ => None,
        };
        Some(Self { file: file.clone(), stamp })
    }

    /// Whether the other is of the same file.
    fn is_of(&self, other: &Self) -> bool {
        self.file == other.file
    }
}

/// Where files are handed in to be taken apart.
#[derive(Debug, Default)]
pub(super) struct Divider {
    /// The thread, once it is begun; none where the system gives none.
    thread: OnceLock<Option<Sender<Job>>>,
    /// The library hands in one file at a time, so that a reader waits for one of them at most.
    turn: Mutex<()>,
    /// The files of many articles that were asked for last, the last one behind the others.
    kept: Mutex<Vec<(Version, Arc<Divided>)>>,
}

/// A file to be taken apart.
#[derive(Debug)]
struct Job {
    name: Clean,
    bytes: Vec<u8>,
    format: Format,
    done: Sender<Done>,
}

/// The articles, or why there are none; or what attache failed with.
type Done = thread::Result<Result<Articles<'static>, Clean>>;

impl Divider {
    /// The articles of the file called `name` that holds `bytes`, which is none that is read as plain text.
    ///
    /// # Errors
    /// Says in one sentence why the file can't be read as that format, and what to do.
    pub(super) fn apart(&self, name: Clean, bytes: Vec<u8>, format: Format, asker: Asker) -> Result<Articles<'static>, Clean> {
        if bytes.len() < SHORT || !format.holds_many() {
            return Articles::apart(&File::new(&name, &bytes), format);
        }
        let _turn = (asker == Asker::Library).then(|| self.turn.lock().unwrap_or_else(PoisonError::into_inner));
        let (done, answer) = channel();
        let handed_in = self.hand_in(Job { name, bytes, format, done });
        let done = handed_in.map_or_else(Job::run, |()| answer.recv().unwrap_or_else(|error| Err(Box::new(error))));
        done.unwrap_or_else(|failed| resume_unwind(failed))
    }

    /// The file of this version, if it is kept.
    pub(super) fn kept(&self, version: &Version) -> Option<Arc<Divided>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, _)| known == version)?;
        let last = kept.remove(at);
        let divided = Arc::clone(&last.1);
        kept.push(last);
        Some(divided)
    }

    /// Keeps a file for those who ask for more of it, where it holds many articles.
    pub(super) fn keep(&self, version: Option<Version>, divided: &Arc<Divided>) {
        let Some(version) = version.filter(|_| divided.articles.len() > 1) else { return };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| !known.is_of(&version));
        kept.push((version, Arc::clone(divided)));
        while kept.len() > 1 && kept.iter().map(|(_, divided)| divided.length).sum::<usize>() > KEPT {
            kept.remove(0);
        }
    }

    /// Begins the thread. It stands as far back as the one that begins it, so that is not to be one of the library's, which stand back behind
    /// all others: a reader would stand back with them.
    #[cfg(feature = "terminal")]
    pub(super) fn begin(&self) {
        self.thread();
    }

    /// The thread, begun where it is not there yet.
    fn thread(&self) -> Option<&Sender<Job>> {
        let begun = self.thread.get_or_init(|| {
            let (jobs, queue) = channel();
            thread::Builder::new().name("divide".to_owned()).spawn(move || serve(&queue)).is_ok().then_some(jobs)
        });
        begun.as_ref()
    }

    /// Hands a job to the thread; where there is none it comes back.
    fn hand_in(&self, job: Job) -> Result<(), Job> {
        match self.thread() {
            Some(jobs) => jobs.send(job).map_err(|back| back.0),
            None => Err(job),
        }
    }
}

impl Job {
    fn run(self) -> Done {
        catch_unwind(AssertUnwindSafe(|| Articles::apart(&File::new(&self.name, &self.bytes), self.format)))
    }
}

/// Takes apart what is handed in until nobody is left to hand anything in.
fn serve(queue: &Receiver<Job>) {
    for job in queue {
        let done = job.done.clone();
        let _ = done.send(job.run());
    }
}
