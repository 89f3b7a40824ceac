//! The words of an article that say what it is about, and how often each stands there.

use std::num::NonZeroU32;

use super::signs::Marks;
use crate::derive::reading::Reading;
use crate::derive::tokens::Token;
use crate::text::Span;

/// Words shorter than this in bytes, such as "the" or "was", say nothing of what a text is about.
const SHORTEST_WORD: usize = 4;

/// How often each content word stands in the article.
pub(super) struct Counts<'a> {
    reading: &'a Reading<'a>,
    /// By number, the word that each is counted as: itself or its singular, and one more for the sake of a small
    /// table, as it is looked at for each token; none for a word that says nothing.
    counted_as: Vec<Option<NonZeroU32>>,
    /// By number.
    words: Vec<Word>,
    /// How many sentences have been counted.
    sentences: u32,
}

/// What is known of a word.
#[derive(Clone, Copy, Default)]
struct Word {
    /// How often what is counted as it has been met.
    times: u32,
    /// The sentence that it was last met in, from 1.
    last: u32,
}

impl<'a> Counts<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, marks: &Marks) -> Self {
        let content = |id: u32, word: &str| says(word) && !marks.of(id).is_some_and(|listed| listed.is_common);
        let counted_as = |(id, word)| content(id, word).then(|| counted_as(reading, id, word)).and_then(|id| id.checked_add(1));
        let words = (0u32..).zip(reading.tokens.vocabulary.iter());
        let counted_as: Vec<_> = words.map(|word| counted_as(word).and_then(NonZeroU32::new)).collect();
        Self { reading, words: vec![Word::default(); counted_as.len()], counted_as, sentences: 0 }
    }

    /// Counts the content words among the `tokens` of a sentence and adds them to `found`, each once.
    pub(super) fn count(&mut self, tokens: &[Token], found: &mut Vec<u32>) {
        self.sentences += 1;
        for token in tokens {
            let Some(id) = self.of(*token) else { continue };
            let Some(word) = self.words.get_mut(id as usize) else { continue };
            word.times += 1;
            if word.last != self.sentences {
                word.last = self.sentences;
                found.push(id);
            }
        }
    }

    /// The content words at `span`, which add to no count.
    pub(super) fn content(&self, span: Span) -> Vec<u32> {
        self.reading.tokens.within(span).iter().filter_map(|token| self.of(*token)).collect()
    }

    /// How often the words with these numbers have been counted, together.
    pub(super) fn times(&self, words: &[u32]) -> usize {
        words.iter().filter_map(|id| self.words.get(*id as usize)).map(|word| word.times as usize).sum()
    }

    fn of(&self, token: Token) -> Option<u32> {
        self.counted_as.get(token.id as usize)?.map(|one_more| one_more.get() - 1)
    }
}

/// Whether a word is long enough to say what a text is about.
fn says(word: &str) -> bool {
    word.len() >= SHORTEST_WORD || !word.is_ascii()
}

/// The number of the singular of `word` where the article has it, else its own `id`.
fn counted_as(reading: &Reading<'_>, id: u32, word: &str) -> u32 {
    let singular = word.strip_suffix('s').filter(|stem| stem.len() >= SHORTEST_WORD && !stem.ends_with('s'));
    singular.and_then(|stem| reading.tokens.vocabulary.find(stem)).unwrap_or(id)
}
