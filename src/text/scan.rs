//! Looking for characters of a kind, many bytes at a time: nearly all of a text is of no kind that anybody looks for.
//!
//! A test of bytes is fast where it is made of comparisons without `&&` and `||` between them: a chunk is then a few instructions.

/// How many bytes are looked at together.
const CHUNK: usize = 16;

/// The place of the first character at or behind the byte `from` of `text` that `kind` speaks of, and what it says.
///
/// `may_lead` tells the bytes that such characters begin with.
#[inline]
pub(crate) fn first_char<T>(
    text: &str,
    from: usize,
    may_lead: impl Fn(u8) -> bool,
    kind: impl Fn(char) -> Option<T>,
) -> Option<(usize, T)> {
    let at = |place: usize| text.get(place..).and_then(|rest| kind(rest.chars().next()?)).map(|found| (place, found));
    let (chunks, rest) = text.as_bytes().get(from..)?.as_chunks::<CHUNK>();
    for (chunk, start) in chunks.iter().zip((from..).step_by(CHUNK)) {
        let mut leads = u128::from_le_bytes(chunk.map(|byte| u8::from(may_lead(byte))));
        while leads != 0 {
            if let Some(found) = at(start + leads.trailing_zeros() as usize / 8) {
                return Some(found);
            }
            leads &= leads - 1;
        }
    }
    let start = text.len() - rest.len();
    rest.iter().zip(start..).filter(|(byte, _)| may_lead(**byte)).find_map(|(_, place)| at(place))
}

/// Whether `byte` is one of `all`.
#[inline]
pub(crate) fn is_any<const N: usize>(byte: u8, all: [u8; N]) -> bool {
    let mut any = false;
    for one in all {
        any |= byte == one;
    }
    any
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::first_char;

    proptest! {
        #[test]
        fn the_first_is_found(text in "[a-z]{0,40}[a-z.“—é]{0,40}", from in 0usize..60) {
            let from = text.ceil_char_boundary(from);
            let dash = first_char(&text, from, |byte| byte == 0xE2, |c| (c == '—').then_some(()));
            prop_assert_eq!(dash.map(|(at, ())| at), text.char_indices().find(|&(at, c)| at >= from && c == '—').map(|(at, _)| at));
        }
    }
}
