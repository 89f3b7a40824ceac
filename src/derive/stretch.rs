//! A sentence as words and marks with the nesting of its quotations and brackets, and stretches of it.
//!
//! What a clause needs to be told apart is asked of a [`Stretch`]: its first word, whether it has a verb, where it may be divided.

use super::grammar::{Class, Classes};
use super::reading::Reading;
use super::tokens;
use crate::text::Span;

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) classes: Classes,
    /// How many quotations and brackets it stands in; their marks stand outside.
    pub(super) depth: u8,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Dots,
    Open(char),
    Close,
}

/// Neighbouring tokens of one sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

/// There are seldom fewer bytes for each token.
const BYTES_PER_TOKEN: usize = 4;

/// The tokens of the stretch of text at `span`, in which these words begin.
pub(super) fn tokens(reading: &Reading<'_>, span: Span, words: &[tokens::Token]) -> Vec<Token> {
    let text = &*reading.article.text;
    let mut found: Vec<Token> = Vec::with_capacity(span.len() / BYTES_PER_TOKEN);
    let mut from = span.start();
    for word in reading.words(words) {
        marks(text, span, Span::new(from, word.span.start()), &mut found);
        found.push(Token { span: word.span, kind: Kind::Word, classes: reading.classes(word), depth: 0 });
        from = word.span.end();
    }
    marks(text, span, Span::new(from, span.end()), &mut found);
    nest(&mut found);
    found
}

/// The marks between two words of `sentence`.
fn marks(text: &str, sentence: Span, between: Span, found: &mut Vec<Token>) {
    let gap = between.of(text);
    if gap == " " {
        return;
    }
    for (at, c) in gap.char_indices() {
        let start = between.start() + at;
        let next = || Span::new(start + c.len_utf8(), sentence.end()).of(text).chars().next();
        let next_is = |is: fn(char) -> bool| next().is_some_and(is);
        let spaced = || {
            let before = Span::new(sentence.start(), start).of(text);
            before.is_empty() || before.ends_with(char::is_whitespace)
        };
        let kind = match c {
            ',' if next_is(|n| n.is_ascii_digit()) => continue,
            ',' => Kind::Comma,
            ';' => Kind::Semicolon,
            ':' if !next_is(|n| n.is_ascii_digit()) => Kind::Colon,
            '—' | '–' => Kind::Dash,
            '-' if spaced() && next().is_none_or(|n| n.is_whitespace() || n == '-') => Kind::Dash,
            '…' => Kind::Dots,
            '.' if gap.get(at..).is_some_and(|rest| rest.starts_with("...")) => Kind::Dots,
            '“' | '(' | '[' | '«' => Kind::Open(c),
            '"' if next_is(char::is_alphanumeric) || (next_is(|n| !n.is_whitespace()) && spaced()) => Kind::Open(c),
            '‘' | '\'' if next_is(char::is_alphanumeric) && spaced() => Kind::Open(c),
            '”' | ')' | ']' | '»' | '"' => Kind::Close,
            '’' | '\'' if at > 0 && gap.get(..at).is_some_and(|before| before.ends_with([',', '.', '!', '?'])) => Kind::Close,
            _ => continue,
        };
        found.push(Token { span: Span::new(start, start + c.len_utf8()), kind, classes: Classes::default(), depth: 0 });
    }
}

/// How deep nesting is followed.
pub(super) const DEPTH: u8 = 8;

/// Gives each token its depth. A closing mark that nothing opened closes what began in a sentence before.
fn nest(tokens: &mut [Token]) {
    let mut lowest: i32 = 0;
    let mut depth: i32 = 0;
    for token in tokens.iter() {
        depth += match token.kind {
            Kind::Open('\'' | '‘') => 0,
            Kind::Open(_) => 1,
            Kind::Close => -1,
            _ => 0,
        };
        lowest = lowest.min(depth);
    }
    let mut depth = -lowest;
    for token in tokens {
        if token.kind == Kind::Close {
            depth -= 1;
        }
        token.depth = u8::try_from(depth).unwrap_or_default().min(DEPTH);
        if matches!(token.kind, Kind::Open(mark) if !matches!(mark, '\'' | '‘')) {
            depth += 1;
        }
    }
}

