//! The rules applied to a whole text: which pieces stay, and what was taken.

use super::{CruftRules, Place};
use crate::model::Removed;
use crate::read::flow::Piece;
use crate::read::shape::{ends_with_stop, is_prose};
use crate::text::Clean;

/// What is left of a text, and what is not.
#[derive(Debug, Default)]
pub(in crate::read) struct Swept {
    /// The pieces that stay; with each whether a line that divides head and body was taken right before it.
    pub(in crate::read) kept: Vec<(Piece, bool)>,
    /// The lines taken.
    pub(in crate::read) removed: Vec<Removed>,
}

/// Takes from `pieces` of `text` what `rules` call cruft.
pub(in crate::read) fn sweep(text: &str, pieces: &[Piece], rules: &CruftRules) -> Swept {
    let running = |piece: &Piece| {
        let words = piece.span.of(text);
        is_prose(words) && ends_with_stop(words) && rules.taking(words, Place::Body).is_none()
    };
    let first = pieces.iter().position(running).unwrap_or(pieces.len());
    let last = pieces.iter().rposition(running).unwrap_or(pieces.len());
    let mut swept = Swept { kept: Vec::with_capacity(pieces.len()), removed: Vec::new() };
    let mut divided = false;
    for (index, piece) in pieces.iter().enumerate() {
        let place = if index < first {
            Place::Head
        } else if index > last {
            Place::Tail
        } else {
            Place::Body
        };
        match rules.taking(piece.span.of(text), place) {
            Some(rule) if rule.takes_the_rest() => {
                for piece in pieces.get(index..).unwrap_or_default() {
                    swept.remove(text, *piece, &rule.id);
                }
                return swept;
            }
            Some(rule) => {
                swept.remove(text, *piece, &rule.id);
                divided |= rule.divides;
            }
            None => {
                swept.kept.push((*piece, divided));
                divided = false;
            }
        }
    }
    swept
}

impl Swept {
    /// Writes down each line of `piece` as taken.
    fn remove(&mut self, text: &str, piece: Piece, rule: &Clean) {
        for (line, words) in (piece.line..).zip(piece.span.of(text).split('\n')) {
            if !words.trim().is_empty() {
                self.removed.push(Removed { line, text: Clean::from(words.trim()), rule: rule.clone() });
            }
        }
    }
}
