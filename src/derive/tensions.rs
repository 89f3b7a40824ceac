//! The tensions of an article: those of a sentence's cues, or else one for its words of strain.

use super::contrast::contrasts;
use super::cues::Cues;
use super::reading::Reading;
use super::strain::Strain;
use crate::model::Tension;

/// The tensions that `cues` find in an article.
pub(super) fn tensions(reading: &Reading<'_>, cues: &Cues) -> Vec<Tension> {
    let article = reading.article;
    let speaks = |sentence| article.block_of(sentence).is_some_and(|block| block.kind.speaks());
    let mut found = Vec::new();
    cues.lexicon.by_sentence(reading, |index, hits| {
        if !speaks(index) {
            return;
        }
        let opposed = contrasts(reading, index, hits, cues);
        if opposed.is_empty() && !Strain::may_be(hits) {
            return;
        }
        let strain = Strain::of(article, index, hits, cues);
        let own = if opposed.is_empty() { strain.tension(article, index, cues) } else { None };
        found.extend(opposed.into_iter().chain(own).map(|tension| strain.on(tension)));
    });
    found
}
