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

/// Words sorted by their bytes: made in a tenth of the time that trees would take, at every start of the program.
struct List<T> {
    words: Vec<(&'static [u8], T)>,
    /// For each first letter, whatever its case, the lengths that its words have: most words are told from all of these by that.
    lengths: [u16; 32],
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
        lists.abbreviations.words.sort_unstable_by_key(|(word, _)| *word);
        lists.names.words.sort_unstable_by_key(|(word, _)| *word);
        lists.openers.words.sort_unstable_by_key(|(word, _)| *word);
        lists
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { words: Vec::new(), lengths: [0; 32] }
    }
}

impl<T: Copy> List<T> {
    fn add(&mut self, word: &'static str, what: T) {
        let word = word.as_bytes();
        self.words.push((word, what));
        if let Some(lengths) = word.first().and_then(|first| self.lengths.get_mut(letter(*first))) {
            *lengths |= length(word);
        }
    }

    /// What is said of `word`, as it is written or else in small letters.
    fn find(&self, word: &[u8]) -> Option<T> {
        let first = self.lengths.get(letter(*word.first()?))?;
        if first & length(word) == 0 {
            return None;
        }
        let mut small = [0; LONGEST];
        let small = small.get_mut(..word.len())?;
        small.copy_from_slice(word);
        small.make_ascii_lowercase();
        self.find_as_written(word).or_else(|| self.find_as_written(small))
    }

    /// What is said of `word` as it is written.
    fn find_as_written(&self, word: &[u8]) -> Option<T> {
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

    use super::{LISTS, abbreviation};

    #[test]
    fn no_word_is_listed_twice() {
        assert!(LISTS.abbreviations.words.windows(2).all(|two| two[0].0 < two[1].0));
        assert!(LISTS.names.words.windows(2).all(|two| two[0].0 < two[1].0));
        assert!(LISTS.openers.words.windows(2).all(|two| two[0].0 < two[1].0));
    }

    proptest! {
        #[test]
        fn looking_up_finds_what_reading_the_whole_list_finds(at in 0usize..2000, capital: bool, other in "[A-Za-z.]{1,18}") {
            let listed = LISTS.abbreviations.words.get(at).map_or(other, |(word, _)| String::from_utf8(word.to_vec()).unwrap());
            let word = if capital { listed.to_ascii_uppercase() } else { listed };
            let read = |sought: &str| LISTS.abbreviations.words.iter().find(|(known, _)| *known == sought.as_bytes()).map(|(_, what)| *what);
            prop_assert_eq!(abbreviation(&word), read(&word).or_else(|| read(&word.to_ascii_lowercase())));
        }
    }
}
