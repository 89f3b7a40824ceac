//! The list of entries, which of them a search shows, and the line chosen among them.

mod folded;
mod preview;
mod row;
mod search;

use std::cell::RefCell;

pub use search::Search;

use super::event::Effect;
use super::marks::MarksView;
use super::page::Row;
use super::page::list::{ListState, Window};
use crate::library::query::{Filter, Sieve, Words};
use crate::library::{Entries, Entry, EntryId, EntrySet, Hit, Order, Progress};
use crate::text::Clean;
use folded::Shown;
use preview::Preview;

/// From so many entries on the months have headings; fewer are seen at a glance.
const MANY: usize = 50;

/// The list as it stands on the screen.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// All that can be opened.
    pub entries: Entries,
    /// Which of the lines shown is chosen.
    pub list: ListState,
    /// How far the reading of the library is.
    pub progress: Option<Progress>,
    search: Option<Search>,
    /// The last search's stamp.
    stamp: u32,
    /// Which of the listed entries are shown, where that is not all.
    shown: Option<Vec<Shown>>,
    /// How many more would be, if copies did not fold.
    folded: usize,
    /// How many entries there are, as long as not all have come.
    total: usize,
    preview: Preview,
}

/// Where a list stood before a search.
#[derive(Clone, Debug)]
pub struct Before {
    list: ListState,
    search: Option<Search>,
}

impl Shelf {
    /// A shelf with these entries, the first of `total`.
    pub fn new(entries: Entries, total: usize) -> Self {
        Self { entries, total, ..Self::default() }
    }

    /// How many entries there are, shown or not.
    pub fn total(&self) -> usize {
        self.total.max(self.entries.len())
    }

    /// How many entries are shown.
    pub fn len(&self) -> usize {
        self.shown.as_ref().map_or(self.entries.len(), Vec::len)
    }

    /// Whether no entry is shown.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry on the line numbered `line`, from 0.
    pub fn get(&self, line: usize) -> Option<&Entry> {
        match &self.shown {
            Some(shown) => self.entries.get(shown.get(line)?.at as usize),
            None => self.entries.get(line),
        }
    }

    /// The line of the entry with this id, or of the one that stands for it, if either is shown.
    pub fn position(&self, id: EntryId) -> Option<usize> {
        let Some(shown) = &self.shown else { return self.entries.position(id) };
        let line = |id| {
            let at = self.entries.position(id)?;
            shown.binary_search_by_key(&at, |shown| shown.at as usize).ok()
        };
        let fold = self.entries.by_id(id)?.fold;
        line(id).or_else(|| line(fold.leader(id)))
    }

    /// How many other tellings of its story fold under the line numbered `line`.
    fn others(&self, line: usize) -> u32 {
        self.shown.as_ref().and_then(|shown| shown.get(line)).map_or(0, |shown| shown.others)
    }

    /// How many entries fold under others.
    pub fn folded(&self) -> usize {
        self.folded
    }

    /// The chosen entry.
    pub fn chosen(&self) -> Option<&Entry> {
        self.get(self.list.selected)
    }

    /// Takes in news, keeping the same entry chosen once anyone has moved; before that, the newest.
    pub(super) fn learn(&mut self, news: Vec<Entry>, marks: &MarksView) {
        let kept = self.kept();
        self.entries.learn(news);
        self.renew(kept, marks);
    }

    /// That all entries are known that there are.
    pub fn is_whole(&mut self) {
        self.total = 0;
    }

    /// Lists all in the next order.
    pub(super) fn next_order(&mut self, marks: &MarksView) -> Order {
        let kept = self.chosen().map(|entry| entry.id);
        self.entries.sort(self.entries.order().next());
        self.renew(kept, marks);
        self.entries.order()
    }

    /// Chooses the first entry of the next group, or of this one, and then of the one before; whether there was one.
    pub fn step_group(&mut self, on: bool) -> bool {
        let order = self.entries.order();
        let same = |one: usize, other: usize| {
            self.get(one).zip(self.get(other)).is_some_and(|(one, other)| order.is_one_group(one, other))
        };
        let here = self.list.selected;
        let first = |line: usize| (0..line).rev().take_while(|above| same(*above, line)).last().unwrap_or(line);
        let to = if on { (here..self.len()).find(|line| !same(here, *line)) } else { here.checked_sub(1).map(first) };
        self.list.selected = to.unwrap_or(here);
        to.is_some()
    }

    /// The search that is on.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// Where the list stands, to come back to.
    pub fn before(&self) -> Before {
        Before { list: self.list, search: self.search.clone() }
    }

    /// Back to where the list stood.
    pub(super) fn go_back(&mut self, before: Before, marks: &MarksView) {
        self.search = before.search;
        self.renew(None, marks);
        self.list = before.list;
    }

    /// Searches for what `line` says; an empty one ends the search. What is found stays until the answer comes.
    pub(super) fn look_for(&mut self, line: Clean, marks: &MarksView) -> Option<Effect> {
        if line.trim().is_empty() {
            self.forget_search(marks);
            return None;
        }
        self.stamp += 1;
        let found = self.search.take().and_then(|before| before.found);
        let search = Search::new(line, self.stamp);
        let words = search.query.words.clone();
        let is_answered = search.is_answered;
        self.search = Some(Search { found: found.filter(|_| !is_answered), ..search });
        if is_answered {
            self.renew(None, marks);
            self.list = ListState::default();
            return None;
        }
        Some(Effect::Find { stamp: self.stamp, words })
    }

