//! The rows of one line of the page: what became of a sentence, its words in each telling, where they stand.
//!
//! On a wide page the tellings stand side by side, the first at the left; on a narrow one the other's words stand under the first's.

use super::Line;
use crate::app::page::{Mark, Row, Run, Tone, marked};
use crate::export::counted;
use crate::library::alike::{Comparison, Difference};
use crate::model::{Article, Reference};
use crate::text::wrap::{shorten, wrap};

/// The column in which the words begin, behind the mark of the chosen line and what became of the sentence.
pub(super) const TEXT: u16 = 12;

/// The columns of a place such as `12.10`, with a blank before it.
const PLACE: u16 = 7;

/// From this width on the tellings stand side by side.
const BESIDE_FROM: u16 = 110;

/// The rows of a line.
pub(super) fn rows(comparison: &Comparison, line: &Line, columns: u16, selected: bool) -> Vec<Row> {
    let mut rows = match line {
        Line::Same(run) => vec![folded(comparison, run.clone(), columns)],
        Line::Step(at) => comparison.steps.get(*at).map(|step| of_step(comparison, step, columns)).unwrap_or_default(),
    };
    if rows.is_empty() {
        rows.push(Row::default());
    }
    if selected {
        for row in &mut rows {
            *row = std::mem::take(row).chosen();
        }
        if let Some(first) = rows.first_mut() {
            first.runs.insert(0, Run { column: 0, text: ">".into(), tone: Tone::Selected });
        }
    }
    rows
}

/// Sentences that both have, in one row.
fn folded(comparison: &Comparison, run: std::ops::Range<usize>, columns: u16) -> Row {
    let steps = comparison.steps.get(run.clone()).unwrap_or_default();
    let place = |step: Option<&Difference>| step.and_then(|step| reference(comparison, 0, step.sentences()[0]?));
    let place = match (place(steps.first()), place(steps.last())) {
        (Some(first), Some(last)) if first != last => format!(" {first} to {last}"),
        (Some(only), _) => format!(" {only}"),
        _ => String::new(),
    };
    let mut row = Row::of("same", Tone::Quiet).indent(2);
    let words = format!("{}{place}", counted(run.len(), "sentence"));
    row.runs.extend(Row::of(shorten(&words, usize::from(columns.saturating_sub(TEXT))), Tone::Quiet).indent(TEXT).runs);
    row
}

fn of_step(comparison: &Comparison, step: &Difference, columns: u16) -> Vec<Row> {
    let (word, tone) = match step {
        Difference::Same { .. } => ("same", Tone::Quiet),
        Difference::Moved { .. } => ("moved", Tone::Chosen),
        Difference::Reworded { .. } => ("reworded", Tone::Chosen),
        Difference::OnlyA(_) => ("cut", Tone::Chosen),
        Difference::OnlyB(_) => ("added", Tone::Chosen),
    };
    let body = if matches!(step, Difference::Same { .. }) { Tone::Quiet } else { Tone::Body };
    let mut rows =
        if columns >= BESIDE_FROM { beside(comparison, step, columns, body) } else { below(comparison, step, columns, body) };
    if let Some(first) = rows.first_mut() {
        first.runs.insert(0, Run { column: 2, text: word.into(), tone });
    }
    rows
}

/// The words of one telling after those of the other; once where they are the same.
fn below(comparison: &Comparison, step: &Difference, columns: u16, body: Tone) -> Vec<Row> {
    let room = columns.saturating_sub(TEXT + PLACE).max(1);
    let once = matches!(step, Difference::Same { .. } | Difference::Moved { .. });
    let mut rows = Vec::new();
    let all = step.sentences();
    for (side, sentence) in all.into_iter().enumerate().filter_map(|(side, sentence)| Some((side, sentence?))) {
        if once && side == 1 {
            continue;
        }
        let mut own = words(comparison, step, side, sentence, (TEXT, room), body);
        let place = reference(comparison, side, sentence).map(|place| place.to_string()).unwrap_or_default();
        let to = all[1].filter(|_| matches!(step, Difference::Moved { .. })).and_then(|at| reference(comparison, 1, at));
        if let Some((to, second)) = to.zip(own.get_mut(1)) {
            second.push_right(columns, format!("to {to}"), Tone::Quiet);
        }
        if let Some(first) = own.first_mut() {
            first.push_right(columns, place, Tone::Quiet);
        }
        rows.extend(own);
    }
    rows
}

/// The words of each telling in a column of its own.
fn beside(comparison: &Comparison, step: &Difference, columns: u16, body: Tone) -> Vec<Row> {
    let half = columns.saturating_sub(TEXT) / 2;
    let room = half.saturating_sub(PLACE + 1).max(1);
    let mut rows: Vec<Row> = Vec::new();
    for (side, sentence) in step.sentences().into_iter().enumerate().filter_map(|(side, sentence)| Some((side, sentence?))) {
        let column = if side == 0 { TEXT } else { TEXT + half };
        let mut own = words(comparison, step, side, sentence, (column, room), body);
        let place = reference(comparison, side, sentence).map(|place| place.to_string()).unwrap_or_default();
        if let Some(first) = own.first_mut() {
            first.push_right(column + half.saturating_sub(2), place, Tone::Quiet);
        }
        rows.resize(rows.len().max(own.len()), Row::default());
        for (row, own) in rows.iter_mut().zip(own) {
            row.runs.extend(own.runs);
        }
    }
    rows
}

/// The words of a sentence in rows of `room` columns from `column` on, those that changed marked.
fn words(
    comparison: &Comparison,
    step: &Difference,
    side: usize,
    sentence: u32,
    (column, room): (u16, u16),
    body: Tone,
) -> Vec<Row> {
    let Some(article) = article(comparison, side) else { return Vec::new() };
    let Some(span) = article.sentence(sentence).map(|sentence| sentence.span) else { return Vec::new() };
    let changed = step.changed().get(side).copied().unwrap_or_default();
    let marks: Vec<Mark> = changed.iter().map(|span| (*span, Tone::Term)).collect();
    let wrapped = wrap(span.of(&article.text), usize::from(room)).into_iter().map(|row| row.shift(span.start()));
    wrapped.map(|row| Row { runs: marked(&article.text, row, column, body, &marks), selected: false }).collect()
}

fn article(comparison: &Comparison, side: usize) -> Option<&Article> {
    comparison.sides.get(side).map(|briefing| &*briefing.article)
}

fn reference(comparison: &Comparison, side: usize, sentence: u32) -> Option<Reference> {
    article(comparison, side).map(|article| article.reference(sentence))
}
