//! The lines of an export, and what of them is no part of any article.

use crate::model::{BlockKind, Removed};
use crate::read::draft::Part;
use crate::read::prose::prose;
use crate::text::Clean;

/// The beginning of a text that tells what it is.
const HEAD_BYTES: usize = 16 * 1024;

/// So many lines of an export are taken one by one, and one more for so many of its bytes. What stands behind more of them comes in
/// stretches of this length, in bytes: lines of a letter or two take far more memory than their words.
const LINES: usize = 100_000;
const BYTES_PER_LINE: usize = 40;
const STRETCH: usize = 16 * 1024;

/// A line of an export.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its words, without the space at its end.
    pub(super) text: &'a str,
    /// Its number in the file, from 1.
    pub(super) number: u32,
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The lines of `text`; where there are too many, stretches of them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let (mut rest, mut number, mut taken) = (Some(text), 1u32, 0);
    std::iter::from_fn(move || {
        let all = rest?;
        let coarse = taken >= LINES + (text.len() - all.len()) / BYTES_PER_LINE;
        let from = all.ceil_char_boundary(if coarse { STRETCH.min(all.len()) } else { 0 });
        let end = all.get(from..).and_then(|behind| behind.find('\n')).map_or(all.len(), |found| from + found);
        let line = all.get(..end).unwrap_or_default();
        let found = Line { text: line.trim_end().trim_start_matches(['\u{feff}', '\u{c}']), number };
        let inside = if coarse { line.matches('\n').count() } else { 0 };
        number = number.saturating_add(1).saturating_add(u32::try_from(inside).unwrap_or(u32::MAX));
        taken += 1;
        rest = all.get(end + 1..);
        Some(found)
    })
}

/// The beginning of `text`, where a recogniser looks.
pub(super) fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(HEAD_BYTES)).unwrap_or_default()
}

/// The parts of these lines, which are of one kind.
pub(super) fn parts(lines: &[Line<'_>], kind: BlockKind) -> Vec<Part> {
    let text: Vec<&str> = lines.iter().map(|line| line.text).collect();
    let line = |number: u32| lines.get((number as usize).saturating_sub(1)).map_or(1, |line| line.number);
    prose(&text.join("\n"), kind, line)
}

/// The words of these lines in one line.
pub(super) fn joined(lines: &[Line<'_>]) -> Option<Clean> {
    let words: Vec<&str> = lines.iter().map(|line| line.text.trim()).filter(|text| !text.is_empty()).collect();
    (!words.is_empty()).then(|| Clean::from(words.join(" ")).one_line())
}

/// Whether a line belongs to the page it was printed on and not to an article: `Page 3 of 12 © 2025 Factiva, Inc.`
pub(super) fn is_page_mark(text: &str) -> bool {
    let text = text.trim();
    let page = text.strip_prefix("Page ").map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let of = page.and_then(|rest| rest.strip_prefix(" of "));
    let ends = |rest: &str| rest.trim_start_matches(|c: char| c.is_ascii_digit()).is_empty() || text.contains("Factiva");
    of.is_some_and(ends) || page == Some("") || text.starts_with("© ") && text.contains("Factiva, Inc.") && text.len() < 80
}

/// What was left out of an export between two articles.
pub(super) fn left_out(line: Line<'_>) -> Removed {
    Removed { line: line.number, text: Clean::from(line.text.trim()), rule: "export page".into() }
}

/// Whether a line says how many words an article has, and nothing else.
pub(super) fn is_word_count(text: &str) -> bool {
    let count = text.trim().strip_suffix(" words").or_else(|| text.trim().strip_suffix(" word"));
    count.is_some_and(|count| !count.is_empty() && count.len() < 9 && count.bytes().all(|b| b.is_ascii_digit() || b == b','))
}

/// Whether a line says whose the text is.
pub(super) fn is_rights(text: &str) -> bool {
    let text = text.trim_start();
    let begins = |words: &str| text.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    begins("(c) ") || begins("© ") || begins("copyright ") || begins("all rights reserved")
}
