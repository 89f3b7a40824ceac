//! A stretch of months in which no article speaks of a topic, with what the library holds of them otherwise.

use super::Month;
use crate::text::Clean;

/// From so many whole months on, a stretch without a line is a silence.
pub const SILENCE: i32 = 3;

/// Whole months without a line, with lines before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silence {
    /// Its first month.
    pub from: Month,
    /// Its last month.
    pub to: Month,
    /// How many articles the library has of these months: where it has none, it is the library that is silent, not the press.
    pub others: usize,
}

impl Silence {
    /// The silence between two months, neither of them in it, where it is long enough to be one.
    pub(super) fn between(before: Month, after: Month, others: impl Fn(Month, Month) -> usize) -> Option<Self> {
        let (from, to) = (before.plus(1), after.plus(-1));
        (after.since(before) > SILENCE).then(|| Self { from, to, others: others(from, to) })
    }

    /// How many months it lasts.
    pub fn months(&self) -> i32 {
        self.to.since(self.from) + 1
    }

    /// The silence in words: `no line for 5 months, Feb 2020 to Jun 2020 (312 other articles)`.
    pub fn words(&self) -> Clean {
        let others = match self.others {
            0 => "no article at all".to_owned(),
            1 => "1 other article".to_owned(),
            many => format!("{} other articles", crate::library::thousands(many)),
        };
        format!("no line for {} months, {} to {} ({others})", self.months(), self.from.words(), self.to.words()).into()
    }
}
