//! The stretch of a sentence in which a cue works: bounded by semicolons and by the quotation marks or brackets around it.

use crate::text::Span;

/// The stretch around a cue.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) span: Span,
    /// The stretch before it, where a semicolon divides the two.
    pub(super) before: Option<Span>,
}

/// A quotation or bracket that is open at some place.
struct Nest {
    close: char,
    /// Where its inside begins.
    start: usize,
    /// The last two semicolons directly inside.
    semicolons: [Option<usize>; 2],
}

/// How deep quotations and brackets are followed.
const DEPTH: usize = 8;

impl Unit {
    /// The unit of `sentence` that holds `cue`.
    pub(super) fn around(text: &str, sentence: Span, cue: Span) -> Self {
        let mut nests = vec![Nest { close: '\0', start: sentence.start(), semicolons: [None; 2] }];
        for (at, c) in chars(text, Span::new(sentence.start(), cue.start())) {
            step(&mut nests, at, c);
        }
        let depth = nests.len();
        let (start, semicolons) = nests.last().map_or((sentence.start(), [None; 2]), |nest| (nest.start, nest.semicolons));
        let mut end = sentence.end();
        for (at, c) in chars(text, Span::new(cue.end(), sentence.end())) {
            let leaves = nests.len() == depth && depth > 1 && nests.last().is_some_and(|nest| nest.close == c);
            if leaves || (c == ';' && nests.len() == depth) {
                end = at;
                break;
            }
            step(&mut nests, at, c);
        }
        let (from, before) = match semicolons {
            [None, Some(last)] => (last + 1, Some(Span::new(start, last))),
            [Some(first), Some(last)] => (last + 1, Some(Span::new(first + 1, last))),
            _ => (start, None),
        };
        Self { span: Span::new(from.min(cue.start()), end), before }
    }
}

/// The commas in `span` that divide clauses: none inside brackets or quotations, none inside numbers.
pub(super) fn commas(text: &str, span: Span) -> Vec<usize> {
    let mut nests = vec![Nest { close: '\0', start: span.start(), semicolons: [None; 2] }];
    let mut found = Vec::new();
    for (at, c) in chars(text, span) {
        let outside = nests.len() == 1;
        step(&mut nests, at, c);
        if c == ',' && outside && !text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            found.push(at);
        }
    }
    found
}

fn chars(text: &str, span: Span) -> impl Iterator<Item = (usize, char)> + '_ {
    span.of(text).char_indices().map(move |(at, c)| (span.start() + at, c))
}

/// Opens or closes what `c` opens or closes.
fn step(nests: &mut Vec<Nest>, at: usize, c: char) {
    let close = match c {
        '“' => '”',
        '(' => ')',
        '[' => ']',
        '«' => '»',
        '"' => '"',
        _ => '\0',
    };
    if nests.len() > 1 && nests.last().is_some_and(|nest| nest.close == c) {
        nests.pop();
    } else if close != '\0' && nests.len() < DEPTH {
        nests.push(Nest { close, start: at + c.len_utf8(), semicolons: [None; 2] });
    } else if c == ';'
        && let Some(nest) = nests.last_mut()
    {
        nest.semicolons = [nest.semicolons[1], Some(at)];
    }
}
