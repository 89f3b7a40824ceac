//! The thread that opens what is asked for, and the one that learns about the list.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::Receiver;

use super::jobs::{News, Tell, begin};
use super::reload::reload;
use super::settings::Named;
use super::{Desk, Origin, Origins};
use crate::app::event::{Event, Reloaded};
use crate::library::{Card, Entry, EntryId, State};
use crate::model::{Briefing, Note, NoteKind};
use crate::text::Clean;

/// A file longer than this is shown by its beginning first; so many bytes fill any screen.
const GLANCE_BYTES: u64 = 64 * 1024;

/// So many entries are learnt about before the list is told: often enough to watch, seldom enough to sort.
const BATCH: usize = 64;

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
    /// How often the list was begun anew; a thread that learns for an older round ends.
    round: Arc<AtomicU32>,
    /// Whether the faults of the rule files have been told.
    told: bool,
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
    pub(super) fn new(desk: Arc<Desk>, named: Named, origins: Origins, tell: Tell) -> Self {
        Self { desk, named, origins, tell, round: Arc::default(), told: false }
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

    /// Learns about every entry for the list, in a thread of its own.
    pub(super) fn learn(&self) {
        let own = self.round.fetch_add(1, Ordering::Relaxed) + 1;
        let (desk, origins, tell, round) = (self.desk.clone(), self.origins.clone(), self.tell.clone(), self.round.clone());
        begin("list", move || learn(&desk, &origins, |news| round.load(Ordering::Relaxed) == own && tell(News::Event(news))));
    }

    fn reload(&mut self, asked: bool) {
        let (desk, named) = (&mut self.desk, &self.named);
        let fault = || Note::new(NoteKind::File, "attache failed on a rule file; this is a fault of attache's, please report it");
        let reloaded =
            catch_unwind(AssertUnwindSafe(|| reload(desk, named))).unwrap_or_else(|_| Reloaded::Refused(vec![fault()]));
        if matches!(reloaded, Reloaded::Taken { .. }) {
            self.learn();
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
        let news = guarded(id, &origin, || opened(&self.desk, &self.origins, id, &origin));
        let is_divided = matches!(news, Event::Divided { .. });
        self.say(news);
        if is_divided {
            self.learn();
        }
        if !std::mem::replace(&mut self.told, true) {
            let complaints = self.desk.complaints();
            if !complaints.is_empty() {
                self.say(Event::Complained(complaints));
            }
        }
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

/// What comes of opening an entry: its briefing, the entries in its place where it holds several articles, or why there is none.
fn opened(desk: &Desk, origins: &Origins, id: EntryId, origin: &Origin) -> Event {
    let mut event = Event::Unopened { id, reason: format!("{}: there is no article in it", origin.name()).into() };
    let read = desk.each(origin, |_, count, opened| {
        event = if count > 1 {
            divided(origins, id, origin, count).0
        } else {
            Event::Opened { id, briefing: Arc::new(opened.briefing), whole: true }
        };
        false
    });
    read.map_or_else(|reason| Event::Unopened { id, reason }, |()| event)
}

/// That the `count` articles of the file at `origin` stand in the place of the entry `id`; with it, their numbers.
fn divided(origins: &Origins, id: EntryId, origin: &Origin, count: usize) -> (Event, Vec<EntryId>) {
    let (ids, _) = origins.divide(id, count);
    let names = ids.iter().copied().zip(origin.divided(count).iter().map(Origin::name)).collect();
    (Event::Divided { id, names }, ids)
}

/// Learns about every entry, and tells of them batch by batch until nobody listens.
fn learn(desk: &Desk, origins: &Origins, tell: impl Fn(Event) -> bool) {
    let mut batch = Vec::new();
    for (id, origin) in origins.files() {
        if desk.waits_for(&origin) {
            continue;
        }
        let mut ids = Vec::new();
        let mut listens = true;
        let read = catch_unwind(AssertUnwindSafe(|| {
            desk.each(&origin, |own, count, opened| {
                if ids.is_empty() {
                    ids = vec![id];
                    if count > 1 {
                        let (event, within) = divided(origins, id, &origin, count);
                        listens &= tell(event);
                        ids = within.into_iter().rev().collect();
                    }
                }
                let state = || State::Ready(Arc::new(Card::of(&opened.briefing)));
                batch.extend(ids.pop().map(|id| Entry { id, name: own.name(), state: state() }));
                if batch.len() >= BATCH {
                    listens &= tell(Event::Listed(std::mem::take(&mut batch)));
                }
                listens
            })
        }));
        match read {
            Ok(Ok(())) => {}
            Ok(Err(reason)) => batch.push(Entry { id, name: origin.name(), state: State::Bad(reason) }),
            Err(_) => {
                let id = ids.pop().unwrap_or(id);
                batch.push(Entry { id, name: origin.name(), state: State::Bad(failed(&origin)) });
            }
        }
        if !listens || (batch.len() >= BATCH && !tell(Event::Listed(std::mem::take(&mut batch)))) {
            return;
        }
    }
    tell(Event::Listed(batch));
}

/// What `work` gives, or, where attache itself fails on a document, that it did: one bad file ends nothing.
fn guarded(id: EntryId, origin: &Origin, work: impl FnOnce() -> Event) -> Event {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Event::Unopened { id, reason: failed(origin) })
}

fn failed(origin: &Origin) -> Clean {
    format!("{}: attache failed on this file; this is a fault of attache's, please report it", origin.name()).into()
}
