//! The threads: one that opens what is asked for (only the newest request waits), one that keeps the library, one that searches it, one
//! each that keeps the tray and the marks, and one for each copy. Each answers with news on one channel.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::clipboard::{Ladder, copy, keep};
use super::keeper::Keeper;
use super::librarian::{Librarian, Order};
use super::library::Sources;
use super::opening::{Opening, Request};
use super::searcher::{Asked, Searcher};
use super::settings::Named;
use super::watch::{Watcher, watch_rules};
use super::{Desk, Origin, Origins, marks, tray};
use crate::app::event::Event;
use crate::export::Export;
use crate::library::query::Words;
use crate::library::{EntryId, Rank, Sought, marks::Change as MarkChange, tray::Change as TrayChange};
use crate::text::Clean;

/// What the threads have to say.
#[derive(Debug)]
pub enum News {
    /// Something for the app.
    Event(Event),
    /// Bytes that ask the terminal for something.
    ToTerminal(Vec<u8>),
}

/// Where a thread leaves its news; whether anyone is there to read it.
pub(super) type Tell = Arc<dyn Fn(News) -> bool + Send + Sync>;

/// What is worked on.
#[derive(Debug, Default)]
pub struct Documents {
    /// Where the entries come from that are known already.
    pub origins: Origins,
    /// All that is to be read.
    pub sources: Sources,
    /// Where the library is kept, if it is.
    pub folder: Option<PathBuf>,
}

/// What the threads need that are not started yet.
struct Waiting {
    opening: Opening,
    requests: Receiver<Request>,
    librarian: Librarian,
    orders: (Sender<Order>, Receiver<Order>),
    searcher: Searcher,
    asked: Receiver<Asked>,
    named: Named,
}

/// Where work is handed in.
pub struct Work {
    requests: Sender<Request>,
    finds: Sender<Asked>,
    origins: Origins,
    /// What the threads will need, until they are started.
    waiting: Option<Waiting>,
    tray: Keeper<TrayChange>,
    marks: Keeper<MarkChange>,
    watchers: Vec<Watcher>,
    tell: Tell,
    ladder: Arc<Ladder>,
}

impl Work {
    /// Where work on `documents` can be handed in; none is done before [`Work::start`]. Its news goes to `news`; rules that were `named` on
    /// the command line are read anew from there. Copies go down `ladder`.
    pub fn new<N>(desk: Arc<Desk>, named: Named, documents: Documents, ladder: Ladder, news: Sender<N>) -> Self
    where
        N: From<News> + Send + 'static,
    {
        let Documents { origins, sources, folder } = documents;
        let ((sender, requests), (finds, asked), orders) = (channel(), channel(), channel());
        let tell: Tell = Arc::new(move |n| news.send(n.into()).is_ok());
        let round = Arc::new(AtomicU32::default());
        let opening =
            Opening::new(desk.clone(), named.clone(), origins.clone(), tell.clone(), (orders.0.clone(), Arc::clone(&round)));
        let searcher = Searcher {
            desk: desk.clone(),
            origins: origins.clone(),
            tell: tell.clone(),
            finder: None,
            librarian: orders.0.clone(),
            has_told: false,
        };
        let librarian = Librarian {
            desk,
            sources,
            folder,
            origins: origins.clone(),
            tell: tell.clone(),
            orders: orders.0.clone(),
            searcher: finds.clone(),
            round,
            waits: Arc::default(),
        };
        let waiting = Some(Waiting { opening, requests, librarian, orders, searcher, asked, named });
        let (tray, marks, watchers, ladder) = (Keeper::new(), Keeper::new(), Vec::new(), Arc::new(ladder));
        Self { requests: sender, finds, origins, waiting, tray, marks, watchers, tell, ladder }
    }

    /// Starts the threads, once.
    pub fn start(&mut self) {
        let Some(waiting) = self.waiting.take() else { return };
        let Waiting { opening, requests, librarian, orders, searcher, asked, named } = waiting;
        let tell = self.tell.clone();
        self.marks.start("marks", move |steps| marks::keep(steps, &tell));
        let tell = self.tell.clone();
        self.tray.start("tray", move |steps| tray::keep(steps, &tell));
        let (order, orders) = orders;
        let are_many = librarian.sources.are_many();
        if are_many {
            let _ = order.send(Order::Look);
        }
        self.begin("open", Event::Library, "no article can be opened", move || opening.serve(&requests));
        if are_many {
            librarian.desk.begin_dividing();
        }
        self.begin("library", Event::Library, "the library can't be read", move || librarian.serve(&orders));
        self.begin("search", Event::Library, "the library can't be searched", move || searcher.serve(&asked));
        let sender = self.requests.clone();
        self.watchers.extend(watch_rules(&named, move || {
            let _ = sender.send(Request::Reload { asked: false });
        }));
    }

