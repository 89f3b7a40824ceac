//! The tensions of an article: one a sentence at the most, by its main cue or else by its words of strain.

use super::contrast::contrast;
use super::cues::Cues;
use super::strain::strain;
use crate::model::{Article, BlockKind, Tension};

/// The tensions that `cues` find in `article`, whose text in ASCII lower case is `lower`.
pub(super) fn tensions(article: &Article, lower: &str, cues: &Cues) -> Vec<Tension> {
    let speaks =
        |sentence| matches!(article.block_of(sentence).map(|b| b.kind), Some(BlockKind::Standfirst | BlockKind::Paragraph));
    let sentences = cues.lexicon.by_sentence(article, lower).into_iter().filter(|(index, _)| speaks(*index));
    sentences
        .filter_map(|(index, hits)| contrast(article, index, &hits, cues).or_else(|| strain(article, index, &hits, cues)))
        .collect()
}
