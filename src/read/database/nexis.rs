//! Nexis's layouts: the old one, which counts its documents (`1 of 50 DOCUMENTS`) and labels its fields in capitals, and the one of
//! Nexis Uni, which ends each with `End of Document`.

use super::coded::without_by;
use super::lines::{Line, head, is_page_mark, is_rights, is_word_count, joined, left_out, lines, parts};
use super::subjects::of_nexis;
use crate::model::{BlockKind, Fields};
use crate::read::date::date;
use crate::read::draft::{Draft, Part, most};
use crate::text::Clean;

/// The longest label, in bytes.
const LABEL_BYTES: usize = 16;

/// The labels of fields, in small letters.
const LABELS: [&str; 26] = [
    "headline",
    "byline",
    "section",
    "length",
    "dateline",
    "body",
    "highlight",
    "graphic",
    "load-date",
    "language",
    "publication-type",
    "subject",
    "geographic",
    "country",
    "state",
    "city",
    "organization",
    "company",
    "person",
    "industry",
    "journal-code",
    "type",
    "url",
    "correction-date",
    "notes",
    "series",
];

/// Those of them that can end a text; the others may open a sentence of it.
const BEHIND: [&str; 8] =
    ["load-date", "language", "publication-type", "subject", "graphic", "journal-code", "url", "correction-date"];

/// The labels of lists under which an article is filed.
const FILED: [&str; 9] = ["subject", "geographic", "country", "state", "city", "organization", "company", "person", "industry"];

/// Headings of Nexis Uni, alone on their lines.
const HEADINGS: [(&str, &str); 5] = [
    ("Body", "body"),
    ("Graphic", "graphic"),
    ("Classification", "classification"),
    ("Notes", "notes"),
    ("Bibliography", "notes"),
];

/// Whether `text` is in one of these layouts.
pub(super) fn is_nexis(text: &str) -> bool {
    let near: Vec<Line<'_>> = lines(head(text)).filter(|line| !line.is_blank()).collect();
    let counted = near.iter().take(40).any(|line| is_count(line.text));
    let labels: Vec<&str> = near.iter().filter_map(|line| label(line.text)).map(|(label, _)| label).collect();
    let length = near.iter().filter_map(|line| label(line.text)).any(|(label, value)| label == "length" && is_word_count(value));
    let has = |wanted: &[&str]| labels.iter().filter(|label| wanted.contains(label)).count();
    let uni = || lines(text).any(|line| line.text.trim() == "End of Document");
    counted && (length || has(&["load-date", "byline"]) > 0)
        || length
            && (has(&["load-date", "publication-type"]) > 0
                || near.iter().any(|line| heading(line.text) == Some("body")) && uni())
}

/// The articles of `text`; what has neither length nor body, such as a list of all, is none.
pub(super) fn drafts(text: &str) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut chunk: Vec<Line<'_>> = Vec::new();
    for line in lines(text) {
        let (counts, ends) = (is_count(line.text), line.text.trim() == "End of Document");
        if !counts && !ends {
            chunk.push(line);
        } else if chunk.iter().any(|line| !line.is_blank()) {
            drafts.extend(draft(&std::mem::take(&mut chunk)));
            if drafts.len() > most(text.len()) {
                return drafts;
            }
        }
    }
    drafts.extend(draft(&chunk));
    drafts
}

/// Whether a line counts the documents of a file, as `3 of 50 DOCUMENTS`.
fn is_count(line: &str) -> bool {
    let count = line.trim().strip_suffix(" DOCUMENTS").or_else(|| line.trim().strip_suffix(" DOCUMENT"));
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    count.and_then(|count| count.split_once(" of ")).is_some_and(|(at, all)| number(at) && number(all))
}

/// The label of a line, and what stands behind it. Labels are in capitals, or begin with one.
fn label(line: &str) -> Option<(&'static str, &str)> {
    if !line.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let end = line.bytes().take(LABEL_BYTES + 1).position(|byte| byte == b':')?;
    let (name, value) = line.split_at_checked(end)?;
    let label = LABELS.iter().find(|label| label.eq_ignore_ascii_case(name))?;
    Some((label, value.get(1..)?.trim()))
}

fn heading(line: &str) -> Option<&'static str> {
    HEADINGS.iter().find(|(heading, _)| *heading == line.trim()).map(|(_, name)| *name)
}