    /// Starts a thread by name; where there is none, what can't be done without it is told.
    fn begin(&self, name: &str, told: fn(Clean) -> Event, without: &str, work: impl FnOnce() + Send + 'static) {
        if !begin(name, work) {
            (self.tell)(News::Event(told(format!("{without}: {NO_THREAD}").into())));
        }
    }

    /// Searches the library for words; a search that has not begun yet is forgotten.
    pub fn find(&self, stamp: u32, words: Words) {
        let _ = self.finds.send(Asked::Find { stamp, words });
    }

    /// Reads the sentences of these entries that show words.
    pub fn hits(&self, stamp: u32, entries: Vec<EntryId>, words: Words) {
        let _ = self.finds.send(Asked::Hits { stamp, entries, words });
    }

    /// Reads what these entries say on a topic.
    pub fn follow(&self, stamp: u32, entries: Vec<EntryId>, topic: Clean) {
        let _ = self.finds.send(Asked::Follow { stamp, entries, topic });
    }

    /// Looks for sentences of an article in earlier ones.
    pub fn seen(&self, own: Rank, sought: Vec<Sought>) {
        let _ = self.finds.send(Asked::Seen { own, sought });
    }

    /// Sets two articles side by side.
    pub fn compare(&self, stamp: u32, entries: [EntryId; 2]) {
        let _ = self.finds.send(Asked::Compare { stamp, entries });
    }

    /// Opens an entry; a request that has not begun yet is forgotten.
    pub fn open(&self, id: EntryId) {
        let _ = self.requests.send(Request::Begin(id));
    }

    /// Opens the rest of an entry whose beginning has come, unless another was asked for meanwhile.
    pub fn finish(&self, id: EntryId) {
        let _ = self.requests.send(Request::Finish(id));
    }

    /// Reads an entry to be shown beside the list; a request that has not begun yet is forgotten.
    pub fn preview(&self, id: EntryId) {
        let _ = self.requests.send(Request::Preview(id));
    }

    /// The file that an entry is, where it is one.
    pub fn path(&self, id: EntryId) -> Option<PathBuf> {
        match self.origins.get(id)?.file() {
            Origin::Path(path) => Some(path.clone()),
            _ => None,
        }
    }

    /// Reads the user's rule files anew.
    pub fn reload(&self) {
        let _ = self.requests.send(Request::Reload { asked: true });
    }

    /// Keeps words as a file.
    pub fn keep(&self, export: Export) {
        let tell = self.tell.clone();
        self.begin(
            "keep",
            |words| Event::Delivered(Err(words)),
            "nothing was kept as a file",
            move || {
                tell(News::Event(Event::Delivered(match keep(&export) {
                    Ok(path) => Ok(format!("{} kept in {}", export.what, path.display()).into()),
                    Err(reason) => Err(format!("not kept as a file: {reason}").into()),
                })));
            },
        );
    }

    /// Makes the changes of one step to the tray's file; with none, what it holds is told.
    pub fn change_tray(&self, changes: Vec<TrayChange>) {
        self.tray.change(changes);
    }

    /// Makes the changes of one step to the file of marks; with none, what others have changed is told.
    pub fn change_marks(&self, changes: Vec<MarkChange>) {
        self.marks.change(changes);
    }

    /// Waits until tray and marks are on the disk: the last thing before the end. What did not get there, and why.
    pub fn finish_keeping(&mut self) -> Vec<Clean> {
        [self.marks.finish(), self.tray.finish()].into_iter().flatten().collect()
    }

    /// Brings words to the clipboard, and keeps them as a file.
    pub fn copy(&self, export: Export) {
        let (tell, ladder) = (self.tell.clone(), Arc::clone(&self.ladder));
        self.begin(
            "copy",
            |words| Event::Delivered(Err(words)),
            "nothing was copied",
            move || {
                // The main loop takes in news in their order: the bytes have gone out before it is told that they have.
                let to_terminal = |bytes: &[u8]| {
                    if tell(News::ToTerminal(bytes.to_vec())) { Ok(()) } else { Err("the terminal is gone".to_owned()) }
                };
                let receipt = copy(&ladder, &export, &to_terminal);
                let words = receipt.words(&export);
                tell(News::Event(Event::Delivered(if receipt.is_delivered() { Ok(words) } else { Err(words) })));
            },
        );
    }
}

/// What is said where no thread can be had: of so many programs, or in so little memory, the system begins none.
pub(super) const NO_THREAD: &str = "the system has no thread left for it";

/// Starts a thread by name; whether there is one. Without it there is no work.
pub fn begin(name: &str, work: impl FnOnce() + Send + 'static) -> bool {
    thread::Builder::new().name(name.to_owned()).spawn(work).is_ok()
}
