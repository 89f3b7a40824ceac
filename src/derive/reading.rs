//! An article made ready for being searched: its text in tokens, found once for all rules.

use std::cell::OnceCell;

use super::grammar::Classes;
use super::tokens::{Token, Tokens};
use crate::model::Article;
use crate::text::Span;
use crate::text::word::joins;

/// An article and what every rule needs of it.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) article: &'a Article,
    pub(super) tokens: Tokens,
    /// For each sentence, which of the tokens begin in it.
    sentences: Vec<Span>,
    /// By number, as far as they were asked for: the classes of the words that tokens are.
    classes: Vec<OnceCell<Classes>>,
}

/// A word as people count them, of one token or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) span: Span,
    /// The number of its token; none where it is several.
    pub(super) id: Option<u32>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(article: &'a Article) -> Self {
        let tokens = Tokens::new(&article.text);
        let mut rest = tokens.all();
        let mut own = |sentence: Span| {
            rest = split(rest, sentence.start()).1;
            let before = tokens.all().len() - rest.len();
            rest = split(rest, sentence.end()).1;
            Span::new(before, tokens.all().len() - rest.len())
        };
        let sentences = article.sentences.iter().map(|sentence| own(sentence.span)).collect();
        let classes = vec![OnceCell::new(); tokens.vocabulary.len()];
        Self { article, tokens, sentences, classes }
    }

    /// All sentences by index, each with its tokens.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (u32, &[Token])> {
        (0u32..).zip(&self.sentences).map(|(index, own)| (index, self.tokens.all().get(own.range()).unwrap_or_default()))
    }

    /// The tokens of the sentence numbered `index`.
    pub(super) fn sentence(&self, index: u32) -> &[Token] {
        let own = self.sentences.get(index as usize).copied().unwrap_or_default();
        self.tokens.all().get(own.range()).unwrap_or_default()
    }

    /// The words of a stretch of text that has these tokens.
    pub(super) fn words<'t>(&'t self, tokens: &'t [Token]) -> impl Iterator<Item = Word> + 't {
        let mut rest = tokens;
        std::iter::from_fn(move || {
            let (first, behind) = rest.split_first()?;
            rest = behind;
            let mut word = Word { span: self.tokens.span(*first), id: Some(first.id) };
            while let Some((next, behind)) = rest.split_first()
                && self.joins(word.span.end(), next.start())
            {
                rest = behind;
                word = Word { span: word.span.cover(self.tokens.span(*next)), id: None };
            }
            Some(word)
        })
    }

    /// Whether what stands between two tokens makes one word of them.
    fn joins(&self, end: usize, start: usize) -> bool {
        let text = &*self.article.text;
        match start.saturating_sub(end) {
            1 => text.as_bytes().get(end).is_some_and(|byte| joins(char::from(*byte))),
            _ => text.get(end..start).and_then(only).is_some_and(joins),
        }
    }

    /// The classes of `word`.
    pub(super) fn classes(&self, word: Word) -> Classes {
        let classes = || Classes::of(word.span.of(&self.article.text));
        let known = word.id.and_then(|id| self.classes.get(id as usize));
        known.map_or_else(classes, |known| *known.get_or_init(classes))
    }
}

/// The one character that `text` is.
fn only(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// The tokens that begin before `at`, few of all, and the others.
fn split(tokens: &[Token], at: usize) -> (&[Token], &[Token]) {
    let before = tokens.iter().take_while(|token| token.start() < at).count();
    tokens.split_at_checked(before).unwrap_or((tokens, &[]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Reading, Word};
    use crate::derive::grammar::Classes;
    use crate::model::{Article, Sentence};
    use crate::text::{Clean, Span, word};

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
                prop_assert_eq!(tokens, reading.sentence(index));
            }
        }

        #[test]
        fn tokens_make_the_words_that_are_read_from_the_text(
            text in "([a-cé]{1,2}|That|don|t|it|S|[ .,&_'’‑—-]){0,40}",
            edges in [0usize..60, 0usize..60],
        ) {
            let article = Article { text: Clean::from(text.as_str()), ..Article::default() };
            let reading = Reading::new(&article);
            let [from, to] = edges.map(|at| text.floor_char_boundary(at));
            prop_assume!(word::is_edge(&text, from) && word::is_edge(&text, to));
            let span = Span::new(from, to);
            let found: Vec<Word> = reading.words(reading.tokens.within(span)).collect();
            let expected: Vec<Span> = word::words(span.of(&text)).map(|word| word.shift(from)).collect();
            prop_assert_eq!(found.iter().map(|word| word.span).collect::<Vec<_>>(), expected);
            for word in found {
                prop_assert_eq!(reading.classes(word), Classes::of(word.span.of(&text)));
                prop_assert_eq!(word.id.is_some(), word.span.of(&text).chars().all(char::is_alphanumeric));
            }
        }
    }
}
