//! Factiva's layout without codes: headline, author, word count, date, source and language one below the other, then the text, then
//! `Document` and its number.

use super::coded::{document, without_by};
use super::lines::{Line, head, is_page_mark, is_rights, is_word_count, joined, left_out, lines, parts};
use crate::model::BlockKind;
use crate::read::draft::{Draft, Part, most};
use crate::read::moment::moment;
use crate::read::names::is_people;
use crate::text::Clean;

/// The lines of a head, above the word count and below it.
const ABOVE: usize = 8;
const BELOW: usize = 10;

/// How Factiva writes the languages that it has most of.
const LANGUAGES: [&str; 22] = [
    "English",
    "French",
    "German",
    "Spanish",
    "Portuguese",
    "Italian",
    "Dutch",
    "Russian",
    "Chinese - Simplified",
    "Chinese - Traditional",
    "Japanese",
    "Korean",
    "Arabic",
    "Turkish",
    "Polish",
    "Swedish",
    "Danish",
    "Norwegian",
    "Finnish",
    "Czech",
    "Hungarian",
    "Indonesian",
];

/// Whether `text` is in this layout: a word count with a date below it, and the number of a document somewhere.
pub(super) fn is_display(text: &str) -> bool {
    let near: Vec<Line<'_>> = lines(head(text)).filter(|line| !line.is_blank()).collect();
    let counted =
        near.windows(2).any(|two| matches!(two, [count, day] if is_word_count(count.text) && moment(day.text).is_some()));
    counted && lines(text).any(|line| number(line.text).is_some())
}

/// The articles of `text`.
pub(super) fn drafts(text: &str) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut chunk = Vec::new();
    for line in lines(text) {
        match number(line.text) {
            Some(number) => {
                drafts.extend(draft(&std::mem::take(&mut chunk), Some(number)));
                if drafts.len() > most(text.len()) {
                    return drafts;
                }
            }
            None => chunk.push(line),
        }
    }
    match draft(&chunk, None) {
        Some(last) if last.fields.date.is_some() => drafts.push(last),
        _ => {
            let outside = chunk.into_iter().filter(|line| !line.is_blank()).map(left_out);
            if let Some(last) = drafts.last_mut() {
                last.removed.extend(outside);
            }
        }
    }
    drafts
}

/// The number in `Document HILLC00020251128elbs0001x`.
fn number(line: &str) -> Option<&str> {
    let number = line.trim().strip_prefix("Document ")?;
    let fits = (16..40).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (fits && number.starts_with(|c: char| c.is_ascii_uppercase()) && number.contains("20")).then_some(number)
}

/// The article in these lines; `None` where there are no words.
fn draft(lines: &[Line<'_>], number: Option<&str>) -> Option<Draft> {
    let mut draft = Draft::default();
    let (marks, lines): (Vec<Line<'_>>, Vec<Line<'_>>) = lines.iter().partition(|line| is_page_mark(line.text));
    draft.removed.extend(marks.into_iter().map(left_out));
    let filled: Vec<usize> = (0..lines.len()).filter(|&at| lines.get(at).is_some_and(|line| !line.is_blank())).collect();
    filled.first()?;
    let text = |at: &usize| lines.get(*at).map_or("", |line| line.text.trim());
    let count = filled.iter().take(ABOVE + 1).position(|at| is_word_count(text(at)));
    let body = match count {
        Some(count) => {
            let above: Vec<Line<'_>> = filled.iter().take(count).filter_map(|&at| lines.get(at)).copied().collect();
            over(&above, &mut draft);
            let below: Vec<&usize> = filled.iter().skip(count + 1).take(BELOW).collect();
            let used = under(&below.iter().map(|at| text(at)).collect::<Vec<_>>(), &mut draft);
            filled.get(count + 1 + used).copied().unwrap_or(lines.len())
        }
        None => 0,
    };
    draft.parts.extend(parts(lines.get(body..).unwrap_or_default(), BlockKind::Paragraph));
    draft.notes.extend(number.map(document));
    Some(draft)
}

/// Takes what stands above the word count: a section, the headline, who wrote it.
fn over(above: &[Line<'_>], draft: &mut Draft) {
    let mut rest = above;
    if let [before @ .., last] = rest {
        let named = last.text.trim().get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
        let words = |line: &Line<'_>| line.text.split_whitespace().count();
        let short = words(last) <= 4 && before.last().is_some_and(|above| words(above) > words(last));
        if !before.is_empty() && (named || short && is_people(last.text.trim())) {
            draft.fields.byline = Some(without_by(last.text.trim()));
            rest = before;
        }
    }
    if let [section, below @ ..] = rest
        && !below.is_empty()
        && section.text.split_whitespace().count() <= 4
    {
        draft.fields.section = Some(Clean::from(section.text.trim()));
        rest = below;
    }
    draft.fields.headline = joined(rest);
    if let (Some(headline), Some(first)) = (&draft.fields.headline, rest.first()) {
        draft.parts.push(Part::new(BlockKind::Headline, &**headline, first.number));
    }
}

/// Takes what stands below the word count, and says how many of the lines that is: date, clock, source and its code, page, language,
/// rights.
fn under(below: &[&str], draft: &mut Draft) -> usize {
    let Some(day) = below.first().and_then(|line| moment(line)) else { return 0 };
    let fields = &mut draft.fields;
    fields.date = Some(day);
    let mut used = 1;
    for (at, line) in below.iter().enumerate().skip(1) {
        let is_clock = line.len() <= 12 && line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(':');
        if LANGUAGES.contains(line) {
            fields.language = Some(Clean::from(*line));
            used = at + 1;
        } else if is_rights(line) {
            fields.rights = Some(Clean::from(*line));
            return at + 1;
        } else if fields.language.is_some() {
            break;
        } else if fields.outlet.is_none() && !is_clock {
            fields.outlet = Some(Clean::from(*line));
            used = at + 1;
        }
    }
    used
}
