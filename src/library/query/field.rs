//! The fields of the language: what each is called, and what its value can be.

use super::clause::Clause;
use super::dates::days;
use super::filter::{Kind, Test};
use crate::form::nearest;
use crate::read::Format;
use crate::text::Clean;

/// One field.
pub(super) struct Field {
    /// What stands before the colon.
    pub name: &'static str,
    /// What its value is, in words that go on behind "is".
    pub is: &'static str,
    /// How it is typed.
    pub example: &'static str,
    /// All values, where they have to be known.
    values: fn() -> Vec<&'static str>,
    /// The test that a value stands for.
    pub test: fn(&str) -> Option<Test>,
}

const DATE: &str = "a year, a month or a day";
const DATES: &str = "2025, 2025-11 or 2025-11-28";
const YES_NO: &str = "yes or no";

const FIELDS: &[Field] = &[
    Field {
        name: "topic",
        is: "words of a topic",
        example: "topic:trade",
        values: Vec::new,
        test: |v| words(v).map(Test::Topic),
    },
    Field {
        name: "outlet",
        is: "words of an outlet",
        example: "outlet:\"Hill Courier\"",
        values: Vec::new,
        test: |v| words(v).map(Test::Outlet),
    },
    Field { name: "date", is: DATE, example: DATES, values: Vec::new, test: |v| days(v).map(Test::On) },
    Field { name: "after", is: DATE, example: DATES, values: Vec::new, test: |v| days(v).map(|[first, _]| Test::After(first)) },
    Field { name: "before", is: DATE, example: DATES, values: Vec::new, test: |v| days(v).map(|[first, _]| Test::Before(first)) },
    Field { name: "tension", is: YES_NO, example: "tension:yes", values: Vec::new, test: |v| truth(v).map(Test::Tension) },
    Field {
        name: "type",
        is: "article, briefing or a format",
        example: "type:html",
        values: kinds,
        test: |v| kind(v).map(Test::Kind),
    },
    Field { name: "read", is: YES_NO, example: "read:no", values: Vec::new, test: |v| truth(v).map(Test::Read) },
    Field { name: "marked", is: YES_NO, example: "marked:yes", values: Vec::new, test: |v| truth(v).map(Test::Marked) },
];

impl Field {
    /// The field of this name, in either case.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.name.eq_ignore_ascii_case(name))
    }

    /// What may stand there instead of `value`.
    pub(super) fn help(&self, value: &str) -> Clean {
        let values = (self.values)();
        match nearest(&value.to_ascii_lowercase(), &values) {
            Some(near) => format!("did you mean {}:{near}?", self.name).into(),
            None if values.is_empty() => format!("such as {}", self.example).into(),
            None => format!("known are {}", values.join(", ")).into(),
        }
    }
}

/// What helps who typed the name of no field.
pub(super) fn known(name: &str) -> Clean {
    let names: Vec<&str> = FIELDS.iter().map(|field| field.name).collect();
    let all = names.join(", ");
    let near = nearest(&name.to_ascii_lowercase(), &names).map(|near| format!("did you mean {near}:? ")).unwrap_or_default();
    format!("{near}fields are {all}; it is searched as words").into()
}

/// The words of a topic or outlet; the last one is always a beginning.
fn words(value: &str) -> Option<Clause> {
    Clause::new(false, value, true)
}

fn truth(value: &str) -> Option<bool> {
    [("yes", true), ("no", false)].into_iter().find_map(|(word, truth)| word.eq_ignore_ascii_case(value).then_some(truth))
}

/// The formats that can be read, and the two kinds of entries; a briefing is one of both.
fn kinds() -> Vec<&'static str> {
    let formats = Format::all().filter(|format| !matches!(format, Format::Binary | Format::Briefing));
    ["article", "briefing"].into_iter().chain(formats.map(Format::id)).collect()
}

fn kind(value: &str) -> Option<Kind> {
    match kinds().into_iter().find(|kind| kind.eq_ignore_ascii_case(value))? {
        "article" => Some(Kind::Article),
        "briefing" => Some(Kind::Briefing),
        format => Some(Kind::Format(format)),
    }
}
