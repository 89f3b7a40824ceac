//! The words whose full stop need not end a sentence, and the words that open one.
//!
//! The lists are `assets/abbreviations.txt`; this knows their classes and how a word is looked up, not where sentences end.

use std::collections::BTreeMap;
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

#[derive(Default)]
struct Lists {
    abbreviations: BTreeMap<&'static str, Abbreviation>,
    starters: BTreeMap<&'static str, Opener>,
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
    let any_case = || LISTS.abbreviations.get(word.to_ascii_lowercase().as_str());
    LISTS.abbreviations.get(word).or_else(any_case).copied()
}

/// Whether `word` usually opens a sentence.
pub(super) fn is_starter(word: &str) -> bool {
    LISTS.starters.get(word) == Some(&Opener::Starter)
}

/// Whether `word` may follow a time of day in the same sentence.
pub(super) fn is_zone(word: &str) -> bool {
    LISTS.starters.get(word) == Some(&Opener::Zone)
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
                    "starter" => _ = lists.starters.entry(word).or_insert(Opener::Starter),
                    "zone" => _ = lists.starters.entry(word).or_insert(Opener::Zone),
                    "time" => _ = lists.abbreviations.insert(word, Abbreviation::Time),
                    "number" => _ = lists.abbreviations.insert(word, Abbreviation::Number),
                    "ending" => _ = lists.abbreviations.insert(word, Abbreviation::Ending),
                    _ => _ = lists.abbreviations.insert(word, Abbreviation::Title),
                }
            }
        }
        lists
    }
}
