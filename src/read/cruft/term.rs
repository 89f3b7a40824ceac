//! A line as a rule sees it: its terms in small letters, marks gone but for those that rules speak of.

use crate::read::shape::ends_sentence;

/// The most words that a part of a navigation row has.
const PART_WORDS: usize = 6;

/// A line taken apart.
#[derive(Debug)]
pub(super) struct Terms<'a> {
    line: &'a str,
    all: Vec<Term>,
}

/// A word with the marks that touch it.
#[derive(Debug)]
pub(super) struct Term {
    word: String,
    /// `(` or `[` stands right before it.
    pub(super) opened: bool,
    /// `:` stands right behind it.
    pub(super) colon: bool,
    /// How many marks that divide a row (`|`, `•`, `>`) stand before it in the line.
    part: usize,
}

impl Term {
    /// The word in small letters.
    pub(super) fn word(&self) -> &str {
        &self.word
    }
}

impl<'a> Terms<'a> {
    /// The terms of `line`.
    pub(super) fn new(line: &'a str) -> Self {
        let mut terms = Self { line, all: Vec::new() };
        let (mut part, mut start, mut before) = (0, None, ' ');
        for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
            if belongs(c) {
                start.get_or_insert((at, before));
            } else if let Some((from, lead)) = start.take() {
                terms.push(line.get(from..at).unwrap_or_default(), matches!(lead, '(' | '['), c == ':', part);
            }
            part += usize::from(matches!(c, '|' | '•' | '·' | '>' | '›' | '»' | '¦'));
            before = c;
        }
        terms
    }

    fn push(&mut self, word: &str, opened: bool, colon: bool, part: usize) {
        let bare = word.trim_matches(['.', '-', '\'', '’', '_']);
        if !bare.is_empty() {
            self.all.push(Term { word: bare.to_lowercase(), opened, colon, part });
        }
    }

    /// All of them, in order.
    pub(super) fn all(&self) -> &[Term] {
        &self.all
    }

    /// The parts of the line between the marks that divide a row.
    pub(super) fn parts(&self) -> impl Iterator<Item = &[Term]> {
        self.all.chunk_by(|a, b| a.part == b.part)
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

/// Whether `c` is part of a term; marks at the ends of one are taken off again.
fn belongs(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '&' | '@' | '_' | '©')
}
