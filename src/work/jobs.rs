//! The threads: one that opens what is asked for (only the newest request waits), one that learns about the list, and one for each
//! copy. Each answers with news on one channel.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::clipboard::{Delivery, Route, deliver, keep, sent_to_terminal};
use super::settings::state_folder;
use super::{Desk, Origin};
use crate::app::event::Event;
use crate::export::Export;
use crate::library::{Card, EntryId, State};
use crate::model::Briefing;
use crate::text::Clean;

/// A file longer than this is shown by its beginning first; so many bytes fill any screen.
const GLANCE_BYTES: u64 = 64 * 1024;

/// So many entries are learnt about before the list is told: often enough to watch, seldom enough to sort.
const BATCH: usize = 64;

/// What the threads have to say.
#[derive(Debug)]
pub enum News {
    /// Something for the app.
    Event(Event),
    /// Words that only the terminal can bring to the clipboard, and why the way tried first did not.
    ToTerminal(Export, Option<Clean>),
}

/// What can be asked of the thread that opens.
#[derive(Clone, Copy, Debug)]
enum Request {
    /// Open an entry, its beginning first where that is quicker.
    Begin(EntryId),
    /// Open it wholly.
    Finish(EntryId),
}

/// Where a thread leaves its news; whether anyone is there to read it.
type Tell = Arc<dyn Fn(News) -> bool + Send + Sync>;

/// Desk, documents and requests, for threads that are not started yet.
type Waiting = (Arc<Desk>, Arc<[Origin]>, Receiver<Request>);

/// Where work is handed in.
pub struct Work {
    requests: Sender<Request>,
    /// What the threads will need, until they are started.
    waiting: Option<Waiting>,
    tell: Tell,
    route: Route,
}

impl Work {
    /// Where work on the documents at `origins` can be handed in; none is done before [`Work::start`]. Its news goes to `news`.
    pub fn new<N: From<News> + Send + 'static>(desk: Arc<Desk>, origins: Arc<[Origin]>, news: Sender<N>) -> Self {
        let (sender, requests) = channel();
        let tell: Tell = Arc::new(move |n| news.send(n.into()).is_ok());
        Self { requests: sender, waiting: Some((desk, origins, requests)), tell, route: Route::from_environment() }
    }

    /// Starts the threads, once.
    pub fn start(&mut self) {
        let Some((desk, origins, requests)) = self.waiting.take() else { return };
        if origins.len() > 1 {
            let (desk, origins, tell) = (desk.clone(), origins.clone(), self.tell.clone());
            begin("list", move || learn(&desk, &origins, &tell));
        }
        let tell = self.tell.clone();
        begin("open", move || open_newest(&desk, &origins, &requests, &tell));
    }

    /// Opens an entry; a request that has not begun yet is forgotten.
    pub fn open(&self, id: EntryId) {
        let _ = self.requests.send(Request::Begin(id));
    }

    /// Opens the rest of an entry whose beginning has come, unless another was asked for meanwhile.
    pub fn finish(&self, id: EntryId) {
        let _ = self.requests.send(Request::Finish(id));
    }

    /// Brings words to the clipboard, and keeps them as a file.
    pub fn copy(&self, export: Export) {
        let (tell, route) = (self.tell.clone(), self.route);
        begin("copy", move || {
            let kept = state_folder()
                .ok_or_else(|| "no home folder".to_owned())
                .and_then(|folder| keep(&folder, &export.text).map_err(|e| e.to_string()));
            let answer = match deliver(route, &export) {
                Delivery::Done(words) => News::Event(Event::Delivered(Ok(with_kept(&words, &kept)))),
                Delivery::Terminal(before) => News::ToTerminal(export, before),
            };
            tell(answer);
        });
    }
}

/// Starts a thread by name; without one there is no work, and the screen says what it waits for.
pub fn begin(name: &str, work: impl FnOnce() + Send + 'static) {
    let _ = thread::Builder::new().name(name.to_owned()).spawn(work);
}

/// The status line for words that were sent to the terminal.
pub fn told_of_terminal(export: &Export, before: Option<&Clean>) -> Event {
    Event::Delivered(Ok(sent_to_terminal(export, before)))
}

/// What was told, with a word about the file where it could not be kept.
fn with_kept<T>(words: &Clean, kept: &Result<T, String>) -> Clean {
    match kept {
        Ok(_) => words.clone(),
        Err(reason) => format!("{words}; not kept as a file: {reason}").into(),
    }
}

fn open_newest(desk: &Desk, origins: &[Origin], requests: &Receiver<Request>, tell_news: &Tell) {
    let mut told = false;
    while let Ok(mut request) = requests.recv() {
        while let Ok(newer) = requests.try_recv() {
            request = newer;
        }
        let (Request::Begin(id) | Request::Finish(id)) = request;
        let Some(origin) = origins.get(id.0 as usize) else { continue };
        let tell = |event| {
            tell_news(News::Event(event));
        };
        let beginning = if matches!(request, Request::Begin(_)) { glance(desk, id, origin) } else { None };
        if let Some(beginning) = beginning {
            tell(beginning);
            continue;
        }
        tell(guarded(id, origin, || match desk.open(origin) {
            Ok(opened) => Event::Opened { id, briefing: Arc::new(opened.briefing), whole: true },
            Err(reason) => Event::Unopened { id, reason },
        }));
        if !std::mem::replace(&mut told, true) {
            let complaints = desk.complaints();
            if !complaints.is_empty() {
                tell(Event::Complained(complaints));
            }
        }
    }
}

/// The beginning of an article, before the rest is read and anything is found in it; none of what is no plain article.
pub fn glance(desk: &Desk, id: EntryId, origin: &Origin) -> Option<Event> {
    let article = catch_unwind(AssertUnwindSafe(|| desk.glance(origin, GLANCE_BYTES))).ok()??;
    Some(Event::Opened { id, briefing: Arc::new(Briefing::bare(article)), whole: false })
}

/// Learns about every entry for the list.
fn learn(desk: &Desk, origins: &[Origin], tell: &Tell) {
    let mut batch = Vec::new();
    for (id, origin) in (0u32..).map(EntryId).zip(origins) {
        if *origin == Origin::Stdin {
            continue;
        }
        let state = catch_unwind(AssertUnwindSafe(|| match desk.open(origin) {
            Ok(opened) => State::Ready(Card::of(&opened.briefing)),
            Err(reason) => State::Bad(reason),
        }));
        batch.push((id, state.unwrap_or_else(|_| State::Bad(failed(origin)))));
        if batch.len() >= BATCH && !tell(News::Event(Event::Listed(std::mem::take(&mut batch)))) {
            return;
        }
    }
    tell(News::Event(Event::Listed(batch)));
}

/// What `work` gives, or, where attache itself fails on a document, that it did: one bad file ends nothing.
fn guarded(id: EntryId, origin: &Origin, work: impl FnOnce() -> Event) -> Event {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Event::Unopened { id, reason: failed(origin) })
}

fn failed(origin: &Origin) -> Clean {
    format!("{}: attache failed on this file; this is a fault of attache's, please report it", origin.name()).into()
}
