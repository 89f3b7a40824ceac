//! The closed classes of English words, by which the clauses of a sentence are told apart.
//!
//! The lists are `assets/grammar.txt`. It is no tagger: an open-class word is known as a verb by its ending or not at all.

use std::sync::LazyLock;

use super::vocabulary::Vocabulary;
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

static LISTED: LazyLock<Listed> = LazyLock::new(|| Listed::parse(include_str!("../../assets/grammar.txt")));

/// The listed words, numbered, and the classes of each by its number.
#[derive(Default)]
struct Listed {
    words: Vocabulary,
    classes: Vec<Classes>,
}

impl Classes {
    /// The classes of `word`, in any case and with either apostrophe.
    pub(super) fn of(word: &str) -> Self {
        let curly = if word.is_ascii() { None } else { word.split_once('’') };
        let number = match curly {
            Some((head, tail)) => LISTED.words.find(&[head, tail].join("'")),
            None => LISTED.words.find(word),
        };
        number.and_then(|number| LISTED.classes.get(number as usize).copied()).unwrap_or_default()
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

impl Listed {
    fn parse(text: &'static str) -> Self {
        let mut listed = Self::default();
        for (name, line) in sections(text) {
            let bit = SECTIONS.iter().find(|(section, _)| *section == name).map_or(0, |(_, class)| class.bit());
            for word in line.split_whitespace() {
                let number = listed.words.enter(word) as usize;
                if number == listed.classes.len() {
                    listed.classes.push(Classes::default());
                }
                listed.classes.get_mut(number).into_iter().for_each(|classes| classes.0 |= bit);
            }
        }
        listed
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Classes, LISTED, SECTIONS};

    #[test]
    fn a_word_may_be_in_several_classes() {
        let that = Classes::of("That");
        assert!(that.has(Class::Pronoun) && that.has(Class::Conjunction) && !that.has(Class::Verb));
        assert!(Classes::of("Don’t").has(Class::Auxiliary));
        assert_eq!(Classes::of("treaty"), Classes::default());
    }

    #[test]
    fn every_class_has_words() {
        assert!(SECTIONS.iter().all(|(_, class)| LISTED.classes.iter().any(|classes| classes.has(*class))));
    }
}
