//! The phrases of all rules by their first word, so that a line is compared with few of them.

use std::collections::BTreeMap;

use super::phrase::{Opening, Phrase};

/// A phrase of the rules: the number of its rule and its place in that rule.
pub(super) type PhraseId = (usize, usize);

/// Phrases by what they begin with.
#[derive(Debug)]
pub(super) struct Index {
    /// Those that begin with a plain word.
    words: BTreeMap<Box<str>, Vec<PhraseId>>,
    /// For each first byte, the lengths of those words as bits: nearly every word of a text ends here.
    lengths: [u64; 256],
    /// For each first byte, those that begin with a pattern which such a word may meet.
    patterns: Vec<Vec<PhraseId>>,
}

impl Default for Index {
    fn default() -> Self {
        Self { words: BTreeMap::new(), lengths: [0; 256], patterns: vec![Vec::new(); 256] }
    }
}

impl Index {
    /// Adds a phrase.
    pub(super) fn add(&mut self, phrase: &Phrase, id: PhraseId) {
        match phrase.opening() {
            Opening::Word(word) => {
                self.words.entry(word.into()).or_default().push(id);
                let (byte, length) = outline(word);
                self.lengths.iter_mut().skip(byte).take(1).for_each(|lengths| *lengths |= length);
            }
            Opening::Pattern(meets) => {
                let lists = (0..=u8::MAX).zip(&mut self.patterns);
                lists.filter(|(byte, _)| meets(*byte)).for_each(|(_, list)| list.push(id));
            }
        }
    }

    /// Whether some phrase may begin with a word that begins with `byte` in small letters.
    pub(super) fn knows(&self, byte: u8) -> bool {
        let at = usize::from(byte);
        self.lengths.get(at).is_some_and(|&lengths| lengths != 0) || self.patterns.get(at).is_some_and(|list| !list.is_empty())
    }

    /// The phrases that `word` may be the beginning of.
    pub(super) fn at(&self, word: &str) -> impl Iterator<Item = PhraseId> {
        let (byte, length) = outline(word);
        let known = self.lengths.get(byte).is_some_and(|lengths| lengths & length != 0);
        let phrases = if known { self.words.get(word) } else { None };
        phrases.into_iter().flatten().chain(self.patterns.get(byte).into_iter().flatten()).copied()
    }
}

/// The first byte of `word`, and its length as one bit.
fn outline(word: &str) -> (usize, u64) {
    (word.bytes().next().map_or(0, usize::from), 1 << word.len().min(63))
}
