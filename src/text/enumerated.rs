//! The marks of lists that were typed into running text: `1.`, `b)`, `(iii)`, `•`; and the labels of captions: `Figure 1.3`.
//!
//! A list mark is told by its shape alone. Only a block that opens with one is searched for those that follow it.

use super::abbreviation;

/// The characters that stand before a list item.
const BULLETS: [char; 5] = ['•', '⁃', '‣', '▪', '●'];

/// How many bytes a number or letter of a list may have.
const LABEL_BYTES: usize = 4;

/// How many bytes the number of a figure may have.
const CAPTION_BYTES: usize = 8;

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// A numbered mark taken apart.
#[derive(Clone, Copy)]
struct Mark<'a> {
    open: &'a str,
    label: &'a str,
    close: &'a str,
}

/// The bytes of the list mark that `text` opens with, bullet and all; 0 for none.
pub(super) fn mark_len(text: &str) -> usize {
    let behind_bullets = text.trim_start_matches(BULLETS);
    let lead = if behind_bullets.len() < text.len() { text.len() - behind_bullets.trim_start().len() } else { 0 };
    lead + text.get(lead..).and_then(Mark::of).map_or(0, |m| m.open.len() + m.label.len() + m.close.len())
}

/// Where the items after the first begin in a `block` that opens with a list mark, or the words behind the label in a caption;
/// none for running text.
pub(super) fn items(block: &str) -> Vec<usize> {
    if let Some(label) = caption_len(block) {
        return vec![label];
    }
    if block.starts_with(BULLETS) {
        let spaced = |at: &usize| block.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace));
        return block.match_indices(BULLETS).map(|(at, _)| at).filter(spaced).collect();
    }
    let Some(first) = Mark::of(block) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut label = first.label.to_owned();
    let mut from = 0;
    while let Some(next) = successor(&label) {
        let sought = format!(" {}{next}{} ", first.open, first.close);
        let Some(at) = block.get(from..).and_then(|rest| rest.find(&sought)) else {
            break;
        };
        from += at + 1;
        found.push(from);
        label = next;
    }
    found
}

/// The bytes of the label that a caption opens with where a sentence follows it: `Figure 1.3 This map shows the grants.`
fn caption_len(block: &str) -> Option<usize> {
    let (name, rest) = block.split_once(' ')?;
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (number, words) = rest.split_once(' ')?;
    let numbered = number.len() <= CAPTION_BYTES && !number.ends_with(['.', ':', ',']);
    let captioned =
        numbered && abbreviation::name(name) == Some(abbreviation::Name::Caption) && words.starts_with(char::is_uppercase);
    captioned.then(|| name.len() + number.len() + 2)
}

impl<'a> Mark<'a> {
    fn of(text: &'a str) -> Option<Self> {
        if !text.starts_with(|c: char| c == '(' || c.is_ascii_lowercase() || c.is_ascii_digit()) {
            return None;
        }
        let label_at = usize::from(text.starts_with('('));
        let (open, rest) = text.split_at_checked(label_at)?;
        let label_len = label_len(rest);
        let (label, rest) = rest.split_at_checked(label_len)?;
        let close_len = rest.bytes().take_while(|b| matches!(b, b'.' | b')')).count();
        let (close, rest) = rest.split_at_checked(close_len)?;
        let closed = matches!((open, close), ("", "." | ")" | ".)") | ("(", ")"));
        let spaced = rest.starts_with(char::is_whitespace);
        (closed && spaced && label.len() <= LABEL_BYTES && is_label(label)).then_some(Self { open, label, close })
    }
}

/// The bytes of what could be a label: letters and digits, full stops between digits (`2.1`).
fn label_len(text: &str) -> usize {
    let inside = |(at, b): (usize, u8)| {
        b.is_ascii_alphanumeric() || (b == b'.' && at > 0 && text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit))
    };
    text.bytes().enumerate().take(LABEL_BYTES + 1).take_while(|&pair| inside(pair)).count()
}

/// A number, a small letter, or a small Roman number.
fn is_label(label: &str) -> bool {
    match label.as_bytes() {
        [b'a'..=b'z'] => true,
        digits if !digits.is_empty() && digits.iter().all(|b| b.is_ascii_digit() || *b == b'.') => true,
        _ => ROMAN.contains(&label),
    }
}

/// The label that follows `label`.
fn successor(label: &str) -> Option<String> {
    if let Ok(number) = label.parse::<u32>() {
        return Some((number + 1).to_string());
    }
    if let Some(at) = ROMAN.iter().position(|roman| *roman == label) {
        return ROMAN.get(at + 1).map(|roman| (*roman).to_owned());
    }
    match label.as_bytes() {
        [letter] if *letter < b'z' => Some(char::from(letter + 1).to_string()),
        _ => None,
    }
}
