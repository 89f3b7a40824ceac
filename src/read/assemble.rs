//! A draft to an article: the last part of the way, the same for every format.
//!
//! The parts pass the door, the cruft rules look at what the format calls running text, one text is composed, and what its blocks
//! say of the article fills the fields that the file itself did not.

use super::CruftRules;
use super::authors::authors;
use super::compose::{Composed, Composer};
use super::cruft::sweep;
use super::draft::{Draft, Part};
use super::flow::Piece;
use super::gathered::{bounded_lines, bounded_lists};
use super::head::settle;
use super::remarks::{divided, door, left_out};
use crate::model::{Article, Block, BlockKind, Fields, Sentence};
use crate::text::clean::{CleanBuf, Cleaned, clean_counted};
use crate::text::sentence::divide;
use crate::text::{Clean, Span};

/// The article that `draft` is, which is called `origin` when it is shown.
pub(super) fn assemble(origin: Clean, mut draft: Draft, rules: &CruftRules) -> Article {
    headed(&mut draft);
    let (source, pieces, cleaned) = through_the_door(std::mem::take(&mut draft.parts));
    let mut composer = Composer::for_source(&source);
    let mut removed = draft.removed;
    removed.extend(sweep(&source, &pieces, rules, draft.out_of_page, |piece, divided| composer.push(&source, piece, divided)));
    let whole = composer.finish();
    // What is needed no longer goes before the sentences come.
    drop((source, pieces));
    let article = settled(whole, draft.fields);
    let behind = draft.last_of.map(left_out);
    let notes = draft.notes.into_iter().chain(door(cleaned)).chain(article.notes).chain(behind).collect();
    Article { origin, removed, notes, ..article }
}

/// The article of a composed text, with kinds, numbers, sentences, and the fields beyond those that are known.
pub(super) fn settled(whole: Composed, known: Fields) -> Article {
    let mut blocks = whole.blocks;
    let mut notes: Vec<_> = divided(&whole.cut).into_iter().collect();
    let (mut fields, dates) = settle(&whole.text, &mut blocks, &whole.seams, known);
    notes.extend(dates);
    notes.extend(bounded_lines(&mut fields));
    if fields.authors.is_empty() {
        fields.authors = fields.byline.as_deref().map(authors).unwrap_or_default();
    }
    notes.extend(bounded_lists(&mut fields));
    let sentences = all_sentences(&whole.text, &mut blocks);
    Article { text: whole.text, blocks, sentences, fields, notes, ..Article::default() }
}

/// Puts headline and standfirst over the parts where only the file says them: whoever reads the text reads them first.
fn headed(draft: &mut Draft) {
    for (kind, words) in [(BlockKind::Standfirst, &draft.fields.standfirst), (BlockKind::Headline, &draft.fields.headline)] {
        let Some(words) = words else { continue };
        if draft.parts.iter().all(|part| part.kind != kind) {
            let behind = draft.parts.iter().take_while(|part| part.kind == BlockKind::Headline).count();
            let line = draft.parts.get(behind).map_or(1, |part| part.line);
            draft.parts.insert(behind, Part::new(kind, &**words, line));
        }
    }
}

/// The words of all parts in one clean text, a piece each, and what had to be changed.
fn through_the_door(parts: Vec<Part>) -> (Clean, Vec<Piece>, Cleaned) {
    let (mut source, mut pieces, mut changed) = (CleanBuf::default(), Vec::with_capacity(parts.len()), Cleaned::default());
    for part in parts {
        let (words, cleaned) = clean_counted(&part.text);
        changed += cleaned;
        let start = source.len();
        source.push(&words, Span::new(0, words.len()));
        let span = Span::new(start, source.len());
        source.line_end();
        source.line_end();
        if !words.trim().is_empty() {
            pieces.push(Piece { span, line: part.line, beneath: false, kind: part.kind });
        }
    }
    let source = source.finish();
    for piece in &mut pieces {
        piece.span = piece.span.trim(&source);
    }
    (source, pieces, changed)
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
