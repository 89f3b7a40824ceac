//! The characters of HTML to a walk through its tags, by the tokenizer of html5ever.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::attributes::bounded;

/// How much the tokenizer is given at a time: it keeps a copy of that.
const PIECE_BYTES: usize = 256 * 1024;

/// What takes in the tags and the words between them, in their order, with the line each begins on.
pub(super) trait Walker {
    /// A tag that opens or closes something.
    fn tag(&mut self, tag: &Tag, line: u32);

    /// Words between tags.
    fn words(&mut self, words: &str, line: u32);

    /// A comment.
    fn comment(&mut self, _words: &str) {}

    /// Whether `tag` holds nothing, as in XHTML those do that end with a slash.
    fn is_closed(&self, _tag: &Tag) -> bool {
        false
    }
}

/// Leads `walker` through all of `html`, and gives it back.
pub(super) fn walk<W: Walker>(html: &str, walker: W) -> W {
    let tokenizer = Tokenizer::new(Sink { walker: RefCell::new(walker) }, TokenizerOpts::default());
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
    tokenizer.sink.walker.into_inner()
}

struct Sink<W> {
    walker: RefCell<W>,
}

impl<W: Walker> TokenSink for Sink<W> {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut walker = self.walker.borrow_mut();
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        match token {
            Token::TagToken(tag) => {
                walker.tag(&tag, line);
                if tag.kind == TagKind::StartTag && !walker.is_closed(&tag) {
                    match &*tag.name {
                        "script" => return TokenSinkResult::RawData(ScriptData),
                        "style" | "iframe" | "noembed" | "noframes" | "xmp" => return TokenSinkResult::RawData(Rawtext),
                        "title" | "textarea" => return TokenSinkResult::RawData(Rcdata),
                        _ => {}
                    }
                }
            }
            Token::CharacterTokens(words) => walker.words(&words, line),
            Token::CommentToken(words) => walker.comment(&words),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
