//! What is said of a text that did not come through as it was: decoded by guess, cleaned, divided.

use super::compose::BLOCK_BYTES;
use crate::model::{Note, NoteKind};
use crate::text::clean::Cleaned;
use crate::text::decode::Decoded;

/// What decoding had to guess or to replace.
pub(super) fn decoding(decoded: &Decoded<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if !decoded.encoding.starts_with("UTF-") {
        let message = format!("not UTF-8: read as {}, the likeliest of the older encodings", decoded.encoding);
        notes.push(Note::new(NoteKind::Encoding, message));
    }
    if decoded.replaced > 0 {
        let message = format!("{} could not be decoded and shows as \u{FFFD}", count(decoded.replaced, "place"));
        notes.push(Note::new(NoteKind::Encoding, message));
    }
    notes
}

/// What the door changed.
pub(super) fn door(cleaned: Cleaned) -> impl Iterator<Item = Note> {
    let classes = [
        (cleaned.controls, "control character", "shown as a sign"),
        (cleaned.reordering, "character that reorders text", "shown as a sign"),
        (cleaned.invisible, "hidden character", "left out"),
        (cleaned.marks, "piled-up accent", "left out"),
    ];
    let changed = classes.into_iter().filter(|(many, ..)| *many > 0);
    changed.map(|(many, what, done)| Note::new(NoteKind::Cleaned, format!("{} {done}", count(many, what))))
}

/// That from line `from` on there were too many lines.
pub(super) fn coarse(from: Option<u32>) -> Option<Note> {
    from.map(|line| Note {
        line: Some(line),
        ..Note::new(NoteKind::Limit, "too many lines: from here on lines are joined into blocks by length")
    })
}

/// That the paragraphs which begin on the lines `cut` were too long.
pub(super) fn divided(cut: &[u32]) -> Option<Note> {
    cut.first().map(|line| Note {
        line: Some(*line),
        ..Note::new(NoteKind::Limit, format!("{} longer than {} KiB, divided", count(cut.len(), "paragraph"), BLOCK_BYTES / 1024))
    })
}

/// That a file holds more than `most` articles.
pub(super) fn left_out(most: usize) -> Note {
    Note::new(NoteKind::Limit, format!("the file holds more than {most} articles: those behind were left out"))
}

/// `1 place`, `2 places`.
fn count(many: usize, what: &str) -> String {
    if many == 1 { format!("1 {what}") } else { format!("{many} {}", plural(what)) }
}

/// The plural of a few words whose first noun is the one that is counted.
fn plural(what: &str) -> String {
    match what.split_once(" that reorders ") {
        Some((noun, object)) => format!("{noun}s that reorder {object}"),
        None => format!("{what}s"),
    }
}
