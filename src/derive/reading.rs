//! An article made ready for being searched: its text in tokens, found once for all rules.

use super::tokens::{Token, Tokens};
use crate::model::Article;

/// An article and what every rule needs of it.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) article: &'a Article,
    pub(super) tokens: Tokens,
}

impl<'a> Reading<'a> {
    pub(super) fn new(article: &'a Article) -> Self {
        Self { tokens: Tokens::new(&article.text), article }
    }

    /// All sentences by index, each with its tokens.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (u32, &[Token])> {
        let mut rest = self.tokens.all();
        (0u32..).zip(&self.article.sentences).map(move |(index, sentence)| {
            rest = split(rest, sentence.span.start()).1;
            let (own, behind) = split(rest, sentence.span.end());
            rest = behind;
            (index, own)
        })
    }
}

/// The tokens that begin before `at`, few of all, and the others.
fn split(tokens: &[Token], at: usize) -> (&[Token], &[Token]) {
    let before = tokens.iter().take_while(|token| token.start() < at).count();
    tokens.split_at_checked(before).unwrap_or((tokens, &[]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Reading;
    use crate::model::{Article, Sentence};
    use crate::text::{Clean, Span};

    proptest! {
        #[test]
        fn each_sentence_has_the_tokens_that_begin_in_it(
            text in "[ab ]{0,40}",
            mut edges in proptest::collection::vec(0usize..40, 0..12),
        ) {
            edges.sort_unstable();
            let spans = edges.chunks_exact(2).map(|two| Span::new(two[0], two[1]));
            let sentences = spans.map(|span| Sentence { span, block: 0 }).collect();
            let article = Article { text: Clean::from(text.as_str()), sentences, ..Article::default() };
            let reading = Reading::new(&article);
            for (index, tokens) in reading.sentences() {
                prop_assert_eq!(tokens, reading.tokens.within(article.sentences[index as usize].span));
            }
        }
    }
}
