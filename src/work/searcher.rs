//! The thread that searches the library, and reads what lists show of articles: the sentences that were searched for, the lines of a
//! topic that is followed. Of what waits, the newest alone is done.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use super::jobs::{News, Tell};
use super::librarian::Order;
use super::library::{Finder, Index, IndexError};
use super::{Desk, Origins};
use crate::app::event::Event;
use crate::export::Followed;
use crate::library::alike::Comparison;
use crate::library::query::Words;
use crate::library::{EntryId, Hit, Rank, Sought};
use crate::model::Briefing;
use crate::text::Clean;

/// So many sentences are read before they are shown: a screenful comes in a few steps, its top first.
const TOLD_AT_ONCE: usize = 8;

/// So many articles are read, and all that is in them found, before their lines are shown.
const READ_AT_ONCE: usize = 3;

/// So many sentences are looked for before it is heard whether something else is asked.
const SOUGHT_AT_ONCE: usize = 16;

/// What the thread can be asked or told.
pub(super) enum Asked {
    /// What to search from now on.
    Index(Index),
    /// The index holds more than before.
    Renew,
    /// What to read articles with from now on.
    Desk(Arc<Desk>),
    /// Search.
    Find { stamp: u32, words: Words },
    /// Read the sentences that show it.
    Hits { stamp: u32, entries: Vec<EntryId>, words: Words },
    /// Read what they say on a topic.
    Follow { stamp: u32, entries: Vec<EntryId>, topic: Clean },
    /// Look for sentences of an article in earlier ones.
    Seen { own: Rank, sought: Vec<Sought> },
    /// Set two articles side by side.
    Compare { stamp: u32, entries: [EntryId; 2] },
}

/// The thread that searches.
pub(super) struct Searcher {
    pub(super) desk: Arc<Desk>,
    pub(super) origins: Origins,
    pub(super) tell: Tell,
    pub(super) finder: Option<Finder>,
    /// The thread that keeps the library, to be told when the index fails.
    pub(super) librarian: Sender<Order>,
    /// Whether it was told of this index.
    pub(super) has_told: bool,
}

/// What is asked and was not done yet.
#[derive(Default)]
struct Waiting {
    find: Option<(u32, Words)>,
    hits: Option<(u32, std::vec::IntoIter<EntryId>, Words)>,
    follow: Option<(u32, std::vec::IntoIter<EntryId>, Clean)>,
    compare: Option<(u32, [EntryId; 2])>,
    seen: Option<Seeking>,
}

/// An article whose sentences are looked for in earlier ones.
struct Seeking {
    own: Rank,
    left: std::vec::IntoIter<Sought>,
    sought: usize,
    seen: Vec<(u32, EntryId)>,
}

impl Searcher {
    /// Answers until nobody is left to ask.
    pub(super) fn serve(mut self, asked: &Receiver<Asked>) {
        let mut waiting = Waiting::default();
        loop {
            let first = match (&waiting.hits, &waiting.follow, &waiting.seen) {
                (None, None, None) => match asked.recv() {
                    Ok(first) => Some(first),
                    Err(_) => return,
                },
                _ => None,
            };
            for one in first.into_iter().chain(asked.try_iter()) {
                self.hear(one, &mut waiting);
            }
            if let Some((stamp, words)) = waiting.find.take() {
                self.find(stamp, &words);
            }
            if let Some((stamp, entries)) = waiting.compare.take() {
                self.say(Event::Compared { stamp, comparison: self.compared(entries) });
            }
            if let Some(seeking) = waiting.seen.take() {
                waiting.seen = self.seek(seeking);
            }
            if let Some((stamp, mut entries, words)) = waiting.hits.take() {
                let some: Vec<EntryId> = entries.by_ref().take(TOLD_AT_ONCE).collect();
                let is_all = entries.len() == 0;
                let hits = some.into_iter().map(|id| (id, self.hit(id, &words))).collect();
                if !self.say(Event::Hits { stamp, hits }) {
                    return;
                }
                waiting.hits = (!is_all).then_some((stamp, entries, words));
            }
            if let Some((stamp, mut entries, topic)) = waiting.follow.take() {
                let some = entries.by_ref().take(READ_AT_ONCE).map(|id| (id, self.followed(id, &topic).map(Arc::new))).collect();
                if !self.say(Event::Followed { stamp, read: some }) {
                    return;
                }
                waiting.follow = (entries.len() > 0).then_some((stamp, entries, topic));
            }
        }
    }

