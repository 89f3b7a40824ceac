//! Lines that no phrase can meet in their midst, told without taking them apart: nearly every line of a text is one.
//!
//! Of each phrase that may stand anywhere it knows one word, the anchor, and looks for all anchors at once. Where there is one,
//! the rules decide.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::phrase::Phrase;
use super::term::DIVIDERS;

/// Characters beyond ASCII that have an ASCII letter in their small form: a line that holds one is not judged here.
const ASCII_WHEN_SMALL: [char; 2] = ['\u{130}', '\u{212A}'];

/// The anchors, compiled.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    /// `None` where some phrase has no anchor, so that every line must be taken apart.
    anchors: Option<AhoCorasick>,
}

/// The anchors as they are collected.
#[derive(Debug)]
pub(super) struct Anchors(Option<BTreeSet<String>>);

impl Default for Anchors {
    fn default() -> Self {
        Self(Some(ASCII_WHEN_SMALL.map(String::from).into()))
    }
}

impl Anchors {
    /// Adds a phrase that may stand anywhere in a line.
    pub(super) fn add(&mut self, phrase: &Phrase) {
        self.0 = self.0.take().zip(phrase.longest_word()).map(|(mut all, word)| {
            all.insert(word.to_owned());
            all
        });
    }

    /// Adds what every row holds.
    pub(super) fn add_row(&mut self) {
        self.0.iter_mut().for_each(|all| all.extend(DIVIDERS.map(String::from)));
    }

    /// The sieve that looks for all of them.
    pub(super) fn compile(self) -> Sieve {
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).prefilter(false);
        Sieve { anchors: self.0.and_then(|all| builder.build(all).ok()) }
    }
}

impl Sieve {
    /// Whether a phrase may stand in `line`.
    pub(super) fn may_hold(&self, line: &str) -> bool {
        self.anchors.as_ref().is_none_or(|anchors| anchors.is_match(line))
    }
}

#[cfg(test)]
mod tests {
    use super::ASCII_WHEN_SMALL;

    #[test]
    fn no_other_character_becomes_ascii() {
        let beyond = ('\u{80}'..=char::MAX).filter(|c| c.to_lowercase().any(|small| small.is_ascii()));
        assert!(beyond.eq(ASCII_WHEN_SMALL));
    }
}
