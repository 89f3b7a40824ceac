//! The characters of a page to a walk through its tags, by the tokenizer of html5ever.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::page::Page;
use super::said::Said;
use super::walk::Walk;

/// The layout of `html` and what it says of itself.
pub(super) fn page(html: &str) -> (Page, Said) {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // Nothing is run and nothing decoded anew: the tokenizer is told to go on until it has seen all.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.walk.into_inner().finish()
}

#[derive(Default)]
struct Sink {
    walk: RefCell<Walk>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut walk = self.walk.borrow_mut();
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        match token {
            Token::TagToken(tag) => {
                walk.tag(&tag, line);
                if tag.kind == TagKind::StartTag {
                    match &*tag.name {
                        "script" => return TokenSinkResult::RawData(ScriptData),
                        "style" | "iframe" | "noembed" | "noframes" | "xmp" => return TokenSinkResult::RawData(Rawtext),
                        "title" | "textarea" => return TokenSinkResult::RawData(Rcdata),
                        _ => {}
                    }
                }
            }
            Token::CharacterTokens(words) => walk.words(&words, line),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
