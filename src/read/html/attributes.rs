//! Tags with more attributes than any page gives them, cut down before the tokenizer sees them.
//!
//! The tokenizer compares every attribute of a tag with all before it, which is nothing for ten and minutes for a hundred thousand.
//! What is a tag is known to it alone, because a `<` may stand in a comment, a script or a quoted value. So every `<` is followed as if
//! it began one, all of them side by side: two that have come to the same point of a tag go on alike and are one from there on. Of none
//! of them more attributes are let through, whichever the tokenizer takes for a tag.

use std::borrow::Cow;

/// The most attributes of a tag.
const MOST: usize = 1000;

/// `html` with the attributes of a tag left out from the thousand-and-first on.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    bounded_to(html, MOST)
}

/// The same with `most` in place of a thousand.
fn bounded_to(html: &str, most: usize) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let (mut out, mut kept, mut at) = (String::new(), 0, 0);
    let (mut tags, mut ends) = (Tags::default(), true);
    while let Some(&byte) = bytes.get(at) {
        if tags.most_with(byte) > most {
            out.push_str(html.get(kept..at).unwrap_or_default());
            // A tag without an end is none in any page: what follows is words, and stays.
            let end = Some(at).filter(|_| ends).and_then(|at| end_of_tag(bytes, at));
            ends &= end.is_some();
            at = end.unwrap_or(at);
            if bytes.get(at) != Some(&b'>') {
                out.push('>');
                tags.step(b'>');
            }
            kept = at;
            continue;
        }
        tags.step(byte);
        at += 1;
        at += bytes.get(at..).map_or(0, |rest| tags.idle_bytes(rest));
    }
    if kept == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(html.get(kept..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where the tag ends in which an attribute begins at `at`. It may be a script or a comment that only looks like one: then that ends, at the
/// latest, where an end tag or the end of a comment stands.
fn end_of_tag(bytes: &[u8], at: usize) -> Option<usize> {
    let mut point = Point::BeforeName;
    for (end, &byte) in bytes.iter().enumerate().skip(at) {
        if bytes.get(end..).is_some_and(|rest| rest.starts_with(b"</") || rest.starts_with(b"-->")) {
            return Some(end);
        }
        match point.step(byte) {
            Some((next, _)) => point = next,
            None => return Some(end),
        }
    }
    None
}

/// How far into a tag the tokenizer is: its states, as the HTML standard has them (13.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Point {
    /// Behind `<`, and behind `</`.
    Open,
    EndOpen,
    TagName,
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    DoubleQuoted,
    SingleQuoted,
    Unquoted,
    /// Behind a quoted value, or a slash: a blank, an attribute or the end of the tag.
    Behind,
}

impl Point {
    /// Where `byte` leads to, and whether an attribute begins with it; `None` where the tag ends, or was none.
    fn step(self, byte: u8) -> Option<(Self, bool)> {
        let next = match (self, byte) {
            (Self::Open, b'/') => Self::EndOpen,
            (Self::Open | Self::EndOpen, _) => return byte.is_ascii_alphabetic().then_some((Self::TagName, false)),
            (Self::DoubleQuoted, b'"') | (Self::SingleQuoted, b'\'') => Self::Behind,
            (Self::DoubleQuoted | Self::SingleQuoted, _) => self,
            (_, b'>') => return None,
            (Self::BeforeValue, b'"') => Self::DoubleQuoted,
            (Self::BeforeValue, b'\'') => Self::SingleQuoted,
            (Self::BeforeValue | Self::AfterName, _) if byte.is_ascii_whitespace() => self,
            (Self::BeforeValue, _) => Self::Unquoted,
            (Self::Name, _) if byte.is_ascii_whitespace() => Self::AfterName,
            (_, _) if byte.is_ascii_whitespace() => Self::BeforeName,
            (Self::Unquoted, _) => self,
            (Self::Name | Self::AfterName, b'=') => Self::BeforeValue,
            (_, b'/') => Self::Behind,
            (Self::TagName | Self::Name, _) => self,
            (Self::BeforeName | Self::AfterName | Self::Behind, _) => return Some((Self::Name, true)),
        };
        Some((next, false))
    }
}

/// All that may be tags here: how far into one, and how many attributes the one with the most of those that are as far has.
#[derive(Debug, Default)]
struct Tags {
    all: Vec<(Point, usize)>,
    next: Vec<(Point, usize)>,
}

impl Tags {
    /// How many attributes one of them has at the most if `byte` comes next.
    fn most_with(&self, byte: u8) -> usize {
        let begun = |(point, count): &(Point, usize)| point.step(byte).filter(|(_, begins)| *begins).map(|_| count + 1);
        self.all.iter().filter_map(begun).max().unwrap_or_default()
    }

    /// Takes in what comes next.
    fn step(&mut self, byte: u8) {
        self.next.clear();
        for (point, count) in &self.all {
            let Some((point, begins)) = point.step(byte) else { continue };
            let count = count + usize::from(begins);
            match self.next.iter_mut().find(|(known, _)| *known == point) {
                Some((_, most)) => *most = count.max(*most),
                None => self.next.push((point, count)),
            }
        }
        if byte == b'<' {
            self.next.push((Point::Open, 0));
        }
        std::mem::swap(&mut self.all, &mut self.next);
    }

    /// How many bytes `rest` begins with that change nothing.
    fn idle_bytes(&self, rest: &[u8]) -> usize {
        let mark = match *self.all {
            [] => b'<',
            [(Point::DoubleQuoted, _)] => b'"',
            [(Point::SingleQuoted, _)] => b'\'',
            _ => return 0,
        };
        rest.iter().position(|byte| *byte == mark || *byte == b'<').unwrap_or(rest.len())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use html5ever::tendril::StrTendril;
    use html5ever::tokenizer::states::RawKind::{Rawtext, Rcdata, ScriptData};
    use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
    use proptest::prelude::*;

    use super::{MOST, bounded, bounded_to};

    #[test]
    fn only_what_is_too_much_is_cut() {
        let page = "<p class=\"a > b\" id=x>One < two</p><!-- <a b c> --><script>if (a<b) { c = \"<p>\" }</script>";
        assert_eq!(bounded(page), page);
        let many = format!("<p {}>One</p><p>Two</p>", "a=b ".repeat(3000));
        let cut = bounded(&many);
        assert!(cut.len() < 5000 && cut.ends_with(">One</p><p>Two</p>"), "{cut}");
        for (before, behind) in [("<!-- <a ", "=\"--><p>One</p>"), ("<script>a<b ", "='</script><p>One</p>")] {
            let page = [before, &"b ".repeat(3000), behind].concat();
            assert!(
                bounded(&page).len() < 5000 && bounded(&page).ends_with(behind.trim_start_matches(['=', '"', '\''])),
                "{behind}"
            );
        }
    }

    /// Keeps how many attributes the tag with the most has.
    #[derive(Default)]
    struct Most {
        attributes: Cell<usize>,
        raw: bool,
    }

    impl TokenSink for Most {
        type Handle = ();

        fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
            let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
            self.attributes.set(self.attributes.get().max(tag.attrs.len()));
            match &*tag.name {
                _ if !self.raw || tag.kind == TagKind::EndTag => TokenSinkResult::Continue,
                "script" => TokenSinkResult::RawData(ScriptData),
                "style" => TokenSinkResult::RawData(Rawtext),
                "title" => TokenSinkResult::RawData(Rcdata),
                _ => TokenSinkResult::Continue,
            }
        }
    }

    fn most(html: &str, raw: bool) -> usize {
        let tokenizer = Tokenizer::new(Most { raw, ..Most::default() }, TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
        tokenizer.end();
        tokenizer.sink.attributes.get()
    }

    /// Scraps of tags and of what they may stand in; no two attributes called by an x share a name.
    fn page() -> impl Strategy<Value = String> {
        let part = "(<|</|p|script|title|style|<script>|</script|</title |<!--|-->|<p|[ />=\"'\n&]|x|é|=\"|='| x=\"| x=| x|/x|--|<!|\\?)";
        prop::collection::vec(part, 0..40).prop_map(|parts| {
            let name = |(at, part): (usize, String)| part.replace('x', &format!("x{at}"));
            parts.into_iter().enumerate().map(name).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]

        #[test]
        fn no_tag_has_more_whatever_the_tokenizer_takes_for_one(html in page(), least in 0usize..4, raw: bool) {
            let cut = bounded_to(&html, least);
            prop_assert!(most(&cut, raw) <= least, "{cut}");
            prop_assert_eq!(bounded_to(&cut, least), &*cut);
            // What has not that many places where an attribute could begin is left alone.
            let places = html.bytes().filter(|byte| matches!(byte, b' ' | b'\n' | b'/' | b'"' | b'\'')).count();
            prop_assert!(places > least || cut == html);
        }
    }

    #[test]
    fn the_bound_is_not_walked_around() {
        let many = (0..100_000).map(|at| format!(" a{at}")).collect::<Vec<_>>().concat();
        for before in ["<!--<a b=\"-->", "<p a=b=\">", "<script>a<b='</script>", "<a b=\"", "<x <x <x '", "<!--\n<a b='"] {
            for behind in [">One</p>", ""] {
                let html = format!("{before}<p{many}{behind}");
                let cut = bounded(&html);
                assert!(most(&cut, true) <= MOST && most(&cut, false) <= MOST, "{before}");
            }
        }
    }
}
