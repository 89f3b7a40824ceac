//! One line of Tensions: its two poles side by side, or stacked where it is narrow, and the cue between them.

use super::point::{MARK, REFERENCE, finish, place};
use super::{Mark, Row, Run, Tone, width};
use crate::model::{Briefing, Point, Pole, Tension};
use crate::text::{Clean, Span};

/// From this many columns for both poles they stand side by side.
const SIDE_BY_SIDE: u16 = 40;

/// The rule between two poles.
const RULE: &str = " │ ";

/// The rows of `tension` in `columns`, an empty one last.
pub fn rows(briefing: &Briefing, tension: &Tension, columns: u16, selected: bool, marks: &[Mark]) -> Vec<Row> {
    let room = columns.saturating_sub(MARK + REFERENCE).max(1);
    let mut rows = match &tension.poles {
        Some([left, right]) if room >= SIDE_BY_SIDE => beside(briefing, left, right, room, marks),
        Some([left, right]) => stacked(briefing, left, right, room, marks),
        None => sentence(briefing, tension, room, marks),
    };
    rows.extend(label(briefing, tension, columns));
    finish(&mut rows, briefing, &tension.point, columns, selected);
    rows.push(Row::default());
    rows
}

fn beside(briefing: &Briefing, left: &Pole, right: &Pole, room: u16, marks: &[Mark]) -> Vec<Row> {
    let half = (room - 3) / 2;
    let mut left = pole(briefing, left, half, marks).into_iter();
    let mut right = pole(briefing, right, half, marks).into_iter();
    let mut rows = Vec::new();
    loop {
        let (a, b) = (left.next(), right.next());
        if a.is_none() && b.is_none() {
            return rows;
        }
        let mut row = a.unwrap_or_default();
        row.runs.push(Run { column: MARK + half, text: RULE.into(), tone: Tone::Quiet });
        row.runs.extend(b.unwrap_or_default().indent(half + 3).runs);
        rows.push(row);
    }
}

fn stacked(briefing: &Briefing, left: &Pole, right: &Pole, room: u16, marks: &[Mark]) -> Vec<Row> {
    let mut rows = pole(briefing, left, room, marks);
    rows.push(Row::of("──", Tone::Quiet).indent(MARK));
    rows.extend(pole(briefing, right, room, marks));
    rows
}

fn pole(briefing: &Briefing, pole: &Pole, room: u16, marks: &[Mark]) -> Vec<Row> {
    match pole {
        Pole::Found(span) => place(&briefing.article.text, *span, room, marks),
        Pole::Written(words) => place(words, Span::new(0, words.len()), room, &[]),
    }
}

/// A tension without poles shows its sentence, the strain term marked.
fn sentence(briefing: &Briefing, tension: &Tension, room: u16, marks: &[Mark]) -> Vec<Row> {
    let cue = tension.cue.map(|span| (span, Tone::Cue));
    let marks: Vec<Mark> = cue.into_iter().chain(marks.iter().copied()).collect();
    match &tension.point {
        Point::Found { anchor, .. } => {
            let span = briefing.article.sentence(anchor.sentence).map_or_else(Span::default, |s| s.span);
            place(&briefing.article.text, span, room, &marks)
        }
        Point::Written { wording, .. } => place(wording, Span::new(0, wording.len()), room, &[]),
    }
}

/// The cue as it stands in the text or the file, the kind, and a word for a strong one, in as many rows as that takes.
fn label(briefing: &Briefing, tension: &Tension, columns: u16) -> Vec<Row> {
    let found = tension.cue.map(|span| Clean::from(briefing.article.slice(span).to_lowercase()));
    let found_among_written = tension.point.is_found() && briefing.written;
    let kind =
        if found_among_written { format!("({}, found)", tension.kind.word()) } else { format!("({})", tension.kind.word()) };
    let cue = found.or_else(|| tension.written_cue.clone()).map(|cue| (cue.one_line(), Tone::Cue));
    let strong = tension.strength.is_strong().then(|| (Clean::from("strong"), Tone::Strong));
    let mut rows = vec![Row::default()];
    for (words, tone) in cue.into_iter().chain([(Clean::from(kind), Tone::Quiet)]).chain(strong) {
        if rows.last().is_some_and(|row| !row.runs.is_empty() && row.end() + 1 + width(&words) > columns) {
            rows.push(Row::default());
        }
        if let Some(row) = rows.last_mut() {
            let gap = if row.runs.is_empty() { MARK } else { 1 };
            row.push(gap, words, tone);
        }
    }
    rows
}
