//! The tensions of an article: one a sentence at the most, by its main cue or else by its words of strain.

use super::contrast::contrasts;
use super::cues::{CueUse, Cues};
use super::lexicon::Hit;
use super::reading::Reading;
use super::strain::strain;
use crate::model::{BlockKind, Tension};

/// The tensions that `cues` find in an article.
pub(super) fn tensions(reading: &Reading<'_>, cues: &Cues) -> Vec<Tension> {
    let article = reading.article;
    let speaks =
        |sentence| matches!(article.block_of(sentence).map(|b| b.kind), Some(BlockKind::Standfirst | BlockKind::Paragraph));
    let sentences = cues.lexicon.by_sentence(reading).into_iter().filter(|(index, _)| speaks(*index));
    let found = |(index, hits): (u32, Vec<Hit<'_, CueUse>>)| {
        let contrasts = contrasts(article, index, &hits, cues);
        if contrasts.is_empty() { strain(article, index, &hits, cues).into_iter().collect() } else { contrasts }
    };
    sentences.flat_map(found).collect()
}
