//! When an article was published or changed: a day, and the clock and the zone where its file says them.

use std::fmt;

use jiff::civil::Time;
use jiff::tz::Offset;

use super::Date;

/// A moment as a file states it: nothing is converted, nothing is filled in. Shown as ISO 8601 has it: `2025-11-28`,
/// `2025-11-28T09:30:00`, `2025-11-28T09:30:00+05:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day, in the zone that was written.
    pub day: Date,
    /// The time of day, and how far its zone is from UTC.
    pub clock: Option<(Time, Option<Offset>)>,
}

impl From<Date> for Moment {
    fn from(day: Date) -> Self {
        Self { day, clock: None }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        let Some((time, offset)) = self.clock else { return Ok(()) };
        write!(f, "T{}", time.strftime("%H:%M:%S"))?;
        match offset.map(Offset::seconds) {
            None => Ok(()),
            Some(0) => write!(f, "Z"),
            Some(seconds) => {
                let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use jiff::tz::{Offset, offset};

    use super::Moment;

    #[test]
    fn a_moment_says_no_more_than_was_written() {
        let shown = |clock| Moment { day: date(2025, 11, 28), clock }.to_string();
        let at = time(9, 30, 0, 0);
        assert_eq!(shown(None), "2025-11-28");
        assert_eq!(shown(Some((at, None))), "2025-11-28T09:30:00");
        assert_eq!(shown(Some((at, Some(Offset::UTC)))), "2025-11-28T09:30:00Z");
        assert_eq!(shown(Some((at, Some(offset(-3))))), "2025-11-28T09:30:00-03:00");
        assert_eq!(shown(Offset::from_seconds(19_800).ok().map(|o| (at, Some(o)))), "2025-11-28T09:30:00+05:30");
    }
}
