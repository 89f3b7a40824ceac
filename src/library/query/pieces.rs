//! A line taken apart at its blanks, quotation marks and colons, before anything in it means something.

use crate::text::Span;
use crate::text::fold::plain;

/// A word, a phrase, or a field and its value; places are bytes of the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// All of it.
    pub span: Span,
    /// Whether a hyphen stands before it.
    pub not: bool,
    /// What stands before its colon, where that is letters alone.
    pub name: Option<Span>,
    /// What stands behind the colon, or all but the hyphen; without quotation marks.
    pub value: Span,
}

/// The pieces of `line`, in order.
pub(super) fn pieces(line: &str) -> impl Iterator<Item = Piece> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = line.get(at..).unwrap_or_default();
        let start = at + rest.find(|c: char| !c.is_whitespace())?;
        let piece = piece(line, start);
        at = piece.span.end();
        Some(piece)
    })
}

fn piece(line: &str, start: usize) -> Piece {
    let not = line.get(start..).is_some_and(|rest| rest.starts_with('-'));
    let from = start + usize::from(not);
    let (value, end) = quoted(line, from).unwrap_or_else(|| bare(line, from));
    let head = value.of(line).split_once(':').map_or("", |(head, _)| head);
    let is_name = value.start() == from && !head.is_empty() && head.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !is_name {
        return Piece { span: Span::new(start, end), not, name: None, value };
    }
    let name = Span::new(from, from + head.len());
    let behind = name.end() + 1;
    let (value, end) = quoted(line, behind).unwrap_or_else(|| bare(line, behind));
    Piece { span: Span::new(start, end), not, name: Some(name), value }
}

/// What stands in quotation marks at byte `from`, and where that ends; an unfinished quotation goes to the end of the line.
fn quoted(line: &str, from: usize) -> Option<(Span, usize)> {
    let open = line.get(from..)?.chars().next().filter(|&c| is_quote(c))?;
    let inside = from + open.len_utf8();
    let rest = line.get(inside..)?;
    let close = rest.char_indices().find(|(_, c)| is_quote(*c));
    let end = close.map_or(line.len(), |(at, _)| inside + at);
    Some((Span::new(inside, end), close.map_or(end, |(_, mark)| end + mark.len_utf8())))
}

/// What stands at byte `from` up to a blank or a quotation mark, and where that ends.
fn bare(line: &str, from: usize) -> (Span, usize) {
    let rest = line.get(from..).unwrap_or_default();
    let end = from + rest.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(rest.len());
    (Span::new(from, end), end)
}

fn is_quote(c: char) -> bool {
    plain(c) == Some('"') || c == '"'
}