fn draft(lines: &[Line<'_>]) -> Option<Draft> {
    let mut draft = Draft::default();
    let (marks, lines): (Vec<Line<'_>>, Vec<Line<'_>>) = lines.iter().partition(|line| is_page_mark(line.text));
    draft.removed.extend(marks.into_iter().map(left_out));
    let fields = divided(&lines);
    let value = |wanted: &str| fields.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_slice());
    let is_article = value("length").is_some() || value("body").is_some();
    if !is_article {
        return None;
    }
    let top = value("").unwrap_or_default();
    above(top, &mut draft);
    let words = |wanted: &str| value(wanted).and_then(joined);
    if let Some(headline) = words("headline") {
        draft.parts.clear();
        let line = value("headline").and_then(|value| value.first()).map_or(1, |line| line.number);
        draft.parts.push(Part::new(BlockKind::Headline, &*headline, line));
        draft.fields.headline = Some(headline);
    }
    labelled(&fields, &mut draft.fields);
    if let Some(standfirst) = value("highlight") {
        draft.parts.extend(parts(standfirst, BlockKind::Standfirst).into_iter().take(1));
    }
    for (name, value) in &fields {
        match *name {
            "body" => draft.parts.extend(parts(value, BlockKind::Paragraph)),
            "graphic" => draft.parts.extend(parts(value, BlockKind::Caption)),
            _ => {}
        }
    }
    Some(draft)
}

/// The fields of an article: what stands above the first label under an empty name, the text under `body`.
///
/// A label names one paragraph; the text begins behind the head, under its own label or without one, and ends where labels come again.
fn divided<'a>(lines: &[Line<'a>]) -> Vec<(&'static str, Vec<Line<'a>>)> {
    let mut fields: Vec<(&'static str, Vec<Line<'a>>)> = vec![("", Vec::new())];
    // Whether a blank line ends the field: those with a value on their line are one paragraph.
    let mut one_paragraph = false;
    for line in lines {
        let in_text = fields.last().is_some_and(|(name, value)| *name == "body" && value.iter().any(|line| !line.is_blank()));
        let found = label(line.text).filter(|(name, _)| !in_text || BEHIND.contains(name));
        if let Some(name) = heading(line.text) {
            fields.push((name, Vec::new()));
            one_paragraph = false;
        } else if let Some((name, value)) = found {
            one_paragraph = name != "body" && !value.is_empty();
            fields.push((name, if value.is_empty() { Vec::new() } else { vec![Line { text: value, ..*line }] }));
        } else if line.is_blank() && one_paragraph {
            // What comes behind the head without a label is the text; what comes behind the text is whose it is.
            let has_text = fields.iter().any(|(name, value)| *name == "body" && value.iter().any(|line| !line.is_blank()));
            fields.push((if has_text { "end" } else { "body" }, Vec::new()));
            one_paragraph = false;
        } else if is_rights(line.text) && fields.last().is_some_and(|(name, _)| matches!(*name, "end" | "body" | "rights")) {
            fields.push(("rights", vec![*line]));
        } else if let Some((_, value)) = fields.last_mut() {
            value.push(*line);
        }
    }
    fields.retain(|(name, value)| name.is_empty() || *name == "length" || value.iter().any(|line| !line.is_blank()));
    fields
}

/// Takes what stands above the first label: the outlet, the date below it, the headline below both or above both.
fn above(top: &[Line<'_>], draft: &mut Draft) {
    let (rights, top): (Vec<Line<'_>>, Vec<Line<'_>>) = top.iter().partition(|line| is_rights(line.text));
    draft.fields.rights = joined(&rights);
    let filled: Vec<Line<'_>> = top.into_iter().filter(|line| !line.is_blank()).collect();
    let day = |line: &Line<'_>| date(line.text.trim()).and_then(|found| found.day);
    let Some(at) = filled.iter().position(|line| day(line).is_some()) else {
        return headline(&filled, draft);
    };
    draft.fields.date = filled.get(at).and_then(day).map(Into::into);
    let (before, behind) = (filled.get(..at).unwrap_or_default(), filled.get(at + 1..).unwrap_or_default());
    let is_edition = |line: &&Line<'_>| {
        let text = line.text.trim();
        text.ends_with("Edition") || text.contains(" Edition ") || text.ends_with(" GMT") || text.ends_with(" EST")
    };
    let below: Vec<Line<'_>> = behind.iter().filter(|line| !is_edition(line)).copied().collect();
    let (outlet, over) = before.split_last().map_or((None, before), |(last, over)| (Some(last), over));
    draft.fields.outlet = outlet.map(|line| Clean::from(line.text.trim()));
    headline(if below.is_empty() { over } else { &below }, draft);
}

fn headline(lines: &[Line<'_>], draft: &mut Draft) {
    draft.fields.headline = joined(lines);
    if let (Some(headline), Some(first)) = (&draft.fields.headline, lines.first()) {
        draft.parts.push(Part::new(BlockKind::Headline, &**headline, first.number));
    }
}

/// Takes what the labels say.
fn labelled(all: &[(&'static str, Vec<Line<'_>>)], fields: &mut Fields) {
    for (name, value) in all {
        let Some(words) = joined(value) else { continue };
        match *name {
            "byline" => fields.byline = Some(without_by(&words)),
            "section" => fields.section = Some(words),
            "dateline" => fields.place = Some(words),
            "language" => fields.language = Some(words),
            "type" => fields.genre = Some(words),
            "url" => fields.url = Some(words),
            "rights" => fields.rights = fields.rights.take().or(Some(words)),
            name if FILED.contains(&name) => of_nexis(&words, &mut fields.subjects),
            _ => {}
        }
    }
}
