//! Words and phrases that mark a sentence for a summary or against it.
//!
//! The lists are `assets/summary.txt`; what a mark is worth, others say. The few words of the lists are looked up among those of an
//! article once, not each word of the article in the lists.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::derive::tokens::{Token, run_end};
use crate::derive::vocabulary::Vocabulary;
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
    /// Where it opens a sentence: it says whose the picture before it was.
    Credit,
    /// It speaks of its speaker.
    Speaker,
}

/// The marks of a sentence: a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u8);

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::parse(include_str!("../../../assets/summary.txt")));

#[derive(Default)]
struct Lists {
    /// By word in lower case.
    words: BTreeMap<String, Listed>,
    /// By what a word begins with, for words that the lists do not hold themselves.
    beginnings: BTreeMap<String, Listed>,
}

/// What the lists say of a word.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// Whether it leans on the sentence before where it opens one.
    pub(super) points_back: bool,
    /// Whether it says nothing of what a text is about.
    pub(super) is_common: bool,
    /// The phrases that it opens.
    phrases: Vec<Phrase>,
}

/// A phrase and what it marks.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    words: &'static str,
    /// The byte that its second word opens with, or what else stands there, and its place.
    second: Option<(usize, u8)>,
    /// Whether its case counts.
    cased: bool,
    /// Whether a word may go on behind it.
    open: bool,
    sign: Sign,
}

/// What the lists say of the words of one article, by their numbers.
pub(super) struct Marks(Vec<Option<&'static Listed>>);

impl Marks {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let mut marks = vec![None; vocabulary.len()];
        for (beginning, listed) in &LISTS.beginnings {
            let first = beginning.bytes().next();
            let begins = |word: &str| word.bytes().next() == first && word.starts_with(beginning.as_str());
            let begun = marks.iter_mut().zip(vocabulary.iter()).filter(|(_, word)| begins(word));
            begun.for_each(|(mark, _)| *mark = Some(listed));
        }
        for (word, listed) in &LISTS.words {
            if let Some(mark) = vocabulary.find(word).and_then(|id| marks.get_mut(id as usize)) {
                *mark = Some(listed);
            }
        }
        Self(marks)
    }

    /// What the lists say of the word numbered `id`.
    pub(super) fn of(&self, id: u32) -> Option<&'static Listed> {
        self.0.get(id as usize).copied().flatten()
    }

    /// The marks of the sentence of `text` that `sentence` are the tokens of.
    pub(super) fn signs(&self, text: &str, sentence: &[Token]) -> Signs {
        let mut found = Signs::default();
        for (token, listed) in sentence.iter().filter_map(|token| Some((token, self.of(token.id)?))) {
            let rest = text.get(token.start()..).unwrap_or_default();
            let met = listed.phrases.iter().filter(|phrase| phrase.opens(rest));
            found = met.fold(found, |found, phrase| found.with(phrase.sign));
        }
        found
    }

    /// Whether the sentence of `text` that `sentence` are the tokens of says whose the picture before it was.
    pub(super) fn is_credit(&self, text: &str, sentence: &[Token]) -> bool {
        self.signs(text, sentence.get(..1).unwrap_or_default()).has(Sign::Credit)
    }
}

impl Signs {
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
    /// Whether `text` opens with it, and no word goes on behind it unless it is open.
    fn opens(&self, text: &str) -> bool {
        let goes_on = |(at, byte): (usize, u8)| text.as_bytes().get(at).is_some_and(|next| next.eq_ignore_ascii_case(&byte));
        let same = |start: &str| if self.cased { start == self.words } else { start.eq_ignore_ascii_case(self.words) };
        let met = self.second.is_none_or(goes_on) && text.get(..self.words.len()).is_some_and(same);
        met && (self.open || !self.words.ends_with(char::is_alphanumeric) || run_end(text, self.words.len()) == self.words.len())
    }
}

impl Lists {
    fn parse(text: &'static str) -> Self {
        let mut lists = Self::default();
        for (section, line) in sections(text) {
            line.split(',').map(str::trim).filter(|entry| !entry.is_empty()).for_each(|entry| lists.add(section, entry));
        }
        lists
    }

