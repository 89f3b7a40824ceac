//! Terms as the engine takes them: those of [`text::terms`](crate::text::terms), numbered.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::text::terms::{Each, each};

/// What the schema calls them.
pub(super) const NAME: &str = "terms";

/// Divides texts into terms.
#[derive(Clone, Default)]
pub(super) struct Terms {
    token: Token,
}

/// The terms of one text.
pub(super) struct Stream<'a> {
    rest: Each<'a>,
    token: &'a mut Token,
}

impl Tokenizer for Terms {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        self.token.reset();
        Stream { rest: each(text), token: &mut self.token }
    }
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        let Some(term) = self.rest.next() else { return false };
        self.token.offset_from = term.span.start();
        self.token.offset_to = term.span.end();
        self.token.position = self.token.position.wrapping_add(1);
        term.fold_into(&mut self.token.text);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
