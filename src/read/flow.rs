//! Lines to pieces: which lines of a text run on into the next, because somebody set them to a width.
//!
//! A line runs on only where the first word below it would not have fitted; a text that was never set to a width keeps each line
//! as a piece of its own. It looks at widths, indents and list marks, not at what the words say.

use super::lines::Line;
use super::meta::is_url;
use super::shape::{is_ideograph, item_mark};
use super::typeset::Typeset;
use crate::model::BlockKind;
use crate::text::Span;
use crate::text::wrap::columns;

/// The widths, in columns, that people set text to.
const NARROWEST: usize = 40;
const WIDEST: usize = 110;

/// How much shorter than the width a full line may be; the word that did not fit is seldom longer.
const RAG: usize = 12;

/// Lines that belong together: one block of the article, or one line of cruft.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// From the first line's first character to the last line's last; line ends and margins in between are white space.
    pub(super) span: Span,
    /// The line of the file it begins on, from 1.
    pub(super) line: u32,
    /// Whether it stands directly beneath another piece, without a blank line between.
    pub(super) beneath: bool,
    /// What its format says it is; of plain text nothing is known yet.
    pub(super) kind: BlockKind,
}

/// The pieces of `text`, in order; of one that was `printed` to pages also those that were set in type.
pub(super) fn pieces(text: &str, lines: &[Line], printed: bool) -> Vec<Piece> {
    let document = width(text, lines, 1);
    let typeset = printed.then(|| Typeset::of(text, lines, document)).flatten();
    let mut pieces = Vec::new();
    for group in lines.chunk_by(|_, below| below.beneath) {
        let width = document.or_else(|| width(text, group, 2)).filter(|_| typeset.is_none());
        let stretch = typeset.and_then(|typeset| typeset.stretch(text, group));
        let Some(first) = group.first() else { continue };
        let mut piece = Flow::new(*first);
        for (above, below) in group.iter().zip(group.iter().skip(1)) {
            if width.is_some_and(|width| piece.takes(text, *above, *below, width))
                || stretch.is_some_and(|stretch| stretch.runs_on(text, piece.first, *above, *below))
            {
                piece.span = piece.span.cover(below.span);
            } else {
                pieces.push(piece.done());
                piece = Flow::new(*below);
            }
        }
        pieces.push(piece.done());
    }
    pieces
}

/// A piece that may still grow.
struct Flow {
    first: Line,
    span: Span,
}

impl Flow {
    fn new(first: Line) -> Self {
        Self { first, span: first.span }
    }

    fn done(&self) -> Piece {
        Piece { span: self.span, line: self.first.number, beneath: self.first.beneath, kind: BlockKind::Paragraph }
    }

    /// Whether `below` goes on where `above`, the last line so far, was full.
    fn takes(&self, text: &str, above: Line, below: Line, width: usize) -> bool {
        let (ended, next) = (above.span.of(text), below.span.of(text));
        if !is_full(text, above, below, width) || (is_url(next) && ends_clause(ended)) || (is_url(ended) && !runs_on(next)) {
            return false;
        }
        let is_list = item_mark(self.first.span.of(text)).is_some();
        let new_item = item_mark(next).is_some() && (is_list || ends_clause(ended));
        let new_paragraph = !is_list && below.indent > above.indent.saturating_add(1);
        !new_item && !new_paragraph
    }
}

/// The width that these lines are set to, if at least `least` of them stand above another and most of those are full and run on.
///
/// Lines that are shorter than any width say nothing: they end a paragraph, or are no part of one.
fn width(text: &str, lines: &[Line], least: usize) -> Option<usize> {
    let mut widths = [0usize; WIDEST + 1];
    let (mut joints, mut running_on) = (0, 0);
    for (above, below) in lines.iter().zip(lines.iter().skip(1)).filter(|(_, below)| below.beneath) {
        let columns = columns_of(text, above.span);
        if columns < NARROWEST {
            continue;
        }
        joints += 1;
        if let Some(count) = widths.get_mut(columns) {
            *count += 1;
        }
        running_on += usize::from(runs_on(below.span.of(text)));
    }
    if joints < least || running_on * 2 < joints {
        return None;
    }
    let within = |width: usize| widths.iter().take(width + 1).skip(width - RAG).sum::<usize>();
    let width = (NARROWEST..=WIDEST).rev().max_by_key(|&width| within(width))?;
    (within(width) * 10 >= joints * 6).then_some(width)
}

/// Whether the first word of `below` would not have fitted behind `above`.
pub(super) fn is_full(text: &str, above: Line, below: Line, width: usize) -> bool {
    let next = below.span.of(text);
    let first = if next.starts_with(is_ideograph) { 2 } else { next.split_whitespace().next().map_or(0, columns) };
    columns_of(text, above.span) + 1 + first > width
}

/// The columns of a line; of one that is too long for any width, its bytes.
pub(super) fn columns_of(text: &str, span: Span) -> usize {
    let line = span.of(text);
    if line.len() > 4 * WIDEST || line.is_ascii() { line.len() } else { columns(line) }
}

/// Whether a line may go on with a sentence: it begins neither with a capital nor with an address.
pub(super) fn runs_on(line: &str) -> bool {
    !is_url(line) && !line.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

/// Whether a list may begin beneath this line.
pub(super) fn ends_clause(line: &str) -> bool {
    line.ends_with(['.', ':', ';', '!', '?', ')', '”', '"'])
}
