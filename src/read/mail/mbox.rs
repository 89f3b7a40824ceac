//! Mailboxes (RFC 4155): messages one behind the other, each behind a line that begins with `From `.

use super::headers::header;
use super::message;
use crate::read::draft::{Draft, bounded, most};

/// Whether `head` begins with the line that opens a message, and a header below it.
pub(super) fn begins_as_mbox(head: &str) -> bool {
    let mut lines = head.lines();
    lines.next().is_some_and(|line| is_divider(line.as_bytes())) && lines.next().is_some_and(is_below_divider)
}

/// The messages of a mailbox, in their order there.
pub(super) fn drafts(bytes: &[u8]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (mail, line) in Messages::new(bytes) {
        if drafts.len() > most(bytes.len()) {
            break;
        }
        drafts.extend(message::drafts(&unquoted(mail), line - 1));
    }
    bounded(drafts, bytes.len())
}

/// The messages of a mailbox and the line of the file on which each begins, without the line that opens it.
struct Messages<'a> {
    rest: &'a [u8],
    /// The number of lines before the rest.
    above: u32,
}

impl<'a> Messages<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, above: 0 }
    }

    /// The first line of the rest, which is taken from it.
    fn line(&mut self) -> &'a [u8] {
        let end = self.rest.iter().position(|byte| *byte == b'\n').map_or(self.rest.len(), |at| at + 1);
        let (line, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        self.above = self.above.saturating_add(1);
        line
    }

    fn at_divider(&self) -> bool {
        let mut lines = self.rest.splitn(3, |byte| *byte == b'\n');
        let divider = lines.next().is_some_and(is_divider);
        divider && lines.next().is_none_or(|below| std::str::from_utf8(below).map_or(true, is_below_divider))
    }
}

impl<'a> Iterator for Messages<'a> {
    type Item = (&'a [u8], u32);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() && !self.at_divider() {
            self.line();
        }
        if self.rest.is_empty() {
            return None;
        }
        self.line();
        let (whole, first) = (self.rest, self.above + 1);
        let mut blank = false;
        while !(self.rest.is_empty() || blank && self.at_divider()) {
            blank = self.line().trim_ascii().is_empty();
        }
        Some((whole.get(..whole.len() - self.rest.len()).unwrap_or_default(), first))
    }
}

/// Whether a line opens a message: `From ` with a clock in it. A sentence that begins so is seldom that precise.
fn is_divider(line: &[u8]) -> bool {
    let clock = |at: &[u8]| matches!(at, [a, b':', c] if a.is_ascii_digit() && c.is_ascii_digit());
    line.starts_with(b"From ") && line.len() < 400 && line.windows(3).any(clock)
}

fn is_below_divider(line: &str) -> bool {
    header(line.strip_prefix('>').unwrap_or(line)).is_some()
}

/// A message without the `>` that a mailbox puts before lines which begin with `From `, however many stand there (mboxrd).
fn unquoted(mail: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(mail.len());
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        let marks = line.iter().take_while(|byte| **byte == b'>').count();
        let quoted = marks > 0 && line.get(marks..).is_some_and(|rest| rest.starts_with(b"From "));
        out.extend_from_slice(line.get(usize::from(quoted)..).unwrap_or_default());
    }
    out
}
