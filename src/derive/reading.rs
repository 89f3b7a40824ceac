//! An article made ready for being searched: its text in lower case and its runs of letters and digits, found once for all rules.

use crate::model::Article;
use crate::text::Span;
use crate::text::word::is_ideograph;

/// An article and what every rule needs of it.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) article: &'a Article,
    /// The article's text in ASCII lower case: the same places, the same length.
    pub(super) lower: String,
    /// The runs of letters and digits in text order. They are smaller than words, which hold hyphens and apostrophes too.
    pub(super) runs: Vec<Span>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(article: &'a Article) -> Self {
        let lower = article.text.to_ascii_lowercase();
        Self { runs: runs(&lower), article, lower }
    }

    /// The words at `span`: its runs, and of a script written without spaces one for two characters.
    pub(super) fn words_in(&self, span: Span) -> usize {
        let words = span.of(&self.lower);
        let ideographs = if words.is_ascii() { 0 } else { words.chars().filter(|&c| is_ideograph(c)).count() };
        self.runs_in(span).len() + ideographs / 2
    }

    /// The runs that begin in `span`.
    pub(super) fn runs_in(&self, span: Span) -> &[Span] {
        let place = |at: usize| self.runs.partition_point(|run| run.start() < at);
        self.runs.get(place(span.start())..place(span.end())).unwrap_or_default()
    }
}

/// The runs of letters and digits in `text`.
pub(super) fn runs(text: &str) -> Vec<Span> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut start = None;
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let (inside, len) = if byte.is_ascii() { (byte.is_ascii_alphanumeric(), 1) } else { wide(text, at) };
        match start {
            None if inside => start = Some(at),
            Some(from) if !inside => {
                found.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
        at += len;
    }
    found.extend(start.map(|from| Span::new(from, text.len())));
    found
}

/// Whether the character at `at` is a letter or digit, and its bytes.
fn wide(text: &str, at: usize) -> (bool, usize) {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or((false, 1), |c| (c.is_alphanumeric(), c.len_utf8()))
}

/// Where the run of letters and digits ends that goes on at `at`.
pub(super) fn run_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(&byte) = text.as_bytes().get(end) {
        let (inside, len) = if byte.is_ascii() { (byte.is_ascii_alphanumeric(), 1) } else { wide(text, end) };
        if !inside {
            break;
        }
        end += len;
    }
    end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::runs;

    proptest! {
        #[test]
        fn runs_are_what_lies_between_other_characters(text in "[a-z0-9é北’ .,-]{0,40}") {
            let found: Vec<&str> = runs(&text).iter().map(|run| run.of(&text)).collect();
            let expected: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
