//! The rows of one line of a followed topic: its article over the first one, its words, its place; a tension as its two poles.

use crate::app::page::point::{MARK, REFERENCE, place};
use crate::app::page::{Mark, Row, Run, Tone, width};
use crate::export::FollowedLine;
use crate::library::follow::Stop;
use crate::text::wrap::shorten;
use crate::text::{Clean, Span};

/// The columns of a date such as `2025-11-28`.
const DATE: u16 = 10;

/// From this width on the outlet is shown.
const OUTLET_FROM: u16 = 64;
const OUTLET: u16 = 20;

/// What stands behind a line that is a briefing file's and not its article's.
const WRITTEN: &str = " [written]";

/// So many rows of a line's words are shown; enter shows the rest, in its article.
const MOST: usize = 8;

/// The article of the lines below: date, headline, outlet.
pub(super) fn heading(stop: &Stop, columns: u16) -> Row {
    let date = stop.date().map_or_else(|| Clean::from("[no date]"), |date| date.to_string().into());
    let mut row = Row::of(date, Tone::Strong).indent(MARK);
    let Some(card) = stop.entry.card() else { return row };
    let start = MARK + DATE + 2;
    let edge = if columns >= OUTLET_FROM { columns - OUTLET } else { columns };
    let headline = shorten(&card.headline, usize::from(edge.saturating_sub(start + 1)));
    row.runs.push(Run { column: start, text: headline.into(), tone: Tone::Quiet });
    if columns >= OUTLET_FROM {
        let outlet = shorten(card.outlet.as_deref().unwrap_or("[no outlet]"), usize::from(OUTLET - 1));
        row.push_right(columns, outlet, Tone::Quiet);
    }
    row
}

/// A row between articles: a silence, or where those without a date begin.
pub(super) fn between(words: &str, columns: u16) -> Row {
    Row::of(shorten(words, usize::from(columns.saturating_sub(MARK))), Tone::Chosen).indent(MARK)
}

/// The rows of a line that was read.
pub(super) fn line(line: &FollowedLine, columns: u16, selected: bool, in_tray: bool) -> Vec<Row> {
    let room = columns.saturating_sub(MARK + REFERENCE).max(1);
    let mut rows = if let Some((opposed, [one, other])) = line.poles() {
        let cue = opposed.cue.as_deref().unwrap_or(opposed.kind);
        let second = Clean::from(format!("{cue}: {other}")).one_line();
        let marks = [(Span::new(0, cue.len()), Tone::Cue)];
        [words(&one.one_line(), room, &[]), words(&second, room, &marks)].concat()
    } else {
        let tone = if line.extract.opposed.is_some() { Tone::Cue } else { Tone::Term };
        let mut marks: Vec<Mark> = line.lit.iter().map(|lit| (*lit, tone)).collect();
        let mut shown = line.words.clone();
        if line.is_written() {
            shown = format!("{shown}{WRITTEN}").into();
            marks.push((Span::new(line.words.len(), shown.len()), Tone::Quiet));
        }
        words(&shown, room, &marks)
    };
    if rows.is_empty() {
        rows.push(Row::default());
    }
    finish(&mut rows, selected, in_tray);
    if let Some(first) = rows.first_mut() {
        first.push_right(columns, line.place(), Tone::Quiet);
    }
    rows
}

/// The row of a line whose words are not here: on their way, or not to be had.
pub(super) fn without_words(why: &str, columns: u16, selected: bool) -> Vec<Row> {
    let mut rows = vec![Row::of(shorten(why, usize::from(columns.saturating_sub(MARK))), Tone::Quiet).indent(MARK)];
    finish(&mut rows, selected, false);
    rows
}

fn words(words: &Clean, room: u16, marks: &[Mark]) -> Vec<Row> {
    let mut rows = place(words, Span::new(0, words.len()), room, marks);
    if rows.len() > MOST {
        rows.truncate(MOST);
        if let Some(run) = rows.last_mut().and_then(|last| last.runs.last_mut()) {
            let most = usize::from(room.saturating_sub(run.column.saturating_sub(MARK)));
            run.text = shorten(&format!("{} ...", run.text), most.max(1)).into();
        }
    }
    rows
}

/// Puts the marks of a line before its rows.
fn finish(rows: &mut [Row], selected: bool, in_tray: bool) {
    if selected {
        for row in rows.iter_mut() {
            *row = std::mem::take(row).chosen();
        }
    }
    let Some(first) = rows.first_mut() else { return };
    let (mark, tone) = if selected { (">", Tone::Selected) } else { ("-", Tone::Quiet) };
    first.runs.insert(0, Run { column: 0, text: mark.into(), tone });
    debug_assert!(width(mark) < MARK);
    if in_tray {
        first.runs.insert(1, Run { column: 1, text: "+".into(), tone: Tone::Selected });
    }
}
