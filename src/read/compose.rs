//! Pieces to the article's text: lines joined, white space squeezed, blocks divided by an empty line.
//!
//! The only place where the text of an article is put together. It changes white space and nothing else.

use unicode_normalization::char::is_combining_mark;

use super::flow::Piece;
use super::shape::is_ideograph;
use crate::model::{Block, BlockKind};
use crate::text::{Clean, CleanBuf, Span};

/// The longest block in bytes. A block is laid out whole before its first row can be drawn, so a monster must not be one.
pub(super) const BLOCK_BYTES: usize = 64 * 1024;

/// How far back from the end of a long block a sentence end is looked for.
const SENTENCE_BYTES: usize = 4096;

/// The article's text as it grows.
#[derive(Debug, Default)]
pub(super) struct Composer {
    text: CleanBuf,
    blocks: Vec<Block>,
    seams: Vec<Seam>,
    cut: Vec<u32>,
}

/// What stands, or stood, between a block and the one before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seam {
    /// No blank line.
    pub(super) beneath: bool,
    /// A line of cruft of the kind that divides head and body.
    pub(super) divided: bool,
}

/// The finished text.
#[derive(Debug)]
pub(super) struct Composed {
    pub(super) text: Clean,
    /// The blocks, of the kinds that their pieces had, without number and sentences.
    pub(super) blocks: Vec<Block>,
    /// One for each block.
    pub(super) seams: Vec<Seam>,
    /// The lines of the file on which paragraphs begin that were cut.
    pub(super) cut: Vec<u32>,
}

impl Composer {
    /// An empty text with room for all of `source`.
    pub(super) fn for_source(source: &Clean) -> Self {
        Self { text: CleanBuf::with_capacity(source.len()), ..Self::default() }
    }

    /// Adds `piece` of `source` as a block, or as several where it is too long for one.
    pub(super) fn push(&mut self, source: &Clean, piece: Piece, divided: bool) {
        let mut rest = piece.span;
        let mut line = piece.line;
        let mut seam = Seam { beneath: piece.beneath, divided };
        while rest.len() > BLOCK_BYTES {
            let head = Span::new(rest.start(), rest.start() + cut(rest.of(source)));
            self.block(source, head.trim(source), piece.kind, line, seam);
            line += u32::try_from(head.of(source).matches('\n').count()).unwrap_or_default();
            seam = Seam { beneath: true, divided: false };
            rest = Span::new(head.end(), rest.end());
        }
        if rest.start() > piece.span.start() {
            self.cut.push(piece.line);
        }
        self.block(source, rest.trim(source), piece.kind, line, seam);
    }

    /// The finished text and its blocks.
    pub(super) fn finish(self) -> Composed {
        Composed { text: self.text.finish(), blocks: self.blocks, seams: self.seams, cut: self.cut }
    }

    fn block(&mut self, source: &Clean, span: Span, kind: BlockKind, line: u32, seam: Seam) {
        if span.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.line_end();
            self.text.line_end();
        }
        let start = self.text.len();
        self.squeezed(source, span);
        let span = Span::new(start, self.text.len());
        self.blocks.push(Block { kind, span, sentences: 0..0, number: None, line });
        self.seams.push(seam);
    }

    /// Appends `span`: a run of white space becomes one space, a line end a space or nothing.
    fn squeezed(&mut self, source: &Clean, span: Span) {
        let words = span.of(source);
        if !words.contains('\n') {
            return self.line(source, span);
        }
        let (mut above, mut start) = ("", span.start());
        for whole in words.split('\n') {
            let line = Span::new(start, start + whole.len()).trim(source);
            start += whole.len() + 1;
            if line.is_empty() {
                continue;
            }
            if !above.is_empty() && needs_space(above, Span::new(line.start(), span.end()).of(source)) {
                self.text.space();
            }
            self.line(source, line);
            above = line.of(source);
        }
    }

    /// Appends a line: each gap wider than one character becomes one space.
    fn line(&mut self, source: &Clean, line: Span) {
        let mut rest = line;
        if !is_tidy(line.of(source)) {
            while let Some(gap) = wide_gap(rest.of(source)) {
                self.text.push(source, Span::new(rest.start(), rest.start() + gap.start()));
                self.text.space();
                rest = Span::new(rest.start() + gap.end(), rest.end());
            }
        }
        self.text.push(source, rest);
    }
}

/// Whether it is plain at once that `line` has no wide gap.
fn is_tidy(line: &str) -> bool {
    let (bytes, next) = (line.as_bytes(), line.as_bytes().get(1..).unwrap_or_default());
    let is_wide = bytes.iter().zip(next).fold(0, |any, (a, b)| any | u8::from(*a == b' ') & u8::from(*b == b' ')) != 0;
    !is_wide && (line.is_ascii() || !line.contains(|c: char| !c.is_ascii() && c.is_whitespace()))
}

