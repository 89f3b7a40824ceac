//! The tensions of an article: one a sentence at the most, by its main cue or else by its words of strain.

use super::contrast::contrast;
use super::cues::Cues;
use super::reading::Reading;
use super::strain::Strain;
use crate::model::{BlockKind, Tension};

/// The tensions that `cues` find in an article.
pub(super) fn tensions(reading: &Reading<'_>, cues: &Cues) -> Vec<Tension> {
    let article = reading.article;
    let speaks =
        |sentence| matches!(article.block_of(sentence).map(|b| b.kind), Some(BlockKind::Standfirst | BlockKind::Paragraph));
    let sentences = cues.lexicon.by_sentence(reading).into_iter().filter(|(index, _)| speaks(*index));
    sentences
        .filter_map(|(index, hits)| {
            let opposed = contrast(article, index, &hits, cues);
            if opposed.is_none() && !Strain::may_be(&hits) {
                return None;
            }
            let strain = Strain::of(article, index, &hits, cues);
            let tension = opposed.or_else(|| strain.tension(article, index, cues))?;
            Some(strain.on(tension))
        })
        .collect()
}
