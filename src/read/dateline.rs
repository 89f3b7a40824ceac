//! The place that a news story's first paragraph begins with: `MOSCOW: `, `NEW DELHI, Nov 28 (Agency) - `.
//!
//! Capitals make it one; a place in small letters counts only beside a day or an agency. The words stay in the paragraph.

use super::date::{Dated, date, is_day};
use super::names::is_capitalised;
use crate::text::Span;

/// Where the dash or colon behind a dateline is looked for, in bytes.
const DATELINE_BYTES: usize = 120;

/// Words in capitals that stand before a colon or dash and are no places.
const LABELS: &[&str] = &[
    "ANALYSIS",
    "BREAKING",
    "CLAIM",
    "COMMENT",
    "CORRECTION",
    "EDITORIAL",
    "EXCLUSIVE",
    "EXPLAINED",
    "EXPLAINER",
    "FACT",
    "FACTBOX",
    "FACTS",
    "FLASHBACK",
    "INTERVIEW",
    "LISTEN",
    "LIVE",
    "MORE",
    "NATO",
    "NEWS",
    "NOTE",
    "OPEC",
    "OPINION",
    "PHOTOS",
    "PODCAST",
    "PROFILE",
    "QUESTION",
    "ANSWER",
    "READ",
    "RELATED",
    "REVIEW",
    "SOURCE",
    "TIMELINE",
    "UPDATE",
    "UPDATED",
    "VIDEO",
    "VIEW",
    "WARNING",
    "WATCH",
    "WHAT",
    "WHO",
    "WHY",
    "SUMMARY",
    "ASSESSMENT",
];

/// What a dateline says; places count in the paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    pub(super) place: Span,
    pub(super) agency: Option<Span>,
    /// The day, where its year is said.
    pub(super) dated: Option<Dated>,
}

/// The dateline that `paragraph` begins with.
pub(super) fn dateline(paragraph: &str) -> Option<Dateline> {
    let near = paragraph.get(..paragraph.floor_char_boundary(DATELINE_BYTES))?;
    let marks = [": ", " - ", " – ", " -- ", "—"];
    let (at, mark) = marks.iter().filter_map(|m| near.find(m).map(|at| (at, *m))).min()?;
    let story = paragraph.get(at + mark.len()..)?.trim_start_matches(['-', '–', ' ']);
    let begins = story.chars().find(|c| c.is_alphanumeric())?;
    (!begins.is_lowercase()).then(|| read(near, at, mark == ": ")).flatten()
}

/// Reads what stands before the mark at `end`.
fn read(text: &str, end: usize, colon: bool) -> Option<Dateline> {
    let (rest, agency) = agency(text, Span::new(0, end).trim(text));
    let mut place = Span::default();
    let mut dated = None;
    let mut day = false;
    let mut at = 0;
    for part in rest.of(text).split(',') {
        let span = Span::new(at, at + part.len()).trim(text);
        let words = span.of(text);
        if place.is_empty() {
            // "Jan 3 (Agency) -" says when alone.
            place = if is_day(words) { return None } else { span };
        } else if is_day(words) {
            day = true;
            dated = date(rest.of(text).get(span.start()..)?).map(|d| Dated { span: d.span.shift(span.start()), ..d });
            break;
        } else if is_capitalised(words, 4) {
            place = place.cover(span);
        } else {
            return None;
        }
        at += part.len() + 1;
    }
    let city = place.of(text).split(',').next().unwrap_or_default();
    let shouted = is_shouted(city);
    let said = agency.is_some() || day;
    (shouted || (said && !colon && is_capitalised(city, 3))).then_some(Dateline { place, agency, dated })
}

/// Takes `(Agency)` off the end.
fn agency(text: &str, span: Span) -> (Span, Option<Span>) {
    let words = span.of(text);
    let inside = words.strip_suffix(')').and_then(|t| t.rsplit_once('(')).filter(|(_, inside)| is_capitalised(inside, 4));
    match inside {
        Some((before, inside)) => {
            let end = span.start() + words.len() - 1;
            (Span::new(span.start(), span.start() + before.len()).trim(text), Some(Span::new(end - inside.len(), end)))
        }
        None => (span, None),
    }
}

/// Whether it is a place in capitals: three letters at least, five words at most, no label of another kind.
fn is_shouted(city: &str) -> bool {
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = city.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '/'));
    let mut words = city.split_whitespace();
    letters >= 3 && capitals && words.clone().count() <= 5 && !words.any(|w| LABELS.contains(&w))
}

#[cfg(test)]
mod tests {
    use super::dateline;

    #[track_caller]
    fn check(paragraph: &str, place: &str, agency: &str) {
        let found = dateline(paragraph).unwrap();
        assert_eq!((found.place.of(paragraph), found.agency.map_or("", |s| s.of(paragraph))), (place, agency), "{paragraph}");
    }

    #[test]
    fn the_forms_that_agencies_use() {
        check("MOSCOW: The president", "MOSCOW", "");
        check("NEW DELHI, Nov 28 (Sample Press) - India", "NEW DELHI", "Sample Press");
        check("GENEVA (Reuters) — Envoys", "GENEVA", "Reuters");
        check("PARIS—The minister", "PARIS", "");
        check("PORT ELMA, Lusenia - The first convoy", "PORT ELMA, Lusenia", "");
        check("VESTRA, Belmora, Nov. 3 - International", "VESTRA, Belmora", "");
        check("HALMAR, Oct. 14 (Sample Press) -- The Union", "HALMAR", "Sample Press");
        check("Halmar, 14 October (Sample Press) – The Union", "Halmar", "Sample Press");
        let paragraph = "HALMAR, Oct. 14, 2025 (AP) — The Union";
        assert_eq!(dateline(paragraph).unwrap().dated.unwrap().day.unwrap().to_string(), "2025-10-14");
    }

    #[test]
    fn other_beginnings_are_none() {
        for paragraph in [
            "Paris — The minister",
            "WATCH: The minister speaks",
            "NATO — The alliance",
            "EU: The union",
            "MOSCOW: and so on",
            "“The sea is open,” he said - The end",
            "THE FACTS: Officials",
            "S-400: The system",
            "",
            "The rule: One thing",
            "Halmar (AP): One",
            "Jan 3 (Sample Press) - The Union",
        ] {
            assert_eq!(dateline(paragraph), None, "{paragraph}");
        }
    }
}
