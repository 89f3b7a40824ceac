//! How much of a mail is looked at: a message in a message in a message is no mail that anybody sent.

/// More parts than any mail has; each level of nesting needs one.
const PARTS: usize = 200;

/// The header that opens a part, or a level.
const OPENING: &[u8] = b"content-type";

/// The beginning of `mail` that has no more than [`PARTS`] parts: all of it, but for hostile ones.
pub(super) fn bounded(mail: &[u8]) -> &[u8] {
    let (mut at, mut parts) = (0, 0);
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        parts += usize::from(opens_part(line));
        if parts > PARTS {
            return mail.get(..at).unwrap_or_default();
        }
        at += line.len();
    }
    mail
}

/// Whether a line is the header that opens a part, read as loosely as the parser reads it: it passes over white space in names.
fn opens_part(line: &[u8]) -> bool {
    let mut name = line.iter().filter(|byte| !byte.is_ascii_whitespace()).skip_while(|byte| **byte == b':');
    OPENING.iter().all(|wanted| name.next().is_some_and(|byte| byte.eq_ignore_ascii_case(wanted)))
}
