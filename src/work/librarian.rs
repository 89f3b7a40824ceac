//! The thread that keeps the library: it remembers, looks what has changed, reads that, and tells the app what it learns.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender};

use super::jobs::{News, Tell, begin};
use super::library::{IndexError, Learnt, Library, ListError, Sources, Stamp, look};
use super::searcher::Asked;
use super::watch::watch_folders;
use super::{Desk, Origin, Origins};
use crate::app::event::Event;
use crate::library::{Entry, State};

/// How far the reading of a library stands back behind the screen and the search; 19 is the most.
#[cfg(target_os = "linux")]
const NICENESS: i32 = 10;

/// What the library needs to be told.
#[derive(Debug)]
pub(super) enum Order {
    /// Look at the disk, and read what is new or has changed.
    Look,
    /// Read by other rules from now on.
    Rules(Arc<Desk>),
    /// Begin anew: a search has failed on the index.
    Renew(IndexError),
}

/// The thread that keeps the library.
pub(super) struct Librarian {
    pub(super) desk: Arc<Desk>,
    pub(super) sources: Sources,
    /// Where it is kept, if it is.
    pub(super) folder: Option<PathBuf>,
    pub(super) origins: Origins,
    pub(super) tell: Tell,
    /// Where orders come from, for those that it gives itself.
    pub(super) orders: Sender<Order>,
    /// The thread that searches.
    pub(super) searcher: Sender<Asked>,
    /// Counts the orders: who reads for an older one stops.
    pub(super) round: Arc<AtomicU32>,
    /// Whether another process is waited for already.
    pub(super) waits: Arc<AtomicBool>,
}

impl Librarian {
    /// Does what is ordered until nobody is left to order anything. The library is opened with the first order.
    pub(super) fn serve(mut self, orders: &Receiver<Order>) {
        let Ok(first) = orders.recv() else { return };
        give_way();
        let sources = self.sources.clone();
        let looking = std::thread::Builder::new().spawn(move || look(&sources));
        let (mut library, fault) = Library::open(self.sources.clone(), self.folder.take());
        if let Some(fault) = fault {
            self.say(Event::Library(fault.into()));
        }
        self.know(&library);
        let _ = self.searcher.send(Asked::Index(library.index().clone()));
        let mut files = looking.ok().and_then(|looking| looking.join().ok());
        let order = self.orders.clone();
        let _watcher = watch_folders(&library.sources().folders, move || {
            let _ = order.send(Order::Look);
        });
        let mut next = Some(first);
        while let Some(first) = next.take().or_else(|| orders.recv().ok()) {
            for order in std::iter::once(first).chain(orders.try_iter()) {
                match order {
                    Order::Look => {}
                    Order::Rules(desk) => {
                        let _ = self.searcher.send(Asked::Desk(desk.clone()));
                        self.desk = desk;
                    }
                    Order::Renew(error) => self.renew(&mut library, error),
                }
            }
            let files = files.take().unwrap_or_else(|| look(library.sources()));
            self.read(&mut library, &files);
        }
    }

    /// Tells what was remembered.
    fn know(&self, library: &Library) {
        let entries: Vec<Entry> = library.catalogue().entries().filter(|entry| entry.state != State::Waiting).collect();
        self.origins.learn(library.catalogue().origins().map(|(id, origin, _)| (id, Some(origin))));
        if !entries.is_empty() {
            self.say(Event::Listed(entries));
        }
    }

    /// Gives the searcher another index, where there can be one.
    fn renew(&self, library: &mut Library, error: IndexError) {
        let told = format!("the library can't be searched: {error}");
        let why = library.renew(error);
        if why.is_some() {
            let _ = self.searcher.send(Asked::Index(library.index().clone()));
        }
        self.say(Event::Library(why.unwrap_or(told).into()));
    }

    /// Makes the library meet the disk.
    fn read(&self, library: &mut Library, files: &[(Origin, Stamp)]) {
        let own = self.round.load(Ordering::Relaxed);
        let read = library.sync(&self.desk, files, &mut |learnt| {
            match learnt {
                Learnt::Entries(news) => {
                    let (entries, origins): (Vec<_>, Vec<_>) = news.into_iter().unzip();
                    let there = |(entry, origin): (&Entry, _)| (entry.id, (entry.state != State::Gone).then_some(origin));
                    self.origins.learn(entries.iter().zip(origins).map(there));
                    self.say(Event::Listed(entries));
                }
                Learnt::Progress(progress) => self.say(Event::Reading(Some(progress))),
                Learnt::Searchable => {
                    let _ = self.searcher.send(Asked::Renew);
                    self.say(Event::Searchable);
                }
                Learnt::Anew(index, why) => {
                    let _ = self.searcher.send(Asked::Index(index));
                    self.say(Event::Library(why.into()));
                }
                Learnt::Current => {}
            }
            self.round.load(Ordering::Relaxed) == own
        });
        self.say(Event::Reading(None));
        match read {
            Err(ListError::Index(error)) if error.is_locked() => {
                self.say(Event::Delivered(
                    Ok("another attache reads this library: what it finds is seen when it is done".into()),
                ));
                self.wait_for_others(library);
            }
            Err(error) => self.say(Event::Library(format!("the library can't be kept: {error}").into())),
            Ok(()) => {}
        }
    }

    /// Orders another look as soon as no other process writes to the library.
    fn wait_for_others(&self, library: &Library) {
        let Some(others) = library.others().filter(|_| !self.waits.swap(true, Ordering::Relaxed)) else { return };
        let (order, waits) = (self.orders.clone(), Arc::clone(&self.waits));
        begin("others", move || {
            let free = others();
            waits.store(false, Ordering::Relaxed);
            if free.is_ok() {
                let _ = order.send(Order::Look);
            }
        });
    }

    fn say(&self, event: Event) {
        (self.tell)(News::Event(event));
    }
}

/// Lets this thread, and all that it starts, run where nothing else wants to: whoever reads meanwhile is not to wait for a library. Linux
/// has a niceness for each thread; elsewhere it would be that of the whole program.
fn give_way() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(NICENESS);
}
