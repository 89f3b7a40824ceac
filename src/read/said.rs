//! What files say of an article outside its words: names, dates and lines, as fields hold them.
//!
//! Nothing is guessed: what is empty or not understood is absent, and where it was said but not understood, a note says so.

use std::borrow::Cow;

use super::calendar::month;
use super::carried::is_html;
use super::html;
use super::moment::moment;
use super::names::divide;
use crate::model::{Fields, Moment, Note, NoteKind};
use crate::text::Clean;
use crate::text::shortened::shortened;

/// What stands before names in bylines, in the languages that these are met in most.
const BY: [&str; 8] = ["by:", "by ", "von ", "par ", "por ", "door ", "af ", "av "];

/// Words that are kept more than once may be so long, in bytes.
const SHORT_BYTES: usize = 500;

/// The words of `text` in one line; `None` where there are none.
pub(super) fn line(text: &str) -> Option<Clean> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let line = words.fold(first.to_owned(), |line, word| line + " " + word);
    Some(Clean::from(line)).filter(|line| !line.is_empty())
}

/// The beginning of words that are said once for many articles, of which each keeps a copy; what is cut is marked.
pub(super) fn short(words: &str) -> Cow<'_, str> {
    shortened(words, SHORT_BYTES)
}

/// The words of a line that may be written in HTML.
pub(super) fn marked_line(text: &str) -> Option<Clean> {
    if !is_html(text) {
        return line(text);
    }
    let words = html::parts(text).into_iter().fold(String::new(), |line, part| line + " " + &part.text);
    self::line(&words)
}

/// The byline and the outlet that a by-line says, without the "By" before it.
pub(super) fn byline(text: &str) -> (Option<Clean>, Option<Clean>) {
    let Some(written) = line(text) else { return (None, None) };
    let bare = BY.iter().find_map(|by| {
        let (before, behind) = written.split_at_checked(by.len())?;
        let name = behind.trim_start();
        (before.to_lowercase() == *by && !name.starts_with(char::is_lowercase)).then_some(name)
    });
    let names = bare.unwrap_or(&written);
    let (people, outlet) = divide(names);
    (line(people.of(names)), outlet.and_then(|outlet| line(outlet.of(names))))
}

/// The place that a date line such as `HALMAR, March 2 (SPA) -` says.
pub(super) fn place(dateline: &str) -> Option<Clean> {
    let written = line(dateline)?;
    let bare = written.trim_end_matches([' ', '-', '–', '—', ':', '.']);
    let story = format!("{bare} — X");
    let found = super::dateline::dateline(&story).map(|found| found.place.of(&story));
    let place = found.or_else(|| bare.split([',', '(']).next()).unwrap_or_default();
    let is_dated = |word: &&str| word.contains(|c: char| c.is_ascii_digit()) || month(word.trim_end_matches('.')).is_some();
    line(&place.split_whitespace().take_while(|word| !is_dated(word)).collect::<Vec<_>>().join(" "))
}

/// The number from 1 to 9 that an urgency is.
pub(super) fn urgency(text: &str) -> Option<u8> {
    text.trim().parse().ok().filter(|urgency| (1..=9).contains(urgency))
}

/// Fills the date with the first of `published` that is one, and what was changed with `changed`, where that is another moment.
pub(super) fn dated<'a>(
    fields: &mut Fields,
    notes: &mut Vec<Note>,
    published: impl IntoIterator<Item = &'a str>,
    changed: impl IntoIterator<Item = &'a str>,
) {
    let published = first(published);
    let changed = first(changed);
    for written in [&published, &changed].into_iter().filter_map(|found| found.as_ref().err()).flatten() {
        let note = Note::new(NoteKind::Date, format!("\"{}\" can't be read as a date", Clean::from(*written).one_line()));
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let (published, changed) = (published.ok(), changed.ok());
    fields.date = published.or(changed);
    fields.modified = changed.filter(|changed| Some(*changed) != fields.date);
}

/// The first of these that is a moment; else the first that says anything.
fn first<'a>(all: impl IntoIterator<Item = &'a str>) -> Result<Moment, Option<&'a str>> {
    let mut said = None;
    for written in all {
        match moment(written) {
            Some(moment) => return Ok(moment),
            None if !written.trim().is_empty() => said = said.or(Some(written)),
            None => {}
        }
    }
    Err(said)
}

/// Takes the names as the byline where there is none: who wrote it is asked for by that name.
pub(super) fn authored(fields: &mut Fields) {
    if fields.byline.is_none() && !fields.authors.is_empty() {
        fields.byline = line(&fields.authors.iter().map(|author| &**author).collect::<Vec<_>>().join(", "));
    }
}
