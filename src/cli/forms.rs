//! What the command line names by words of other floors: the forms of a whole briefing, those of extracts, the ways of copies.

use std::sync::LazyLock;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::export::Form;
use crate::work::clipboard;

/// The forms of a shown briefing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// A page of plain text.
    #[default]
    Page,
    /// A JSON object; an array of them for several documents.
    Json,
    /// One JSON object a line, in the order of the arguments.
    Jsonl,
    /// Its lines as extracts; those of all documents together.
    Extracts(Form),
}

impl ValueEnum for Shown {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Shown>> = LazyLock::new(|| {
            let extracts = Form::ALL.into_iter().filter(|form| *form != Form::Json).map(Shown::Extracts);
            [Shown::Page, Shown::Json, Shown::Jsonl].into_iter().chain(extracts).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Page => PossibleValue::new("text").help("A page of plain text"),
            Self::Json => PossibleValue::new("json").help("A JSON object; an array of them for several documents"),
            Self::Jsonl => PossibleValue::new("jsonl").help("One JSON object a line, in the order of the arguments"),
            Self::Extracts(form) => PossibleValue::new(form.word()).help(form.help()),
        })
    }
}

/// A form of copied extracts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Copied(pub(super) Form);

impl ValueEnum for Copied {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Copied>> = LazyLock::new(|| Form::ALL.map(Copied).to_vec());
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.word()).help(self.0.help()))
    }
}

/// A way of copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way(pub(super) clipboard::Way);

impl ValueEnum for Way {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Way>> = LazyLock::new(|| clipboard::Way::ALL.map(Way).to_vec());
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.word()).help(self.0.help()))
    }
}
