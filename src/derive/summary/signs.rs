//! Words and phrases that mark a sentence for a summary or against it.
//!
//! The lists are `assets/summary.txt`; what a mark is worth, others say.

use std::sync::LazyLock;

use crate::derive::tokens::{Token, Tokens, run_end};
use crate::text::sections::sections;

/// A mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// It says what the text or its author does.
    Aim,
    /// It stands under a picture.
    Caption,
    /// It thanks, wishes or addresses.
    Ceremony,
    /// It speaks of its speaker.
    Speaker,
}

/// The marks of a sentence: a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u8);

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::parse(include_str!("../../../assets/summary.txt")));

/// Each sorted.
#[derive(Default)]
struct Lists {
    back: Vec<&'static str>,
    common: Vec<&'static str>,
    credits: Vec<&'static str>,
    /// By their first letter.
    phrases: [Vec<Phrase>; 26],
}

/// A phrase and what it marks.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    /// The bytes of its first word.
    first: usize,
    words: &'static str,
    sign: Sign,
}

/// Whether `word`, in lower case, leans on the sentence before where it opens one.
pub(super) fn points_back(word: &str) -> bool {
    LISTS.back.binary_search(&word).is_ok()
}

/// Whether `word`, in lower case, says nothing of what a text is about.
pub(super) fn is_common(word: &str) -> bool {
    LISTS.common.binary_search(&word).is_ok()
}

/// Whether `sentence` says whose the picture before it was.
pub(super) fn is_credit(sentence: &str) -> bool {
    let opening = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    LISTS.credits.iter().any(|credit| opens_with(opening, credit))
}

impl Signs {
    /// The marks of the sentence of `text` that `sentence` are the tokens of, out of `tokens`.
    pub(super) fn of(text: &str, tokens: &Tokens, sentence: &[Token]) -> Self {
        let mut found = Self::default();
        for token in sentence {
            let word = tokens.word(*token);
            let rest = text.get(token.start()..).unwrap_or_default();
            for phrase in LISTS.phrases_of(word).iter().filter(|phrase| phrase.may_open(word, rest)) {
                let met = opens_with(rest, phrase.words);
                found = if met { found.with(phrase.sign) } else { found };
            }
        }
        found
    }

    pub(super) fn with(self, sign: Sign) -> Self {
        Self(self.0 | sign.bit())
    }

    pub(super) fn has(self, sign: Sign) -> bool {
        self.0 & sign.bit() != 0
    }
}

impl Sign {
    fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl Phrase {
    fn new(words: &'static str, sign: Sign) -> Self {
        Self { first: run_end(words, 0), words, sign }
    }

    /// Whether `word`, in lower case, may be its first word, where `text` goes on with the letter that its second has.
    fn may_open(&self, word: &str, text: &str) -> bool {
        let first = self.words.get(..self.first).unwrap_or_default();
        let open = self.words.get(self.first..) == Some("*");
        let second = self.words.as_bytes().get(self.first + 1);
        let goes_on = |second: &u8| text.as_bytes().get(self.first + 1).is_some_and(|next| next.eq_ignore_ascii_case(second));
        let head = if open { word.get(..self.first) } else { Some(word) };
        second.is_none_or(goes_on) && head.is_some_and(|head| head.eq_ignore_ascii_case(first))
    }
}

/// Whether `text` opens with `phrase`, and no word goes on behind it unless it is open.
fn opens_with(text: &str, phrase: &str) -> bool {
    let (words, open) = phrase.strip_suffix('*').map_or((phrase, false), |words| (words, true));
    let cased = words.contains(char::is_uppercase);
    let meets = |start: &str| if cased { start == words } else { start.eq_ignore_ascii_case(words) };
    let met = text.get(..words.len()).is_some_and(meets);
    met && (open || !words.ends_with(char::is_alphanumeric) || run_end(text, words.len()) == words.len())
}

impl Lists {
    fn parse(text: &'static str) -> Self {
        let mut lists = Self::default();
        for (section, line) in sections(text) {
            line.split(',').map(str::trim).filter(|entry| !entry.is_empty()).for_each(|entry| lists.add(section, entry));
        }
        lists.back.sort_unstable();
        lists.common.sort_unstable();
        lists
    }

    fn add(&mut self, section: &str, entry: &'static str) {
        match section {
            "back" => self.back.push(entry),
            "common" => self.common.push(entry),
            "credit" => self.credits.push(entry),
            "aim" => self.mark(entry, Sign::Aim),
            "caption" => self.mark(entry, Sign::Caption),
            "ceremony" => self.mark(entry, Sign::Ceremony),
            "self" => self.mark(entry, Sign::Speaker),
            _ => {}
        }
    }

    fn mark(&mut self, entry: &'static str, sign: Sign) {
        if let Some(list) = letter(entry).and_then(|letter| self.phrases.get_mut(letter)) {
            list.push(Phrase::new(entry, sign));
        }
    }

    /// The phrases with the first letter that `word` has.
    fn phrases_of(&self, word: &str) -> &[Phrase] {
        letter(word).and_then(|letter| self.phrases.get(letter)).map_or(&[], Vec::as_slice)
    }
}

/// The number of the first letter, where it is one of ASCII.
fn letter(text: &str) -> Option<usize> {
    let first = text.bytes().next()?.to_ascii_lowercase();
    first.is_ascii_lowercase().then(|| usize::from(first - b'a'))
}

#[cfg(test)]
mod tests {
    use super::{LISTS, Sign, Signs, is_credit, points_back};
    use crate::derive::tokens::Tokens;

    #[track_caller]
    fn check(text: &str, signs: &[Sign]) {
        let expected = signs.iter().fold(Signs::default(), |signs, sign| signs.with(*sign));
        let tokens = Tokens::new(text);
        assert_eq!(Signs::of(text, &tokens, tokens.all()), expected);
        assert!([Sign::Aim, Sign::Caption, Sign::Ceremony, Sign::Speaker].iter().all(|s| expected.has(*s) == signs.contains(s)));
    }

    #[test]
    fn phrases_mark_a_sentence_as_whole_words() {
        check("In This Paper the tides are measured.", &[Sign::Aim]);
        check("The mayor (left) and the pilot (right) on Monday.", &[Sign::Caption]);
        check("Congratulations, and thank you all.", &[Sign::Ceremony]);
        check("I came by myself, and thank nobody.", &[Sign::Ceremony, Sign::Speaker]);
        check("The left thankless, our aimless studies, i.", &[]);
        check("他们 we shown é", &[]);
    }

    #[test]
    fn a_credit_opens_its_line() {
        assert!(is_credit("Image: Corin Vale.") && is_credit("(Photo: Edda Lorne)"));
        assert!(!is_credit("The image: a storm.") && !is_credit(""));
    }

    #[test]
    fn no_list_is_empty_or_says_a_thing_twice() {
        assert!(points_back("however") && !points_back("minister"));
        let mut phrases: Vec<&str> = LISTS.phrases.iter().flatten().map(|phrase| phrase.words).collect();
        phrases.sort_unstable();
        for list in [&LISTS.back, &LISTS.common, &phrases] {
            assert!(!list.is_empty() && list.is_sorted_by(|a, b| a < b));
        }
    }
}