    /// Asks anew what was asked, because more can be found.
    pub fn ask_again(&self) -> Option<Effect> {
        let search = self.search.as_ref().filter(|search| !search.query.words.is_empty())?;
        Some(Effect::Find { stamp: search.stamp, words: search.query.words.clone() })
    }

    /// Ends the search, keeping the same entry chosen; whether one was on.
    pub(super) fn forget_search(&mut self, marks: &MarksView) -> bool {
        let kept = self.chosen().map(|entry| entry.id);
        let was_on = self.search.take().is_some();
        self.renew(kept, marks);
        was_on
    }

    /// Takes in what the newest search has found.
    pub(super) fn found(&mut self, stamp: u32, found: EntrySet, marks: &MarksView) {
        let kept = self.kept();
        let Some(search) = self.search.as_mut().filter(|search| search.stamp == stamp) else { return };
        let is_first = !std::mem::replace(&mut search.is_answered, true);
        search.found = Some(found);
        self.renew(kept.filter(|_| !is_first), marks);
        if is_first {
            self.list = ListState::default();
        }
    }

    /// Takes in sentences that show what is searched for.
    pub fn hits(&mut self, stamp: u32, hits: Vec<(EntryId, Option<Hit>)>) {
        if let Some(search) = self.search.as_mut().filter(|search| search.stamp == stamp) {
            search.hits.extend(hits);
        }
    }

    /// The sentence that shows why an entry was found.
    pub fn hit_of(&self, id: EntryId) -> Option<&Hit> {
        self.search.as_ref()?.hits.get(&id)?.as_ref()
    }

    /// Shows what the filters let through, now that the marks have come. Later changes of them move nothing: what was opened stays where it was.
    pub(super) fn heed_marks(&mut self, marks: &MarksView) {
        if self.search.as_ref().is_some_and(|search| search.query.filters.iter().any(Filter::asks_marks)) {
            let kept = self.chosen().map(|entry| entry.id);
            self.renew(kept, marks);
        }
    }

    /// The entry to keep chosen when the list changes: none as long as nobody has moved.
    fn kept(&self) -> Option<EntryId> {
        self.chosen().map(|entry| entry.id).filter(|_| self.list.selected > 0)
    }

    /// Finds out anew what is shown, with the entry `kept` chosen.
    fn renew(&mut self, kept: Option<EntryId>, marks: &MarksView) {
        let found: Option<Vec<u32>> = self.search.as_ref().filter(|search| search.shows()).map(|search| {
            let mut sieve = Sieve::new(&search.query);
            // A card lies anywhere in memory: of a hundred thousand, only those are looked at that have something to say.
            let asks_cards = !search.query.filters.is_empty();
            let mut admits = |card| !asks_cards || sieve.admits(card, marks.get(card.content).into());
            let all = (0u32..).zip(self.entries.listed());
            all.filter(|(_, entry)| search.has(entry.id) && entry.card().is_some_and(&mut admits)).map(|(at, _)| at).collect()
        });
        (self.shown, self.folded) = folded::fold(self.entries.listed(), found);
        if let Some(at) = kept.and_then(|id| self.position(id)) {
            self.list.selected = at;
        }
    }

    /// The rows of the list, and what they want of the library.
    pub(super) fn window(&mut self, columns: u16, height: u16, marks: &MarksView) -> (Window, Option<Effect>) {
        let (selected, order, none) = (self.list.selected, self.entries.order(), Words::default());
        let words = self.search.as_ref().map_or(&none, |search| &search.query.words).clone();
        let seen = RefCell::new(Vec::new());
        let mut list = self.list;
        let window = list.window(self.len(), height, |line| {
            let Some(entry) = self.get(line) else { return Vec::new() };
            let mut rows: Vec<Row> = self.heading(line, entry, columns, order).into_iter().collect();
            rows.push(row::row(entry, self.others(line), columns, line == selected, &words, marks));
            if !words.is_empty() {
                seen.borrow_mut().push(entry.id);
                rows.push(row::hit_row(self.hit_of(entry.id), columns, line == selected));
            }
            rows
        });
        self.list = list;
        (window, self.wish(seen.into_inner(), words))
    }

    /// The heading over an entry that is the first of its group.
    fn heading(&self, line: usize, entry: &Entry, columns: u16, order: Order) -> Option<Row> {
        let before = line.checked_sub(1).and_then(|above| self.get(above));
        let is_first = before.is_none_or(|before| !order.is_one_group(before, entry));
        let has_headings = order != Order::Date || self.total() >= MANY;
        (is_first && has_headings).then(|| row::heading(&order.group(entry), columns))
    }

    /// The wish for the sentences of entries that were not asked about yet.
    fn wish(&mut self, seen: Vec<EntryId>, words: Words) -> Option<Effect> {
        let search = self.search.as_mut().filter(|search| search.is_answered)?;
        let new: Vec<EntryId> = seen.into_iter().filter(|id| !search.hits.contains_key(id)).collect();
        if new.iter().all(|id| search.asked.contains(id)) {
            return None;
        }
        // Only the newest wish is heard: it names all that is wanted.
        search.asked = new.iter().copied().collect();
        Some(Effect::Hits { stamp: search.stamp, entries: new, words })
    }
}
