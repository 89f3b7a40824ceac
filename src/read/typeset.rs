//! Lines of a page that was set in type: letters differ in width there, so full lines differ by several columns.
//!
//! Where `flow` knows the width of a typed text to the column, this judges by shares of a width, and by how lines begin and end. The
//! rows of a table are told by their gaps and never run on. It says nothing of text that was typed.

use super::flow::{columns_of, ends_clause, is_full, runs_on};
use super::lines::Line;
use super::shape::{ends_sentence, item_mark};

/// The width, in columns, from which on lines can be those of a paragraph.
const NARROWEST: usize = 30;

/// Fewer lines that run on don't tell how a text was set.
const LEAST: usize = 6;

/// How long a line is that runs on, in percent of a full one: where a sentence goes on for sure, where no clause has ended, and any other.
const MID_SENTENCE: usize = 60;
const MID_CLAUSE: usize = 75;
const FULL: usize = 90;

/// What parts the cells of a row, or an item and its mark.
const GAP: &str = "   ";

/// The longest mark of an item, in bytes; a wide gap behind it makes no row.
const MARK_BYTES: usize = 6;

/// How a text was set in type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typeset {
    /// The columns of half of the lines that run on, or fewer.
    usual: usize,
}

/// Lines that stand one beneath the other, as set in type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// The columns of a full line: of the longest, or of a usual one where that is shorter.
    width: usize,
}

impl Typeset {
    /// How these lines were set; `None` where they were typed to `width`, or where too few of them run on to tell.
    pub(super) fn of(text: &str, lines: &[Line], width: Option<usize>) -> Option<Self> {
        let joints = joints(text, lines).filter(|(_, below)| runs_on(below.span.of(text)));
        let (mut found, mut full) = (Vec::new(), 0);
        for (above, below) in joints {
            let columns = columns_of(text, above.span);
            if columns >= NARROWEST {
                found.push(columns);
                full += usize::from(width.is_some_and(|width| is_full(text, above, below, width)));
            }
        }
        found.sort_unstable();
        let usual = found.get(found.len() / 2)?;
        (found.len() >= LEAST && full * 10 < found.len() * 9).then_some(Self { usual: *usual })
    }

    /// The stretch that `group` is, where its lines may be those of paragraphs: most run on, or one is as long as lines usually are.
    pub(super) fn stretch(self, text: &str, group: &[Line]) -> Option<Stretch> {
        let prose = group.iter().filter(|line| !is_row(line.span.of(text)));
        let longest = prose.map(|line| columns_of(text, line.span)).max()?;
        let (all, running) = joints(text, group)
            .fold((0, 0), |(all, running), (_, below)| (all + 1, running + usize::from(runs_on(below.span.of(text)))));
        let is_usual = longest * 100 >= self.usual * FULL;
        (longest >= NARROWEST && (is_usual || running * 2 >= all)).then_some(Stretch { width: longest.min(self.usual) })
    }
}

impl Stretch {
    /// Whether `below` goes on where `above` ends, in a piece that begins with `first`.
    pub(super) fn runs_on(self, text: &str, first: Line, above: Line, below: Line) -> bool {
        let (ended, next) = (above.span.of(text), below.span.of(text));
        if is_row(ended) || is_row(next) {
            return false;
        }
        let mid_sentence = next.starts_with(char::is_lowercase) && !ends_sentence(ended);
        let share = match ends_clause(ended) {
            _ if mid_sentence => MID_SENTENCE,
            false => MID_CLAUSE,
            true => FULL,
        };
        let is_list = is_item(first.span.of(text));
        let new_item = is_item(next) && (is_list || ends_clause(ended));
        let new_paragraph = !is_list && !mid_sentence && below.indent > above.indent.saturating_add(1);
        is_full(text, above, below, self.width * share / 100) && !new_item && !new_paragraph
    }
}

/// Whether a line is the row of a table or of a list of contents: it has a wide gap, or leaders.
fn is_row(line: &str) -> bool {
    let words = hung(line).unwrap_or(line);
    words.contains(GAP) || words.contains('\t') || words.contains(". . . ") || words.contains("......")
}

/// Whether a line begins an item: also one whose mark is a letter of a typeface of marks, with its text hung beside it.
fn is_item(line: &str) -> bool {
    item_mark(line).is_some() || hung(line).is_some()
}

/// What hangs beside a mark: `!       Title I`, `(iv)   The fund`.
fn hung(line: &str) -> Option<&str> {
    line.split_once(GAP).filter(|(mark, _)| mark.len() <= MARK_BYTES && !mark.contains(' ')).map(|(_, rest)| rest.trim_start())
}

/// The lines that stand directly above another, rows aside, with that other.
fn joints<'a>(text: &'a str, lines: &'a [Line]) -> impl Iterator<Item = (Line, Line)> + 'a {
    let pairs = lines.iter().zip(lines.iter().skip(1)).filter(|(_, below)| below.beneath);
    pairs
        .filter(|(above, below)| !is_row(above.span.of(text)) && !is_row(below.span.of(text)))
        .map(|(above, below)| (*above, *below))
}
