//! A text as tokens: its runs of letters and digits, each with the number of the word it is in any case.
//!
//! Tokens are smaller than words as people count them, which hold hyphens and apostrophes too.

use super::vocabulary::Vocabulary;
use crate::text::Span;
use crate::text::word::next_run;
pub(super) use crate::text::word::run_end;

/// There are seldom fewer bytes for each token.
const BYTES_PER_TOKEN: usize = 5;

/// A run of letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    start: u32,
    /// The number of its word: equal for equal words in any case, counted from 0 by first appearance.
    pub(super) id: u32,
}

/// The tokens of a text in text order.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    all: Vec<Token>,
    pub(super) vocabulary: Vocabulary,
}

impl Token {
    /// Its first byte.
    pub(super) fn start(self) -> usize {
        self.start as usize
    }
}

impl Tokens {
    pub(super) fn new(text: &str) -> Self {
        let mut all = Vec::with_capacity(text.len() / BYTES_PER_TOKEN);
        let mut vocabulary = Vocabulary::default();
        let mut at = 0;
        while let Some(from) = next_run(text, at) {
            let end = run_end(text, from);
            let start = u32::try_from(from).unwrap_or(u32::MAX);
            all.push(Token { start, id: vocabulary.number(text, Span::new(from, end)) });
            // What ends a token opens none.
            at = end + 1;
        }
        Self { all, vocabulary }
    }

    /// All tokens.
    pub(super) fn all(&self) -> &[Token] {
        &self.all
    }

    /// Where `token` stands: its word has as many bytes in any case.
    pub(super) fn span(&self, token: Token) -> Span {
        Span::new(token.start(), token.start() + self.vocabulary.bytes(token.id))
    }

    /// The tokens that begin in `span`.
    pub(super) fn within(&self, span: Span) -> &[Token] {
        let place = |at: usize| self.all.partition_point(|token| token.start() < at);
        self.all.get(place(span.start())..place(span.end())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{Tokens, run_end};
    use crate::text::Span;
    use crate::text::fold::lower;

    fn lowered(text: &str) -> String {
        text.chars().map(lower).collect()
    }

    proptest! {
        #[test]
        fn tokens_are_what_lies_between_other_characters(text in "[a-zA-Z0-9éÉ北İß’ .,-]{0,60}") {
            let tokens = Tokens::new(&text);
            let found: Vec<&str> = tokens.all().iter().map(|token| tokens.span(*token).of(&text)).collect();
            let expected: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()).collect();
            prop_assert_eq!(&found, &expected);
            for token in tokens.all() {
                let span = tokens.span(*token);
                prop_assert_eq!(run_end(&text, span.start()), span.end());
                prop_assert_eq!(tokens.vocabulary.word(token.id), lowered(span.of(&text)));
            }
        }

    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn words_are_numbered_as_they_first_appear(text in "([a-cA-C]{1,2}|[abé]{9,11}|[0-9]{1,3}| ){0,900}") {
            let tokens = Tokens::new(&text);
            let mut seen: Vec<String> = Vec::new();
            for token in tokens.all() {
                let word = lowered(tokens.span(*token).of(&text));
                let expected = seen.iter().position(|known| *known == word).unwrap_or(seen.len());
                prop_assert_eq!(token.id as usize, expected);
                if expected == seen.len() {
                    seen.push(word);
                }
            }
            prop_assert_eq!(tokens.vocabulary.iter().collect::<Vec<_>>(), seen.iter().collect::<Vec<_>>());
            prop_assert_eq!(tokens.vocabulary.len(), seen.iter().collect::<BTreeSet<_>>().len());
        }

    }

    proptest! {
        #[test]
        fn a_place_holds_the_tokens_that_begin_in_it(text in "[a-c ]{0,30}", from in 0usize..30, to in 0usize..30) {
            let tokens = Tokens::new(&text);
            let span = Span::new(from, to);
            let expected: Vec<_> = tokens.all().iter().filter(|token| span.holds(token.start())).copied().collect();
            prop_assert_eq!(tokens.within(span), expected);
        }
    }
}
