//! The headers that mail programs write into the text above a mail that is passed on or answered.

use super::body::Unit;
use super::headers::header;

/// How mail programs call the sender, in the languages that they are met in most.
const FROM: [&str; 12] = ["from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "от", "från", "expéditeur"];

/// How they call the rest.
const OTHERS: [&str; 32] = [
    "to",
    "sent",
    "date",
    "subject",
    "cc",
    "reply-to",
    "an",
    "gesendet",
    "datum",
    "betreff",
    "à",
    "envoyé",
    "objet",
    "cci",
    "para",
    "enviado",
    "enviado el",
    "fecha",
    "asunto",
    "a",
    "inviato",
    "data",
    "oggetto",
    "aan",
    "verzonden",
    "onderwerp",
    "till",
    "skickat",
    "ämne",
    "assunto",
    "дата",
    "тема",
];

/// How they call the subject, and the date.
const SUBJECT: [&str; 9] = ["subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "ämne", "assunto", "тема"];
const DATE: [&str; 13] = [
    "date",
    "sent",
    "gesendet",
    "datum",
    "envoyé",
    "enviado",
    "enviado el",
    "fecha",
    "inviato",
    "data",
    "verzonden",
    "skickat",
    "дата",
];

/// Words that say, above those headers or in a subject, that a mail is passed on.
const PASSED_ON: [&str; 6] = ["forward", "weitergeleitet", "transféré", "reenviado", "inoltrat", "doorgestuurd"];

/// What stands before the subject of a mail that is passed on.
const PREFIXES: [&str; 8] = ["fwd:", "fw:", "wg:", "tr:", "rv:", "i:", "enc:", "vs:"];

/// These headers take no more lines than this.
const LINES: usize = 40;

/// The headers above a mail inside a mail.
#[derive(Debug, Default)]
pub(super) struct Inner {
    /// The units that they take, with the line that announces them.
    pub(super) units: std::ops::Range<usize>,
    /// How deep they are quoted.
    pub(super) depth: usize,
    /// Whether the line above says that the mail is passed on.
    pub(super) passed_on: bool,
    pub(super) from: Option<String>,
    pub(super) date: Option<String>,
    pub(super) subject: Option<String>,
}

/// Whether a line may be one of these headers, or announce them.
pub(super) fn may_open(line: &str) -> bool {
    labelled(line).is_some_and(|(label, _)| FROM.contains(&label.as_str())) || announces(line)
}

/// Whether a subject says that the mail is passed on.
pub(super) fn is_passed_on(subject: &str) -> bool {
    bare_subject(subject).len() < subject.trim().len()
}

/// A subject without what says that the mail is passed on.
pub(super) fn bare_subject(subject: &str) -> &str {
    let subject = subject.trim();
    let begins = |prefix: &&str| subject.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    match PREFIXES.into_iter().find(begins).and_then(|prefix| subject.get(prefix.len()..)) {
        Some(rest) if !rest.trim().is_empty() => bare_subject(rest),
        _ => subject,
    }
}

/// The first such headers at or behind `from`.
pub(super) fn inner(units: &[Unit], from: usize) -> Option<Inner> {
    let labels = |at: usize| units.get(at).and_then(|unit| labelled(&unit.text));
    (from..units.len()).filter(|&at| labels(at).is_some_and(|(label, _)| is_label(&label))).find_map(|at| block(units, from, at))
}

/// The headers that begin at `at`, if they are three at least and say from whom the mail was.
fn block(units: &[Unit], from: usize, at: usize) -> Option<Inner> {
    let mut found = Inner { depth: units.get(at)?.depth, ..Inner::default() };
    let (mut end, mut count) = (at, 0);
    while let Some(unit) = units.get(end).filter(|unit| !unit.is_blank() && end < at + LINES) {
        match labelled(&unit.text).filter(|(label, _)| is_label(label)) {
            Some((label, value)) => {
                count += 1;
                let slot = match label.as_str() {
                    label if FROM.contains(&label) => &mut found.from,
                    label if SUBJECT.contains(&label) => &mut found.subject,
                    label if DATE.contains(&label) => &mut found.date,
                    _ => &mut None,
                };
                slot.get_or_insert(value);
            }
            None if unit.text.starts_with([' ', '\t', '<']) || unit.text.contains('@') => {}
            None => break,
        }
        end += 1;
    }
    let blanks =
        |from: usize, at: usize| units.get(from..at).unwrap_or_default().iter().rev().take_while(|u| u.is_blank()).count();
    let above = at - blanks(from, at);
    let announced = above > from && units.get(above - 1).is_some_and(|unit| announces(&unit.text));
    let start = if announced { above - 1 } else { at };
    let says = announced.then(|| units.get(start).map(|unit| unit.text.to_lowercase())).flatten().unwrap_or_default();
    found.passed_on = PASSED_ON.iter().any(|word| says.contains(word));
    found.units = start..end;
    let whole = found.from.is_some() && (count >= 3 || announced && count >= 2);
    whole.then_some(found)
}

/// A line drawn above the headers, or one that says what they are.
fn announces(line: &str) -> bool {
    let line = line.trim();
    let drawn = line.len() >= 10 && line.starts_with(['-', '_']) && line.ends_with(['-', '_', ':']) && line.len() < 100;
    let lower = || line.to_lowercase();
    drawn || line.len() < 60 && line.ends_with(':') && PASSED_ON.iter().any(|word| lower().contains(word))
}

/// The label of a line in small letters and what stands behind it; stars that make it bold are passed over.
fn labelled(line: &str) -> Option<(String, String)> {
    let bare = line.trim().trim_start_matches('*').replacen(":*", ":", 1);
    let (label, value) = match header(&bare) {
        Some(found) => found,
        None => bare.split_once(':').filter(|(label, _)| label.len() < 24)?,
    };
    Some((label.trim().to_lowercase(), value.trim().to_owned()))
}

fn is_label(label: &str) -> bool {
    FROM.contains(&label) || OTHERS.contains(&label)
}
