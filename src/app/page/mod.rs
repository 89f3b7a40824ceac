//! What is on the screen, as words with a tone and a column each: the step between the state and the drawing.
//!
//! Everything here is made from clean texts and knows no terminal, so a screen can be tested as a value.

pub mod list;
pub mod point;
pub mod tension;
pub mod text;

use crate::text::wrap::columns;
use crate::text::{Clean, Span};

/// How words are shown; the theme gives each tone its look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// The words one came to read.
    #[default]
    Body,
    /// What the eye may skip: numbers, rules, counts.
    Quiet,
    /// Headings, and the words of the selected line.
    Strong,
    /// The selected tab or topic.
    Chosen,
    /// The mark of the selected line.
    Selected,
    /// The evidence of the selected line.
    Lit,
    /// A term that a rule met, in a list.
    Term,
    /// A term that a rule met, within the evidence.
    LitTerm,
    /// The cue of a tension.
    Cue,
    /// A search hit.
    Hit,
    /// What went wrong.
    Alarm,
}

/// Words in one tone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The column they begin in, from the left of their area.
    pub column: u16,
    /// The words.
    pub text: Clean,
    /// How they are shown.
    pub tone: Tone,
}

/// One row of an area.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its words, from left to right.
    pub runs: Vec<Run>,
    /// Whether it belongs to the selected line.
    pub selected: bool,
}

impl Row {
    /// A row of one run.
    pub fn of(text: impl Into<Clean>, tone: Tone) -> Self {
        Self { runs: vec![Run { column: 0, text: text.into(), tone }], selected: false }
    }

    /// The column behind the last run.
    pub fn end(&self) -> u16 {
        self.runs.last().map_or(0, |run| run.column.saturating_add(width(&run.text)))
    }

    /// Adds words `gap` columns behind the last run.
    pub fn push(&mut self, gap: u16, text: impl Into<Clean>, tone: Tone) {
        let column = self.end().saturating_add(gap);
        self.runs.push(Run { column, text: text.into(), tone });
    }

    /// Adds words so that they end before `edge`.
    pub fn push_right(&mut self, edge: u16, text: impl Into<Clean>, tone: Tone) {
        let text = text.into();
        let column = edge.saturating_sub(width(&text));
        self.runs.push(Run { column, text, tone });
    }

    /// The row as one of the selected line.
    #[must_use]
    pub fn chosen(mut self) -> Self {
        self.selected = true;
        for run in self.runs.iter_mut().filter(|run| run.tone == Tone::Body) {
            run.tone = Tone::Strong;
        }
        self
    }

    /// The row moved `by` columns to the right.
    #[must_use]
    pub fn indent(mut self, by: u16) -> Self {
        self.runs.iter_mut().for_each(|run| run.column = run.column.saturating_add(by));
        self
    }

    /// The words of the row, as they stand.
    pub fn words(&self) -> String {
        let mut line = String::new();
        for run in &self.runs {
            let gap = usize::from(run.column).saturating_sub(columns(&line));
            line.extend(std::iter::repeat_n(' ', gap));
            line.push_str(&run.text);
        }
        line
    }
}

/// The columns of `text`, as a screen counts them.
pub fn width(text: &str) -> u16 {
    u16::try_from(columns(text)).unwrap_or(u16::MAX)
}

/// A place and the tone it is to be shown in.
pub type Mark = (Span, Tone);

/// The part of `text` at `row` as runs from `column` on: `tone` where no mark lies, else the last mark's.
pub fn marked(text: &str, row: Span, column: u16, tone: Tone, marks: &[Mark]) -> Vec<Run> {
    let near: Vec<&Mark> = marks.iter().filter(|(span, _)| span.overlaps(row)).collect();
    let mut edges: Vec<usize> =
        near.iter().flat_map(|(span, _)| [span.start(), span.end()]).filter(|at| row.holds(*at)).collect();
    edges.extend([row.start(), row.end()]);
    edges.sort_unstable();
    edges.dedup();
    let mut column = column;
    let mut runs: Vec<Run> = Vec::new();
    for (start, end) in edges.iter().zip(edges.iter().skip(1)) {
        let part = Span::new(*start, *end);
        let shown = near.iter().rev().find(|(span, _)| span.contains(part)).map_or(tone, |(_, tone)| *tone);
        let words = part.of(text);
        runs.push(Run { column, text: words.into(), tone: shown });
        column = column.saturating_add(width(words));
    }
    runs
}
