//! The phrases of all rules by their first word, so that a line is compared with few of them.

use std::collections::BTreeMap;

/// A phrase of the rules: the number of its rule and its place in that rule.
pub(super) type PhraseId = (usize, usize);

/// Phrases by their first word.
#[derive(Debug)]
pub(super) struct Index {
    words: BTreeMap<Box<str>, Vec<PhraseId>>,
    /// Those that begin with a pattern.
    open: Vec<PhraseId>,
    /// For each first byte, the lengths of the words that begin with it as bits: nearly every word of a text ends here.
    lengths: [u64; 256],
}

impl Default for Index {
    fn default() -> Self {
        Self { words: BTreeMap::new(), open: Vec::new(), lengths: [0; 256] }
    }
}

impl Index {
    /// Adds a phrase that begins with `word`, or with a pattern.
    pub(super) fn add(&mut self, word: Option<&str>, phrase: PhraseId) {
        let Some(word) = word else { return self.open.push(phrase) };
        self.words.entry(word.into()).or_default().push(phrase);
        let (byte, length) = outline(word);
        if let Some(lengths) = self.lengths.get_mut(byte) {
            *lengths |= length;
        }
    }

    /// The phrases that `word` may be the beginning of.
    pub(super) fn at(&self, word: &str) -> impl Iterator<Item = PhraseId> {
        let (byte, length) = outline(word);
        let known = self.lengths.get(byte).is_some_and(|lengths| lengths & length != 0);
        let phrases = if known { self.words.get(word) } else { None };
        phrases.into_iter().flatten().chain(&self.open).copied()
    }
}

/// The first byte of `word`, and its length as one bit.
fn outline(word: &str) -> (usize, u64) {
    (word.bytes().next().map_or(0, usize::from), 1 << word.len().min(63))
}
