//! What belongs to no pole at its ends: white space, punctuation, reference marks, a conjunction left hanging.

use crate::text::Span;

/// Conjunctions that belong to no pole when they stand at its end.
const DANGLING: [&str; 5] = ["and", "but", "or", "that", "so"];

/// `span` without what belongs to no pole at its ends; nothing where no word is left.
pub(super) fn trimmed(text: &str, span: Span) -> Option<Span> {
    let mut span = trim(text, without_references(text, span));
    while let Some(cut) = dangling(text, span) {
        span = trim(text, cut);
    }
    span.of(text).contains(char::is_alphanumeric).then_some(span)
}

/// `span` without a conjunction at its end.
fn dangling(text: &str, span: Span) -> Option<Span> {
    let slice = span.of(text);
    let kept = DANGLING.iter().find_map(|word| {
        let head = slice.strip_suffix(word)?;
        (head.ends_with(char::is_whitespace) || (head.is_empty() && *word != "that")).then_some(head)
    })?;
    Some(Span::new(span.start(), span.start() + kept.len()))
}

/// `span` without reference marks behind the mark that ends its sentence, `It grew. [6][12]`, and without an author and a year.
fn without_references(text: &str, span: Span) -> Span {
    let mut kept = span.of(text).trim_end();
    while let Some(head) = kept.strip_suffix(']').and_then(|inner| inner.get(..inner.rfind('[')?)) {
        kept = head.trim_end();
    }
    let ended = kept.ends_with(['.', '!', '?', '"', '”']);
    let kept = if ended { kept } else { span.of(text) };
    Span::new(span.start(), span.start() + without_author(kept).len())
}

/// `slice` without `(Name, 2013)` at its end.
fn without_author(slice: &str) -> &str {
    let cut = slice.trim_end_matches(['.', ' ']).strip_suffix(')').and_then(|inner| {
        let at = inner.rfind('(')?;
        let (author, year) = inner.get(at + 1..)?.rsplit_once(", ")?;
        let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        (is_year && author.starts_with(char::is_uppercase)).then_some(at)
    });
    cut.and_then(|at| slice.get(..at)).unwrap_or(slice)
}

/// `span` without white space and punctuation at its ends; the full stop of `U.S.` stays.
fn trim(text: &str, span: Span) -> Span {
    let slice = span.of(text);
    let is_outer = |c: char| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£' | '%' | '°' | '#' | '@');
    let head = slice.trim_start_matches(is_outer);
    let start = slice.len() - head.len();
    let body = head.trim_end_matches(is_outer);
    let last = body.rsplit(char::is_whitespace).next().unwrap_or_default();
    let stop = usize::from(last.contains('.') && head.get(body.len()..).is_some_and(|rest| rest.starts_with('.')));
    let inner = Span::new(span.start() + start, span.start() + start + body.len() + stop);
    widen(text, widen(text, inner, span), span)
}

/// `span` with the quotation mark or bracket just outside it whose partner it holds, within `limit`; the marks that end what is
/// quoted stand before it.
fn widen(text: &str, span: Span, limit: Span) -> Span {
    let slice = span.of(text);
    let tail = Span::new(span.end(), limit.end()).of(text);
    let ends = tail.len() - tail.trim_start_matches(['.', ',', '!', '?', '…']).len();
    let next = tail.get(ends..).and_then(|t| t.chars().next());
    let before = Span::new(limit.start(), span.start()).of(text).chars().next_back();
    let mut wide = span;
    for (open, close) in [('“', '”'), ('(', ')'), ('"', '"'), ('[', ']')] {
        if before != Some(open) && next != Some(close) {
            continue;
        }
        let (opens, closes) = (slice.matches(open).count(), slice.matches(close).count());
        let odd = open == close && opens % 2 == 1;
        let quoted = opens == closes && !odd && before == Some(open) && next == Some(close) && matches!(open, '“' | '"');
        if quoted {
            wide = wide.cover(Span::new(span.start() - open.len_utf8(), span.end() + ends + close.len_utf8()));
        } else if (odd || opens > closes) && next == Some(close) {
            wide = wide.cover(Span::new(span.end(), span.end() + ends + close.len_utf8()));
        } else if (odd || closes > opens) && before == Some(open) {
            wide = wide.cover(Span::new(span.start() - open.len_utf8(), span.end()));
        }
    }
    wide
}

#[cfg(test)]
mod tests {
    use super::trimmed;
    use crate::text::Span;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let span = trimmed(text, Span::new(0, text.len())).unwrap_or_default();
        assert_eq!(span.of(text), expected);
    }

    #[test]
    fn a_pole_is_words_alone() {
        check(", the port is open. [12][15]", "the port is open");
        check("the port is open [3],", "the port is open [3]");
        check("cargo was kept (Tarn Foundation, 2013).", "cargo was kept");
        check("“Moves are late”, but", "“Moves are late”");
        check("it grew (by a third), and", "it grew (by a third)");
        check("they said, “You tried!”", "they said, “You tried!”");
        check("ships of the U.S.,", "ships of the U.S.");
    }
}
