//! Lines that no phrase can meet in their midst, told without taking them apart: nearly every line of a text is one.
//!
//! Of each phrase that may stand anywhere it knows one word, the anchor, and looks for all anchors at once. Where there is one,
//! the rules decide.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::phrase::Phrase;
use super::term::DIVIDERS;
use crate::text::scan::{first_char, is_any};

/// Characters beyond ASCII that have an ASCII letter in their small form: a line that holds one is not judged here.
const ASCII_WHEN_SMALL: [char; 2] = ['\u{130}', '\u{212A}'];

/// So few anchors are looked for one by one: each is then found by its rarest letter, and most bytes are never looked at.
const FEW: usize = 6;

/// The anchors, compiled.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    /// `None` where some phrase has no anchor, so that every line must be taken apart.
    anchors: Option<Vec<AhoCorasick>>,
    /// Whether there are phrases that stand in rows.
    rows: bool,
}

/// The anchors as they are collected.
#[derive(Debug)]
pub(super) struct Anchors {
    words: Option<BTreeSet<String>>,
    rows: bool,
}

impl Default for Anchors {
    fn default() -> Self {
        Self { words: Some(BTreeSet::new()), rows: false }
    }
}

impl Anchors {
    /// Adds a phrase that may stand anywhere in a line.
    pub(super) fn add(&mut self, phrase: &Phrase) {
        self.words = self.words.take().zip(phrase.longest_word()).map(|(mut all, word)| {
            all.insert(word.to_owned());
            all
        });
    }

    /// Adds what every row holds.
    pub(super) fn add_row(&mut self) {
        self.rows = true;
    }

    /// The sieve that looks for all of them.
    pub(super) fn compile(self) -> Sieve {
        let few = self.words.as_ref().is_some_and(|all| all.len() <= FEW);
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).prefilter(few);
        let compile = |all: BTreeSet<String>| {
            if few { all.iter().map(|word| builder.build([word]).ok()).collect() } else { Some(vec![builder.build(all).ok()?]) }
        };
        Sieve { anchors: self.words.and_then(compile), rows: self.rows }
    }
}

impl Sieve {
    /// Whether a phrase may stand in `line`.
    pub(super) fn may_hold(&self, line: &str) -> bool {
        let Some(anchors) = &self.anchors else { return true };
        let speaks = |c: char| (ASCII_WHEN_SMALL.contains(&c) || self.rows && DIVIDERS.contains(&c)).then_some(());
        first_char(line, 0, leads_mark, speaks).is_some() || anchors.iter().any(|anchor| anchor.is_match(line))
    }
}

/// Whether `byte` leads in the bytes of a character that the sieve looks for.
fn leads_mark(byte: u8) -> bool {
    is_any(byte, [b'|', b'>', 0xC2, 0xC4, 0xE2])
}

#[cfg(test)]
mod tests {
    use super::{ASCII_WHEN_SMALL, DIVIDERS, leads_mark};

    #[test]
    fn no_other_character_becomes_ascii() {
        let beyond = ('\u{80}'..=char::MAX).filter(|c| c.to_lowercase().any(|small| small.is_ascii()));
        assert!(beyond.eq(ASCII_WHEN_SMALL));
    }

    #[test]
    fn every_mark_is_told_by_its_first_byte() {
        let mut marks = ASCII_WHEN_SMALL.into_iter().chain(DIVIDERS);
        assert!(marks.all(|mark| leads_mark(String::from(mark).as_bytes()[0])));
    }
}
