//! The closed classes of English words, by which the clauses of a sentence are told apart.
//!
//! The lists are `assets/grammar.txt`. It is no tagger: an open-class word is known as a verb by its ending or not at all.

use std::sync::LazyLock;

use crate::text::sections::sections;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u16);

/// One word class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Pronoun,
    Determiner,
    Relative,
    Subordinator,
    Conjunction,
    Preposition,
    Negation,
    Adverb,
    Auxiliary,
    Verb,
    Saying,
}

/// The classes by the names of their sections.
const SECTIONS: [(&str, Class); 11] = [
    ("pronoun", Class::Pronoun),
    ("determiner", Class::Determiner),
    ("relative", Class::Relative),
    ("subordinator", Class::Subordinator),
    ("conjunction", Class::Conjunction),
    ("preposition", Class::Preposition),
    ("negation", Class::Negation),
    ("adverb", Class::Adverb),
    ("auxiliary", Class::Auxiliary),
    ("verb", Class::Verb),
    ("saying", Class::Saying),
];

/// Longer words are in no closed class.
const LONGEST: usize = 16;

/// The listed words with their classes, sorted by word, those with one first letter in one list.
static WORDS: LazyLock<[Vec<(&'static str, Classes)>; 26]> = LazyLock::new(|| parse(include_str!("../../assets/grammar.txt")));

impl Classes {
    /// The classes of `word`, in any case and with either apostrophe.
    pub(super) fn of(word: &str) -> Self {
        let mut lower = [0; LONGEST];
        let known = lowered(word, &mut lower).and_then(|lower| Some((lower, WORDS.get(letter(lower)?)?)));
        let classes = known.and_then(|(lower, words)| {
            let at = words.binary_search_by(|(known, _)| known.as_bytes().cmp(lower)).ok()?;
            words.get(at).map(|(_, classes)| *classes)
        });
        classes.unwrap_or_default()
    }

    pub(super) fn has(self, class: Class) -> bool {
        self.0 & class.bit() != 0
    }
}

impl Class {
    fn bit(self) -> u16 {
        1 << (self as u16)
    }
}

/// `word` in lower case and with a plain apostrophe in `room`, where it can be in a list: no longer than the room, and of ASCII else.
fn lowered<'a>(word: &str, room: &'a mut [u8; LONGEST]) -> Option<&'a [u8]> {
    let mut len = 0;
    for c in word.chars() {
        let byte = if c == '’' { b'\'' } else { u8::try_from(c).ok().filter(u8::is_ascii)? };
        *room.get_mut(len)? = byte.to_ascii_lowercase();
        len += 1;
    }
    room.get(..len)
}

/// The number of its first letter.
fn letter(word: &[u8]) -> Option<usize> {
    word.first().and_then(|first| first.checked_sub(b'a')).map(usize::from)
}

fn parse(text: &'static str) -> [Vec<(&'static str, Classes)>; 26] {
    let mut all: [Vec<(&'static str, Classes)>; 26] = std::array::from_fn(|_| Vec::new());
    for (name, line) in sections(text) {
        let bit = SECTIONS.iter().find(|(section, _)| *section == name).map_or(0, |(_, class)| class.bit());
        for word in line.split_whitespace() {
            if let Some(list) = letter(word.as_bytes()).and_then(|letter| all.get_mut(letter)) {
                list.push((word, Classes(bit)));
            }
        }
    }
    all.iter_mut().for_each(unite);
    all
}

/// Sorts the list and makes one entry of a word that stands in several sections.
fn unite(words: &mut Vec<(&'static str, Classes)>) {
    words.sort_unstable_by_key(|(word, _)| *word);
    words.dedup_by(|(word, classes), (kept, all)| {
        let same = word == kept;
        all.0 |= if same { classes.0 } else { 0 };
        same
    });
}

#[cfg(test)]
mod tests {
    use super::{Class, Classes, SECTIONS, WORDS};

    #[test]
    fn a_word_may_be_in_several_classes() {
        let that = Classes::of("That");
        assert!(that.has(Class::Pronoun) && that.has(Class::Conjunction) && !that.has(Class::Verb));
        assert!(Classes::of("Don’t").has(Class::Auxiliary));
        assert_eq!(Classes::of("treaty"), Classes::default());
    }

    #[test]
    fn every_class_has_words() {
        assert!(SECTIONS.iter().all(|(_, class)| WORDS.iter().flatten().any(|(_, classes)| classes.has(*class))));
    }
}
