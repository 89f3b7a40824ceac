//! The closed classes of English words, by which the clauses of a sentence are told apart.
//!
//! The lists are `assets/grammar.txt`. It is no tagger: an open-class word is known as a verb by its ending or not at all.

use std::sync::LazyLock;

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

/// All listed words with their classes, sorted by word.
static WORDS: LazyLock<Vec<(&'static str, Classes)>> = LazyLock::new(|| parse(include_str!("../../assets/grammar.txt")));

impl Classes {
    /// The classes of `word`, in any case and with either apostrophe.
    pub(super) fn of(word: &str) -> Self {
        if word.len() > LONGEST {
            return Self::default();
        }
        let lower = word.to_lowercase().replace('’', "'");
        let listed = WORDS.binary_search_by_key(&lower.as_str(), |(known, _)| known).ok();
        listed.and_then(|at| WORDS.get(at)).map_or_else(Self::default, |(_, classes)| *classes)
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

fn parse(text: &'static str) -> Vec<(&'static str, Classes)> {
    let mut words: Vec<(&'static str, Classes)> = Vec::new();
    let mut bit = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            bit = SECTIONS.iter().find(|(section, _)| *section == name).map_or(0, |(_, class)| class.bit());
        } else {
            words.extend(line.split_whitespace().map(|word| (word, Classes(bit))));
        }
    }
    words.sort_unstable_by_key(|(word, _)| *word);
    words.dedup_by(|(word, classes), (kept, all)| {
        let same = word == kept;
        all.0 |= if same { classes.0 } else { 0 };
        same
    });
    words
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
        assert!(SECTIONS.iter().all(|(_, class)| WORDS.iter().any(|(_, classes)| classes.has(*class))));
    }
}
