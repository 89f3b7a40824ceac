//! A line as a rule sees it: its terms in small letters, marks gone but for those that rules speak of.

use super::rule::SAFE_WORDS;
use crate::read::shape::ends_sentence;
use crate::text::Span;

/// The most words that a part of a navigation row has.
const PART_WORDS: usize = 6;

/// The marks that divide a row.
pub(super) const DIVIDERS: [char; 7] = ['|', '•', '·', '>', '›', '»', '¦'];

/// A line taken apart.
#[derive(Debug)]
pub(super) struct Terms<'a> {
    line: &'a str,
    /// The line in small letters.
    small: String,
    all: Vec<Mark>,
}

/// A stretch of a line's terms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch<'a> {
    small: &'a str,
    marks: &'a [Mark],
}

/// A word with the marks that touch it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term<'a> {
    /// The word in small letters.
    pub(super) word: &'a str,
    /// `(` or `[` stands right before it.
    pub(super) opened: bool,
    /// `:` stands right behind it.
    pub(super) colon: bool,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    opened: bool,
    colon: bool,
    /// How many of the [`DIVIDERS`] stand before it in the line.
    part: usize,
}

impl<'a> Terms<'a> {
    /// The terms of `line`.
    pub(super) fn new(line: &'a str) -> Self {
        let small = if line.is_ascii() { line.to_ascii_lowercase() } else { line.to_lowercase() };
        let mut all = Vec::with_capacity(line.len() / 5 + 1);
        let (mut part, mut start, mut before) = (0, None, ' ');
        for (at, c) in small.char_indices().chain([(small.len(), ' ')]) {
            if belongs(c) {
                start.get_or_insert((at, before));
            } else if let Some((from, lead)) = start.take() {
                let span = bare(&small, Span::new(from, at));
                if !span.is_empty() {
                    all.push(Mark { span, opened: matches!(lead, '(' | '['), colon: c == ':', part });
                }
            }
            part += usize::from(DIVIDERS.contains(&c));
            before = c;
        }
        Self { line, small, all }
    }

    /// All of them, in order.
    pub(super) fn all(&self) -> Stretch<'_> {
        Stretch { small: &self.small, marks: &self.all }
    }

    /// The parts of the line between the marks that divide a row.
    pub(super) fn parts(&self) -> impl Iterator<Item = Stretch<'_>> {
        self.all.chunk_by(|a, b| a.part == b.part).map(|marks| Stretch { small: &self.small, marks })
    }

    /// Whether it is three or more short parts in a row, as navigation is.
    pub(super) fn is_row(&self) -> bool {
        self.parts().count() >= 3 && self.parts().all(|part| part.len() <= PART_WORDS)
    }

    /// Whether the line ends as sentences do.
    pub(super) fn ends_sentence(&self) -> bool {
        ends_sentence(self.line)
    }
}

impl<'a> Stretch<'a> {
    /// How many terms there are.
    pub(super) fn len(self) -> usize {
        self.marks.len()
    }

    /// The terms in order.
    pub(super) fn iter(self) -> impl Iterator<Item = Term<'a>> {
        self.marks.iter().map(move |m| Term { word: m.span.of(self.small), opened: m.opened, colon: m.colon })
    }

    /// The terms from the one at `at` on; none where there are no more.
    pub(super) fn from(self, at: usize) -> Self {
        Self { marks: self.marks.get(at..).unwrap_or_default(), ..self }
    }
}

/// Whether `c` is part of a term; marks at the ends of one are taken off again.
fn belongs(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '&' | '@' | '_' | '©')
}

/// `span` without the marks at its ends.
fn bare(small: &str, span: Span) -> Span {
    let word = span.of(small);
    let start = span.end() - word.trim_start_matches(is_mark).len();
    Span::new(start, (span.start() + word.trim_end_matches(is_mark).len()).max(start))
}

/// Whether a term neither begins nor ends with `c`.
fn is_mark(c: char) -> bool {
    matches!(c, '.' | '-' | '\'' | '’' | '_')
}

/// The first word of `line` as it is written there.
pub(super) fn first_word(line: &str) -> Option<&str> {
    let rest = line.get(line.find(|c| belongs(c) && !is_mark(c))?..)?;
    let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    rest.get(..end).map(|word| word.trim_end_matches(is_mark))
}

/// Whether `line` is told at a glance to have more than [`SAFE_WORDS`] terms and to end as sentences do.
pub(super) fn is_running(line: &str) -> bool {
    // A letter or digit behind a space begins a term; other terms are not counted.
    let gaps = line.as_bytes().windows(2).filter(|two| matches!(two, [b' ', next] if next.is_ascii_alphanumeric()));
    gaps.take(SAFE_WORDS + 1).count() > SAFE_WORDS && ends_sentence(line)
}
