//! The signs a sentence is divided by: end marks and brackets, found many bytes at a time.

/// How many bytes are looked at together.
const CHUNK: usize = 16;

/// A sign as the division sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A mark that may end a sentence.
    End,
    /// A bracket that opens.
    Open,
    /// A bracket that closes.
    Close,
}

/// Whether `byte` is a sign or leads in the bytes of one. Without branches: all bytes of a chunk are then compared at once.
fn may_begin(byte: u8) -> bool {
    let mut any = false;
    for lead in [b'.', b'!', b'?', b'(', b'[', b')', b']', 0xD8, 0xE0, 0xE2, 0xE3, 0xEF] {
        any |= byte == lead;
    }
    any
}

/// The first sign at or behind the byte `from`, and its place.
pub(super) fn next_sign(block: &str, from: usize) -> Option<(usize, Sign)> {
    let sign_at = |place: usize| block.get(place..).and_then(|rest| sign(rest.chars().next()?)).map(|sign| (place, sign));
    let (chunks, rest) = block.as_bytes().get(from..)?.as_chunks::<CHUNK>();
    for (chunk, start) in chunks.iter().zip((from..).step_by(CHUNK)) {
        let mut leads = u128::from_le_bytes(chunk.map(|byte| u8::from(may_begin(byte))));
        while leads != 0 {
            if let Some(found) = sign_at(start + leads.trailing_zeros() as usize / 8) {
                return Some(found);
            }
            leads &= leads - 1;
        }
    }
    let start = block.len() - rest.len();
    rest.iter().zip(start..).filter(|(byte, _)| may_begin(**byte)).find_map(|(_, place)| sign_at(place))
}

/// What `c` is.
fn sign(c: char) -> Option<Sign> {
    match c {
        '(' | '[' => Some(Sign::Open),
        ')' | ']' => Some(Sign::Close),
        c => is_end_mark(c).then_some(Sign::End),
    }
}

/// Full stop, exclamation and question mark, ellipsis, and what other scripts write for them.
pub(super) fn is_end_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '؟' | '।' | '॥' | '‼' | '⁇' | '⁈' | '⁉')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{next_sign, sign};

    proptest! {
        #[test]
        fn the_table_finds_what_looking_at_every_character_finds(block in "([a-z ]|[.!?()\\[\\]…。！？｡؟।॥‼⁇⁈⁉“”’ﷺ中आش]|\\PC){0,60}") {
            let slow: Vec<_> = block.char_indices().filter_map(|(at, c)| Some((at, sign(c)?))).collect();
            let fast: Vec<_> =
                std::iter::successors(next_sign(&block, 0), |(at, _)| next_sign(&block, at + 1)).collect();
            prop_assert_eq!(fast, slow);
        }
    }
}
