//! A year, a month or a day as a query has it.

use crate::model::Date;

/// The first and the last day of `2025`, `2025-11` or `2025-11-28`; `None` for anything else, and for days that no calendar has.
pub(super) fn days(typed: &str) -> Option<[Date; 2]> {
    let mut parts = typed.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2));
    let day = parts.next().map(|part| number(part, 2));
    if parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (None, _) => Some([date(year, 1, 1)?, date(year, 12, 31)?]),
        (Some(month), None) => date(year, month?, 1).map(|first| [first, first.last_of_month()]),
        (Some(month), Some(day)) => date(year, month?, day?).map(|day| [day; 2]),
    }
}

/// The number that these `digits` digits are.
fn number(part: &str, digits: usize) -> Option<i16> {
    let fits = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| part.parse().ok()).flatten()
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}
