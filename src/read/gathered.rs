//! What files say of an article beside its words, within bounds: lists of names and subjects, and words in one line.
//!
//! A format gathers one more than is kept, so that it is seen where there were more; what is cut is told when the article is assembled.

use crate::model::{Fields, Note, NoteKind};
use crate::text::Clean;
use crate::text::shortened::shortened;

/// More authors, subjects or restrictions than anybody reads. Each is compared with all before it.
const LISTED: usize = 200;

/// The longest words of a field, in bytes: a line of a list, a source line, a title. Terms of use may run to a page.
const FIELD_BYTES: usize = 4096;

/// Adds `one` to `list` unless it is there already, or the list is longer than it may be.
pub(super) fn gather<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if list.len() <= LISTED && !list.contains(&one) {
        list.push(one);
    }
}

/// A list of all of `more` that [`gather`] adds.
pub(super) fn gathered<T: PartialEq>(more: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    more.into_iter().for_each(|one| gather(&mut list, one));
    list
}

/// The first `most` of `all`; that there were more is noted.
pub(super) fn told<T>(all: impl IntoIterator<Item = T>, most: usize, what: &str, notes: &mut Vec<Note>) -> Vec<T> {
    let mut all = all.into_iter();
    let first = all.by_ref().take(most).collect();
    if all.next().is_some() {
        notes.push(Note::new(NoteKind::Limit, more_than(most, what)));
    }
    first
}

fn more_than(most: usize, what: &str) -> String {
    format!("more than {most} {what}: those behind are left out")
}

/// Cuts lists in `fields` that are too long; what is said of that.
pub(super) fn bounded_lists(fields: &mut Fields) -> impl Iterator<Item = Note> {
    let lists = [
        ("authors", cut(&mut fields.authors)),
        ("subjects", cut(&mut fields.subjects)),
        ("restrictions", cut(&mut fields.restrictions)),
    ];
    let cut = lists.into_iter().filter(|(_, is_cut)| *is_cut);
    cut.map(|(what, _)| Note::new(NoteKind::Limit, more_than(LISTED, what)))
}

/// Cuts lines in `fields` that are too long; what is said of that.
pub(super) fn bounded_lines(fields: &mut Fields) -> impl Iterator<Item = Note> {
    let lines = [
        ("headline", &mut fields.headline),
        ("standfirst", &mut fields.standfirst),
        ("byline", &mut fields.byline),
        ("place", &mut fields.place),
        ("outlet", &mut fields.outlet),
        ("section", &mut fields.section),
        ("address", &mut fields.url),
        ("language", &mut fields.language),
        ("genre", &mut fields.genre),
        ("version", &mut fields.version),
        ("rights", &mut fields.rights),
    ];
    lines.into_iter().filter_map(|(what, words)| {
        let words = words.as_mut().filter(|words| words.len() > FIELD_BYTES)?;
        *words = Clean::from(&*shortened(words, FIELD_BYTES));
        let message =
            format!("the {what} is longer than {} KiB: only its beginning is shown where it is a field", FIELD_BYTES / 1024);
        Some(Note::new(NoteKind::Limit, message))
    })
}

/// Whether a list had to be cut.
fn cut<T>(list: &mut Vec<T>) -> bool {
    let is_cut = list.len() > LISTED;
    list.truncate(LISTED);
    is_cut
}
