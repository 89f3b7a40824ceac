//! The words that tell whether a full stop ends a sentence: abbreviations and names before it, words that
//! open a sentence behind it.
//!
//! The lists are `assets/abbreviations.txt`; this knows their classes and how a word is looked up, not where sentences end.

use std::sync::LazyLock;

use super::sections::sections;

/// What an abbreviation says of the full stop behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A title or the like: the name follows.
    Title,
    /// It may end a sentence too.
    Ending,
    /// A time of day.
    Time,
    /// A number follows.
    Number,
}

/// What a word that is no abbreviation does to an end mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// It is written with an exclamation mark.
    Exclaimed,
    /// A letter or number behind it tells one of several.
    Label,
    /// A label that stands before the words of a caption too.
    Caption,
}

/// What a word after an end mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// It usually opens a sentence.
    Starter,
    /// It may follow a time of day in the same sentence.
    Zone,
    /// A verb of saying.
    Saying,
}

/// Longer words are none of these.
const LONGEST: usize = 15;

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::parse(include_str!("../../assets/abbreviations.txt")));

#[derive(Default)]
struct Lists {
    abbreviations: List<Abbreviation>,
    names: List<Name>,
    openers: List<Opener>,
}

/// Words by their first letter, whatever its case.
struct List<T>([Words<T>; 32]);

/// Words sorted by their bytes: made in a tenth of the time that trees would take, at every start of the program.
struct Words<T> {
    words: Vec<(&'static [u8], T)>,
    /// The lengths that they have: most words are told from all of these by that.
    lengths: u16,
}

/// What `word`, given without its last full stop, abbreviates.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    LISTS.abbreviations.find(word.as_bytes())
}

/// What `word` names.
pub(super) fn name(word: &str) -> Option<Name> {
    LISTS.names.find(word.as_bytes())
}

/// What `word` says where it follows an end mark.
pub(super) fn opener(word: &str) -> Option<Opener> {
    LISTS.openers.find_as_written(word.as_bytes())
}

impl Lists {
    fn parse(text: &'static str) -> Self {
        let mut lists = Self::default();
        for (section, line) in sections(text) {
            for word in line.split_whitespace() {
                match section {
                    "starter" => lists.openers.add(word, Opener::Starter),
                    "zone" => lists.openers.add(word, Opener::Zone),
                    "saying" => lists.openers.add(word, Opener::Saying),
                    "time" => lists.abbreviations.add(word, Abbreviation::Time),
                    "number" => lists.abbreviations.add(word, Abbreviation::Number),
                    "ending" => lists.abbreviations.add(word, Abbreviation::Ending),
                    "exclaimed" => lists.names.add(word, Name::Exclaimed),
                    "label" => lists.names.add(word, Name::Label),
                    "caption" => lists.names.add(word, Name::Caption),
                    _ => lists.abbreviations.add(word, Abbreviation::Title),
                }
            }
        }
        lists.abbreviations.sort();
        lists.names.sort();
        lists.openers.sort();
        lists
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Words { words: Vec::new(), lengths: 0 }))
    }
}

impl<T: Copy> List<T> {
    fn add(&mut self, word: &'static str, what: T) {
        let word = word.as_bytes();
        if let Some(list) = word.first().and_then(|first| self.0.get_mut(letter(*first))) {
            list.words.push((word, what));
            list.lengths |= length(word);
        }
    }

    fn sort(&mut self) {
        self.0.iter_mut().for_each(|list| list.words.sort_unstable_by_key(|(word, _)| *word));
    }

    /// The words that `word` may be one of.
    fn near(&self, word: &[u8]) -> Option<&Words<T>> {
        let list = self.0.get(letter(*word.first()?))?;
        (list.lengths & length(word) != 0).then_some(list)
    }

    /// What is said of `word`, as it is written or else in small letters.
    fn find(&self, word: &[u8]) -> Option<T> {
        let list = self.near(word)?;
        if !word.iter().any(u8::is_ascii_uppercase) {
            return list.find(word);
        }
        let mut small = [0; LONGEST];
        let small = small.get_mut(..word.len())?;
        small.copy_from_slice(word);
        small.make_ascii_lowercase();
        list.find(word).or_else(|| list.find(small))
    }

    /// What is said of `word` as it is written.
    fn find_as_written(&self, word: &[u8]) -> Option<T> {
        self.near(word)?.find(word)
    }
}

impl<T: Copy> Words<T> {
    fn find(&self, word: &[u8]) -> Option<T> {
        let at = self.words.binary_search_by_key(&word, |(known, _)| known).ok()?;
        self.words.get(at).map(|(_, what)| *what)
    }
}

/// The place of a letter among the letters, whatever its case.
fn letter(byte: u8) -> usize {
    usize::from(byte & 31)
}

/// A bit for each length; none for what is too long.
fn length(word: &[u8]) -> u16 {
    if word.len() <= LONGEST { 1 << word.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LISTS, LONGEST, List, abbreviation};

    #[track_caller]
    fn check<T>(list: &List<T>) {
        assert!(list.0.iter().all(|near| near.words.windows(2).all(|two| two[0].0 < two[1].0)));
        assert!(list.0.iter().flat_map(|near| &near.words).all(|(word, _)| word.len() <= LONGEST));
    }

    #[test]
    fn no_word_is_listed_twice_or_too_long() {
        check(&LISTS.abbreviations);
        check(&LISTS.names);
        check(&LISTS.openers);
    }

    proptest! {
        #[test]
        fn looking_up_finds_what_reading_the_whole_list_finds(at in 0usize..2000, capital: bool, other in "[A-Za-z.]{1,18}") {
            let all = || LISTS.abbreviations.0.iter().flat_map(|near| &near.words);
            let listed = all().nth(at).map_or(other, |(word, _)| String::from_utf8(word.to_vec()).unwrap());
            let word = if capital { listed.to_ascii_uppercase() } else { listed };
            let read = |sought: &str| all().find(|(known, _)| *known == sought.as_bytes()).map(|(_, what)| *what);
            prop_assert_eq!(abbreviation(&word), read(&word).or_else(|| read(&word.to_ascii_lowercase())));
        }
    }
}
