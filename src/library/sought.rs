//! The sentences of an article that are looked for in earlier ones, to tell what is new in it.
//!
//! A sentence was seen where its words stand one behind the other in an earlier article, whatever their case, marks and punctuation. What
//! was said before in other words is new here.

use super::query::Words;
use crate::model::Article;
use crate::text::terms::terms;

/// A sentence of fewer words ("He declined to comment.") stands everywhere and tells nothing: it is not looked for.
const LEAST: usize = 5;

/// Of a longer sentence so many words are looked for: no other sentence begins with as many of the same.
const MOST: usize = 64;

/// Of a longer article so many sentences are looked for: each costs a look at the index.
const SENTENCES: usize = 2000;

/// A sentence that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// Index of the sentence in its article.
    pub sentence: u32,
    /// Its words, as a phrase.
    pub words: Words,
}

impl Sought {
    /// The sentences in which `article` speaks, but for very short ones; of a very long article the first.
    pub fn of(article: &Article) -> Vec<Self> {
        let sought = |(sentence, place): (u32, &crate::model::Sentence)| {
            let text = article.slice(place.span);
            let (last, _) = terms(text).take(MOST).enumerate().skip(LEAST - 1).last().map(|(_, term)| term)?;
            Some(Self { sentence, words: Words::phrase(text.get(..last.end())?)? })
        };
        article.spoken().take(SENTENCES).filter_map(sought).collect()
    }
}
