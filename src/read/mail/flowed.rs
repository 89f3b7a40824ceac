//! Text that says of itself which of its lines run on (`format=flowed`, RFC 3676).

/// So many lines of a mail are looked at one by one; behind them all is one stretch, because a line takes more memory than its words.
pub(super) const LINES: usize = 100_000;

/// A line of a mail, and where it stands.
#[derive(Debug)]
pub(super) struct Line {
    /// Its words, without the marks of a quotation.
    pub(super) text: String,
    /// How deep it is quoted.
    pub(super) depth: usize,
    /// Its line in the file, from 1.
    pub(super) number: u32,
}

/// The lines of `text` with those joined that run on; `line` gives for each, from 1, the line of the file.
///
/// Where `delsp` is set, the space that says so is no part of the words.
pub(super) fn flowed(text: &str, delsp: bool, line: impl Fn(u32) -> u32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut runs_on = false;
    for (number, raw) in (1..).zip(text.splitn(LINES, '\n')) {
        let depth = raw.bytes().take_while(|byte| *byte == b'>').count();
        let bare = raw.get(depth..).unwrap_or_default();
        let words = bare.strip_prefix(' ').unwrap_or(bare);
        let is_signature = words == "-- ";
        match lines.last_mut().filter(|last| runs_on && last.depth == depth && !is_signature) {
            Some(last) => {
                if delsp {
                    last.text.pop();
                }
                last.text.push_str(words);
            }
            None => lines.push(Line { text: words.to_owned(), depth, number: line(number) }),
        }
        runs_on = words.ends_with(' ') && !is_signature;
    }
    lines
}

/// The lines of `text` as they stand, with the marks of quotations counted.
pub(super) fn fixed(text: &str, line: impl Fn(u32) -> u32) -> Vec<Line> {
    let lines = (1..).zip(text.splitn(LINES, '\n'));
    let lines = lines.map(|(number, raw)| {
        let mut depth = 0;
        let mut words = raw;
        while let Some(inner) = words.strip_prefix('>').or_else(|| words.strip_prefix(" >").filter(|_| depth > 0)) {
            depth += 1;
            words = inner;
        }
        let words = if depth > 0 { words.strip_prefix(' ').unwrap_or(words) } else { words };
        Line { text: words.to_owned(), depth, number: line(number) }
    });
    lines.collect()
}
