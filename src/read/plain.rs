//! A plain-text article: its paragraphs, its fields and what was cruft.
//!
//! The way of a text through this module: pages, the door ([`clean_counted`]), lines, pieces, what the cruft rules leave. What comes behind
//! that is the same for all formats.

use std::borrow::Cow;

use super::CruftRules;
use super::assemble::settled;
use super::compose::Composer;
use super::cruft::sweep;
use super::flow::{Piece, pieces};
use super::lines::lines;
use super::printed::Pages;
use super::remarks::{coarse, decoding, door};
use crate::model::{Article, Fields};
use crate::text::Clean;
use crate::text::clean::{Cleaned, clean_counted, clean_owned};
use crate::text::decode::Decoded;

/// The article in `decoded`, which is called `origin` when it is shown.
pub fn plain(origin: Clean, decoded: &Decoded<'_>, rules: &CruftRules) -> Article {
    plain_owned(origin, decoded.borrowed(), rules)
}

/// The same of a text that is not needed any more.
pub fn plain_owned(origin: Clean, decoded: Decoded<'_>, rules: &CruftRules) -> Article {
    let mut pages = Pages::new(&decoded.text);
    let mut notes = decoding(&decoded);
    // A copy of the text is held no longer than it is needed: of a long one each is the most that reading takes.
    let (source, cleaned) = match &mut pages {
        Some(pages) => clean_owned(std::mem::take(&mut pages.text)),
        None => clean_of(decoded.text),
    };
    notes.extend(door(cleaned));
    let (pieces, coarse_from) = divided(&source, pages.as_ref());
    notes.extend(coarse(coarse_from));
    let mut removed = Vec::new();
    if let Some(pages) = &mut pages {
        removed.append(&mut pages.removed);
        notes.extend(pages.note.take());
    }
    let mut composer = Composer::for_source(&source);
    let cruft = sweep(&source, &pieces, rules, false, |piece, divided| composer.push(&source, piece, divided));
    removed.extend(cruft);
    removed.sort_by_key(|removed| removed.line);
    let whole = composer.finish();
    // The largest of what is needed no longer goes before the sentences come.
    drop((source, pieces, pages));
    let article = settled(whole, Fields::default());
    notes.extend(article.notes);
    Article { origin, removed, notes, ..article }
}

/// The clean form of a text that is not needed any more.
fn clean_of(text: Cow<'_, str>) -> (Clean, Cleaned) {
    match text {
        Cow::Borrowed(text) => clean_counted(text),
        Cow::Owned(text) => clean_owned(text),
    }
}

/// The pieces of `source`, and the line from which on it was taken in stretches.
fn divided(source: &str, pages: Option<&Pages>) -> (Vec<Piece>, Option<u32>) {
    let mut found = lines(source);
    if let Some(pages) = pages {
        pages.join(&mut found.lines);
    }
    (pieces(source, &found.lines, pages.is_some()), found.coarse_from)
}
