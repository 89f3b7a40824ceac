//! The forms that the command line names: those of a whole briefing, and those of extracts.

use std::sync::LazyLock;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::export::Form;

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

/// The forms of extracts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extracted(pub(super) Form);

impl ValueEnum for Extracted {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Extracted>> = LazyLock::new(|| Form::ALL.into_iter().map(Extracted).collect());
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.word()).help(self.0.help()))
    }
}
