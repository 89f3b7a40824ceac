//! The journal of marks as bytes: a head that says whose it is, then a line for each change.
//!
//! A line is the 16 digits of an article and what became of it: `read`, `unread`, `marked`, `unmarked`, `at` and a byte of the text (0 for
//! its beginning), one or several of them. Later lines win. What stands behind the last line break was not written to its end, and is
//! no line.

use std::fmt::Write;

use crate::library::marks::{Change, Mark, Marks, To};
use crate::model::ContentId;

/// What the head begins with, and the newest version that is read.
const NAME: &str = "attache marks ";
const VERSION: u32 = 1;

/// No head is longer, its line break included.
pub(super) const HEAD_BYTES: usize = 64;

/// How a journal begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// One that can be read: the number it was begun with, and the bytes of its head.
    Ours { begun: u64, bytes: usize },
    /// One of a newer attache.
    Newer(u32),
    /// None.
    None,
}

/// What was found among lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    /// How many there are.
    pub(super) count: usize,
    /// How many of them are none of a journal's.
    pub(super) bad: usize,
    /// The bytes of all whole lines.
    pub(super) bytes: usize,
}

/// The head of a journal that begins with `bytes`.
pub(super) fn head(bytes: &[u8]) -> Head {
    let line = bytes.iter().take(HEAD_BYTES).position(|byte| *byte == b'\n').and_then(|end| bytes.get(..end));
    let Some(line) = line.and_then(|line| std::str::from_utf8(line).ok()) else { return Head::None };
    let mut words = line.strip_prefix(NAME).unwrap_or_default().split(' ');
    let Some(version) = words.next().and_then(|word| word.parse::<u32>().ok()) else { return Head::None };
    match words.next().and_then(digits) {
        _ if version > VERSION => Head::Newer(version),
        Some(begun) => Head::Ours { begun, bytes: line.len() + 1 },
        None => Head::None,
    }
}

/// Gives each change that stands in the whole lines of `bytes`.
pub(super) fn lines(bytes: &[u8], mut each: impl FnMut(Change)) -> Lines {
    let mut lines = Lines::default();
    for line in bytes.split_inclusive(|byte| *byte == b'\n').filter_map(|line| line.strip_suffix(b"\n")) {
        lines.count += 1;
        lines.bytes += line.len() + 1;
        if changes(line, &mut each).is_none() {
            lines.bad += 1;
        }
    }
    lines
}

/// A journal that holds `marks` and no more.
pub(super) fn whole(marks: &Marks, begun: u64) -> Vec<u8> {
    let mut out = format!("{NAME}{VERSION} {begun:016x}\n");
    for (content, Mark { read, marked, place }) in marks.iter() {
        let _ = write!(out, "{content}");
        out += if read { " read" } else { "" };
        out += if marked { " marked" } else { "" };
        if let Some(place) = place {
            let _ = write!(out, " at {place}");
        }
        out.push('\n');
    }
    out.into_bytes()
}

/// The lines of `changes`.
pub(super) fn added(changes: &[Change]) -> Vec<u8> {
    let line = |change: &Change| {
        let Change { content, to } = change;
        match to {
            To::Read(true) => format!("{content} read\n"),
            To::Read(false) => format!("{content} unread\n"),
            To::Marked(true) => format!("{content} marked\n"),
            To::Marked(false) => format!("{content} unmarked\n"),
            To::Place(place) => format!("{content} at {}\n", place.unwrap_or_default()),
        }
    };
    changes.iter().map(line).collect::<String>().into_bytes()
}

/// Gives the changes of one line, or none of them where it is no line of a journal.
fn changes(line: &[u8], each: &mut impl FnMut(Change)) -> Option<()> {
    let line = std::str::from_utf8(line).ok()?;
    let (id, words) = line.split_once(' ')?;
    let content = ContentId(digits(id)?);
    // All of it is read first: a line of which a part is broken changes nothing.
    let [mut read, mut marked, mut place] = [None; 3];
    let mut words = words.split(' ');
    while let Some(word) = words.next() {
        match word {
            "read" | "unread" => read = Some(To::Read(word == "read")),
            "marked" | "unmarked" => marked = Some(To::Marked(word == "marked")),
            "at" => place = Some(To::Place(Some(words.next()?.parse().ok()?))),
            _ => return None,
        }
    }
    [read, marked, place].into_iter().flatten().for_each(|to| each(Change { content, to }));
    Some(())
}

/// The number that exactly 16 hexadecimal digits say.
fn digits(word: &str) -> Option<u64> {
    let all = word.len() == 16 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    all.then(|| u64::from_str_radix(word, 16).ok()).flatten()
}
