//! Many terms looked for in one pass: topics and cues alike.
//!
//! A term written without capitals is met in any case, one with capitals only as it is written (`May`, `IMF`); a `*` at its end
//! stands for any ending; its hyphens and apostrophes meet every kind a typist uses. It knows words, not what they mean.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::model::Article;
use crate::text::Span;
use crate::text::word::is_edge;

/// Spellings of one term at the most; past it the rarer marks are only found as written.
const SPELLINGS: usize = 27;

/// Terms put together before they are compiled; `T` says what a term is for.
#[derive(Debug)]
pub(super) struct Terms<T>(BTreeMap<Spelling, Vec<T>>);

/// One pattern of the automaton.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spelling {
    text: String,
    open: bool,
}

/// Compiled terms.
#[derive(Debug)]
pub(super) struct Lexicon<T> {
    automaton: Option<AhoCorasick>,
    entries: Vec<Entry<T>>,
}

#[derive(Debug)]
struct Entry<T> {
    /// As written, where the case matters.
    cased: Option<Box<str>>,
    /// Whether any ending may follow.
    open: bool,
    uses: Box<[T]>,
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
    pub(super) fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Adds `term`; whether there was a word in it.
    pub(super) fn add(&mut self, term: &str, used: T) -> bool
    where
        T: Clone,
    {
        let open = term.ends_with('*');
        let word = term.trim_end_matches('*').trim();
        if !word.contains(char::is_alphanumeric) {
            return false;
        }
        for text in spellings(word) {
            self.0.entry(Spelling { text, open }).or_default().push(used.clone());
        }
        true
    }

    pub(super) fn compile(self) -> Lexicon<T> {
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .match_kind(MatchKind::Standard)
            .prefilter(false)
            .build(self.0.keys().map(|spelling| spelling.text.to_ascii_lowercase()))
            .ok();
        let entries = self.0.into_iter().map(|(spelling, uses)| Entry {
            open: spelling.open,
            cased: spelling.text.contains(char::is_uppercase).then(|| spelling.text.into()),
            uses: uses.into(),
        });
        Lexicon { automaton, entries: entries.collect() }
    }
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Self { automaton: None, entries: Vec::new() }
    }
}

impl<T> Lexicon<T> {
    /// Every term in `text`, of which `lower` is the ASCII lower case, ordered by place; hits may overlap.
    pub(super) fn hits<'a>(&'a self, text: &str, lower: &str) -> Vec<Hit<'a, T>> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let mut hits: Vec<_> = automaton
            .find_overlapping_iter(lower)
            .filter_map(|found| self.hit(text, found.pattern().as_usize(), Span::new(found.start(), found.end())))
            .collect();
        hits.sort_by_key(|hit| hit.span);
        hits
    }

    /// The sentences of `article` that hold terms, each with its index and its hits.
    pub(super) fn by_sentence<'a>(&'a self, article: &Article, lower: &str) -> Vec<(u32, Vec<Hit<'a, T>>)> {
        let mut found: Vec<(u32, Vec<Hit<'a, T>>)> = Vec::new();
        let mut sentences = (0u32..).zip(&article.sentences).peekable();
        for hit in self.hits(&article.text, lower) {
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

    fn hit(&self, text: &str, entry: usize, span: Span) -> Option<Hit<'_, T>> {
        let entry = self.entries.get(entry)?;
        let edges = is_edge(text, span.start()) && (entry.open || is_edge(text, span.end()));
        let as_written = entry.cased.as_deref().is_none_or(|cased| span.of(text) == cased);
        (edges && as_written).then(|| Hit { span: if entry.open { to_word_end(text, span) } else { span }, uses: &entry.uses })
    }
}

/// Whether `hit` is one word; a hyphen divides none.
pub(super) fn is_one_word(hit: &str) -> bool {
    !hit.contains(char::is_whitespace)
}

fn to_word_end(text: &str, span: Span) -> Span {
    let rest = text.get(span.end()..).unwrap_or_default();
    Span::new(span.start(), span.end() + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()))
}

/// The term with each mark in all its forms.
fn spellings(term: &str) -> Vec<String> {
    let mut all = vec![String::with_capacity(term.len())];
    for c in term.chars() {
        let forms: &[char] = match c {
            '\'' | '’' => &['\'', '’'],
            '-' | '–' => &['-', '–', '‑'],
            _ => &[],
        };
        if forms.is_empty() || all.len() * forms.len() > SPELLINGS {
            all.iter_mut().for_each(|text| text.push(c));
        } else {
            all = all.iter().flat_map(|head| forms.iter().map(move |form| format!("{head}{form}"))).collect();
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::Terms;

    #[track_caller]
    fn check(term: &str, text: &str, expected: &[&str]) {
        let mut terms = Terms::new();
        terms.add(term, ());
        let lexicon = terms.compile();
        let found: Vec<&str> = lexicon.hits(text, &text.to_ascii_lowercase()).iter().map(|hit| hit.span.of(text)).collect();
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
    }
}
