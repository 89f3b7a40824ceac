//! A plain-text article: its paragraphs, its fields and what was cruft.
//!
//! The way of a text through this module: the door ([`clean_counted`]), lines, pieces, what the cruft rules leave. What comes behind
//! that is the same for all formats.

use super::CruftRules;
use super::assemble::settled;
use super::compose::Composer;
use super::cruft::sweep;
use super::flow::{Piece, pieces};
use super::lines::lines;
use super::remarks::{coarse, decoding, door};
use crate::model::{Article, Fields};
use crate::text::Clean;
use crate::text::clean::clean_counted;
use crate::text::decode::Decoded;

/// The article in `decoded`, which is called `origin` when it is shown.
pub fn plain(origin: Clean, decoded: &Decoded<'_>, rules: &CruftRules) -> Article {
    let (source, cleaned) = clean_counted(&decoded.text);
    let mut notes = decoding(decoded);
    notes.extend(door(cleaned));
    let (pieces, coarse_from) = divided(&source);
    notes.extend(coarse(coarse_from));
    let mut composer = Composer::for_source(&source);
    let removed = sweep(&source, &pieces, rules, false, |piece, divided| composer.push(&source, piece, divided));
    let whole = composer.finish();
    // The largest of what is needed no longer goes before the sentences come.
    drop((source, pieces));
    let article = settled(whole, Fields::default());
    notes.extend(article.notes);
    Article { origin, removed, notes, ..article }
}

/// The pieces of `source`, and the line from which on it was taken in stretches.
fn divided(source: &str) -> (Vec<Piece>, Option<u32>) {
    let found = lines(source);
    (pieces(source, &found.lines), found.coarse_from)
}
