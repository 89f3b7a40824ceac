//! The sentence of an article that shows what was searched for.

use super::query::Words;
use crate::model::{Article, Reference};
use crate::text::{Clean, Span};

/// A sentence with the words lit that were searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the sentence in the article.
    pub sentence: u32,
    /// Where it stands, as people say it.
    pub place: Reference,
    /// The sentence on one line.
    pub words: Clean,
    /// The words that were searched for, in [`Hit::words`].
    pub lit: Vec<Span>,
}

impl Hit {
    /// The first sentence of the article proper in which most of `words` stand; where none has any, the first of its headline and the rest.
    pub fn of(article: &Article, words: &Words) -> Option<Self> {
        let in_body = |index: u32| article.block_of(index).is_some_and(|block| block.kind.speaks());
        let (body, rest): (Vec<u32>, Vec<u32>) = (0u32..).take(article.sentences.len()).partition(|index| in_body(*index));
        let slice = |index: u32| article.sentence(index).map_or("", |sentence| article.slice(sentence.span));
        let best = |of: &[u32]| words.best(of.iter().map(|index| slice(*index))).and_then(|at| of.get(at).copied());
        let sentence = best(&body).or_else(|| best(&rest))?;
        let line = Clean::from(slice(sentence)).one_line();
        Some(Self { sentence, place: article.reference(sentence), lit: words.hits(&line), words: line })
    }
}
