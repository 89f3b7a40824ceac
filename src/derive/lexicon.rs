//! Many terms looked for in one pass: topics and cues alike.
//!
//! A term written without capitals is met in any case, one with capitals only as it is written (`May`, `IMF`); a `*` at its end
//! stands for any ending; its hyphens and apostrophes meet every kind a typist uses. It knows words, not what they mean.

use super::heads::{Head, Heads};
use super::reading::{Reading, run_end};
use crate::text::{Span, fold};

/// Terms put together before they are compiled; `T` says what a term is for.
#[derive(Debug)]
pub(super) struct Terms<T>(Vec<(Term, T)>);

/// A term as it is compared; those with one head are neighbours.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    head: Head,
    /// With plain hyphens and apostrophes, in ASCII lower case.
    lower: String,
    /// As written, where the case matters.
    cased: Option<String>,
    /// Whether any ending may follow.
    open: bool,
}

/// Compiled terms.
#[derive(Debug)]
pub(super) struct Lexicon<T> {
    heads: Heads,
    entries: Vec<Entry<T>>,
}

#[derive(Debug)]
struct Entry<T> {
    term: Term,
    uses: Vec<T>,
}

/// A term met in a text.
#[derive(Debug)]
pub(super) struct Hit<'a, T> {
    /// The words met, an open ending included.
    pub(super) span: Span,
    /// What the term is for.
    pub(super) uses: &'a [T],
}

impl<T> Terms<T> {
    pub(super) fn with_capacity(terms: usize) -> Self {
        Self(Vec::with_capacity(terms))
    }

    /// Adds `term`; without a word in it, it is met nowhere.
    pub(super) fn add(&mut self, term: &str, used: T) {
        let open = term.ends_with('*');
        let word = term.trim_end_matches('*').trim_end().trim_start_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            let written: String = word.chars().map(|c| plain(c).unwrap_or(c)).collect();
            let lower = written.to_ascii_lowercase();
            let cased = written.contains(char::is_uppercase).then_some(written);
            let head = Head::of(first_run(&lower));
            self.0.push((Term { head, lower, cased, open }, used));
        }
    }

    pub(super) fn compile(mut self) -> Lexicon<T> {
        self.0.sort_by(|a, b| a.0.cmp(&b.0));
        let mut entries: Vec<Entry<T>> = Vec::with_capacity(self.0.len());
        for (term, used) in self.0 {
            match entries.last_mut() {
                Some(last) if last.term == term => last.uses.push(used),
                _ => entries.push(Entry { term, uses: vec![used] }),
            }
        }
        let heads = Heads::new(entries.iter().map(|Entry { term, .. }| {
            let run = first_run(&term.lower);
            (term.head, run, term.open && run.len() == term.lower.len())
        }));
        Lexicon { heads, entries }
    }
}

impl Term {
    /// The bytes of the term where `text`, of which `lower` is the ASCII lower case, opens with it.
    fn meets(&self, text: &str, lower: &str) -> Option<usize> {
        match &self.cased {
            Some(cased) => opens_with(text, cased),
            None => opens_with(lower, &self.lower),
        }
    }
}

/// The bytes of `text` that `term` stands for, if `text` opens with it in any spelling.
fn opens_with(text: &str, term: &str) -> Option<usize> {
    let mut len = 0;
    for byte in term.bytes() {
        if text.as_bytes().get(len) == Some(&byte) {
            len += 1;
        } else {
            let c = text.get(len..)?.chars().next().filter(|&c| plain(c).is_some_and(|p| u32::from(p) == u32::from(byte)))?;
            len += c.len_utf8();
        }
    }
    Some(len)
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Self { heads: Heads::default(), entries: Vec::new() }
    }
}

