//! The list of entries, and the line chosen in it.

use std::sync::Arc;

use super::marks::MarksView;
use super::page::list::{ListState, Window};
use super::page::{Row, Run, Tone};
use crate::export::counted;
use crate::library::marks::Mark;
use crate::library::{Card, Entries, Entry, EntryId, State};
use crate::model::Briefing;
use crate::text::Clean;
use crate::text::search::Needle;
use crate::text::wrap::shorten;

/// The list as it stands on the screen.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// What is listed.
    pub entries: Entries,
    /// Which entry is chosen.
    pub list: ListState,
    /// What is searched for.
    pub query: Clean,
    preview: Preview,
}

/// What stands beside the list.
#[derive(Clone, Debug, Default)]
enum Preview {
    #[default]
    None,
    /// It was asked for.
    Asked(EntryId),
    /// It has come.
    Here(EntryId, Arc<Briefing>),
}

/// The columns of a date such as `2025-11-28`.
const DATE: u16 = 10;

/// From this width on the outlet is shown, and from this one the topics.
const OUTLET_FROM: u16 = 64;
const TOPICS_FROM: u16 = 130;
const KIND: u16 = 10;
const OUTLET: u16 = 18;
const TOPICS: u16 = 38;
const TENSIONS: u16 = 12;

impl Shelf {
    /// A shelf with these entries.
    pub fn new(entries: Entries) -> Self {
        Self { entries, ..Self::default() }
    }

    /// The chosen entry.
    pub fn chosen(&self) -> Option<&Entry> {
        self.entries.get(self.list.selected)
    }

    /// Takes in news, keeping the same entry chosen once anyone has moved; before that, the newest.
    pub fn learn(&mut self, news: Vec<Entry>) {
        let kept = self.chosen().map(|entry| entry.id).filter(|_| self.list.selected > 0);
        self.entries.learn(news);
        if let Some(at) = kept.and_then(|id| self.entries.position(id)) {
            self.list.selected = at;
        }
    }

    /// Puts the articles of a file into the list in its place.
    pub fn divide(&mut self, id: EntryId, names: Vec<(EntryId, Clean)>) {
        let kept = self.chosen().map(|entry| entry.id);
        self.entries.divide(id, names);
        if let Some(at) = kept.and_then(|id| self.entries.position(id)) {
            self.list.selected = at;
        }
    }

    /// Chooses the next (or, `on` false, previous) entry in which the query stands; whether there is one.
    pub fn hit(&mut self, on: bool) -> bool {
        let hits = self.hits();
        let here = self.list.selected;
        let next = if on {
            hits.iter().find(|at| **at > here).or(hits.first())
        } else {
            hits.iter().rev().find(|at| **at < here).or(hits.last())
        };
        self.list.selected = next.copied().unwrap_or(here);
        next.is_some()
    }

    /// Chooses the first entry from here on in which the query stands.
    pub fn look_for(&mut self, query: Clean) {
        self.query = query;
        let hits = self.hits();
        let here = self.list.selected;
        if let Some(at) = hits.iter().find(|at| **at >= here).or(hits.first()) {
            self.list.selected = *at;
        }
    }

    /// The entries in which the query stands: headline, outlet, topics, name.
    pub fn hits(&self) -> Vec<usize> {
        let needle = Needle::new(&self.query);
        let holds = |text: &Clean| needle.find(text).next().is_some();
        let card = |card: &Card| {
            let topics = card.topics.iter().map(|count| &count.topic.label);
            [&card.headline].into_iter().chain(&card.outlet).chain(topics).any(holds)
        };
        let entry = |entry: &Entry| holds(&entry.name) || matches!(&entry.state, State::Ready(c) if card(c));
        self.entries.listed().iter().enumerate().filter(|(_, e)| entry(e)).map(|(at, _)| at).collect()
    }

    /// The rows of the list.
    pub(super) fn window(&mut self, columns: u16, height: u16, marks: &MarksView) -> Window {
        let needle = Needle::new(&self.query);
        let selected = self.list.selected;
        let entries = &self.entries;
        self.list.window(entries.len(), height, |at| {
            entries.get(at).map(|entry| vec![row(entry, columns, at == selected, &needle, marks)]).unwrap_or_default()
        })
    }

    /// The entry whose briefing is to be asked for, so that it can stand beside the list; none where it was asked for already.
    pub fn wants_preview(&mut self) -> Option<EntryId> {
        let id = self.chosen().filter(|entry| matches!(entry.state, State::Ready(_)))?.id;
        match &self.preview {
            Preview::Asked(known) | Preview::Here(known, _) if *known == id => None,
            _ => {
                self.preview = Preview::Asked(id);
                Some(id)
            }
        }
    }

