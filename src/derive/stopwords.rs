//! Words that say nothing of what a text is about: of grammar, or too vague by themselves.
//!
//! The lists are `assets/stopwords.txt`; they are read when they are first needed, which for most articles is never.

use std::sync::LazyLock;

use super::vocabulary::Vocabulary;

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
    words: Vocabulary,
    /// By number, what each word is.
    kinds: Vec<Emptiness>,
}

impl Lists {
    fn parse(text: &str) -> Self {
        let mut lists = Self::default();
        let mut kind = Emptiness::Grammar;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line {
                "[grammar]" => kind = Emptiness::Grammar,
                "[vague]" => kind = Emptiness::Vague,
                words => words.split_whitespace().for_each(|word| lists.add(word, kind)),
            }
        }
        lists
    }

    fn add(&mut self, word: &str, kind: Emptiness) {
        self.words.enter(word);
        self.kinds.push(kind);
    }
}

/// How little `word` says, which is in lower case with plain apostrophes.
pub(super) fn emptiness(word: &str) -> Emptiness {
    let listed = LISTS.words.find(word).and_then(|number| LISTS.kinds.get(number as usize));
    let vague = || !word.contains(char::is_alphabetic) || word.chars().count() < 3;
    listed.copied().unwrap_or_else(|| if vague() { Emptiness::Vague } else { Emptiness::Content })
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
        assert_eq!(LISTS.words.len(), LISTS.kinds.len());
    }
}
