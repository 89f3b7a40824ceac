//! The words of a text, as places: what counts as one word for topics, cues and the summary.

use super::Span;

/// How many bytes are looked at together.
const EIGHT: usize = 8;

/// The words of `text`, in order.
///
/// A word is a run of letters and digits; an apostrophe, hyphen, full stop or ampersand between two of them belongs to it, so
/// `S-400`, `Putin’s`, `U.S` and `R&D` are one word each; an en dash divides (`India–Russia`).
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = next_run(text, at)?;
        let mut end = run_end(text, start);
        while let Some(next) = joined(text, end).map(|behind| run_end(text, behind)) {
            end = next;
        }
        at = end;
        Some(Span::new(start, end))
    })
}

/// Where the run of letters and digits ends that goes on at byte `at`; `at` itself where none does.
#[inline]
pub fn run_end(text: &str, at: usize) -> usize {
    let end = ascii_end(text, at);
    if text.as_bytes().get(end).is_none_or(u8::is_ascii) { end } else { wide_end(text, end) }
}

/// The same for a run that goes on outside ASCII.
fn wide_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(c) = wide(text, end).filter(|c| c.is_alphanumeric()) {
        end = ascii_end(text, end + c.len_utf8());
    }
    end
}

/// Where the letters and digits of ASCII end that stand at byte `at`.
#[inline]
pub(super) fn ascii_end(text: &str, at: usize) -> usize {
    let mut rest = text.as_bytes().get(at..).unwrap_or_default();
    while let Some((eight, behind)) = rest.split_first_chunk() {
        let run = leading(u64::from_le_bytes(*eight));
        if run < EIGHT {
            return text.len() - rest.len() + run;
        }
        rest = behind;
    }
    text.len() - rest.len() + rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len())
}

/// How many letters and digits of ASCII eight bytes begin with, the first of them the lowest: all are compared at once, the highest
/// bit of each saying what it is (Lamport 1975).
#[inline]
fn leading(eight: u64) -> usize {
    let all = |byte: u8| u64::from_le_bytes([byte; EIGHT]);
    let ascii = eight & all(0x7F);
    let from = |bytes: u64, first: u8| bytes + all(0x80 - first);
    let small = ascii | all(0x20);
    let letters = from(small, b'a') & !from(small, b'z' + 1);
    let digits = from(ascii, b'0') & !from(ascii, b'9' + 1);
    let others = !((letters | digits) & !eight) & all(0x80);
    others.trailing_zeros() as usize / EIGHT
}

/// Where the first letter or digit at or behind byte `at` stands.
#[inline]
pub fn next_run(text: &str, mut at: usize) -> Option<usize> {
    while let Some(byte) = text.as_bytes().get(at).filter(|byte| byte.is_ascii()) {
        if byte.is_ascii_alphanumeric() {
            return Some(at);
        }
        at += 1;
    }
    next_wide_run(text, at)
}

/// The same where something beyond ASCII stands at byte `at`.
fn next_wide_run(text: &str, mut at: usize) -> Option<usize> {
    loop {
        let byte = *text.as_bytes().get(at)?;
        match if byte.is_ascii() { Some(char::from(byte)) } else { wide(text, at) } {
            Some(c) if c.is_alphanumeric() => return Some(at),
            c => at += c.map_or(1, char::len_utf8),
        }
    }
}

/// The character at byte `at` where it is not of ASCII.
fn wide(text: &str, at: usize) -> Option<char> {
    text.as_bytes().get(at).filter(|byte| !byte.is_ascii())?;
    text.get(at..)?.chars().next()
}

/// Where a word goes on behind the mark at byte `at`, if that joins it to a letter or digit.
fn joined(text: &str, at: usize) -> Option<usize> {
    let byte = *text.as_bytes().get(at)?;
    let mark = if byte.is_ascii() { char::from(byte) } else { wide(text, at)? };
    let behind = at + mark.len_utf8();
    let goes_on = |text: &str| text.starts_with(char::is_alphanumeric);
    (joins(mark) && text.get(behind..).is_some_and(goes_on)).then_some(behind)
}

/// Whether `c` belongs to a word where it stands between letters or digits.
pub fn joins(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '‑' | '.' | '&' | '_')
}

/// Whether a word could begin or end at byte `at`: the characters on its two sides do not both belong to one word.
pub fn is_edge(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    let after = text.get(at..).and_then(|t| t.chars().next());
    !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric))
}

/// Whether `c` belongs to a script that is written without spaces.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{joins, run_end, words};
    use crate::text::Span;

    /// The same, character by character.
    fn plainly(text: &str) -> Vec<Span> {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let letter = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_alphanumeric());
        let inside = |at: usize| letter(at) || (at > 0 && letter(at - 1) && letter(at + 1) && joins(chars[at].1));
        let all: Vec<usize> = (0..chars.len()).filter(|at| inside(*at)).collect();
        let runs = all.chunk_by(|a, b| a + 1 == *b);
        runs.map(|run| Span::new(chars[run[0]].0, chars.get(run[run.len() - 1] + 1).map_or(text.len(), |(at, _)| *at))).collect()
    }

    proptest! {
        #[test]
        fn words_are_what_a_look_at_each_character_finds(text in "[aB1é北’'‑.&_ —,-]{0,40}") {
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), plainly(&text));
        }

        #[test]
        fn a_run_ends_where_the_first_other_character_stands(text in "([a-zA-Z0-9]{0,12}|[@`\\[{/:]|[éİ’\u{C1}]|\\PC){0,6}") {
            let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
            prop_assert_eq!(run_end(&text, 0), end);
        }
    }

    #[test]
    fn names_and_numbers_are_one_word_each() {
        let text = "Putin’s S-400s, the U.S. and India–Russia R&D: 4.5% — no.";
        let found: Vec<&str> = words(text).map(|s| s.of(text)).collect();
        assert_eq!(found, ["Putin’s", "S-400s", "the", "U.S", "and", "India", "Russia", "R&D", "4.5", "no"]);
    }
}
