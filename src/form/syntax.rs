//! What the grammar of TOML refuses, in words for people who do not know it by heart.
//!
//! One slip makes a parser stumble several times: of complaints about neighbouring lines only the first is kept.

use super::{Complaint, Source};
use crate::text::Span;

/// What the parser says, how it is said here, and what helps.
const WORDINGS: &[(&str, &str, &str)] = &[
    (
        "invalid basic string",
        "this text has no closing quotation mark",
        "a text of several lines stands between \"\"\" and \"\"\"",
    ),
    ("invalid literal string", "this text has no closing quotation mark", "a text of several lines stands between ''' and '''"),
    ("invalid multi-line basic string", "this text is never closed", "it ends with \"\"\""),
    ("invalid multi-line literal string", "this text is never closed", "it ends with '''"),
    ("string values must be quoted", "a text must stand in quotation marks", "write \"...\" or '...'"),
    ("invalid boolean", "a text must stand in quotation marks", "write \"...\" or '...', or else true or false"),
    ("key with no value", "a name without a value", "write name = value"),
    ("duplicate key", "this name is given a second time", "the first one is taken"),
    (
        "missing escaped value",
        "a backslash in a \"text\" needs a letter that TOML knows",
        "in a 'text' a backslash is a backslash",
    ),
    ("unexpected key or value", "something stands behind the value", "one line holds one name and its value"),
];

/// The complaints that come of one parse, hardly more than `most`, and the lines, from 1, on which the parser stumbled.
pub(super) fn complaints(source: &Source<'_>, mut spans: Vec<(Span, String)>, most: usize) -> (Vec<Complaint>, Vec<u32>) {
    spans.sort_by_key(|(span, _)| *span);
    let (mut kept, mut lines) = (Vec::new(), Vec::new());
    let (mut at, mut line) = (0, 1u32);
    for (span, message) in spans {
        let passed = Span::new(at, span.start()).of(source.text).matches('\n').count();
        line = line.saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
        at = span.start().max(at);
        let neighbour = lines.last().is_some_and(|last: &u32| line - last <= 1);
        lines.push(line);
        if !neighbour && kept.len() <= most {
            kept.push(worded(source, span, &message));
        }
    }
    (kept, lines)
}

fn worded(source: &Source<'_>, span: Span, message: &str) -> Complaint {
    let rest = source.text.get(span.start()..).unwrap_or_default();
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    if what == "string values must be quoted" && rest.lines().next().is_none_or(|line| line.trim().is_empty()) {
        return Complaint::error(source, span, "there is no value here").help("leave the line out where there is nothing to say");
    }
    match WORDINGS.iter().find(|(known, ..)| *known == what) {
        Some((_, said, help)) => Complaint::error(source, span, *said).help(*help),
        None if expected.is_empty() => Complaint::error(source, span, what),
        None => Complaint::error(source, span, what).help(format!("expected {expected}")),
    }
}
