//! The names of months and of the days of the week, in the languages of `assets/dates.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Weekday;

use crate::text::sections::sections;

/// The longest name, in bytes.
const NAME_BYTES: usize = 32;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A month, from 1.
    Month(i16),
    /// A day of the week.
    Weekday(Weekday),
}

static NAMES: LazyLock<BTreeMap<&'static str, Named>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for (section, line) in sections(include_str!("../../assets/dates.txt")) {
        let weekday = WEEKDAYS.iter().find(|(name, _)| *name == section).map(|(_, day)| Named::Weekday(*day));
        let Some(named) = weekday.or_else(|| section.parse().ok().map(Named::Month)) else { continue };
        for name in line.split_whitespace() {
            names.entry(name).or_insert(named);
        }
    }
    names
});

/// What `word` names, in any case of letters.
pub(super) fn named(word: &str) -> Option<Named> {
    if word.len() > NAME_BYTES || !word.starts_with(char::is_alphabetic) {
        return None;
    }
    NAMES.get(word.to_lowercase().as_str()).copied()
}

/// The number of the month called `word`.
pub(super) fn month(word: &str) -> Option<i16> {
    match named(word)? {
        Named::Month(number) => Some(number),
        Named::Weekday(_) => None,
    }
}

/// The day of the week called `word`.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    match named(word)? {
        Named::Weekday(day) => Some(day),
        Named::Month(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::Weekday;

    use super::{NAME_BYTES, NAMES, Named, month, named, weekday};

    #[test]
    fn every_month_and_day_has_names_that_can_be_found() {
        let months: BTreeSet<i16> = NAMES.keys().filter_map(|name| month(name)).collect();
        assert!(months.into_iter().eq(1..=12));
        assert_eq!(
            NAMES.keys().filter_map(|name| weekday(name)).map(Weekday::to_monday_one_offset).collect::<BTreeSet<_>>().len(),
            7
        );
        for name in NAMES.keys() {
            assert!(name.len() <= NAME_BYTES && name.to_lowercase() == **name && named(name).is_some(), "{name}");
        }
        assert_eq!((named("Sept"), named("МАЯ"), named("may be")), (Some(Named::Month(9)), Some(Named::Month(5)), None));
    }
}