    fn hear(&mut self, asked: Asked, waiting: &mut Waiting) {
        match asked {
            Asked::Index(index) => self.search_in(&index),
            Asked::Renew => {
                if let Some(Err(error)) = self.finder.as_ref().map(Finder::renew) {
                    self.fail(error);
                }
            }
            Asked::Desk(desk) => self.desk = desk,
            Asked::Find { stamp, words } => waiting.find = Some((stamp, words)),
            Asked::Seen { own, sought } => {
                waiting.seen = Some(Seeking { own, sought: sought.len(), left: sought.into_iter(), seen: Vec::new() });
            }
            Asked::Compare { stamp, entries } => waiting.compare = Some((stamp, entries)),
            Asked::Follow { stamp, entries, topic } => waiting.follow = Some((stamp, entries.into_iter(), topic)),
            Asked::Hits { stamp, entries, words } => waiting.hits = Some((stamp, entries.into_iter(), words)),
        }
    }

    /// The threads of the search are begun here, because those of the library stand back behind all others.
    fn search_in(&mut self, index: &Index) {
        self.has_told = false;
        match index.finder() {
            Ok(finder) => {
                self.finder = Some(finder);
                self.say(Event::Searchable);
            }
            Err(error) => self.fail(error),
        }
    }

    /// Asks once for another index than this one: it comes, and what was searched for is asked again. Later faults of this one are told.
    fn fail(&mut self, error: IndexError) {
        if std::mem::replace(&mut self.has_told, true) {
            self.say(Event::Library(format!("the library can't be searched: {error}").into()));
        } else {
            let _ = self.librarian.send(Order::Renew(error));
        }
    }

    fn find(&mut self, stamp: u32, words: &Words) {
        match self.finder.as_ref().map(|finder| finder.find(words)) {
            Some(Ok(found)) => drop(self.say(Event::Found { stamp, found })),
            Some(Err(error)) => self.fail(error),
            None => {}
        }
    }

    /// Looks for some of an article's sentences; what is still to be done.
    fn seek(&mut self, mut seeking: Seeking) -> Option<Seeking> {
        let own = seeking.own;
        for Sought { sentence, words } in seeking.left.by_ref().take(SOUGHT_AT_ONCE) {
            match self.finder.as_ref()?.earlier(&words, own) {
                Ok(first) => seeking.seen.extend(first.map(|first| (sentence, first))),
                Err(error) => {
                    self.fail(error);
                    return None;
                }
            }
        }
        if seeking.left.len() > 0 {
            return Some(seeking);
        }
        self.say(Event::Seen { id: own.id(), seen: seeking.seen, sought: seeking.sought });
        None
    }

    /// The sentence of an entry that shows `words`.
    fn hit(&self, id: EntryId, words: &Words) -> Option<Hit> {
        let origin = self.origins.get(id).filter(|origin| !self.desk.waits_for(origin))?;
        catch_unwind(AssertUnwindSafe(|| Hit::of(&self.desk.article(&origin).ok()?, words))).ok()?
    }

    /// What an entry says on a topic; none where it can't be read.
    fn followed(&self, id: EntryId, topic: &Clean) -> Option<Followed> {
        let origin = self.origins.get(id).filter(|origin| !self.desk.waits_for(origin))?;
        let followed = || Some(Followed::of(&self.desk.open(&origin).ok()?.briefing, topic));
        catch_unwind(AssertUnwindSafe(followed)).ok()?
    }

    /// Two articles side by side; why not, where one of them can't be read.
    fn compared(&self, entries: [EntryId; 2]) -> Result<Arc<Comparison>, Clean> {
        let [a, b] = entries.map(|id| self.briefing(id));
        let (a, b) = (a?, b?);
        let compare = AssertUnwindSafe(|| Arc::new(Comparison::of(a, b)));
        catch_unwind(compare).map_err(|_| "attache failed on these two; this is a fault of attache's, please report it".into())
    }

    fn briefing(&self, id: EntryId) -> Result<Arc<Briefing>, Clean> {
        let origin = self.origins.get(id).ok_or("this article is not there any more")?;
        if self.desk.waits_for(&origin) {
            return Err(format!("{}: it would have to be waited for", origin.name()).into());
        }
        let opened = catch_unwind(AssertUnwindSafe(|| self.desk.open(&origin)));
        Ok(Arc::new(opened.unwrap_or_else(|_| Err(origin.failed()))?.briefing))
    }

    fn say(&self, event: Event) -> bool {
        (self.tell)(News::Event(event))
    }
}
