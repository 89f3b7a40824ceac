//! Words that say nothing of what a text is about: of grammar, or too vague by themselves.
//!
//! The lists are `assets/stopwords.txt`; they are read when they are first needed, which for most articles is never.

use std::sync::LazyLock;

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::parse(include_str!("../../assets/stopwords.txt")));

/// How little a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Emptiness {
    /// It belongs to the grammar of a sentence.
    Grammar,
    /// It says something only beside another word.
    Vague,
    /// It may say what a text is about.
    Content,
}

#[derive(Default)]
struct Lists {
    grammar: Vec<&'static str>,
    vague: Vec<&'static str>,
}

impl Lists {
    fn parse(text: &'static str) -> Self {
        let mut lists = Self::default();
        let mut vague = false;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line {
                "[grammar]" => vague = false,
                "[vague]" => vague = true,
                words if vague => lists.vague.extend(words.split_whitespace()),
                words => lists.grammar.extend(words.split_whitespace()),
            }
        }
        lists.grammar.sort_unstable();
        lists.vague.sort_unstable();
        lists
    }
}

/// How little `word` says, which is in lower case with plain apostrophes.
pub(super) fn emptiness(word: &str) -> Emptiness {
    if LISTS.grammar.binary_search(&word).is_ok() {
        Emptiness::Grammar
    } else if LISTS.vague.binary_search(&word).is_ok() || !word.contains(char::is_alphabetic) || word.chars().count() < 3 {
        Emptiness::Vague
    } else {
        Emptiness::Content
    }
}

#[cfg(test)]
mod tests {
    use super::{Emptiness, LISTS, emptiness};

    #[test]
    fn words_of_any_text_say_nothing() {
        assert_eq!(["the", "don't", "said"].map(emptiness), [Emptiness::Grammar; 3]);
        assert_eq!(["new", "2025", "uk"].map(emptiness), [Emptiness::Vague; 3]);
        assert_eq!(["wheat", "covid-19"].map(emptiness), [Emptiness::Content; 2]);
    }

    #[test]
    fn no_word_is_listed_twice() {
        let mut all = [&LISTS.grammar[..], &LISTS.vague[..]].concat();
        let words = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), words);
    }
}