    fn add(&mut self, section: &str, entry: &'static str) {
        match section {
            "back" => self.word(entry).points_back = true,
            "common" => self.word(entry).is_common = true,
            "credit" => self.mark(entry, Sign::Credit),
            "aim" => self.mark(entry, Sign::Aim),
            "caption" => self.mark(entry, Sign::Caption),
            "ceremony" => self.mark(entry, Sign::Ceremony),
            "self" => self.mark(entry, Sign::Speaker),
            _ => {}
        }
    }

    fn word(&mut self, word: &str) -> &mut Listed {
        self.words.entry(word.to_ascii_lowercase()).or_default()
    }

    fn mark(&mut self, entry: &'static str, sign: Sign) {
        let (words, open) = entry.strip_suffix('*').map_or((entry, false), |words| (words, true));
        let end = run_end(words, 0);
        let second = words.as_bytes().get(end + 1).map(|byte| (end + 1, *byte));
        let phrase = Phrase { words, second, cased: words.contains(char::is_uppercase), open, sign };
        let first = words.get(..end).unwrap_or_default();
        let listed = if open && end == words.len() {
            self.beginnings.entry(first.to_ascii_lowercase()).or_default()
        } else {
            self.word(first)
        };
        listed.phrases.push(phrase);
    }
}

#[cfg(test)]
mod tests {
    use super::{LISTS, Marks, Phrase, Sign, Signs};
    use crate::derive::tokens::Tokens;

    /// The marks of `text`, and whether it is a credit.
    fn signs(text: &str) -> (Signs, bool) {
        let tokens = Tokens::new(text);
        let marks = Marks::new(&tokens.vocabulary);
        (marks.signs(text, tokens.all()), marks.is_credit(text, tokens.all()))
    }

    /// The marks of `text`, plainly: each phrase is tried at each token.
    fn plainly(text: &str) -> Signs {
        let tokens = Tokens::new(text);
        let places = tokens.all().iter().filter_map(|token| text.get(token.start()..));
        let met = places.flat_map(|rest| phrases().filter(|phrase| phrase.opens(rest)));
        met.fold(Signs::default(), |signs, phrase| signs.with(phrase.sign))
    }

    fn phrases() -> impl Iterator<Item = &'static Phrase> {
        LISTS.words.values().chain(LISTS.beginnings.values()).flat_map(|listed| &listed.phrases)
    }

    #[track_caller]
    fn check(text: &str, expected: &[Sign]) {
        let expected = expected.iter().fold(Signs::default(), |signs, sign| signs.with(*sign));
        assert_eq!(signs(text).0, expected);
    }

    #[test]
    fn phrases_mark_a_sentence_as_whole_words() {
        check("In This Paper the tides are measured.", &[Sign::Aim]);
        check("The mayor (left) and the pilot (right) on Monday.", &[Sign::Caption]);
        check("Congratulations, and thank you all.", &[Sign::Ceremony]);
        check("Congratulatory words.", &[Sign::Ceremony]);
        check("I came by myself, and thank nobody.", &[Sign::Ceremony, Sign::Speaker]);
        check("The left thankless, our aimless studies, i.", &[]);
        check("他们 we shown é", &[]);
    }

    #[test]
    fn each_phrase_is_met_by_its_first_word() {
        for phrase in phrases() {
            for text in [phrase.words.to_owned(), format!("({}s {}", phrase.words, phrase.words.to_uppercase())] {
                assert_eq!(signs(&text).0, plainly(&text), "{text}");
            }
            assert!(signs(phrase.words).0.has(phrase.sign), "{}", phrase.words);
        }
    }

    #[test]
    fn a_credit_opens_its_line() {
        assert!(signs("Image: Corin Vale.").1 && signs("(Photo: Edda Lorne)").1);
        assert!(!signs("The image: a storm.").1 && !signs("").1);
    }

    #[test]
    fn no_list_is_empty_or_says_a_thing_twice() {
        assert!(LISTS.words["however"].points_back && !LISTS.words.contains_key("minister"));
        assert!(LISTS.words["after"].is_common && !LISTS.words["however"].is_common);
        let begun = |word: &String| LISTS.beginnings.keys().any(|beginning| word.starts_with(beginning.as_str()));
        assert!(!LISTS.words.keys().any(begun));
        let mut phrases: Vec<&str> = phrases().map(|phrase| phrase.words).collect();
        phrases.sort_unstable();
        assert!(!phrases.is_empty() && phrases.is_sorted_by(|a, b| a < b));
    }
}
