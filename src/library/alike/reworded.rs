//! Two sentences that say nearly the same: how much they share, and which words changed.

use super::words::{Word, words};
use crate::text::Span;

/// The most pairs of words that are set against each other; sentences that are longer together count as changed from end to end.
const MOST: usize = 1 << 16;

/// The words of one sentence.
#[derive(Debug)]
pub(super) struct Wording {
    /// In their order, placed in the article.
    words: Vec<Word>,
    /// Their hashes, sorted.
    sorted: Vec<u64>,
}

impl Wording {
    /// The words of `sentence`, which begins at byte `start` of its article.
    pub(super) fn new(sentence: &str, start: usize) -> Self {
        let words: Vec<Word> = words(sentence).map(|word| Word { span: word.span.shift(start), ..word }).collect();
        let mut sorted: Vec<u64> = words.iter().map(|word| word.hash).collect();
        sorted.sort_unstable();
        Self { words, sorted }
    }

    /// The share of the words of both that they have in common (Dice), in thousandths.
    pub(super) fn overlap(&self, other: &Self) -> u32 {
        let mut behind = other.sorted.iter().peekable();
        let shared = self.sorted.iter().filter(|word| {
            while behind.next_if(|other| other < word).is_some() {}
            behind.next_if(|other| other == word).is_some()
        });
        let (shared, all) = (2 * shared.count(), self.sorted.len() + other.sorted.len());
        u32::try_from(1000 * shared / all.max(1)).unwrap_or(0)
    }

    /// The words of each that do not stand in the other in the same order, those side by side as one place.
    pub(super) fn changed(&self, other: &Self) -> [Box<[Span]>; 2] {
        let kept = kept(&self.words, &other.words);
        let left: Vec<usize> = kept.iter().map(|(at, _)| *at).collect();
        let right: Vec<usize> = kept.iter().map(|(_, at)| *at).collect();
        [gaps(&self.words, &left), gaps(&other.words, &right)]
    }
}

/// A longest common subsequence: pairs of places that rise on both sides.
fn kept(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let wide = b.len() + 1;
    if a.len().saturating_mul(b.len()) > MOST {
        return Vec::new();
    }
    // The length for what stands behind each pair of places, row by row.
    let mut lengths = vec![0u16; (a.len() + 1) * wide];
    let length = |lengths: &[u16], x: usize, y: usize| lengths.get(x * wide + y).copied().unwrap_or(0);
    let equal = |x: usize, y: usize| a.get(x).zip(b.get(y)).is_some_and(|(one, other)| one.hash == other.hash);
    for x in (0..a.len()).rev() {
        for y in (0..b.len()).rev() {
            let longest = if equal(x, y) {
                length(&lengths, x + 1, y + 1) + 1
            } else {
                length(&lengths, x + 1, y).max(length(&lengths, x, y + 1))
            };
            lengths.get_mut(x * wide + y).into_iter().for_each(|place| *place = longest);
        }
    }
    let (mut x, mut y, mut pairs) = (0, 0, Vec::new());
    while x < a.len() && y < b.len() {
        if equal(x, y) {
            pairs.push((x, y));
            (x, y) = (x + 1, y + 1);
        } else if length(&lengths, x + 1, y) >= length(&lengths, x, y + 1) {
            x += 1;
        } else {
            y += 1;
        }
    }
    pairs
}

/// The stretches of `words` that hold none of the `kept` places.
fn gaps(words: &[Word], kept: &[usize]) -> Box<[Span]> {
    let mut found = Vec::new();
    let mut from = 0;
    for until in kept.iter().copied().chain([words.len()]) {
        let gap = words.get(from..until).unwrap_or_default();
        if let (Some(first), Some(last)) = (gap.first(), gap.last()) {
            found.push(first.span.cover(last.span));
        }
        from = until + 1;
    }
    found.into()
}
