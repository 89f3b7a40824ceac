//! The rules applied to a whole text: which pieces stay, and what was taken.
//!
//! First each piece is judged by its words and by where it stands; then, if the text looks like the dump of a whole page, by what it
//! is in that page.

use super::rule::{Beside, Rule};
use super::{CruftRules, Place};
use crate::model::{BlockKind, Removed};
use crate::read::flow::Piece;
use crate::read::page::{Verdict, may_be_page, parts};
use crate::read::shape::{ends_with_stop, is_prose};
use crate::text::Clean;

/// Takes from `pieces` of `text` what `rules` call cruft, and gives `keep` the others, in order.
///
/// With each comes whether a line that divides head and body was taken right before it. What a format says is no running text, such as
/// a headline, stays.
pub(in crate::read) fn sweep(
    text: &str,
    pieces: &[Piece],
    rules: &CruftRules,
    mut keep: impl FnMut(Piece, bool),
) -> Vec<Removed> {
    let mut taking = by_words(text, pieces, rules);
    let lines = || pieces.iter().map(|piece| piece.span.of(text)).zip(taking.iter().map(Option::is_some));
    // A format that knows what its parts are has no dump of a page in it.
    let is_plain = pieces.iter().all(|piece| piece.kind == BlockKind::Paragraph);
    if let Some(page) = rules.page.as_deref().filter(|_| is_plain && may_be_page(lines())) {
        by_page(text, pieces, page, &mut taking);
    }
    let mut removed = Vec::new();
    let mut divided = false;
    for (piece, rule) in pieces.iter().zip(taking) {
        if let Some(rule) = rule {
            removed.extend(lines_of(text, *piece, &rule.id));
            divided |= rule.beside == Some(Beside::HeadAndBody);
        } else {
            keep(*piece, divided);
            divided = false;
        }
    }
    removed
}

/// The rule that takes each piece for its words.
fn by_words<'a>(text: &str, pieces: &[Piece], rules: &'a CruftRules) -> Vec<Option<&'a Rule>> {
    let running = |piece: &Piece| {
        let words = piece.span.of(text);
        ends_with_stop(words) && is_prose(words) && rules.taking(words, Place::Body).is_none()
    };
    let first = pieces.iter().position(running).unwrap_or(pieces.len());
    let last = pieces.iter().rposition(running).unwrap_or(pieces.len());
    let mut the_rest = None;
    let taking = pieces.iter().enumerate().map(|(index, piece)| {
        let place = if index < first {
            Place::Head
        } else if index > last {
            Place::Tail
        } else {
            Place::Body
        };
        let stands = !piece.kind.is_body();
        let rule = the_rest.or_else(|| rules.taking(piece.span.of(text), place).filter(|_| !stands));
        the_rest = the_rest.or(rule.filter(|rule| rule.takes_the_rest()));
        rule
    });
    taking.collect()
}

/// Takes from what is left what `rules` take in the dump of a page, if this is one.
fn by_page<'a>(text: &str, pieces: &[Piece], rules: &'a CruftRules, taking: &mut [Option<&'a Rule>]) {
    let also: Vec<Option<&Rule>> = pieces
        .iter()
        .zip(&*taking)
        .map(|(piece, rule)| rule.is_none().then(|| rules.taking(piece.span.of(text), Place::Tail)).flatten())
        .collect();
    let verdicts = taking.iter().zip(&also).map(|(rule, also)| verdict(*rule, *also));
    let lines: Vec<(&str, Verdict)> = pieces.iter().map(|piece| piece.span.of(text)).zip(verdicts).collect();
    let Some(parts) = parts(&lines) else { return };
    for ((rule, also), part) in taking.iter_mut().zip(also).zip(parts) {
        *rule = rule.or(also).or_else(|| part.and_then(|part| rules.of_part(part)));
    }
}

/// What the rules that take a line for its words say of it.
fn verdict(always: Option<&Rule>, in_page: Option<&Rule>) -> Verdict {
    match always.or(in_page) {
        None => Verdict::Kept,
        Some(rule) if rule.beside == Some(Beside::Caption) => Verdict::Credit,
        Some(_) if in_page.is_some_and(Rule::takes_the_rest) => Verdict::End,
        Some(_) => Verdict::Cruft,
    }
}

/// Each line of `piece`, as taken by `rule`.
fn lines_of<'a>(text: &'a str, piece: Piece, rule: &'a Clean) -> impl Iterator<Item = Removed> {
    let lines = (piece.line..).zip(piece.span.of(text).split('\n').map(str::trim)).filter(|(_, words)| !words.is_empty());
    lines.map(|(line, words)| Removed { line, text: Clean::from(words), rule: rule.clone() })
}
