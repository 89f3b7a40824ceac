//! The lines of a text that hold something, and how they stand to each other.
//!
//! Blank lines are not kept; what they say is kept at the line below them. Nothing is judged here.

use crate::text::Span;

/// Past this many lines the rest is no article that anybody wrote; it is taken in coarse stretches, so that memory stays bounded: what is
/// made of a line takes some hundred bytes, however short it is.
const LINES: usize = 200_000;

/// The least length of such a stretch, in bytes.
const STRETCH: usize = 16 * 1024;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where it is, without the white space at its ends.
    pub(super) span: Span,
    /// The line of the file, from 1.
    pub(super) number: u32,
    /// The white space before it, in characters, 255 at most.
    pub(super) indent: u8,
    /// Whether it stands directly beneath another line, without a blank one between.
    pub(super) beneath: bool,
}

/// The lines of a text.
#[derive(Debug)]
pub(super) struct Lines {
    /// In text order.
    pub(super) lines: Vec<Line>,
    /// The line from which on the text was taken in stretches of many lines.
    pub(super) coarse_from: Option<u32>,
}

/// Divides `text`, whose line ends are all `\n`.
pub(super) fn lines(text: &str) -> Lines {
    let mut found = Lines { lines: Vec::new(), coarse_from: None };
    let (mut at, mut number, mut beneath) = (0, 1, false);
    while let Some(byte) = text.as_bytes().get(at) {
        if *byte == b'\n' {
            (at, number, beneath) = (at + 1, number + 1, false);
            continue;
        }
        let coarse = found.lines.len() >= LINES;
        let end = line_end(text, if coarse { at + STRETCH } else { at });
        let whole = Span::new(at, end);
        let span = whole.trim(text);
        if !span.is_empty() {
            let lead = Span::new(at, span.start()).of(text);
            let indent = u8::try_from(lead.chars().count()).unwrap_or(u8::MAX);
            found.lines.push(Line { span, number, indent, beneath });
        }
        beneath = !span.is_empty() && !coarse;
        if coarse {
            found.coarse_from.get_or_insert(number);
            number += u32::try_from(whole.of(text).matches('\n').count()).unwrap_or_default();
        }
        number += 1;
        at = end + 1;
    }
    found
}

/// The end of the line that the byte at `from` stands in.
fn line_end(text: &str, from: usize) -> usize {
    let from = text.ceil_char_boundary(from);
    text.get(from..).and_then(|rest| rest.find('\n')).map_or(text.len(), |found| from + found)
}
