//! Header lines, and whether a text begins with those of a mail (RFC 5322, 2.2).

/// The longest name of a header.
const NAME_BYTES: usize = 60;

/// Headers that programs write and people do not.
const MACHINE: [&str; 8] = [
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "content-transfer-encoding",
    "dkim-signature",
    "x-mailer",
];

/// Headers that people know, and write above a text that they pass on.
const KNOWN: [&str; 6] = ["from", "to", "cc", "subject", "date", "reply-to"];

/// The name and the value of a header line.
pub(super) fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let fits = !name.is_empty() && name.len() <= NAME_BYTES && name.bytes().all(|byte| byte.is_ascii_graphic());
    fits.then(|| (name, value.trim()))
}

/// Whether `head`, the beginning of a file, is that of a mail: nothing but headers up to the first blank line, and among them some
/// that only mail has.
pub(super) fn begins_as_mail(head: &str) -> bool {
    let names = names(head);
    let has = |known: &[&str]| names.iter().filter(|name| known.contains(&name.as_str())).count();
    let by_people = has(&KNOWN);
    names.len() >= 2 && (has(&MACHINE) > 0 && by_people > 0 || has(&MACHINE) > 1 || by_people >= 4)
}

/// The names of the headers that `head` begins with, in small letters; none where another line stands among them.
pub(super) fn names(head: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = head.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).peekable();
    while let Some(line) = rest.next() {
        let cut_off = rest.peek().is_none();
        match header(line) {
            _ if line.trim().is_empty() => return names,
            _ if line.starts_with([' ', '\t']) && !names.is_empty() => {}
            Some((name, _)) => names.push(name.to_ascii_lowercase()),
            None if cut_off => {}
            None => return Vec::new(),
        }
    }
    names
}
