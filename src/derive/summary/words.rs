//! The words of an article that say what it is about, and how often each stands there.

use super::signs::is_common;
use crate::derive::reading::Reading;
use crate::derive::tokens::Token;
use crate::text::Span;

/// Words shorter than this in bytes, such as "the" or "was", say nothing of what a text is about.
const SHORTEST_WORD: usize = 4;

/// How often each content word stands in the article.
pub(super) struct Counts<'a> {
    reading: &'a Reading<'a>,
    /// By the number of a word, the word it is counted as: itself or its singular; none for a word that says nothing.
    content: Vec<Option<u32>>,
    /// By number.
    times: Vec<usize>,
    /// Room for the words of one sentence.
    room: Vec<u32>,
}

impl<'a> Counts<'a> {
    pub(super) fn new(reading: &'a Reading<'a>) -> Self {
        let words = reading.tokens.vocabulary.iter();
        let content: Vec<Option<u32>> =
            (0u32..).zip(words).map(|(id, word)| says(word).then(|| counted_as(reading, id, word))).collect();
        Self { reading, times: vec![0; content.len()], content, room: Vec::new() }
    }

    /// The content words among `tokens`, which are counted; sorted, each once.
    pub(super) fn count(&mut self, tokens: &[Token]) -> Box<[u32]> {
        self.room.clear();
        for token in tokens {
            let Some(id) = self.content.get(token.id as usize).copied().flatten() else { continue };
            self.room.push(id);
            self.times.get_mut(id as usize).into_iter().for_each(|times| *times += 1);
        }
        self.room.sort_unstable();
        self.room.dedup();
        self.room.as_slice().into()
    }

    /// The content words at `span`, which add to no count.
    pub(super) fn content(&self, span: Span) -> Vec<u32> {
        self.reading.tokens.within(span).iter().filter_map(|token| self.of(*token)).collect()
    }

    /// How often the words with these numbers have been counted, together.
    pub(super) fn times(&self, words: &[u32]) -> usize {
        words.iter().filter_map(|id| self.times.get(*id as usize)).sum()
    }

    fn of(&self, token: Token) -> Option<u32> {
        self.content.get(token.id as usize).copied().flatten()
    }
}

/// Whether a word says what a text is about.
fn says(word: &str) -> bool {
    (word.len() >= SHORTEST_WORD || !word.is_ascii()) && !is_common(word)
}

/// The number of the singular of `word` where the article has it, else its own `id`.
fn counted_as(reading: &Reading<'_>, id: u32, word: &str) -> u32 {
    let singular = word.strip_suffix('s').filter(|stem| stem.len() >= SHORTEST_WORD && !stem.ends_with('s'));
    singular.and_then(|stem| reading.tokens.vocabulary.find(stem)).unwrap_or(id)
}
