//! A block of text laid out in rows of a width: each row is a place in the block, so nothing is copied and nothing lost.
//!
//! Break points are Unicode's (UAX #14), the choice among them is textwrap's first fit: beside a ragged margin nobody sees what the
//! optimal fit would do, and it takes four times as long. Widths are terminal columns.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Span;

/// The columns of a wide character.
const WIDEST_CHARACTER: usize = 2;

/// The columns `text` takes on a terminal.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The rows of `block` at `width` columns (at least 1): byte ranges without the white space at their ends.
///
/// Every character that is not white space lies in exactly one row, in order. A row is wider than `width` only where a single
/// character is.
pub fn wrap(block: &str, width: usize) -> Vec<Span> {
    let width = width.max(1);
    let mut rows = Vec::new();
    let mut line = Vec::new();
    let mut start = 0;
    for (end, kind) in linebreaks(block) {
        push_pieces(block, Span::new(start, end), width, &mut line);
        start = end;
        if kind == BreakOpportunity::Mandatory {
            fill(&line, width, &mut rows);
            line.clear();
        }
    }
    fill(&line, width, &mut rows);
    rows
}

/// The beginning of `text` that fits `width` columns, with `…` where something was cut.
pub fn shorten(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(1);
    let mut kept = prefix(text, room).trim_end().to_owned();
    if width > 0 {
        kept.push('…');
    }
    kept
}

/// The longest beginning of `text` that takes at most `width` columns.
pub fn prefix(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += columns(grapheme);
        if used > width {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// What may not be broken, with the space behind it.
#[derive(Debug)]
struct Piece {
    span: Span,
    width: usize,
    space: usize,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        columns_f64(self.width)
    }

    fn whitespace_width(&self) -> f64 {
        columns_f64(self.space)
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "columns of one piece, far below 2^52")]
fn columns_f64(columns: usize) -> f64 {
    columns as f64
}

/// The piece at `span`, cut between graphemes where it alone is wider than a row.
fn push_pieces(block: &str, span: Span, width: usize, line: &mut Vec<Piece>) {
    let word = span.trim(block);
    let space = columns(span.of(block)).saturating_sub(columns(word.of(block)));
    let whole = columns(word.of(block));
    if whole <= width {
        line.push(Piece { span: word, width: whole, space });
        return;
    }
    let mut rest = word;
    while !rest.is_empty() {
        let text = rest.of(block);
        let fits = prefix(text, width).len();
        let cut = if fits == 0 { too_wide(text, width) } else { fits };
        let part = Span::new(rest.start(), rest.start() + cut);
        line.push(Piece { span: part, width: columns(part.of(block)), space: 0 });
        rest = Span::new(part.end(), rest.end());
    }
    if let Some(last) = line.last_mut() {
        last.space = space;
    }
}

/// How much of the grapheme that begins `text`, and is wider than a row, goes into one: all of it, unless it is wider than any single character
/// and can be cut. Some scripts join letters without end, and what is not cut would not be seen.
fn too_wide(text: &str, width: usize) -> usize {
    let whole = text.graphemes(true).next().unwrap_or(text);
    if columns(whole) <= WIDEST_CHARACTER {
        return whole.len();
    }
    let mut used = 0;
    let fits = |c: &char| {
        // The selector makes a wide sign of a narrow one.
        used += if *c == '\u{FE0F}' { 1 } else { c.width().unwrap_or_default() };
        used <= width
    };
    let first = whole.chars().next().map_or(0, char::len_utf8);
    whole.chars().take_while(fits).map(char::len_utf8).sum::<usize>().max(first)
}

fn fill(line: &[Piece], width: usize, rows: &mut Vec<Span>) {
    let chosen = wrap_first_fit(line, &[columns_f64(width)]);
    let spans = chosen.into_iter().filter_map(|row| Some(row.first()?.span.cover(row.last()?.span)));
    rows.extend(spans.filter(|s| !s.is_empty()));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{columns, prefix, shorten, wrap};

    #[track_caller]
    fn check(block: &str, width: usize, expected: &[&str]) {
        let rows: Vec<&str> = wrap(block, width).iter().map(|r| r.of(block)).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn rows_break_where_people_would() {
        check("the delayed S-400 air defence systems", 16, &["the delayed", "S-400 air", "defence systems"]);
        check("", 10, &[]);
        check("two\nlines", 20, &["two", "lines"]);
        check("https://example.org/a-very-long-address", 12, &["https://", "example.org/", "a-very-long-", "address"]);
        check("北京北京北京", 4, &["北京", "北京", "北京"]);
    }

    #[test]
    fn cut_titles_fit() {
        assert_eq!(shorten("Border talks end", 30), "Border talks end");
        assert_eq!(shorten("Border talks end", 9), "Border t…");
        assert_eq!(prefix("北京", 3), "北");
    }

    proptest! {
        #[test]
        fn rows_join_back_to_the_block(block in "\\PC{0,200}", width in 1usize..90) {
            let rows = wrap(&block, width);
            let joined: String = rows.iter().flat_map(|r| r.of(&block).chars()).filter(|c| !c.is_whitespace()).collect();
            let whole: String = block.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(joined, whole);
            prop_assert!(rows.windows(2).all(|two| two[0].end() <= two[1].start()));
        }

        #[test]
        fn no_row_is_too_wide(block in "[a-zA-Z0-9 ,.é北-]{0,200}", width in 2usize..90) {
            prop_assert!(wrap(&block, width).iter().all(|r| columns(r.of(&block)) <= width));
        }

        #[test]
        fn letters_that_join_without_end_are_cut(block in "(\u{915}\u{94D}|\u{1100}|\u{600}|\u{E01}\u{E33}|👩🏽|❤\u{FE0F}|a| ){0,90}", width in 4usize..40) {
            prop_assert!(wrap(&block, width).iter().all(|r| columns(r.of(&block)) <= width));
        }
    }
}
