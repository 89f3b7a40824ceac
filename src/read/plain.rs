//! A plain-text article: its paragraphs, its fields and what was cruft.
//!
//! The way of a text through this module: the door ([`clean_counted`]), lines, pieces, what the cruft rules leave, one text of
//! blocks, and last what the blocks are. Each step is one pass over the text.

use super::CruftRules;
use super::compose::{BLOCK_BYTES, Composer};
use super::cruft::sweep;
use super::flow::{Piece, pieces};
use super::head::settle;
use super::lines::lines;
use crate::model::{Article, Block, Note, NoteKind, Sentence};
use crate::text::Clean;
use crate::text::clean::{Cleaned, clean_counted};
use crate::text::decode::Decoded;
use crate::text::sentence::divide;

/// The article in `decoded`, which is called `origin` when it is shown.
pub fn plain(origin: Clean, decoded: &Decoded<'_>, rules: &CruftRules) -> Article {
    let (source, cleaned) = clean_counted(&decoded.text);
    let mut notes = door_notes(decoded, cleaned);
    let (pieces, coarse_from) = divided(&source);
    let mut composer = Composer::for_source(&source);
    let removed = sweep(&source, &pieces, rules, |piece, divided| composer.push(&source, piece, divided));
    let whole = composer.finish();
    // The largest of what is needed no longer goes before the sentences come.
    drop((source, pieces));
    notes.extend(limit_notes(coarse_from, &whole.cut));
    let mut blocks = whole.blocks;
    let (fields, date_notes) = settle(&whole.text, &mut blocks, &whole.seams);
    notes.extend(date_notes);
    let sentences = all_sentences(&whole.text, &mut blocks);
    Article { origin, hash: None, text: whole.text, blocks, sentences, fields, removed, notes }
}

/// The pieces of `source`, and the line from which on it was taken in stretches.
fn divided(source: &str) -> (Vec<Piece>, Option<u32>) {
    let found = lines(source);
    (pieces(source, &found.lines), found.coarse_from)
}

/// The sentences of every block; each block learns which are its own.
fn all_sentences(text: &str, blocks: &mut [Block]) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut found = Vec::new();
    for (number, block) in (0..).zip(blocks) {
        let first = index(all.len());
        divide(block.span.of(text), &mut found);
        all.extend(found.drain(..).map(|s| Sentence { span: s.shift(block.span.start()), block: number }));
        block.sentences = first..index(all.len());
    }
    all
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What decoding and cleaning had to change.
fn door_notes(decoded: &Decoded<'_>, cleaned: Cleaned) -> Vec<Note> {
    let mut notes = Vec::new();
    if !decoded.encoding.starts_with("UTF-") {
        let message = format!("not UTF-8: read as {}, the likeliest of the older encodings", decoded.encoding);
        notes.push(Note::new(NoteKind::Encoding, message));
    }
    if decoded.replaced > 0 {
        let message = format!("{} could not be decoded and shows as \u{FFFD}", count(decoded.replaced, "place"));
        notes.push(Note::new(NoteKind::Encoding, message));
    }
    let classes = [
        (cleaned.controls, "control character", "shown as a sign"),
        (cleaned.reordering, "character that reorders text", "shown as a sign"),
        (cleaned.invisible, "hidden character", "left out"),
        (cleaned.marks, "piled-up accent", "left out"),
    ];
    for (many, what, done) in classes.into_iter().filter(|(many, ..)| *many > 0) {
        notes.push(Note::new(NoteKind::Cleaned, format!("{} {done}", count(many, what))));
    }
    notes
}

/// What was too long or too much.
fn limit_notes(coarse_from: Option<u32>, cut: &[u32]) -> Vec<Note> {
    let coarse = coarse_from.map(|line| Note {
        line: Some(line),
        ..Note::new(NoteKind::Limit, "too many lines: from here on lines are joined into blocks by length")
    });
    let longest = cut.first().map(|line| Note {
        line: Some(*line),
        ..Note::new(NoteKind::Limit, format!("{} longer than {} KiB, divided", count(cut.len(), "paragraph"), BLOCK_BYTES / 1024))
    });
    coarse.into_iter().chain(longest).collect()
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
