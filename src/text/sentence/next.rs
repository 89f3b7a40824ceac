//! What opens behind an end mark.

use crate::text::abbreviation::{Abbreviation, Opener, abbreviation, opener};
use crate::text::enumerated;

/// How far behind a closing quotation mark the verb of saying may stand, in words.
const SAYING_WORDS: usize = 4;

/// The most quotation marks, brackets and dashes that open a sentence.
const OPENING_CHARS: usize = 8;

/// The longest word worth looking up, in bytes.
const WORD_BYTES: usize = 24;

/// How long the name of a quotation's source may be, in bytes.
const SOURCE_BYTES: usize = 60;

/// What follows a stop.
pub(super) struct Next<'a> {
    /// Whether white space, the end of the text or an opening quotation mark follows at once.
    pub(super) spaced: bool,
    /// All of it, from the first character that is no white space.
    tail: &'a str,
    /// The text from the first character on that is no white space, bracket, quotation mark or dash.
    rest: &'a str,
    /// Its first word.
    word: &'a str,
}

impl<'a> Next<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let tail = text.trim_start();
        let spaced = tail.len() < text.len() || tail.is_empty() || tail.starts_with(['“', '‘', '«', '—']);
        let opens = |c: &char| !c.is_alphanumeric() && !c.is_whitespace();
        let opening: usize = tail.chars().take(OPENING_CHARS).take_while(opens).map(char::len_utf8).sum();
        let rest = tail.get(opening..).unwrap_or_default().trim_start();
        let word = rest.chars().take(WORD_BYTES).take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
        Self { spaced, tail, rest, word: rest.get(..word).unwrap_or_default() }
    }

    /// The first character that is no white space, bracket, quotation mark or dash.
    pub(super) fn first(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(super) fn is_pronoun_i(&self) -> bool {
        self.word == "I"
    }

    /// Whether the first word usually opens a sentence; a single letter with a full stop is an initial, no article or pronoun.
    pub(super) fn is_starter(&self) -> bool {
        opener(self.word) == Some(Opener::Starter) && !(self.word.len() == 1 && self.after_word().starts_with('.'))
    }

    /// Whether a word or title opens a sentence here although no white space stands before it: `the end.He`, `on Tuesday.Mr. Orm`.
    pub(super) fn is_joined_starter(&self) -> bool {
        let after = self.after_word();
        let title = || abbreviation(self.word) == Some(Abbreviation::Title) && after.starts_with(". ");
        (self.is_starter() && after.starts_with([' ', '\'', '’', ','])) || title()
    }

    /// Whether a zone or a day follows a time of day.
    pub(super) fn is_zone(&self) -> bool {
        opener(self.word) == Some(Opener::Zone)
    }

    /// A number, a sum with its currency (`IRR200`), a Roman number or a single capital letter.
    pub(super) fn is_number(&self) -> bool {
        let mut bytes = self.word.bytes();
        let lone = self.word.chars().count() == 1 && !matches!(self.word, "A" | "I");
        self.first().is_some_and(char::is_numeric)
            || lone
            || bytes.clone().all(|b| matches!(b, b'I' | b'V' | b'X'))
            || (bytes.any(|b| b.is_ascii_digit()) && self.word.starts_with(char::is_uppercase))
    }

    /// Whether no quotation mark, bracket or dash stands before the first word.
    pub(super) fn is_bare(&self) -> bool {
        self.tail.len() == self.rest.len()
    }

    /// Whether a list mark follows.
    pub(super) fn is_item(&self) -> bool {
        enumerated::mark_len(self.tail) > 0
    }

    /// A name that is written small at the beginning of a sentence too: `iPhone`, `eBay`.
    pub(super) fn is_camel(&self) -> bool {
        self.word.starts_with(char::is_lowercase) && self.word.contains(char::is_uppercase)
    }

    /// An address opens a sentence as it is written.
    pub(super) fn is_address(&self) -> bool {
        ["http://", "https://", "www."].iter().any(|scheme| self.rest.starts_with(scheme))
    }

    /// Whether a verb of saying comes soon, behind a name or `I`: `"Why?" Ms. Orme asked.`, but `"Why?" The crowd cried.`
    pub(super) fn is_saying(&self) -> bool {
        if self.is_starter() && !self.is_pronoun_i() {
            return false;
        }
        let words = self.rest.split_whitespace().take(SAYING_WORDS);
        words.skip(1).any(|word| opener(word.trim_end_matches([',', '.', ':'])) == Some(Opener::Saying))
    }

    /// Whether a dash and a name are all that follows: `"It is open." - Mara Orme`.
    pub(super) fn is_source(&self) -> bool {
        let named = self.first().is_some_and(char::is_uppercase) && self.rest.len() <= SOURCE_BYTES;
        self.tail.starts_with(['-', '–', '—']) && named && !self.rest.ends_with(['.', '!', '?', '"', '”'])
    }

    /// Whether a year in brackets follows, as behind the title of a work: `Viva Maria! (1965)`, `Meurtres? (Three Sinners, 1950)`.
    pub(super) fn is_year_in_brackets(&self) -> bool {
        let end = self.tail.floor_char_boundary(SOURCE_BYTES);
        let inside = self.tail.strip_prefix('(').and(self.tail.get(1..end)).and_then(|t| t.split_once(')'));
        inside.is_some_and(|(inside, _)| {
            let year = inside.rsplit([' ', ',']).next().unwrap_or_default();
            year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())
        })
    }

    fn after_word(&self) -> &'a str {
        self.rest.get(self.word.len()..).unwrap_or_default()
    }
}
