//! Characters that the door lets in as they are, whatever stands beside them, and how long a run of them is.
//!
//! Nearly all of a text is such runs, and they are copied whole. A character that is missing here only costs time: the door then
//! looks at it alone.

/// How many bytes are looked at together.
const CHUNK: usize = 16;

/// The length in bytes of the ordinary characters that `text` begins with.
pub(super) fn ordinary(text: &str) -> usize {
    let mut rest = text;
    loop {
        let behind_ascii = rest.get(plain(rest.as_bytes())..).unwrap_or_default();
        rest = behind_ascii.trim_start_matches(|c: char| !c.is_ascii() && is_ordinary(c));
        if rest.len() == behind_ascii.len() {
            return text.len() - rest.len();
        }
    }
}

/// How many of `bytes`, from the first on, are printable ASCII or line feeds.
fn plain(bytes: &[u8]) -> usize {
    let (chunks, _) = bytes.as_chunks::<CHUNK>();
    let is_whole = |chunk: &&[u8; CHUNK]| chunk.iter().fold(true, |all, &byte| all & is_plain(byte));
    let whole = chunks.iter().take_while(is_whole).count() * CHUNK;
    whole + bytes.iter().skip(whole).take_while(|&&byte| is_plain(byte)).count()
}

fn is_plain(byte: u8) -> bool {
    byte == b'\n' || matches!(byte, b' '..=b'~')
}

/// Letters, digits, punctuation and signs of blocks of Unicode in which nothing combines, hides or reorders.
pub(super) fn is_ordinary(c: char) -> bool {
    matches!(c,
        '\n' | ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{02FF}'
        | '\u{0370}'..='\u{0482}' | '\u{048A}'..='\u{0590}' | '\u{05D0}'..='\u{05F4}' | '\u{0620}'..='\u{064A}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205F}' | '\u{20A0}'..='\u{20CF}' | '\u{2100}'..='\u{2BFF}'
        | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30A0}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FF9F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_ordinary, ordinary};

    proptest! {
        #[test]
        fn a_run_ends_at_the_first_character_that_is_not_ordinary(text in "([a-z \\n“”’é—]{0,40}|.){0,4}") {
            let expected: usize = text.chars().take_while(|&c| is_ordinary(c)).map(char::len_utf8).sum();
            prop_assert_eq!(ordinary(&text), expected);
        }
    }
}
