//! Where sentences end.

use super::Span;

/// The sentences of one block of text: in order, touching nothing outside it, with only white space between them.
pub fn sentences(block: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in block.match_indices(['.', '!', '?']) {
        let end = at + mark.len();
        let rest = block.get(end..).unwrap_or_default();
        if rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase) {
            found.push(Span::new(start, end).trim(block));
            start = end;
        }
    }
    found.push(Span::new(start, block.len()).trim(block));
    found.retain(|s| !s.is_empty());
    found
}
