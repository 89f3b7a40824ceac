//! Dates as news writes them.
//!
//! Only whole dates are read: day, month and year. A date that two readers could read as two days is told from one that is none.
//! The clock and the zone beside a date are skipped over; the day is the one that is written.

use jiff::civil::Weekday;

use crate::model::Date;
use crate::text::Span;

/// The years that an article can be of.
const YEARS: std::ops::RangeInclusive<i16> = 1700..=2199;

/// What stands at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// The day; `None` where day and month could be either way round.
    pub(super) day: Option<Date>,
    /// The weekday that is written but is not that day's.
    pub(super) wrong_weekday: bool,
    /// From the weekday or day to the year, in the text given.
    pub(super) span: Span,
    /// Behind the clock and the zone, if there are any.
    pub(super) end: usize,
}

/// The date that `text` begins with.
pub(super) fn date(text: &str) -> Option<Dated> {
    if !may_begin(token(text, 0)?.text) {
        return None;
    }
    let tokens = tokens(text);
    let weekday = tokens.first().and_then(|t| weekday(t.text));
    let skipped = match (weekday, tokens.get(1)) {
        (None, _) => 0,
        (Some(_), Some(t)) if matches!(t.text, "," | ".") => 2,
        _ => 1,
    };
    let rest = tokens.get(skipped..)?;
    let (day, used) = month_first(rest).or_else(|| day_first(rest)).or_else(|| year_first(rest)).or_else(|| numeric(rest))?;
    let last = rest.get(used - 1)?.span;
    let wrong_weekday = day.zip(weekday).is_some_and(|(day, said)| day.weekday() != said);
    let start = tokens.first()?.span.start();
    let end = last.end() + clock(text.get(last.end()..).unwrap_or_default());
    Some(Dated { day, wrong_weekday, span: Span::new(start, last.end()), end })
}

/// A run of letters, a run of digits, or a mark.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    text: &'a str,
    span: Span,
}

impl Token<'_> {
    fn number(self, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        let fits = digits.contains(&self.text.len()) && self.text.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| self.text.parse().ok()).flatten()
    }
}

/// Whether a date may begin with a token that reads so: most lines are told from dates by their first word.
fn may_begin(first: &str) -> bool {
    first.starts_with(|c: char| c.is_ascii_digit()) || weekday(first).is_some() || month(first).is_some()
}

/// The first tokens of `text`; a date has no more than these.
fn tokens(text: &str) -> Vec<Token<'_>> {
    std::iter::successors(token(text, 0), |last| token(text, last.span.end())).take(12).collect()
}

/// The first token of `text` at or behind the byte `at`.
fn token(text: &str, at: usize) -> Option<Token<'_>> {
    let rest = text.get(at..)?.trim_start();
    let first = rest.chars().next()?;
    let class = class(first);
    let len = if class == Class::Mark { first.len_utf8() } else { rest.find(|c| self::class(c) != class).unwrap_or(rest.len()) };
    let start = text.len() - rest.len();
    Some(Token { text: rest.get(..len)?, span: Span::new(start, start + len) })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        _ if c.is_ascii_digit() => Class::Digit,
        _ if c.is_alphabetic() => Class::Letter,
        _ => Class::Mark,
    }
}

/// A day, if there is one, and how many tokens it takes.
type Read = Option<(Option<Date>, usize)>;