impl<T> Lexicon<T> {
    /// Every term in `text`, of which `lower` is the ASCII lower case and `runs` are the runs, ordered by place; hits may overlap.
    pub(super) fn hits<'a>(&'a self, text: &str, lower: &str, runs: &[Span]) -> Vec<Hit<'a, T>> {
        let mut hits = Vec::new();
        for &run in runs {
            let before = hits.len();
            self.heads.of(run.of(lower), |range| {
                let entries = self.entries.get(range).unwrap_or_default();
                hits.extend(entries.iter().filter_map(|entry| entry.hit(text, lower, run)));
            });
            if let Some(new) = hits.get_mut(before..).filter(|new| new.len() > 1) {
                new.sort_by_key(|hit: &Hit<'_, T>| hit.span);
            }
        }
        hits
    }

    /// The sentences that hold terms, each with its index and its hits.
    pub(super) fn by_sentence<'a>(&'a self, reading: &Reading<'_>) -> Vec<(u32, Vec<Hit<'a, T>>)> {
        let article = reading.article;
        let mut found: Vec<(u32, Vec<Hit<'a, T>>)> = Vec::new();
        let mut sentences = (0u32..).zip(&article.sentences).peekable();
        for hit in self.hits(&article.text, &reading.lower, &reading.runs) {
            while sentences.next_if(|(_, s)| s.span.end() <= hit.span.start()).is_some() {}
            let Some((index, _)) = sentences.peek().filter(|(_, s)| s.span.contains(hit.span)) else {
                continue;
            };
            match found.last_mut() {
                Some((last, hits)) if last == index => hits.push(hit),
                _ => found.push((*index, vec![hit])),
            }
        }
        found
    }
}

impl<T> Entry<T> {
    /// The term where the run of letters and digits at `run` opens it.
    fn hit(&self, text: &str, lower: &str, run: Span) -> Option<Hit<'_, T>> {
        let end = run.start() + self.term.meets(text.get(run.start()..)?, lower.get(run.start()..)?)?;
        let whole = if end <= run.end() { run.end() } else { run_end(text, end) };
        (self.term.open || whole == end).then(|| Hit { span: Span::new(run.start(), whole), uses: &self.uses })
    }
}

fn first_run(term: &str) -> &str {
    term.get(..run_end(term, 0)).unwrap_or(term)
}

/// Whether `hit` is one word; a hyphen divides none.
pub(super) fn is_one_word(hit: &str) -> bool {
    !hit.contains(char::is_whitespace)
}

/// The plain form of a hyphen or apostrophe.
fn plain(c: char) -> Option<char> {
    fold::plain(c).filter(|c| matches!(c, '-' | '\''))
}

#[cfg(test)]
mod tests {
    use super::Terms;
    use crate::derive::reading::runs;

    #[track_caller]
    fn check(term: &str, text: &str, expected: &[&str]) {
        let mut terms = Terms::with_capacity(1);
        terms.add(term, ());
        let lexicon = terms.compile();
        let lower = text.to_ascii_lowercase();
        let found: Vec<&str> = lexicon.hits(text, &lower, &runs(&lower)).iter().map(|hit| hit.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn case_counts_where_the_term_has_capitals() {
        check("sanction*", "Sanctions and SANCTIONED oil; unsanctioned", &["Sanctions", "SANCTIONED"]);
        check("May", "In May they may", &["May"]);
        check("trade", "Trade’s traders, free-trade", &["Trade", "trade"]);
    }

    #[test]
    fn hyphens_and_apostrophes_are_of_any_kind() {
        check("S-400*", "S‑400s, S–400 and S-400", &["S‑400s", "S–400", "S-400"]);
        check("people's army", "the People’s Army", &["People’s Army"]);
        check("*", "anything", &[]);
        check("oil", "oils, oil-rich, soil, OIL", &["oil", "OIL"]);
        check("LNG*", "LNGs and LNG", &["LNGs", "LNG"]);
        check("no-limits", "a no–limits pact", &["no–limits"]);
        check("communiqué*", "communiqués", &["communiqués"]);
    }
}
