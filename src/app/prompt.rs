//! A line being typed, at its end: enough for a query or a filter.

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Key, KeyCode, Named};
use crate::text::Clean;

/// The most characters a line may have; a pasted book is cut.
const LONGEST: usize = 500;

/// What a key did to a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// The line is now this.
    Changed(Clean),
    /// The line was sent.
    Sent,
    /// The line was given up.
    GivenUp,
    /// The key is none of the line's.
    Unknown,
}

/// What `key` does to `line`.
pub(super) fn typed(line: &Clean, key: Key) -> Typed {
    if let Some(c) = key.typed() {
        return pasted(line, &Clean::from(c.to_string()));
    }
    match (key.code, key.ctrl) {
        (KeyCode::Named(Named::Enter), _) => Typed::Sent,
        (KeyCode::Named(Named::Esc), _) | (KeyCode::Char('c' | 'g'), true) => Typed::GivenUp,
        (KeyCode::Named(Named::Backspace), _) | (KeyCode::Char('h'), true) if line.is_empty() => Typed::GivenUp,
        (KeyCode::Named(Named::Backspace), _) | (KeyCode::Char('h'), true) => Typed::Changed(without_last(line)),
        (KeyCode::Char('u'), true) => Typed::Changed(Clean::default()),
        (KeyCode::Char('w'), true) => Typed::Changed(without_last_word(line)),
        _ => Typed::Unknown,
    }
}

/// `line` with `text` behind it, on one line.
pub(super) fn pasted(line: &Clean, text: &Clean) -> Typed {
    let text: String = line.chars().chain(text.one_line().chars()).take(LONGEST).collect();
    Typed::Changed(text.into())
}

fn without_last(line: &Clean) -> Clean {
    let keep = line.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
    line.get(..keep).unwrap_or_default().into()
}

fn without_last_word(line: &Clean) -> Clean {
    let kept = line.trim_end();
    let keep = kept.rfind(' ').map_or(0, |at| at + 1);
    kept.get(..keep).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::{Typed, typed};

    #[test]
    fn a_line_is_typed_and_taken_back() {
        let mut line = crate::text::Clean::default();
        for key in ["b", "o", "r", "é", "backspace", "d", "e", "r", "space", "x", "ctrl-w"] {
            if let Typed::Changed(next) = typed(&line, key.parse().unwrap()) {
                line = next;
            }
        }
        assert_eq!(&*line, "border ");
        assert_eq!(typed(&line, "enter".parse().unwrap()), Typed::Sent);
        assert_eq!(typed(&line, "esc".parse().unwrap()), Typed::GivenUp);
        assert_eq!(typed(&line, "up".parse().unwrap()), Typed::Unknown);
    }
}