/// `November 28, 2025`, `Nov. 28 2025`, `November 28th, 2025`.
fn month_first(tokens: &[Token<'_>]) -> Read {
    let month = month(tokens.first()?.text)?;
    let mut at = 1 + skip(tokens, 1, &["."]);
    let day = tokens.get(at)?.number(1..=2)?;
    at += 1;
    at += skip(tokens, at, &["st", "nd", "rd", "th"]);
    at += skip(tokens, at, &[","]);
    let year = tokens.get(at)?.number(4..=4)?;
    whole(year, month, day, at + 1)
}

/// `28 November 2025`, `28th of Nov., 2025`, `28-Nov-2025`, `28. November 2025`, `28 de noviembre de 2025`.
fn day_first(tokens: &[Token<'_>]) -> Read {
    let day = tokens.first()?.number(1..=2)?;
    let mut at = 1;
    at += skip(tokens, at, &["st", "nd", "rd", "th", ".", "º", "er"]);
    at += skip(tokens, at, &["of", "de", "-"]);
    let month = month(tokens.get(at)?.text)?;
    at += 1;
    at += skip(tokens, at, &["."]);
    at += skip(tokens, at, &[",", "-", "de", "del"]);
    let year = tokens.get(at)?.number(4..=4)?;
    whole(year, month, day, at + 1)
}

/// `2025-11-28`, `2025/11/28`, `2025年11月28日`.
fn year_first(tokens: &[Token<'_>]) -> Read {
    let mark = tokens.get(1)?.text;
    let year = tokens.first()?.number(4..=4)?;
    let month = tokens.get(2)?.number(1..=2)?;
    let second = tokens.get(3)?.text;
    let day = tokens.get(4)?.number(1..=2)?;
    if mark == "年" && second == "月" {
        return whole(year, month, day, 5 + skip(tokens, 5, &["日"]));
    }
    (matches!(mark, "-" | "/" | ".") && mark == second).then(|| whole(year, month, day, 5)).flatten()
}

/// `28/11/2025` and `11/28/2025` leave no doubt, `28.11.2025` is always day first; `03/04/2025` is two days.
fn numeric(tokens: &[Token<'_>]) -> Read {
    let first = tokens.first()?.number(1..=2)?;
    let mark = tokens.get(1)?.text;
    let second = tokens.get(2)?.number(1..=2)?;
    let year = tokens.get(4)?.number(4..=4)?;
    if !matches!(mark, "/" | "-" | ".") || tokens.get(3)?.text != mark {
        return None;
    }
    let day_first = whole(year, second, first, 5);
    let month_first = whole(year, first, second, 5);
    match (day_first, month_first) {
        (Some(day), _) if mark == "." || month_first.is_none() || first == second => Some(day),
        (Some(_), Some(_)) => Some((None, 5)),
        (None, other) => other.filter(|_| mark != "."),
        (day, None) => day,
    }
}

fn whole(year: i16, month: i16, day: i16, used: usize) -> Read {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    YEARS.contains(&year).then_some((Some(date), used))
}

/// One if the token at `at` is one of `words`.
fn skip(tokens: &[Token<'_>], at: usize, words: &[&str]) -> usize {
    usize::from(tokens.get(at).is_some_and(|t| words.iter().any(|w| t.text.eq_ignore_ascii_case(w))))
}

/// Whether `text` begins with a day of a month without a year, as datelines do: `Nov. 28`, `28 November`.
pub(super) fn is_day(text: &str) -> bool {
    let tokens = tokens(text);
    let word = |at: usize| tokens.get(at).is_some_and(|t| month(t.text).is_some());
    let day = |at: usize| tokens.get(at).is_some_and(|t| t.number(1..=2).is_some());
    let at = 1 + skip(&tokens, 1, &["."]);
    (word(0) && day(at)) || (day(0) && word(at))
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "janvier", "janv", "enero", "gennaio", "janeiro", "januari"],
    &["february", "feb", "februar", "février", "févr", "febrero", "febbraio", "fevereiro", "februari"],
    &["march", "mar", "märz", "mars", "marzo", "março", "maart"],
    &["april", "apr", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei"],
    &["june", "jun", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "jul", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "aug", "août", "agosto", "augustus"],
    &["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro"],
    &["october", "oct", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "nov", "novembre", "noviembre", "novembro"],
    &["december", "dec", "dezember", "décembre", "diciembre", "dicembre", "dezembro"],
];

/// What the names of months begin with: most words are told from them by that.
const MONTH_LETTERS: &str = "adefgjlmnos";

/// The number of the month called `word`, in English and the languages whose month names cannot be mistaken for another.
fn month(word: &str) -> Option<i16> {
    if !word.starts_with(|c: char| MONTH_LETTERS.contains(c.to_ascii_lowercase())) {
        return None;
    }
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    i16::try_from(at + 1).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    if !word.starts_with(['m', 't', 'w', 'f', 's', 'M', 'T', 'W', 'F', 'S']) {
        return None;
    }
    Some(match word.to_ascii_lowercase().as_str() {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// The length of the time of day that `rest`, what stands behind a date, begins with; 0 without one.
fn clock(rest: &str) -> usize {
    let mut seen_digit = false;
    let mut end = 0;
    let mut at = 0;
    for word in rest.split_inclusive([' ', ',']) {
        let bare = word.trim().trim_matches(['(', ')', ',', ';', '.']);
        at += word.len();
        let time = is_time(bare.strip_prefix('T').unwrap_or(bare));
        seen_digit |= time;
        if time || (seen_digit && is_zone(bare)) {
            end = at - (word.len() - word.trim_end_matches([' ', ',']).len());
        } else if !(bare.is_empty() || matches!(bare, "at" | "-" | "–" | "—" | "um" | "à")) {
            break;
        }
    }
    end
}

/// `14:19`, `6:40pm`, `10.20`, `08:15:00Z`, `08:15:00.000+05:30`, `1830`.
fn is_time(word: &str) -> bool {
    let core = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let half = is_half(word.get(core.len()..).unwrap_or_default());
    let numeric = core.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'+' | b'-'));
    let length = core.len();
    core.starts_with(|c: char| c.is_ascii_digit())
        && numeric
        && (core.contains([':', '.']) || length == 4 || (length <= 2 && half))
}

/// `p.m.`, `EST`, `GMT+5`, `UTC`, `+0530`, `hrs`.
fn is_zone(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ':'));
    let named = (1..=5).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
    is_half(word) || word.starts_with('+') || named
}

/// The half of the day, or a word for hours.
fn is_half(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "am" | "pm" | "a.m" | "p.m" | "a.m." | "p.m." | "hrs" | "hours" | "h" | "uhr" | "noon")
}

#[cfg(test)]
mod tests {
    use super::{MONTH_LETTERS, MONTHS, date, is_day};

    #[track_caller]
    fn check(text: &str, day: &str, words: &str, rest: &str) {
        let found = date(text).unwrap();
        let said = found.day.map_or_else(|| "ambiguous".to_owned(), |d| d.to_string());
        assert_eq!((said.as_str(), found.span.of(text), text.get(found.end..).unwrap().trim()), (day, words, rest), "{text}");
    }

    #[test]
    fn the_forms_that_news_uses() {
        check("Fri Nov 28 2025", "2025-11-28", "Fri Nov 28 2025", "");
        check("Friday, November 28, 2025", "2025-11-28", "Friday, November 28, 2025", "");
        check("28 November 2025", "2025-11-28", "28 November 2025", "");
        check("28th of Nov. 2025, 18:40 IST", "2025-11-28", "28th of Nov. 2025", "");
        check("Nov. 28, 2025, 6:40 p.m.", "2025-11-28", "Nov. 28, 2025", "");
        check("February 29, 2024 8:34am EST", "2024-02-29", "February 29, 2024", "");
        check("21 May 2025 - 14:19", "2025-05-21", "21 May 2025", "");
        check("28-Nov-2025", "2025-11-28", "28-Nov-2025", "");
        check("28. November 2025 um 10:15 Uhr", "2025-11-28", "28. November 2025", "");
        check("2025年11月28日", "2025-11-28", "2025年11月28日", "");
    }

    #[test]
    fn numbers_alone() {
        check("2025-09-30T08:15:00Z", "2025-09-30", "2025-09-30", "");
        check("2025-09-30 08:15:00+05:30", "2025-09-30", "2025-09-30", "");
        check("28/11/2025", "2025-11-28", "28/11/2025", "");
        check("11/28/2025", "2025-11-28", "11/28/2025", "");
        check("03.04.2025", "2025-04-03", "03.04.2025", "");
        check("03/04/2025", "ambiguous", "03/04/2025", "");
    }

    #[test]
    fn what_follows_is_left() {
        check("14 Oct 2025 by Jane Doe", "2025-10-14", "14 Oct 2025", "by Jane Doe");
        check("14 Oct 2025 at 10.20 GMT Updated later", "2025-10-14", "14 Oct 2025", "Updated later");
    }

    #[test]
    fn every_month_begins_with_a_letter_of_months() {
        assert!(MONTHS.iter().flat_map(|names| *names).all(|name| name.starts_with(|c| MONTH_LETTERS.contains(c))));
    }

    #[test]
    fn no_date_is_no_date() {
        for text in
            ["", "31 February 2025", "Nov 28", "May the talks begin", "2025", "13/13/2025", "12 tankers 2025", "1 May 12345"]
        {
            assert_eq!(date(text), None, "{text}");
        }
        assert!(date("Monday, 28 November 2025").unwrap().wrong_weekday);
        assert!(is_day("Oct. 14 (Agency)") && is_day("14 October") && !is_day("Lusenia"));
    }
}
