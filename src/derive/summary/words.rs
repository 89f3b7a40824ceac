//! The words of an article that say what it is about, numbered, and how often each stands there.

use std::collections::BTreeMap;

use super::signs::common_words;
use crate::derive::reading::Reading;
use crate::text::Span;

/// Words shorter than this in bytes, such as "the" or "was", say nothing of what a text is about.
const SHORTEST_WORD: usize = 4;

/// How often each content word stands in the article.
pub(super) struct Counts<'a> {
    reading: &'a Reading<'a>,
    /// By [`key`].
    ids: BTreeMap<(u64, &'a str), Option<u32>>,
    times: Vec<usize>,
}

impl<'a> Counts<'a> {
    /// No counts; the common words are known and have no number.
    pub(super) fn new(reading: &'a Reading<'a>) -> Self {
        Self { reading, ids: common_words().map(|word| (key(word), None)).collect(), times: Vec::new() }
    }

    /// The content words of the sentence at `span`, which are counted; sorted, each once.
    pub(super) fn count(&mut self, span: Span) -> Vec<u32> {
        let mut found = self.content(span);
        for id in &found {
            if let Some(times) = self.times.get_mut(*id as usize) {
                *times += 1;
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The content words at `span`, which add to no count.
    pub(super) fn content(&mut self, span: Span) -> Vec<u32> {
        let reading = self.reading;
        reading.runs_in(span).iter().filter_map(|run| self.id(run.of(&reading.lower))).collect()
    }

    /// How often the words with these numbers have been counted, together.
    pub(super) fn times(&self, words: &[u32]) -> usize {
        words.iter().filter_map(|id| self.times.get(*id as usize)).sum()
    }

    /// The number of a word that says what a text is about; its plural is the same word.
    fn id(&mut self, word: &'a str) -> Option<u32> {
        if word.len() < SHORTEST_WORD && word.is_ascii() {
            return None;
        }
        let plural = word.len() > SHORTEST_WORD && !word.ends_with("ss");
        let stem = if plural { word.strip_suffix('s').unwrap_or(word) } else { word };
        let next = u32::try_from(self.times.len()).ok()?;
        let id = *self.ids.entry(key(stem)).or_insert(Some(next));
        if id == Some(next) {
            self.times.push(0);
        }
        id
    }
}

/// A word and before it its first eight bytes as a number, by which most comparisons are decided.
fn key(word: &str) -> (u64, &str) {
    (word.bytes().chain(std::iter::repeat(0)).take(8).fold(0, |head, byte| (head << 8) | u64::from(byte)), word)
}
