//! The tensions of an article: those of a sentence's cues, or else one for its words of strain.

use super::contrast::{self, contrasts};
use super::cues::Cues;
use super::reading::Reading;
use super::strain::Strain;
use crate::model::{Article, Tension};

/// The tensions that `cues` find in an article.
pub(super) fn tensions(reading: &Reading<'_>, cues: &Cues) -> Vec<Tension> {
    let article = reading.article;
    let mut found = Vec::new();
    cues.lexicon.by_sentence(reading, |index, hits| {
        if !speaks(article, index) {
            return;
        }
        let opposed = contrasts(reading, index, hits, cues);
        if opposed.is_empty() && !Strain::may_be(hits) {
            return;
        }
        let strain = Strain::of(article, index, hits, cues);
        let own = if opposed.is_empty() { strain.tension(article, index, cues) } else { None };
        let opposed = opposed.iter().map(|contrast| contrast.tension(article, index, cues));
        found.extend(opposed.chain(own).map(|tension| strain.on(tension)));
    });
    found
}

/// How many they are: no reason is put into words, and what is opposed is told apart only where the number hangs on it.
pub(super) fn count(reading: &Reading<'_>, cues: &Cues) -> usize {
    let article = reading.article;
    let mut count = 0;
    cues.lexicon.by_sentence(reading, |index, hits| {
        if speaks(article, index) {
            let opposed = contrast::count(reading, index, hits, cues);
            let strained = || Strain::may_be(hits) && Strain::of(article, index, hits, cues).is_tension();
            count += if opposed > 0 { opposed } else { usize::from(strained()) };
        }
    });
    count
}

/// Whether the article speaks in the sentence with this index.
fn speaks(article: &Article, sentence: u32) -> bool {
    article.block_of(sentence).is_some_and(|block| block.kind.speaks())
}