impl<'a> Stretch<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        Self { text, tokens }
    }

    /// From the first token's first byte to the last one's last; nothing where no word is left.
    pub(super) fn span(self) -> Option<Span> {
        let (first, last) = (self.tokens.first()?, self.tokens.last()?);
        self.has_words().then(|| first.span.cover(last.span))
    }

    pub(super) fn has_words(self) -> bool {
        self.tokens.iter().any(|token| token.kind == Kind::Word)
    }

    /// The tokens that end at or before byte `at`.
    pub(super) fn until(self, at: usize) -> Self {
        let tokens = self.tokens.get(..self.tokens.partition_point(|t| t.span.end() <= at)).unwrap_or_default();
        Self { tokens, ..self }
    }

    /// The tokens that begin at or after byte `at`.
    pub(super) fn from(self, at: usize) -> Self {
        let tokens = self.tokens.get(self.tokens.partition_point(|t| t.span.start() < at)..).unwrap_or_default();
        Self { tokens, ..self }
    }

    /// The tokens from the one numbered `at` on.
    pub(super) fn skip(self, at: usize) -> Self {
        Self { tokens: self.tokens.get(at..).unwrap_or_default(), ..self }
    }

    /// The tokens before the one numbered `at`.
    pub(super) fn take(self, at: usize) -> Self {
        Self { tokens: self.tokens.get(..at).unwrap_or(self.tokens), ..self }
    }

    /// The words of the stretch.
    pub(super) fn words(self) -> impl DoubleEndedIterator<Item = &'a Token> {
        self.tokens.iter().filter(|token| token.kind == Kind::Word)
    }

    /// The first word that is no adverb, as clauses are told apart by it.
    pub(super) fn opening(self) -> Option<&'a Token> {
        self.words().find(|word| self.may_open(word))
    }

    /// Whether clauses are told apart by this word of the stretch: it is no adverb.
    pub(super) fn may_open(self, word: &Token) -> bool {
        !word.classes.has(Class::Adverb) && !self.word(word).ends_with("ly")
    }

    pub(super) fn word(self, token: &Token) -> &'a str {
        token.span.of(self.text)
    }

    /// Where tokens at the outermost level of this stretch are `kind`.
    pub(super) fn places(self, kind: Kind) -> impl DoubleEndedIterator<Item = usize> {
        let level = self.tokens.iter().map(|t| t.depth).min().unwrap_or_default();
        self.tokens.iter().enumerate().filter(move |(_, t)| t.kind == kind && t.depth == level).map(|(at, _)| at)
    }

    /// Whether a finite verb stands in it, as far as small words and endings show.
    pub(super) fn has_verb(self) -> bool {
        self.verbs().next().is_some()
    }

    /// How many groups of finite verbs stand in it ("has been built" is one); behind the first, "the order given in March" is none.
    pub(super) fn count_verbs(self) -> usize {
        let next_is_preposition = |at: usize| self.tokens.get(at + 1).is_some_and(|next| next.classes.has(Class::Preposition));
        let reduced = |at: &usize| self.tokens.get(*at).is_some_and(|t| self.word(t).ends_with("ed")) && next_is_preposition(*at);
        let mut verbs = self.verbs();
        usize::from(verbs.next().is_some()) + verbs.filter(|at| !reduced(at)).count()
    }

    /// Where finite verbs stand in it, one of each group.
    fn verbs(self) -> impl Iterator<Item = usize> {
        let mut before = None::<&Token>;
        self.tokens.iter().enumerate().filter_map(move |(at, token)| {
            let behind = before.replace(token).filter(|t| t.kind == Kind::Word).map_or_else(Classes::default, |t| t.classes);
            let next = self.tokens.get(at + 1).map_or_else(Classes::default, |t| t.classes);
            (token.kind == Kind::Word && is_verb(self.word(token), token.classes, [behind, next], at == 0)).then_some(at)
        })
    }
}

/// Whether `word` is a finite verb between words of the classes `behind` and `next`: an auxiliary, a listed form, a form in -ed, a
/// form in -s before a noun's opening ("the law forbids the deal"), or what stands behind "it" and the like.
pub(super) fn is_verb(word: &str, own: Classes, [behind, next]: [Classes; 2], first: bool) -> bool {
    if behind.has(Class::Auxiliary) || behind.has(Class::Verb) {
        return false;
    }
    if own.has(Class::Auxiliary) {
        return true;
    }
    if behind.has(Class::Preposition) || (behind.has(Class::Determiner) && !behind.has(Class::Pronoun)) {
        return false;
    }
    let lower = word.len() > 3 && !first && word.starts_with(char::is_lowercase);
    let past = lower && word.ends_with("ed");
    let present = lower && word.ends_with('s') && own == Classes::default() && next.has(Class::Determiner);
    let subject = behind.has(Class::Pronoun) && !behind.has(Class::Determiner) && own == Classes::default() && lower;
    own.has(Class::Verb) || past || present || subject
}
