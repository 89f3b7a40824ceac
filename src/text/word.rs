//! The words of a text, as places: what counts as one word for topics, cues and the summary.

use super::Span;

/// The words of `text`, in order.
///
/// A word is a run of letters and digits; an apostrophe, hyphen, full stop or ampersand between two of them belongs to it, so
/// `S-400`, `Putin’s`, `U.S` and `R&D` are one word each; an en dash divides (`India–Russia`).
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.by_ref().find(|&(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            if c.is_alphanumeric() {
                end = at + c.len_utf8();
            } else if !(joins(c) && text.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))) {
                break;
            }
            chars.next();
        }
        Some(Span::new(start, end))
    })
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
    use super::words;

    #[test]
    fn names_and_numbers_are_one_word_each() {
        let text = "Putin’s S-400s, the U.S. and India–Russia R&D: 4.5% — no.";
        let found: Vec<&str> = words(text).map(|s| s.of(text)).collect();
        assert_eq!(found, ["Putin’s", "S-400s", "the", "U.S", "and", "India", "Russia", "R&D", "4.5", "no"]);
    }
}
