//! Words and phrases that mark a sentence for a summary or against it.
//!
//! The lists are `assets/summary.txt`; what a mark is worth, others say.

use std::sync::LazyLock;

use crate::derive::tokens::{Token, run_end};

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
    phrases: Vec<(&'static str, Sign)>,
}

/// Whether `word`, in lower case, leans on the sentence before where it opens one.
pub(super) fn points_back(word: &str) -> bool {
    LISTS.back.binary_search(&word).is_ok()
}

/// The words, in lower case, that say nothing of what a text is about.
pub(super) fn common_words() -> impl Iterator<Item = &'static str> {
    LISTS.common.iter().copied()
}

/// Whether `sentence` says whose the picture before it was.
pub(super) fn is_credit(sentence: &str) -> bool {
    let opening = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    LISTS.credits.iter().any(|credit| opens_with(opening, credit))
}

impl Signs {
    /// The marks of the sentence of `text` whose tokens are `tokens`.
    pub(super) fn of(text: &str, tokens: &[Token]) -> Self {
        let mut found = Self::default();
        for token in tokens {
            let rest = text.get(token.start()..).unwrap_or_default();
            let met = LISTS.phrases_at(rest).iter().filter(|(phrase, _)| opens_with(rest, phrase));
            found = met.fold(found, |found, (_, sign)| found.with(*sign));
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
        let mut section = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                section = name;
            } else {
                line.split(',').map(str::trim).filter(|entry| !entry.is_empty()).for_each(|entry| lists.add(section, entry));
            }
        }
        lists.back.sort_unstable();
        lists.common.sort_unstable();
        lists.phrases.sort_unstable_by_key(|entry| (first(entry.0), *entry));
        lists
    }

    fn add(&mut self, section: &str, entry: &'static str) {
        match section {
            "back" => self.back.push(entry),
            "common" => self.common.push(entry),
            "credit" => self.credits.push(entry),
            "aim" => self.phrases.push((entry, Sign::Aim)),
            "caption" => self.phrases.push((entry, Sign::Caption)),
            "ceremony" => self.phrases.push((entry, Sign::Ceremony)),
            "self" => self.phrases.push((entry, Sign::Speaker)),
            _ => {}
        }
    }

    /// The phrases with the first byte that `text` has.
    fn phrases_at(&self, text: &str) -> &[(&'static str, Sign)] {
        let sought = first(text);
        let from = self.phrases.partition_point(|(phrase, _)| first(phrase) < sought);
        let to = self.phrases.partition_point(|(phrase, _)| first(phrase) <= sought);
        self.phrases.get(from..to).unwrap_or_default()
    }
}

/// The first byte in lower case.
fn first(text: &str) -> Option<u8> {
    text.bytes().next().map(|byte| byte.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{LISTS, Sign, Signs, is_credit, points_back};
    use crate::derive::tokens::Tokens;

    #[track_caller]
    fn check(text: &str, signs: &[Sign]) {
        let expected = signs.iter().fold(Signs::default(), |signs, sign| signs.with(*sign));
        assert_eq!(Signs::of(text, Tokens::new(text).all()), expected);
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
        let mut phrases: Vec<&str> = LISTS.phrases.iter().map(|(phrase, _)| *phrase).collect();
        phrases.sort_unstable();
        for list in [&LISTS.back, &LISTS.common, &phrases] {
            assert!(!list.is_empty() && list.is_sorted_by(|a, b| a < b));
        }
    }
}
