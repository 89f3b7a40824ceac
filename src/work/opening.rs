//! The thread that opens what is asked for.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender};

use super::jobs::{News, Tell};
use super::librarian::Order;
use super::library::Stamp;
use super::reload::reload;
use super::settings::Named;
use super::watch::{Watcher, watch_file};
use super::{Desk, Origin, Origins};
use crate::app::event::{Event, Reloaded};
use crate::library::EntryId;
use crate::model::{Briefing, Note, NoteKind};
use crate::text::Clean;

/// A file longer than this is shown by its beginning first; so many bytes fill any screen.
const GLANCE_BYTES: u64 = 64 * 1024;

/// What can be asked of the thread that opens.
#[derive(Clone, Copy, Debug)]
pub(super) enum Request {
    /// Open an entry, its beginning first where that is quicker.
    Begin(EntryId),
    /// Open it wholly.
    Finish(EntryId),
    /// Read it to be shown beside the list.
    Preview(EntryId),
    /// Read the rule files anew; where a key `asked` for it, answer in any case.
    Reload { asked: bool },
}

/// What has been asked for since the thread was last free.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    /// The newest request to open.
    open: Option<Request>,
    /// The newest request to show one beside the list.
    preview: Option<EntryId>,
    /// Whether the rule files are to be read, and whether a key asked for it.
    reload: Option<bool>,
}

/// The thread that opens.
pub(super) struct Opening {
    desk: Arc<Desk>,
    named: Named,
    origins: Origins,
    tell: Tell,
    /// Who keeps the library, and how often it was told to.
    librarian: Sender<Order>,
    round: Arc<AtomicU32>,
    /// Whether the faults of the rule files have been told.
    told: bool,
    /// What watches the file that was opened last.
    watcher: Option<Watcher>,
}

impl Asked {
    fn add(self, request: Request) -> Self {
        match request {
            Request::Reload { asked } => Self { reload: Some(asked || self.reload.unwrap_or_default()), ..self },
            Request::Preview(id) => Self { preview: Some(id), ..self },
            open => Self { open: Some(open), ..self },
        }
    }
}

impl Opening {
    pub(super) fn new(
        desk: Arc<Desk>,
        named: Named,
        origins: Origins,
        tell: Tell,
        librarian: (Sender<Order>, Arc<AtomicU32>),
    ) -> Self {
        let (librarian, round) = librarian;
        Self { desk, named, origins, tell, librarian, round, told: false, watcher: None }
    }

    /// Serves requests until nobody is left to make any; of those that wait, the newest to open alone.
    pub(super) fn serve(mut self, requests: &Receiver<Request>) {
        while let Ok(first) = requests.recv() {
            let asked = requests.try_iter().fold(Asked::default().add(first), Asked::add);
            if let Some(by_key) = asked.reload {
                self.reload(by_key);
            }
            match asked.open {
                Some(Request::Begin(id)) => self.open(id, true),
                Some(Request::Finish(id)) => self.open(id, false),
                _ => asked.preview.into_iter().for_each(|id| self.preview(id)),
            }
        }
    }

    fn preview(&self, id: EntryId) {
        let Some(origin) = self.origins.get(id).filter(|origin| !self.desk.waits_for(origin)) else { return };
        let opened = catch_unwind(AssertUnwindSafe(|| self.desk.open(&origin)));
        if let Ok(Ok(opened)) = opened {
            self.say(Event::Previewed { id, briefing: Arc::new(opened.briefing) });
        }
    }

    /// Lets the library be read: what of it is new, or all of it by the rules of `desk`.
    fn order(&self, order: Order) {
        self.round.fetch_add(1, Ordering::Relaxed);
        let _ = self.librarian.send(order);
    }

    fn reload(&mut self, asked: bool) {
        let (desk, named) = (&mut self.desk, &self.named);
        let fault = || Note::new(NoteKind::File, "attache failed on a rule file; this is a fault of attache's, please report it");
        let reloaded =
            catch_unwind(AssertUnwindSafe(|| reload(desk, named))).unwrap_or_else(|_| Reloaded::Refused(vec![fault()]));
        if matches!(reloaded, Reloaded::Taken { .. }) {
            self.order(Order::Rules(self.desk.clone()));
        }
        if asked || reloaded != Reloaded::Unchanged {
            self.say(Event::Reloaded(reloaded));
        }
    }

    fn open(&mut self, id: EntryId, beginning_first: bool) {
        let Some(origin) = self.origins.get(id) else { return };
        let beginning = if beginning_first { glance(&self.desk, id, &origin) } else { None };
        if let Some(beginning) = beginning {
            self.say(beginning);
            return;
        }
        // Before it is read: what is written meanwhile is a change.
        self.watcher = self.watch(id, &origin);
        let news = guarded(id, &origin, || opened(&self.desk, id, &origin));
        let is_divided = matches!(news, Event::Divided { .. });
        self.say(news);
        if is_divided {
            self.order(Order::Look);
        }
        if !std::mem::replace(&mut self.told, true) {
            let complaints = self.desk.complaints();
            if !complaints.is_empty() {
                self.say(Event::Complained(complaints));
            }
        }
    }

    /// Watches the file of an entry, and tells when it is another than it is now.
    fn watch(&self, id: EntryId, origin: &Origin) -> Option<Watcher> {
        let Origin::Path(path) = origin.file() else { return None };
        let (before, tell) = (Stamp::of(&fs::metadata(path).ok()?), self.tell.clone());
        let name = Clean::from(path.file_name()?.to_string_lossy().as_ref()).into_line();
        watch_file(path, before, move |now| {
            tell(News::Event(Event::Changed { id, name: name.clone(), is_gone: now.is_none() }));
        })
    }

    fn say(&self, event: Event) {
        (self.tell)(News::Event(event));
    }
}

/// The beginning of an article, before the rest is read and anything is found in it; none of what is no plain article.
pub fn glance(desk: &Desk, id: EntryId, origin: &Origin) -> Option<Event> {
    let article = catch_unwind(AssertUnwindSafe(|| desk.glance(origin, GLANCE_BYTES))).ok()??;
    Some(Event::Opened { id, briefing: Arc::new(Briefing::bare(article)), whole: false })
}

/// What comes of opening an entry: its briefing, that it holds several articles, or why there is none.
fn opened(desk: &Desk, id: EntryId, origin: &Origin) -> Event {
    let mut event = Event::Unopened { id, reason: format!("{}: there is no article in it", origin.name()).into() };
    let read = desk.each(origin, |_, held, opened| {
        event = if held.count > 1 {
            Event::Divided { id, count: held.count, left_out: held.left_out.clone() }
        } else {
            Event::Opened { id, briefing: Arc::new(opened.briefing), whole: true }
        };
        false
    });
    read.map_or_else(|reason| Event::Unopened { id, reason }, |()| event)
}

/// What `work` gives, or, where attache itself fails on a document, that it did: one bad file ends nothing.
fn guarded(id: EntryId, origin: &Origin, work: impl FnOnce() -> Event) -> Event {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Event::Unopened { id, reason: origin.failed() })
}
