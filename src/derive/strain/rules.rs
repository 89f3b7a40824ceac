//! The words of strain as cue files say them.

use crate::derive::cues::CueUse;
use crate::derive::place::{Lines, Place};
use crate::form::Table;
use crate::text::Clean;

/// The strain of a sentence that makes it a tension, where no file says.
const ENOUGH: u32 = 2;

/// What holds for all words of strain.
#[derive(Debug)]
pub(in crate::derive) struct StrainRules {
    /// The strain that a sentence needs.
    pub(super) enough: u32,
}

/// What a term is for among the words of strain.
#[derive(Clone, Copy, Debug)]
pub(in crate::derive) enum StrainUse {
    /// A word of strain and its weight.
    Term(u32, Place),
    /// No word of strain inside these words.
    Not,
}

impl Default for StrainRules {
    fn default() -> Self {
        Self { enough: ENOUGH }
    }
}

impl StrainRules {
    /// Adds what the table `strain` of a cue file says; its terms go to `terms`.
    pub(in crate::derive) fn read(&mut self, table: &Table<'_>, lines: &Lines, terms: &mut Vec<(Clean, CueUse)>) {
        if let Some(enough) = table.number("enough") {
            self.enough = u32::try_from(enough).unwrap_or(ENOUGH);
        }
        for (key, weight) in [("strong", 2), ("weak", 1)] {
            let words = table.texts(key).into_iter();
            terms.extend(words.map(|(term, span)| (term, CueUse::Strain(StrainUse::Term(weight, lines.place(span))))));
        }
        terms.extend(table.texts("not").into_iter().map(|(term, _)| (term, CueUse::Strain(StrainUse::Not))));
    }
}
