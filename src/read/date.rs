//! Dates as news writes them.
//!
//! Only whole dates are read: day, month and year. A date that two readers could read as two days is told from one that is none.
//! The clock and the zone beside a date are skipped over; the day is the one that is written.

use unicode_normalization::char::is_combining_mark;

use super::calendar::{month, named, weekday};
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
    let mut skipped = usize::from(weekday.is_some());
    if skipped > 0 {
        let feira =
            tokens.get(skipped).zip(tokens.get(skipped + 1)).is_some_and(|(mark, word)| (mark.text, word.text) == ("-", "feira"));
        skipped += 2 * usize::from(feira);
        skipped += skip(&tokens, skipped, &[",", ".", "،"]);
    }
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
        let read = self.text.chars().map(digit).collect::<Option<Vec<_>>>().filter(|read| digits.contains(&read.len()))?;
        i16::try_from(read.into_iter().fold(0, |number, digit| 10 * number + digit)).ok()
    }
}

/// Whether a date may begin with a token that reads so: most lines are told from dates by their first word.
fn may_begin(first: &str) -> bool {
    first.starts_with(|c| digit(c).is_some()) || named(first).is_some()
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
        _ if digit(c).is_some() => Class::Digit,
        _ if c.is_alphabetic() || is_combining_mark(c) || c == '\u{200C}' => Class::Letter,
        _ => Class::Mark,
    }
}

/// The value of a digit, in the scripts that write dates with digits of their own: Arabic, Persian, Devanagari, full width.
fn digit(c: char) -> Option<u32> {
    let zero = ['0', '\u{660}', '\u{6F0}', '\u{966}', '\u{FF10}']
        .into_iter()
        .find(|&zero| (zero..='\u{FF19}').contains(&c) && (c as u32) < zero as u32 + 10)?;
    Some(c as u32 - zero as u32)
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
    at += other_name(tokens, at);
    at += skip(tokens, at, &[",", "-", "de", "del", "،"]);
    let year = tokens.get(at)?.number(4..=4)?;
    at += 1;
    // The word or letter for "year" behind it, in Russian, Ukrainian and Polish.
    let word = skip(tokens, at, &["г", "года", "р", "року", "r"]);
    at += word;
    at += if word > 0 { skip(tokens, at, &["."]) } else { 0 };
    whole(year, month, day, at)
}

/// The length of a month's second name, `/تشرين الثاني`: Arabic dates often give both.
fn other_name(tokens: &[Token<'_>], at: usize) -> usize {
    let words = |from: usize| tokens.iter().skip(from).take(2).take_while(|t| t.text.starts_with(char::is_alphabetic)).count();
    let slash = skip(tokens, at, &["/"]);
    if slash > 0 { slash + words(at + slash) } else { 0 }
}

/// `2025-11-28`, `2025/11/28`, `2025年11月28日`, `2025년 11월 28일`, `2025. november 28.`.
fn year_first(tokens: &[Token<'_>]) -> Read {
    let mark = tokens.get(1)?.text;
    let year = tokens.first()?.number(4..=4)?;
    if let (".", Some(month)) = (mark, tokens.get(2).and_then(|t| month(t.text))) {
        return whole(year, month, tokens.get(3)?.number(1..=2)?, 4 + skip(tokens, 4, &["."]));
    }
    let month = tokens.get(2)?.number(1..=2)?;
    let second = tokens.get(3)?.text;
    let day = tokens.get(4)?.number(1..=2)?;
    if matches!((mark, second), ("年", "月") | ("년", "월")) {
        return whole(year, month, day, 5 + skip(tokens, 5, &["日", "일"]));
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
    use super::{date, is_day};

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
    fn the_languages_of_news() {
        for text in [
            "Freitag, 28. November 2025",
            "vendredi 28 novembre 2025",
            "viernes, 28 de noviembre de 2025",
            "venerdì 28 novembre 2025",
            "sexta-feira, 28 de novembro de 2025",
            "28 ноября 2025 г.",
            "пятница, 28 ноября 2025 года",
            "28 листопада 2025 року",
            "28 listopada 2025 r.",
            "28 Kasım 2025",
            "الجمعة 28 نوفمبر 2025",
            "٢٨ نوفمبر/تشرين الثاني ٢٠٢٥",
            "۲۸ نوامبر ۲۰۲۵",
            "28 בנובמבר 2025",
            "28 नवंबर 2025",
            "2025年11月28日",
            "２０２５年１１月２８日",
            "2025년 11월 28일",
            "2025. november 28.",
            "28. marraskuuta 2025",
            "28 Νοεμβρίου 2025",
            "Jumat, 28 November 2025",
        ] {
            let found = date(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.day.map(|day| day.to_string()).as_deref(), found.end), (Some("2025-11-28"), text.len()), "{text}");
            assert!(!found.wrong_weekday, "{text}");
        }
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
