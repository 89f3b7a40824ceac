//! The words whose full stop need not end a sentence, and the words that open one.
//!
//! The lists are `assets/abbreviations.txt`; this knows their classes and how a word is looked up, not where sentences end.

use std::sync::LazyLock;

/// What may be known of a word beside a full stop.
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

/// Longer words are none of these.
const LONGEST: usize = 12;

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::parse(include_str!("../../assets/abbreviations.txt")));

/// Sorted by word: made in a tenth of the time that trees would take, at every start of the program.
#[derive(Default)]
struct Lists {
    abbreviations: Vec<(&'static str, Abbreviation)>,
    starters: Vec<(&'static str, Opener)>,
}

/// What a capitalised word after a full stop says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    Starter,
    Zone,
}

/// What `word`, given without its last full stop, abbreviates.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST {
        return None;
    }
    find(&LISTS.abbreviations, word).or_else(|| find(&LISTS.abbreviations, &word.to_ascii_lowercase()))
}

/// Whether `word` usually opens a sentence.
pub(super) fn is_starter(word: &str) -> bool {
    find(&LISTS.starters, word) == Some(Opener::Starter)
}

/// Whether `word` may follow a time of day in the same sentence.
pub(super) fn is_zone(word: &str) -> bool {
    find(&LISTS.starters, word) == Some(Opener::Zone)
}

impl Lists {
    fn parse(text: &'static str) -> Self {
        let mut lists = Self::default();
        let mut section = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = name;
                continue;
            }
            for word in line.split_whitespace() {
                match section {
                    "starter" => lists.starters.push((word, Opener::Starter)),
                    "zone" => lists.starters.push((word, Opener::Zone)),
                    "time" => lists.abbreviations.push((word, Abbreviation::Time)),
                    "number" => lists.abbreviations.push((word, Abbreviation::Number)),
                    "ending" => lists.abbreviations.push((word, Abbreviation::Ending)),
                    _ => lists.abbreviations.push((word, Abbreviation::Title)),
                }
            }
        }
        lists.abbreviations.sort_unstable_by_key(|(word, _)| *word);
        lists.starters.sort_unstable_by_key(|(word, _)| *word);
        lists
    }
}

/// What `sorted` says of `word`.
fn find<T: Copy>(sorted: &[(&'static str, T)], word: &str) -> Option<T> {
    let at = sorted.binary_search_by_key(&word, |(known, _)| known).ok()?;
    sorted.get(at).map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::LISTS;

    #[test]
    fn no_word_is_listed_twice() {
        assert!(LISTS.abbreviations.windows(2).all(|two| two[0].0 < two[1].0));
        assert!(LISTS.starters.windows(2).all(|two| two[0].0 < two[1].0));
    }
}
