//! The words of a text as hashes and places: the terms that a search compares, since what two spellings of one word have in common is the
//! same for both.
//!
//! No word of ASCII is copied. Only the hash is folded: the place is that of the word as it stands.

use super::hash::{EMPTY, hash, hash_small, mixed};
use crate::text::Span;
use crate::text::terms::each;

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The hash of its folded letters.
    pub(super) hash: u64,
    /// Where it stands.
    pub(super) span: Span,
}

/// The words of `text`, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    each(text).map(|term| {
        let letters = term.letters().as_bytes();
        Word { hash: if letters.is_ascii() { hash_small(letters) } else { hash(letters) }, span: term.span }
    })
}

/// The hash of all words of `text` in their order: two sentences that have the same say the same, whatever their case, marks and
/// punctuation.
pub(super) fn all(text: &str) -> u64 {
    words(text).fold(EMPTY, |hash, word| mixed(hash ^ word.hash))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[track_caller]
    fn same(one: &str, other: &str) {
        let hashes = |text| words(text).map(|word| word.hash).collect::<Vec<_>>();
        assert_eq!(hashes(one), hashes(other));
    }

    #[test]
    fn case_and_marks_do_not_count() {
        same("ÉLYSÉE, Łódź — “Putin’s”", "elysee lodz putin s");
        same("cafe\u{301}s", "CAFES");
        same("И сказал: «Й»", "и сказал и");
    }

    #[test]
    fn a_word_is_a_place() {
        let text = "In 北京, S-400s";
        let found: Vec<&str> = words(text).map(|word| word.span.of(text)).collect();
        assert_eq!(found, ["In", "北", "京", "S", "400s"]);
    }
}
