//! The rules applied to a whole text: which pieces stay, and what was taken.

use super::{CruftRules, Place};
use crate::model::Removed;
use crate::read::flow::Piece;
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
    let running = |piece: &Piece| {
        let words = piece.span.of(text);
        ends_with_stop(words) && is_prose(words) && rules.taking(words, Place::Body).is_none()
    };
    let first = pieces.iter().position(running).unwrap_or(pieces.len());
    let last = pieces.iter().rposition(running).unwrap_or(pieces.len());
    let mut removed = Vec::new();
    let mut divided = false;
    for (index, piece) in pieces.iter().enumerate() {
        let place = if index < first {
            Place::Head
        } else if index > last {
            Place::Tail
        } else {
            Place::Body
        };
        let rule = if piece.kind.is_body() { rules.taking(piece.span.of(text), place) } else { None };
        match rule {
            Some(rule) if rule.takes_the_rest() => {
                removed.extend(pieces.get(index..).unwrap_or_default().iter().flat_map(|piece| lines_of(text, *piece, &rule.id)));
                break;
            }
            Some(rule) => {
                removed.extend(lines_of(text, *piece, &rule.id));
                divided |= rule.divides;
            }
            None => {
                keep(*piece, divided);
                divided = false;
            }
        }
    }
    removed
}

/// Each line of `piece`, as taken by `rule`.
fn lines_of<'a>(text: &'a str, piece: Piece, rule: &'a Clean) -> impl Iterator<Item = Removed> {
    let lines = (piece.line..).zip(piece.span.of(text).split('\n').map(str::trim)).filter(|(_, words)| !words.is_empty());
    lines.map(|(line, words)| Removed { line, text: Clean::from(words), rule: rule.clone() })
}
