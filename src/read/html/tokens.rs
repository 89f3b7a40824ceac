//! The characters of HTML to a walk through its tags, by the tokenizer of html5ever.
//!
//! Half of most pages is scripts and styles. Where the walker does not listen to them they are passed over, unseen by the tokenizer.

use std::cell::{Cell, RefCell};

use html5ever::LocalName;
use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::attributes::bounded;
use super::raw::raw_bytes;

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

    /// Whether words that come now are of any use to it.
    fn listens(&self) -> bool;

    /// Whether `tag` holds nothing, as in XHTML those do that end with a slash.
    fn is_closed(&self, _tag: &Tag) -> bool {
        false
    }
}

/// Leads `walker` through all of `html`, and gives it back.
pub(super) fn walk<W: Walker>(html: &str, walker: W) -> W {
    let tokenizer = Tokenizer::new(Sink { walker: RefCell::new(walker), passed: Cell::new(0) }, TokenizerOpts::default());
    let input = BufferQueue::default();
    let html = bounded(html);
    let mut rest = &*html;
    while let Some((piece, behind)) = rest.split_at_checked(rest.floor_char_boundary(PIECE_BYTES)).filter(|_| !rest.is_empty()) {
        rest = behind;
        input.push_back(StrTendril::from(piece));
        // Nothing is run: the tokenizer says where a text begins that nobody listens to, and goes on behind it.
        while let TokenizerResult::Script(name) = tokenizer.feed(&input) {
            let mut piece = input.pop_front().unwrap_or_default();
            let text = html.get(html.len() - rest.len() - piece.len()..).unwrap_or_default();
            let (unheard, behind) = text.split_at_checked(raw_bytes(text, &name)).unwrap_or_default();
            tokenizer.sink.passed.update(|lines| lines.saturating_add(line_ends(unheard)));
            match u32::try_from(unheard.len()) {
                Ok(bytes) if piece.try_pop_front(bytes).is_ok() => input.push_front(piece),
                _ => rest = behind,
            }
        }
    }
    tokenizer.end();
    tokenizer.sink.walker.into_inner()
}

/// How many lines end in `text`, as the tokenizer counts them.
fn line_ends(text: &str) -> u32 {
    let returns = text.split('\r').skip(1).filter(|behind| !behind.starts_with('\n')).count();
    let ends = text.matches('\n').count() + returns;
    u32::try_from(ends).unwrap_or(u32::MAX)
}

struct Sink<W> {
    walker: RefCell<W>,
    /// How many lines were passed over.
    passed: Cell<u32>,
}

impl<W: Walker> TokenSink for Sink<W> {
    /// The name of an element whose text nobody listens to.
    type Handle = LocalName;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<LocalName> {
        let mut walker = self.walker.borrow_mut();
        let line = u32::try_from(line).unwrap_or(u32::MAX).saturating_add(self.passed.get());
        match token {
            Token::TagToken(tag) => {
                walker.tag(&tag, line);
                if tag.kind == TagKind::StartTag && !walker.is_closed(&tag) {
                    let kind = match &*tag.name {
                        "script" => ScriptData,
                        "style" | "iframe" | "noembed" | "noframes" | "xmp" => Rawtext,
                        "title" | "textarea" => return TokenSinkResult::RawData(Rcdata),
                        _ => return TokenSinkResult::Continue,
                    };
                    return if walker.listens() { TokenSinkResult::RawData(kind) } else { TokenSinkResult::Script(tag.name) };
                }
            }
            Token::CharacterTokens(words) => walker.words(&words, line),
            Token::CommentToken(words) => walker.comment(&words),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
