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
use crate::model::{Article, Briefing};
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

/// Where work is handed in.
#[derive(Debug)]
pub struct Work {
    open: Sender<EntryId>,
    news: Sender<News>,
    route: Route,
}

impl Work {
    /// Starts the threads for the documents at `origins`; news comes out of `news`.
    pub fn start(desk: Arc<Desk>, origins: Arc<[Origin]>, news: Sender<News>) -> Self {
        let (open, requests) = channel();
        let (desk_too, origins_too, news_too) = (desk.clone(), origins.clone(), news.clone());
        thread::spawn(move || open_newest(&desk_too, &origins_too, &requests, &news_too));
        if origins.len() > 1 {
            let news = news.clone();
            thread::spawn(move || learn(&desk, &origins, &news));
        }
        Self { open, news, route: Route::from_environment() }
    }

    /// Opens an entry; a request that has not begun yet is forgotten.
    pub fn open(&self, id: EntryId) {
        let _ = self.open.send(id);
    }

    /// Brings words to the clipboard, and keeps them as a file.
    pub fn copy(&self, export: Export) {
        let (news, route) = (self.news.clone(), self.route);
        thread::spawn(move || {
            let kept = state_folder()
                .ok_or_else(|| "no home folder".to_owned())
                .and_then(|folder| keep(&folder, &export.text).map_err(|e| e.to_string()));
            let answer = match deliver(route, &export) {
                Delivery::Done(words) => News::Event(Event::Delivered(Ok(with_kept(&words, &kept)))),
                Delivery::Terminal(before) => News::ToTerminal(export, before),
            };
            let _ = news.send(answer);
        });
    }
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

fn open_newest(desk: &Desk, origins: &[Origin], requests: &Receiver<EntryId>, news: &Sender<News>) {
    let mut told = false;
    while let Ok(mut id) = requests.recv() {
        while let Ok(newer) = requests.try_recv() {
            id = newer;
        }
        let Some(origin) = origins.get(id.0 as usize) else { continue };
        let tell = |event| drop(news.send(News::Event(event)));
        glance(desk, id, origin, &tell);
        tell(guarded(id, origin, || match desk.open(origin) {
            Ok(opened) => Event::Opened { id, briefing: Arc::new(opened.briefing), whole: true },
            Err(reason) => Event::Unopened { id, reason },
        }));
        if !std::mem::replace(&mut told, true) {
            tell(Event::Complained(desk.complaints()));
        }
    }
}

/// Shows the beginning of an article before the rest is read and anything is found in it.
fn glance(desk: &Desk, id: EntryId, origin: &Origin, tell: &impl Fn(Event)) {
    let seen = catch_unwind(AssertUnwindSafe(|| desk.glance(origin, GLANCE_BYTES)));
    let show = |article: Arc<Article>| tell(Event::Opened { id, briefing: Arc::new(Briefing::bare(article)), whole: false });
    if let Ok(Some(article)) = seen {
        show(article);
    }
}

/// Learns about every entry for the list.
fn learn(desk: &Desk, origins: &[Origin], news: &Sender<News>) {
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
        if batch.len() >= BATCH && news.send(News::Event(Event::Listed(std::mem::take(&mut batch)))).is_err() {
            return;
        }
    }
    let _ = news.send(News::Event(Event::Listed(batch)));
}

/// What `work` gives, or, where attache itself fails on a document, that it did: one bad file ends nothing.
fn guarded(id: EntryId, origin: &Origin, work: impl FnOnce() -> Event) -> Event {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Event::Unopened { id, reason: failed(origin) })
}

fn failed(origin: &Origin) -> Clean {
    format!("{}: attache failed on this file; this is a fault of attache's, please report it", origin.name()).into()
}
