//! Plain text that another format carries: its lines joined as those of a plain-text article are, a part for each paragraph.

use std::borrow::Cow;

use super::draft::Part;
use super::flow::pieces;
use super::lines::lines;
use crate::model::BlockKind;

/// The parts of `text`, which are of this kind; `line` gives for each of its lines, from 1, the line of the file.
pub(super) fn prose(text: &str, kind: BlockKind, line: impl Fn(u32) -> u32) -> Vec<Part> {
    let text = with_plain_line_ends(text);
    let found = lines(&text);
    let pieces = pieces(&text, &found.lines, false);
    pieces.into_iter().map(|piece| Part::new(kind, piece.span.of(&text), line(piece.line))).collect()
}

/// `text` with `\n` at the end of every line, whatever stood there.
pub(super) fn with_plain_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}
