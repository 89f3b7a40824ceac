//! A month of the civil calendar, as a number that can be counted on from.

use crate::model::Date;
use crate::text::Clean;

/// A month: so many months after January of the year 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(i32);

impl Month {
    /// The month of `date`.
    pub fn of(date: Date) -> Self {
        Self(i32::from(date.year()) * 12 + i32::from(date.month()) - 1)
    }

    /// The month so many months on.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// How many months it is after `earlier`; negative where it is before it.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Which cell it falls into where `months` make one: cells begin where a year does, or a part of one.
    pub(super) fn cell(self, months: i32) -> i32 {
        self.0.div_euclid(months.max(1))
    }

    /// The month as programs write it: `2025-11`.
    pub fn digits(self) -> Clean {
        format!("{:04}-{:02}", self.0.div_euclid(12), self.number() + 1).into()
    }

    /// The month as people write it: `Nov 2025`.
    pub fn words(self) -> Clean {
        const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let name = NAMES.get(self.number()).copied().unwrap_or_default();
        format!("{name} {}", self.0.div_euclid(12)).into()
    }

    /// From 0 for January.
    fn number(self) -> usize {
        usize::try_from(self.0.rem_euclid(12)).unwrap_or_default()
    }
}
