//! The characters of a page to a walk through its tags, by the tokenizer of html5ever.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::attributes::bounded;
use super::page::Page;
use super::said::Said;
use super::walk::Walk;

/// How much the tokenizer is given at a time: it keeps a copy of that.
const PIECE_BYTES: usize = 256 * 1024;

/// The layout of `html` and what it says of itself.
pub(super) fn page(html: &str) -> (Page, Said) {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    let html = bounded(html);
    let mut rest = &*html;
    while let Some((piece, behind)) = rest.split_at_checked(rest.floor_char_boundary(PIECE_BYTES)).filter(|_| !rest.is_empty()) {
        rest = behind;
        input.push_back(StrTendril::from(piece));
        // Nothing is run and nothing decoded anew: the tokenizer is told to go on until it has seen all.
        while !input.is_empty() {
            let _ = tokenizer.feed(&input);
        }
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
