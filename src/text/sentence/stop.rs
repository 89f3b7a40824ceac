//! One run of end marks and all that closes behind it.

use super::sign::is_end_mark;

/// The most bytes inside a reference mark.
const REFERENCE_BYTES: usize = 24;

/// One run of end marks and what closes behind it.
pub(super) struct Stop<'a> {
    pub(super) start: usize,
    /// The marks, spaces between full stops included.
    pub(super) marks: &'a str,
    /// Closing quotation marks, brackets, marks of emphasis, reference marks and emoticons.
    pub(super) closers: &'a str,
    /// Where the closers end.
    pub(super) close: usize,
}

impl<'a> Stop<'a> {
    /// The stop of `block` whose first mark stands at `start`.
    pub(super) fn at(block: &'a str, start: usize) -> Option<Self> {
        let (before, rest) = block.split_at_checked(start)?;
        let run = marks_len(rest);
        let first_only = rest.get(..run).is_some_and(is_stop_and_ellipsis) && !before.ends_with(char::is_whitespace);
        let (marks, after) = rest.split_at_checked(if first_only && rest.len() > run { 1 } else { run })?;
        let closers = after.get(..closers_len(after))?;
        Some(Self { start, marks, closers, close: start + marks.len() + closers.len() })
    }

    /// How many brackets close here that opened before; those of a reference mark did not.
    pub(super) fn closed_brackets(&self) -> usize {
        let closed = self.closers.bytes().filter(|byte| matches!(byte, b')' | b']')).count();
        closed.saturating_sub(self.closers.bytes().filter(|byte| *byte == b'[').count())
    }

    pub(super) fn closes_quotation(&self) -> bool {
        self.closers.contains(['"', '”', '“', '’', '\'', '»'])
    }
}

/// The bytes of the end marks that `rest` opens with; full stops typed with spaces between them (`. . .`) are one run.
fn marks_len(rest: &str) -> usize {
    let mut len = 0;
    loop {
        let tail = rest.get(len..).unwrap_or_default();
        let run = tail.len() - tail.trim_start_matches(is_end_mark).len();
        len += run;
        let mut next = rest.get(len..).unwrap_or_default().bytes();
        let spaced = next.next() == Some(b' ') && next.next() == Some(b'.');
        let apart = next.next().is_none_or(|byte| byte != b')' && !byte.is_ascii_alphanumeric());
        if run == 0 || !spaced || !apart || !rest.starts_with('.') {
            return len;
        }
        len += 1;
    }
}

/// Whether `marks` are a full stop and, spaced from it, the three dots of what is left out behind it: `known. . . . The end`.
fn is_stop_and_ellipsis(marks: &str) -> bool {
    marks.starts_with(". ") && marks.bytes().filter(|byte| *byte == b'.').count() > 3
}

/// The bytes of what closes behind an end mark.
fn closers_len(after: &str) -> usize {
    let mut rest = after;
    loop {
        let closed = rest.trim_start_matches(['"', '\'', '”', '’', '»', '›', ')', ']', '}', '」', '』', '）', '》', '*', '_']);
        let closed = closed.strip_prefix('“').filter(|rest| !rest.starts_with(|c: char| !c.is_whitespace())).unwrap_or(closed);
        let next = closed.get(reference_len(closed)..).unwrap_or_default();
        let next = next.get(emoticon_len(next)..).unwrap_or_default();
        if next.len() == rest.len() {
            return after.len() - rest.len();
        }
        rest = next;
    }
}

/// The bytes of a reference mark, a space before it included: a number, a letter or `note 3` in square brackets.
fn reference_len(text: &str) -> usize {
    let space = usize::from(text.starts_with(' '));
    let Some(inner) = text.get(space..).and_then(|t| t.strip_prefix('[')) else {
        return 0;
    };
    let inside = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b' ' | b',' | b'-');
    let len = inner.bytes().take(REFERENCE_BYTES).take_while(inside).count();
    let is_mark = |m: &str| m.len() == 1 || m.ends_with(|c: char| c.is_ascii_digit()) || m.ends_with("needed");
    let closed = inner.get(len..).is_some_and(|t| t.starts_with(']'));
    if closed && inner.get(..len).is_some_and(is_mark) { space + len + 2 } else { 0 }
}

/// The bytes of an emoticon, a space before it included: `:)`, `;-)`, `:D`. It is said with the sentence it stands behind.
fn emoticon_len(text: &str) -> usize {
    let space = usize::from(text.starts_with(' '));
    let mut bytes = text.bytes().skip(space).peekable();
    if !bytes.next().is_some_and(|eyes| matches!(eyes, b':' | b';' | b'=')) {
        return 0;
    }
    let nose = usize::from(bytes.next_if(|byte| *byte == b'-').is_some());
    let mouth = bytes.next().is_some_and(|byte| matches!(byte, b')' | b'(' | b'D' | b'P' | b'p' | b'/' | b'|'));
    let ended = bytes.next().is_none_or(|byte| byte.is_ascii_whitespace());
    if mouth && ended { space + nose + 2 } else { 0 }
}
