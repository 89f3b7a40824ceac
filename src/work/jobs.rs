//! The threads: one that opens what is asked for (only the newest request waits), one that learns about the list, one that sleeps until
//! a rule file is written, one that keeps the tray, and one for each copy. Each answers with news on one channel.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::clipboard::{Delivery, Route, deliver, keep, sent_to_terminal};
use super::opening::{Opening, Request};
use super::settings::{Named, state_folder};
use super::tray::Keeper;
use super::watch::watch;
use super::{Desk, Origin};
use crate::app::event::Event;
use crate::export::Export;
use crate::library::EntryId;
use crate::library::tray::Change;
use crate::text::Clean;

/// What the threads have to say.
#[derive(Debug)]
pub enum News {
    /// Something for the app.
    Event(Event),
    /// Words that only the terminal can bring to the clipboard, and why the way tried first did not.
    ToTerminal(Export, Option<Clean>),
}

/// Where a thread leaves its news; whether anyone is there to read it.
pub(super) type Tell = Arc<dyn Fn(News) -> bool + Send + Sync>;

/// What the threads need that are not started yet.
struct Waiting {
    opening: Opening,
    requests: Receiver<Request>,
    named: Named,
}

/// Where work is handed in.
pub struct Work {
    requests: Sender<Request>,
    /// What the threads will need, until they are started.
    waiting: Option<Waiting>,
    keeper: Keeper,
    tell: Tell,
    route: Route,
}

impl Work {
    /// Where work on the documents at `origins` can be handed in; none is done before [`Work::start`]. Its news goes to `news`; rules
    /// that were `named` on the command line are read anew from there.
    pub fn new<N>(desk: Arc<Desk>, named: Named, origins: Arc<[Origin]>, news: Sender<N>) -> Self
    where
        N: From<News> + Send + 'static,
    {
        let (sender, requests) = channel();
        let tell: Tell = Arc::new(move |n| news.send(n.into()).is_ok());
        let opening = Opening::new(desk, named.clone(), origins, tell.clone());
        let waiting = Waiting { opening, requests, named };
        Self { requests: sender, waiting: Some(waiting), keeper: Keeper::new(), tell, route: Route::from_environment() }
    }

    /// Starts the threads, once.
    pub fn start(&mut self) {
        let Some(Waiting { opening, requests, named }) = self.waiting.take() else { return };
        self.keeper.start(self.tell.clone());
        opening.learn();
        begin("open", move || opening.serve(&requests));
        let sender = self.requests.clone();
        begin("watch", move || watch(&named, || sender.send(Request::Reload { asked: false }).is_ok()));
    }

    /// Opens an entry; a request that has not begun yet is forgotten.
    pub fn open(&self, id: EntryId) {
        let _ = self.requests.send(Request::Begin(id));
    }

    /// Opens the rest of an entry whose beginning has come, unless another was asked for meanwhile.
    pub fn finish(&self, id: EntryId) {
        let _ = self.requests.send(Request::Finish(id));
    }

    /// Reads the user's rule files anew.
    pub fn reload(&self) {
        let _ = self.requests.send(Request::Reload { asked: true });
    }

    /// Keeps words as a file.
    pub fn keep(&self, export: Export) {
        let tell = self.tell.clone();
        begin("keep", move || {
            let kept = state_folder()
                .ok_or_else(|| "no home folder".to_owned())
                .and_then(|folder| keep(&folder, &export.text).map_err(|e| e.to_string()));
            tell(News::Event(Event::Delivered(match kept {
                Ok(path) => Ok(format!("{} kept in {}", export.what, path.display()).into()),
                Err(reason) => Err(format!("not kept as a file: {reason}").into()),
            })));
        });
    }

    /// Makes the changes of one step to the tray's file; with none, what it holds is told.
    pub fn change_tray(&self, changes: Vec<Change>) {
        self.keeper.change(changes);
    }

    /// Waits until the tray is on the disk: the last thing before the end.
    pub fn finish_tray(&mut self) {
        self.keeper.finish();
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
