//! Which blocks of a page are in the body that its data say, told by runs of four words that both have.

use super::page::Block;

/// How many words make a run.
const RUN: usize = 4;

/// The runs of words of a text.
#[derive(Debug, Default)]
pub(super) struct Witness {
    runs: Vec<u64>,
    words: usize,
}

impl Witness {
    /// The runs of `body`.
    pub(super) fn new(body: &str) -> Self {
        let words = words(body);
        let mut runs: Vec<u64> = (2..=RUN).flat_map(|many| words.windows(many).map(run)).collect();
        runs.sort_unstable();
        runs.dedup();
        Self { runs, words: words.len() }
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.words
    }

    /// How many words a block has, and how much of it this text has too, in hundredths; `None` for a block of one word.
    pub(super) fn covers(&self, block: &Block) -> (usize, Option<usize>) {
        let words = words(&block.text);
        let many = words.len().min(RUN);
        if many < 2 {
            return (words.len(), None);
        }
        let runs = words.windows(many).map(run);
        let (all, known) =
            runs.fold((0, 0), |(all, known), run| (all + 1, known + usize::from(self.runs.binary_search(&run).is_ok())));
        (words.len(), Some(known * 100 / all.max(1)))
    }
}

/// The words of a text as numbers; a character of a script without spaces is one.
fn words(text: &str) -> Vec<u64> {
    let (mut words, mut word) = (Vec::new(), None::<u64>);
    for c in text.chars() {
        if !c.is_alphanumeric() {
            words.extend(word.take());
            continue;
        }
        if crate::read::shape::is_ideograph(c) {
            words.extend(word.take());
            words.push(mixed(0xCBF2_9CE4_8422_2325, u64::from(c)));
            continue;
        }
        let small = c.to_lowercase().fold(word.unwrap_or(0xCBF2_9CE4_8422_2325), |hash, c| mixed(hash, u64::from(c)));
        word = Some(small);
    }
    words.extend(word);
    words
}

fn run(words: &[u64]) -> u64 {
    words.iter().fold(words.len() as u64, |hash, word| mixed(hash, *word))
}

/// A step of a hash that is the same on every run (FNV-1a, with a rotation to spread words).
fn mixed(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x0100_0000_01B3)
}
