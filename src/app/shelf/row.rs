//! One entry of the list as a row: date, headline, outlet, topics, the number of tensions, as the width allows.

use crate::app::marks::MarksView;
use crate::app::page::{self, Row, Run, Tone, marked, width};
use crate::export::counted;
use crate::library::marks::Mark;
use crate::library::query::Words;
use crate::library::{Card, Entry, Hit, State};
use crate::text::wrap::shorten;
use crate::text::{Clean, Span};

/// The columns of a date such as `2025-11-28`.
const DATE: u16 = 10;

/// From this width on the number of tensions is shown, then the outlet, then what it is, then the topics: the headline has most of the room.
const TENSIONS_FROM: u16 = 64;
const OUTLET_FROM: u16 = 90;
const KIND_FROM: u16 = 110;
const TOPICS_FROM: u16 = 130;
const KIND: u16 = 10;
const OUTLET: u16 = 18;
const TOPICS: u16 = 38;
const TENSIONS: u16 = 12;

/// The row of an entry, with `words` lit in its headline; `others` tell its story too.
pub(super) fn row(entry: &Entry, others: u32, columns: u16, selected: bool, words: &Words, marks: &MarksView) -> Row {
    let mut row = Row::of(if selected { ">" } else { " " }, Tone::Selected);
    match &entry.state {
        State::Waiting | State::Gone => row.push(1, shorten(&entry.name, usize::from(columns.saturating_sub(2))), Tone::Quiet),
        State::Bad(reason) => bad(&mut row, entry, reason, columns),
        State::Ready(card) => {
            ready(&mut row, card, others, columns, words, marks.get(card.content));
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

fn ready(row: &mut Row, card: &Card, others: u32, columns: u16, words: &Words, mark: Mark) {
    let date = card.date.map_or_else(|| Clean::from("[no date]"), |date| date.to_string().into());
    row.push(1, date, Tone::Quiet);
    let mut edge = columns;
    if columns >= TENSIONS_FROM {
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
        column(row, edge, OUTLET - 2, card.outlet.as_deref().unwrap_or("[no outlet]"), Tone::Quiet);
    }
    if columns >= KIND_FROM {
        edge -= KIND;
        column(row, edge, KIND - 2, if card.written { "briefing" } else { "article" }, Tone::Quiet);
    }
    let start = DATE + 4;
    let copies = if others > 0 { format!("+{others}") } else { String::new() };
    let room = edge.saturating_sub(start + 1 + if others > 0 { width(&copies) + 1 } else { 0 });
    let headline = Clean::from(shorten(&card.headline, usize::from(room)));
    let marks: Vec<page::Mark> = words.hits(&headline).into_iter().map(|hit| (hit, Tone::Hit)).collect();
    let tone = if mark.read { Tone::Body } else { Tone::Strong };
    row.runs.extend(marked(&headline, Span::new(0, headline.len()), start, tone, &marks));
    if others > 0 {
        column(row, start + width(&headline) + 1, width(&copies), &copies, Tone::Cue);
    }
    if mark.marked {
        column(row, 1, 1, "*", Tone::Strong);
    }
    row.runs.sort_by_key(|run| run.column);
}

fn column(row: &mut Row, column: u16, room: u16, words: &str, tone: Tone) {
    row.runs.push(Run { column, text: shorten(words, usize::from(room)).into(), tone });
}

/// The row under an entry: the sentence that shows what was searched for, if it has come and there is one.
pub(super) fn hit_row(hit: Option<&Hit>, columns: u16, selected: bool) -> Row {
    let Some(hit) = hit else { return Row::default() };
    let mut row = Row::default();
    let place = Clean::from(hit.place.to_string());
    let (start, end) = (DATE + 4, columns.saturating_sub(width(&place) + 1));
    // Where the words stand far behind, the sentence begins shortly before them.
    let room = usize::from(end.saturating_sub(start + 1));
    let from = hit.lit.first().map_or(0, |first| begin(&hit.words, first.start(), room));
    let tail = hit.words.get(from..).unwrap_or_default();
    let shown = Clean::from(shorten(&if from > 0 { format!("... {tail}") } else { tail.to_owned() }, room));
    let by = if from > 0 { 4 } else { 0 };
    let lit = hit.lit.iter().filter(|span| span.start() >= from);
    let marks: Vec<page::Mark> =
        lit.map(|span| (Span::new(span.start() - from + by, span.end() - from + by), Tone::Hit)).collect();
    row.runs.extend(marked(&shown, Span::new(0, shown.len()), start, Tone::Quiet, &marks));
    row.push_right(columns, place, Tone::Quiet);
    Row { selected, ..row }
}

/// Where to begin a sentence so that what begins at byte `hit` is seen in `room` columns: at its beginning, or at a word before it.
fn begin(words: &str, hit: usize, room: usize) -> usize {
    let before = words.get(..hit).unwrap_or_default();
    if crate::text::wrap::columns(before) + 20 <= room {
        return 0;
    }
    let most = room / 3;
    let start = before.char_indices().rev().nth(most).map_or(0, |(at, _)| at);
    before.get(start..).and_then(|rest| rest.find(' ')).map_or(start, |blank| start + blank + 1)
}

/// The heading of a group.
pub(super) fn heading(words: &Clean, columns: u16) -> Row {
    Row::of(shorten(words, usize::from(columns.saturating_sub(4))), Tone::Chosen).indent(3)
}
