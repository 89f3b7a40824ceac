//! One line of Summary or Agenda: its words wrapped, its reference at the right, what the rule met marked.

use super::{Mark, Row, Run, Tone, marked, width};
use crate::model::{Briefing, Point};
use crate::text::wrap::wrap;
use crate::text::{Clean, Span};

/// The columns kept for the mark of the selected line.
pub const MARK: u16 = 2;

/// The columns kept for a reference such as `12.10`.
pub const REFERENCE: u16 = 6;

/// The rows of `point` in `columns`.
pub fn rows(briefing: &Briefing, point: &Point, columns: u16, selected: bool, marks: &[Mark]) -> Vec<Row> {
    let room = columns.saturating_sub(MARK + REFERENCE).max(1);
    let mut rows = words(briefing, point, room, marks);
    finish(&mut rows, briefing, point, columns, selected);
    rows
}

/// Puts mark and reference on the rows of a line, and tells where a quotation is not in the article.
pub fn finish(rows: &mut Vec<Row>, briefing: &Briefing, point: &Point, columns: u16, selected: bool) {
    if point.unanchored().is_some() {
        rows.push(Row::of("! unanchored: its quotation is not in the article", Tone::Alarm).indent(MARK));
    }
    if selected {
        for row in rows.iter_mut() {
            *row = std::mem::take(row).chosen();
        }
    }
    let Some(first) = rows.first_mut() else { return };
    first.runs.insert(
        0,
        Run {
            column: 0,
            text: if selected { ">" } else { "-" }.into(),
            tone: if selected { Tone::Selected } else { Tone::Quiet },
        },
    );
    first.push_right(columns, reference(briefing, point), Tone::Quiet);
}

/// Marks the rows of a line as one of the tray's.
pub fn mark_taken(rows: &mut [Row]) {
    if let Some(first) = rows.first_mut() {
        first.runs.insert(1, Run { column: 1, text: "+".into(), tone: Tone::Selected });
    }
}

/// Where a line leads: its reference, or `-` for words that rest on nothing in the article.
pub fn reference(briefing: &Briefing, point: &Point) -> Clean {
    point.anchor().map_or_else(|| "-".into(), |anchor| briefing.article.reference(anchor.sentence).to_string().into())
}

/// The words of a point in rows of `room` columns, behind the mark.
fn words(briefing: &Briefing, point: &Point, room: u16, marks: &[Mark]) -> Vec<Row> {
    match point {
        Point::Found { anchor, .. } => {
            let span = briefing.article.sentence(anchor.sentence).map_or_else(Span::default, |s| s.span);
            let terms = point.reason().hits.iter().map(|hit| (*hit, Tone::Term));
            let marks: Vec<Mark> = terms.chain(marks.iter().copied()).collect();
            place(&briefing.article.text, span, room, &marks)
        }
        Point::Written { wording, .. } => place(wording, Span::new(0, wording.len()), room, &[]),
    }
}

/// The part of `text` at `span` wrapped to `room` columns, behind the mark.
pub fn place(text: &str, span: Span, room: u16, marks: &[Mark]) -> Vec<Row> {
    let wrapped = wrap(span.of(text), usize::from(room)).into_iter().map(|row| row.shift(span.start()));
    wrapped.map(|row| Row { runs: marked(text, row, MARK, Tone::Body, marks), selected: false }).collect()
}

/// A row of words that are no line: for empty lists and the like.
pub fn remark(text: &str, columns: u16) -> Vec<Row> {
    wrap(text, usize::from(columns.saturating_sub(MARK).max(1)))
        .into_iter()
        .map(|row| Row::of(row.of(text), Tone::Quiet).indent(MARK))
        .inspect(|row| debug_assert!(width(&row.words()) <= columns.max(MARK + 1)))
        .collect()
}
