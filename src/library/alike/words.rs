//! The words of a text as hashes and places: what two spellings of one word have in common.
//!
//! A word is a run of letters and digits, in lower case, without marks (`É` is `e`); a character of a script without spaces is a word by
//! itself. No word is copied. Only the hash is folded: the place is that of the word as it stands.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::hash::{hash, hash_small};
use crate::text::Span;
use crate::text::word::{is_ideograph, next_run, run_end};

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
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = next_run(text, at)?;
        let (hash, end) = word(text, start);
        at = end;
        Some(Word { hash, span: Span::new(start, end) })
    })
}

/// The hash of the word that begins at byte `start`, and where it ends.
#[inline]
fn word(text: &str, start: usize) -> (u64, usize) {
    let end = run_end(text, start);
    let run = text.as_bytes().get(start..end).unwrap_or_default();
    let goes_on = text.as_bytes().get(end).is_some_and(|next| !next.is_ascii());
    if goes_on || !run.is_ascii() { wide(text, start) } else { (hash_small(run), end) }
}

/// The same for a word that may hold or be followed by something outside ASCII.
fn wide(text: &str, start: usize) -> (u64, usize) {
    let (mut folded, mut end) = (Vec::new(), start);
    for c in text.get(start..).unwrap_or_default().chars() {
        let alone = is_ideograph(c);
        if alone && end > start || !(c.is_alphanumeric() || is_combining_mark(c)) {
            break;
        }
        c.to_lowercase().for_each(|small| fold(small, &mut folded));
        end += c.len_utf8();
        if alone {
            break;
        }
    }
    (hash(&folded), end)
}

/// The bytes of a small letter without its marks.
fn fold(small: char, folded: &mut Vec<u8>) {
    decompose_canonical(small, |part| {
        if !is_combining_mark(part) {
            folded.extend_from_slice(part.encode_utf8(&mut [0; 4]).as_bytes());
        }
    });
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
        same("ÉLYSÉE, Łódź — “Putin’s”", "elysee Łodz putin s");
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
