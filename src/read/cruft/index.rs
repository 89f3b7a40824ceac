//! The phrases of all rules by their first word, so that a line is compared with few of them.

use super::phrase::{Opening, Phrase};

/// A phrase of the rules: the number of its rule and its place in that rule.
pub(super) type PhraseId = (usize, usize);

/// Phrases by the first byte of what they begin with.
#[derive(Debug)]
pub(super) struct Index(Vec<Near>);

/// The phrases that begin with the same byte.
#[derive(Clone, Debug, Default)]
struct Near {
    /// Those that begin with a plain word, by that word.
    words: Vec<(Box<str>, Vec<PhraseId>)>,
    /// The lengths of those words as bits: nearly every word of a text ends here.
    lengths: u64,
    /// Those that begin with a pattern which a word with this first byte may meet.
    patterns: Vec<PhraseId>,
}

impl Default for Index {
    fn default() -> Self {
        Self(vec![Near::default(); 256])
    }
}

impl Index {
    /// Adds a phrase.
    pub(super) fn add(&mut self, phrase: &Phrase, id: PhraseId) {
        match phrase.opening() {
            Opening::Word(word) => {
                if let Some(near) = self.0.get_mut(first_byte(word)) {
                    near.add(word, id);
                }
            }
            Opening::Pattern(meets) => {
                let lists = (0..=u8::MAX).zip(&mut self.0);
                lists.filter(|(byte, _)| meets(*byte)).for_each(|(_, near)| near.patterns.push(id));
            }
        }
    }

    /// Whether some phrase may begin with a word that begins with `byte` in small letters, and has this length if that is known.
    pub(super) fn knows(&self, byte: u8, len: Option<usize>) -> bool {
        let lengths = len.map_or(u64::MAX, length);
        self.0.get(usize::from(byte)).is_some_and(|near| near.lengths & lengths != 0 || !near.patterns.is_empty())
    }

    /// The phrases that `word` may be the beginning of.
    pub(super) fn at(&self, word: &str) -> impl Iterator<Item = PhraseId> {
        let near = self.0.get(first_byte(word));
        let phrases = near.and_then(|near| near.beginning_with(word));
        phrases.into_iter().flatten().chain(near.into_iter().flat_map(|near| &near.patterns)).copied()
    }
}

impl Near {
    fn add(&mut self, word: &str, id: PhraseId) {
        self.lengths |= length(word.len());
        match self.words.binary_search_by(|(known, _)| (**known).cmp(word)) {
            Ok(at) => self.words.iter_mut().skip(at).take(1).for_each(|(_, ids)| ids.push(id)),
            Err(at) => self.words.insert(at, (word.into(), vec![id])),
        }
    }

    fn beginning_with(&self, word: &str) -> Option<&Vec<PhraseId>> {
        if self.lengths & length(word.len()) == 0 {
            return None;
        }
        let at = self.words.binary_search_by(|(known, _)| (**known).cmp(word)).ok()?;
        self.words.get(at).map(|(_, ids)| ids)
    }
}

fn first_byte(word: &str) -> usize {
    word.bytes().next().map_or(0, usize::from)
}

/// The length of a word as one bit.
fn length(len: usize) -> u64 {
    1 << len.min(63)
}