    /// Takes in a briefing that was asked for.
    pub fn previewed(&mut self, id: EntryId, briefing: Arc<Briefing>) {
        if matches!(&self.preview, Preview::Asked(asked) if *asked == id) {
            self.preview = Preview::Here(id, briefing);
        }
    }

    /// The briefing of the chosen entry in short, for the side of a wide screen.
    pub fn preview(&self) -> Vec<Clean> {
        let Some(entry) = self.chosen() else { return Vec::new() };
        match (&entry.state, &self.preview) {
            (State::Ready(_), Preview::Here(id, briefing)) if *id == entry.id => in_short(entry, briefing),
            (State::Ready(card), _) => vec![card.headline.clone()],
            (State::Bad(reason), _) => vec![entry.name.clone(), Clean::default(), reason.clone()],
            (State::Waiting | State::Gone, _) => Vec::new(),
        }
    }
}

/// Headline, summary, agenda and the number of tensions; an empty line between.
fn in_short(entry: &Entry, briefing: &Briefing) -> Vec<Clean> {
    let mut lines: Vec<Clean> = briefing.head.headline.iter().map(Clean::one_line).collect();
    lines.extend(briefing.summary.iter().map(|point| Clean::from(briefing.words(point))));
    let topics: Vec<String> = briefing.agenda.iter().map(|topic| format!("{} {}", topic.label, topic.points.len())).collect();
    if !topics.is_empty() {
        lines.push(topics.join(", ").into());
    }
    lines.push(counted(briefing.tensions.len(), "tension").into());
    lines.push(entry.name.clone());
    lines.into_iter().flat_map(|line| [line, Clean::default()]).collect()
}

fn row(entry: &Entry, columns: u16, selected: bool, needle: &Needle, marks: &MarksView) -> Row {
    let mut row = Row::of(if selected { ">" } else { " " }, Tone::Selected);
    match &entry.state {
        State::Waiting | State::Gone => row.push(1, shorten(&entry.name, usize::from(columns.saturating_sub(2))), Tone::Quiet),
        State::Bad(reason) => bad(&mut row, entry, reason, columns),
        State::Ready(card) => {
            ready(&mut row, card, columns, needle, marks.get(card.content));
            // Bold is for what is unread, chosen or not.
            return Row { selected, ..row };
        }
    }
    if selected { row.chosen() } else { row }
}

fn bad(row: &mut Row, entry: &Entry, reason: &Clean, columns: u16) {
    let room = usize::from(columns.saturating_sub(4));
    let name = shorten(&entry.name, room / 2);
    row.push(1, "!", Tone::Alarm);
    row.push(1, name.clone(), Tone::Body);
    let left = room.saturating_sub(crate::text::wrap::columns(&name) + 2);
    let reason = reason.one_line();
    let reason = reason.strip_prefix(&*entry.name).map_or(&*reason, |rest| rest.trim_start_matches([':', ' ']));
    row.push(2, shorten(reason, left), Tone::Quiet);
}

fn ready(row: &mut Row, card: &Card, columns: u16, needle: &Needle, mark: Mark) {
    let date = card.date.map_or_else(|| Clean::from("[no date]"), |date| date.to_string().into());
    row.push(1, date, Tone::Quiet);
    let mut edge = columns;
    if columns >= OUTLET_FROM {
        edge -= TENSIONS;
        row.push_right(columns, counted(card.tensions as usize, "tension"), Tone::Quiet);
    }
    if columns >= TOPICS_FROM {
        edge -= TOPICS;
        let topics: Vec<&str> = card.topics.iter().map(|count| &*count.topic.label).collect();
        column(row, edge, TOPICS - 2, &topics.join(", "), Tone::Body);
    }
    if columns >= OUTLET_FROM {
        edge -= OUTLET;
        let outlet_at = edge;
        edge -= KIND;
        column(row, edge, KIND - 2, if card.written { "briefing" } else { "article" }, Tone::Quiet);
        column(row, outlet_at, OUTLET - 2, card.outlet.as_deref().unwrap_or("[no outlet]"), Tone::Quiet);
    }
    let start = DATE + 4;
    let headline = Clean::from(shorten(&card.headline, usize::from(edge.saturating_sub(start + 1))));
    let marks: Vec<super::page::Mark> = needle.find(&headline).map(|hit| (hit, Tone::Hit)).collect();
    let whole = crate::text::Span::new(0, headline.len());
    row.runs.extend(super::page::marked(&headline, whole, start, if mark.read { Tone::Body } else { Tone::Strong }, &marks));
    if mark.marked {
        column(row, 1, 1, "*", Tone::Strong);
    }
    row.runs.sort_by_key(|run| run.column);
}

fn column(row: &mut Row, column: u16, room: u16, words: &str, tone: Tone) {
    row.runs.push(Run { column, text: shorten(words, usize::from(room)).into(), tone });
}
