//! Moments as files keep them beside their words: ISO 8601, the dates of mail and feeds, stamps of agencies, and else the dates that
//! articles write.

use jiff::civil::Time;
use jiff::fmt::{rfc2822, temporal};
use jiff::tz::Offset;

use super::date::date;
use crate::model::{Date, Moment};

/// The zones that RFC 5322 knows by name; by any other name two zones may go.
const ZONES: [&str; 12] = ["Z", "UT", "UTC", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"];

/// What is behind a clock of twelve hours.
const HALVES: [&str; 2] = ["AM", "PM"];

/// The moment that `written` says and nothing else; `None` where it says none, or one that could be two days.
pub(super) fn moment(written: &str) -> Option<Moment> {
    let written = written.trim();
    iso(written).or_else(|| stamp(written)).or_else(|| mail(written)).or_else(|| prose(written))
}

/// ISO 8601, with a space for the T and a zone of two digits, too: `2025-11-28T09:30:00+05:30`, `2025-11-28 09:30:00+00`.
fn iso(written: &str) -> Option<Moment> {
    let (day, rest) = written.split_at_checked(10)?;
    let day: Date = day.parse().ok()?;
    let Some(rest) = rest.strip_prefix(['T', 't', ' ']).map(str::trim) else {
        return rest.is_empty().then(|| day.into());
    };
    let zone = rest.find(['Z', 'z', '+', '-', '−', ' ']).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at_checked(zone)?;
    let time: Time = clock.parse().ok()?;
    Some(Moment { day, clock: Some((time, offset(zone.trim())?)) })
}

/// The offset that a zone says: none at all where there is no zone; `None` where it is not understood.
#[expect(clippy::option_option, reason = "no zone, and one that is not understood, are two things")]
fn offset(zone: &str) -> Option<Option<Offset>> {
    if zone.is_empty() {
        return Some(None);
    }
    if ["Z", "UTC", "GMT"].iter().any(|word| zone.eq_ignore_ascii_case(word)) {
        return Some(Some(Offset::UTC));
    }
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes: i32 = if minutes.is_empty() { 0 } else { minutes.get(..2)?.parse().ok()? };
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes * 60;
    let sign = if zone.starts_with('+') { 1 } else { -1 };
    Offset::from_seconds(sign * seconds).ok().map(Some)
}

/// The stamps of agencies, which have no marks: `20251128`, `20251128T093000Z`, `20251128T0930+0530`, `20251128093000`.
fn stamp(written: &str) -> Option<Moment> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = written.get(8..).filter(|_| digits(written) >= 8)?;
    let day = temporal::DateTimeParser::new().parse_date(written.get(..8)?).ok()?;
    if behind.is_empty() {
        return Some(day.into());
    }
    let clock = behind.strip_prefix(['T', 't', ' ']).unwrap_or(behind);
    let (clock, rest) = clock.split_at_checked(digits(clock)).filter(|(clock, _)| matches!(clock.len(), 4 | 6))?;
    let fraction = rest.strip_prefix(['.', ',']).map_or(0, |fraction| 1 + digits(fraction));
    let number = |at: usize| clock.get(at..at + 2).unwrap_or("0").parse::<i8>().ok();
    let time = Time::new(number(0)?, number(2)?, number(4)?, 0).ok()?;
    Some(Moment { day, clock: Some((time, offset(rest.get(fraction..)?.trim())?)) })
}

/// RFC 5322, as mail and RSS write it: `Fri, 28 Nov 2025 09:30:00 +0530`; also with no zone or with the name of one that could be several.
fn mail(written: &str) -> Option<Moment> {
    let parser = rfc2822::DateTimeParser::new().relaxed_weekday(true);
    let bare = written.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let name = written.get(bare.len()..).unwrap_or_default();
    let is_known = name.is_empty() || ZONES.iter().any(|zone| name.eq_ignore_ascii_case(zone));
    if let Some(at) = parser.parse_zoned(written).ok().filter(|_| is_known) {
        return Some(Moment { day: at.date(), clock: Some((at.time(), Some(at.offset()))) });
    }
    if HALVES.iter().any(|half| name.eq_ignore_ascii_case(half)) {
        return None;
    }
    let at = parser.parse_zoned(format!("{} +0000", bare.trim_end())).ok()?;
    Some(Moment { day: at.date(), clock: Some((at.time(), None)) })
}

/// A date as articles write it, with nothing but a clock behind it.
fn prose(written: &str) -> Option<Moment> {
    let found = date(written)?;
    let behind = written.get(found.span.end()..).unwrap_or_default().trim_start_matches([',', ' ']);
    let zone = behind.find(['Z', 'z', '+', '-', '−', ' ']).unwrap_or(behind.len());
    if let Some((time, zone)) =
        behind.split_at_checked(zone).and_then(|(clock, zone)| Some((clock.parse().ok()?, offset(zone.trim())?)))
    {
        return Some(Moment { day: found.day?, clock: Some((time, zone)) });
    }
    (found.end == written.len()).then_some(found.day?.into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::moment;

    #[track_caller]
    fn check(written: &str, expected: &str) {
        assert_eq!(moment(written).map_or("none".to_owned(), |moment| moment.to_string()), expected, "{written}");
    }

    #[test]
    fn moments_keep_what_was_written() {
        check("2025-11-28", "2025-11-28");
        check(" 2025-11-28T09:30:00+05:30 ", "2025-11-28T09:30:00+05:30");
        check("2025-11-28T09:30:00.123Z", "2025-11-28T09:30:00Z");
        check("2025-11-28 09:30", "2025-11-28T09:30:00");
        check("2025-06-30 15:59:30 +0200", "2025-06-30T15:59:30+02:00");
        check("2025-06-30T15:59:30−02", "2025-06-30T15:59:30-02:00");
        check("20251128", "2025-11-28");
        check("20251128T093000Z", "2025-11-28T09:30:00Z");
        check("20251128T093000+0530", "2025-11-28T09:30:00+05:30");
        check("20251128T0930Z", "2025-11-28T09:30:00Z");
        check("20251128093000", "2025-11-28T09:30:00");
        check("20251128T093000.000-0300", "2025-11-28T09:30:00-03:00");
        check("Fri, 28 Nov 2025 09:30:00 +0530", "2025-11-28T09:30:00+05:30");
        check("Fri, 28 Nov 2025 09:30:00 GMT", "2025-11-28T09:30:00Z");
        check("Fri, 28 Nov 2025 09:30:00 EST", "2025-11-28T09:30:00-05:00");
        check("Fri, 28 Nov 2025 09:30:00 CET", "2025-11-28T09:30:00");
        check("28 Nov 2025 09:30", "2025-11-28T09:30:00");
        check("28 Nov 2025 09:30 PM", "2025-11-28");
        check("28 November 2025", "2025-11-28");
        check("Freitag, 28. November 2025 09:30 +0100", "2025-11-28T09:30:00+01:00");
        check("November 28, 2025, 09:30:15", "2025-11-28T09:30:15");
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for written in ["", "2025", "2025-13-01", "2025-11-28X", "20251328", "2025112", "03/04/2025", "yesterday"] {
            check(written, "none");
        }
    }

    proptest! {
        #[test]
        fn anything_may_be_asked(written in "[0-9TZ:+−. -]{0,30}|.{0,40}") {
            let _ = moment(&written);
        }
    }
}