/// The first two or more characters of white space in a row.
fn wide_gap(line: &str) -> Option<Span> {
    let gaps = line.match_indices(char::is_whitespace).map(|(at, _)| Span::new(at, line.len() - behind(line, at).len()));
    gaps.into_iter().find(|gap| gap.of(line).chars().nth(1).is_some())
}

/// What follows the white space at byte `at` of `line`.
fn behind(line: &str, at: usize) -> &str {
    line.get(at..).unwrap_or_default().trim_start()
}

/// Whether two lines are joined by a space: not behind a hyphen in a word, nor in scripts that are written without spaces.
fn needs_space(above: &str, below: &str) -> bool {
    let next = below.chars().next().unwrap_or(' ');
    let mut last = above.chars().rev();
    match (last.next(), last.next()) {
        (Some('-' | '‑'), Some(before)) => !before.is_alphanumeric() || !next.is_alphanumeric() || is_suspended(below),
        (Some(end), _) => !(is_ideograph(end) && is_ideograph(next)),
        _ => true,
    }
}

/// Whether the hyphen above stands for a word that is still to come, as in `two- or three-day`.
fn is_suspended(below: &str) -> bool {
    ["and ", "or ", "to "].iter().any(|word| below.starts_with(word))
}

/// Where to cut a block that is longer than [`BLOCK_BYTES`]: behind a sentence, else at white space, else between two letters.
fn cut(block: &str) -> usize {
    let head = block.get(..block.floor_char_boundary(BLOCK_BYTES)).unwrap_or(block);
    let near = head.floor_char_boundary(head.len().saturating_sub(SENTENCE_BYTES));
    let tail = head.get(near..).unwrap_or_default();
    let sentence = tail.rmatch_indices(['.', '!', '?', '。', '！', '？']).find_map(|(at, mark)| {
        let end = at + mark.len();
        let next = tail.get(end..)?.chars().next()?;
        (next.is_whitespace() || !mark.is_ascii() && stands_alone(next)).then_some(near + end)
    });
    sentence
        .or_else(|| head.rfind(char::is_whitespace).filter(|&at| at > 0))
        .unwrap_or_else(|| between_letters(block, head.len()))
}

/// The last place up to `limit`, else the first behind it, where the text may be cut without tearing marks off a letter.
fn between_letters(block: &str, limit: usize) -> usize {
    let (head, tail) = block.split_at_checked(limit).unwrap_or((block, ""));
    let mut before = head.char_indices().rev().skip(1).map(|(_, c)| c);
    let back = head.char_indices().rev().find(|&(_, c)| before.next().is_some_and(|last| parts(last, c)));
    let mut last = head.chars().next_back().unwrap_or(' ');
    let forth = || tail.char_indices().find(|&(_, c)| parts(std::mem::replace(&mut last, c), c)).map(|(at, _)| limit + at);
    back.map(|(at, _)| at).or_else(forth).unwrap_or(block.len())
}

/// Whether a text may end with `before` and the next begin with `after`.
fn parts(before: char, after: char) -> bool {
    stands_alone(after) && !matches!(before, '\u{200C}' | '\u{200D}')
}

/// Whether `c` is a letter, digit or mark that belongs to nothing before it.
fn stands_alone(c: char) -> bool {
    c.is_ascii_graphic() || (c.is_alphanumeric() && !is_combining_mark(c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::flow::Piece;
    use super::{Composer, needs_space};
    use crate::model::BlockKind;
    use crate::text::{Clean, Span};

    /// One word behind the other, and what each gap between two becomes.
    fn slowly_squeezed(text: &str) -> String {
        let mut out = String::new();
        let (mut above, mut rest) = ("", text.trim());
        while let Some(word) = rest.split_whitespace().next() {
            let (gap, behind) = rest.split_at(rest.len() - rest.trim_start().len());
            match gap {
                _ if gap.contains('\n') && !needs_space(above, behind) => {}
                _ if gap.contains('\n') || gap.chars().nth(1).is_some() => out.push(' '),
                _ => out.push_str(gap),
            }
            out.push_str(word);
            (above, rest) = (word, behind.split_at(word.len()).1);
        }
        out
    }

    proptest! {
        #[test]
        fn white_space_is_squeezed_as_word_by_word(text in "([a-z]{1,3}|two-|three-| and | or |  ?| ?\n ?|[\u{A0}\u{2009}\u{3000}]|“[a-z]’|-|‑|北|。|é){0,30}") {
            let source = Clean::from(text.as_str());
            let mut composer = Composer::for_source(&source);
            let whole = Piece { span: Span::new(0, source.len()), line: 1, beneath: false, kind: BlockKind::Paragraph };
            composer.push(&source, whole, false);
            let squeezed = slowly_squeezed(&source);
            prop_assert_eq!(&*composer.finish().text, squeezed.as_str());
        }
    }
}
