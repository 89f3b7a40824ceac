//! The tensions of an article: those of a sentence's cues, or else one for its words of strain.

use super::contrast::{Contrast, contrasts};
use super::cues::{CueUse, Cues};
use super::lexicon::Hit;
use super::reading::Reading;
use super::strain::Strain;
use crate::model::Tension;

/// The tensions that `cues` find in an article.
pub(super) fn tensions(reading: &Reading<'_>, cues: &Cues) -> Vec<Tension> {
    let article = reading.article;
    let mut found = Vec::new();
    strained(reading, cues, |index, hits, opposed| {
        let strain = Strain::of(article, index, hits, cues);
        let own = if opposed.is_empty() { strain.tension(article, index, cues) } else { None };
        let opposed = opposed.iter().map(|contrast| contrast.tension(article, index, cues));
        found.extend(opposed.chain(own).map(|tension| strain.on(tension)));
    });
    found
}

/// How many they are: no reason is put into words, and strain is weighed only where it decides.
pub(super) fn count(reading: &Reading<'_>, cues: &Cues) -> usize {
    let mut count = 0;
    strained(reading, cues, |index, hits, opposed| {
        let own = || usize::from(Strain::of(reading.article, index, hits, cues).is_tension());
        count += if opposed.is_empty() { own() } else { opposed.len() };
    });
    count
}

/// Gives `visit` the sentences that may hold tensions, each with its hits and its contrasts.
fn strained(reading: &Reading<'_>, cues: &Cues, mut visit: impl FnMut(u32, &[Hit<'_, CueUse>], &[Contrast])) {
    let speaks = |sentence| reading.article.block_of(sentence).is_some_and(|block| block.kind.speaks());
    cues.lexicon.by_sentence(reading, |index, hits| {
        if !speaks(index) {
            return;
        }
        let opposed = contrasts(reading, index, hits, cues);
        if !opposed.is_empty() || Strain::may_be(hits) {
            visit(index, hits, &opposed);
        }
    });
}
