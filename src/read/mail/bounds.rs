//! How much of a mail is looked at: a message in a message in a message is no mail that anybody sent.

use std::borrow::Cow;

/// More parts than any mail has; each level of nesting needs one.
const PARTS: usize = 200;

/// More lines that may divide parts: in a digest no part says its type.
const DIVIDERS: usize = 5_000;

/// More lines of headers than all parts of any mail have together, and more bytes.
const HEADERS: usize = 50_000;
const HEADER_BYTES: usize = 2 * 1024 * 1024;

/// The header that opens a part, or a level.
const OPENING: &[u8] = b"content-type";

/// `mail` up to [`PARTS`] parts and [`DIVIDERS`] between them, and without the lines of headers behind [`HEADERS`] of them or
/// [`HEADER_BYTES`] in them: all of it, but for hostile ones.
pub(super) fn bounded(mail: &[u8]) -> Cow<'_, [u8]> {
    let (mut at, mut parts, mut dividers, mut headers, mut bytes, mut in_head) = (0, 0, 0, 0, 0, true);
    let mut without: Option<Vec<u8>> = None;
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        // A part begins below a line of two hyphens, be it that of a signature.
        in_head = (in_head || line.starts_with(b"--")) && !line.trim_ascii().is_empty();
        headers += usize::from(in_head);
        bytes += if in_head { line.len() } else { 0 };
        parts += usize::from(opens_part(line));
        dividers += usize::from(divides(line));
        let before = mail.get(..at).unwrap_or_default();
        if parts > PARTS || dividers > DIVIDERS {
            return without.map_or(Cow::Borrowed(before), Cow::Owned);
        }
        if in_head && (headers > HEADERS || bytes > HEADER_BYTES) {
            without.get_or_insert_with(|| before.to_vec());
        } else if let Some(without) = &mut without {
            without.extend_from_slice(line);
        }
        at += line.len();
    }
    without.map_or(Cow::Borrowed(mail), Cow::Owned)
}

/// Whether a line is the header that opens a part, read as loosely as the parser reads it: it passes over white space in names.
fn opens_part(line: &[u8]) -> bool {
    let mut name = line.iter().filter(|byte| !byte.is_ascii_whitespace()).skip_while(|byte| **byte == b':');
    OPENING.iter().all(|wanted| name.next().is_some_and(|byte| byte.eq_ignore_ascii_case(wanted)))
}

/// Whether a line could stand between parts. One of hyphens alone stands in texts.
fn divides(line: &[u8]) -> bool {
    line.starts_with(b"--") && line.trim_ascii().iter().any(|byte| *byte != b'-')
}
