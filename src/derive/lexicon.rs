//! Many terms looked for in one pass: topics and cues alike.
//!
//! A term written without capitals is met in any case, one with capitals only as it is written (`May`, `IMF`); a `*` at its end
//! stands for any ending; its hyphens and apostrophes meet every kind a typist uses. It knows words, not what they mean.

use super::heads::{Head, Heads};
use super::opening::{Next, Opening};
use super::reading::Reading;
use super::tokens::{Token, Tokens, run_end};
use super::vocabulary::eight;
use crate::text::{Span, fold};

/// So many terms of one sentence are met, and those of the word that the last of them opens: no sentence that people write has more.
/// Terms may nest in one another, so that without a bound a word repeated is as many hits as the terms that are made of it.
pub(super) const SENTENCE_HITS: usize = 4096;

/// Terms put together before they are compiled; `T` says what a term is for.
#[derive(Debug)]
pub(super) struct Terms<T>(Vec<(Term, T)>);

/// A term as it is compared; those with one head are neighbours.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    head: Head,
    /// With plain hyphens and apostrophes, in lower case.
    lower: String,
    /// The bytes of its first token.
    first: usize,
    /// What may stand behind its first token.
    next: Next,
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
    /// How each of the entries opens, to be told without a look at it.
    openings: Vec<Opening>,
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
            let lower: String = written.chars().map(fold::lower).collect();
            let cased = written.contains(char::is_uppercase).then_some(written);
            let first = run_end(&lower, 0);
            let head = Head::of(lower.get(..first).unwrap_or_default());
            let behind = lower.get(first..).unwrap_or_default().trim_start_matches(|c: char| !c.is_alphanumeric());
            let next = Next::behind(behind.bytes().next());
            self.0.push((Term { head, lower, first, next, cased, open }, used));
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
        let heads = Heads::new(entries.iter().map(|Entry { term, .. }| (term.head, term.first_token(), term.is_prefix())));
        let opening = |term: &Term| Opening::new(term.first_token(), term.next, term.is_prefix());
        let openings = entries.iter().map(|entry| opening(&entry.term)).collect();
        Lexicon { heads, entries, openings }
    }
}

impl Term {
    fn first_token(&self) -> &str {
        self.lower.get(..self.first).unwrap_or_default()
    }

    /// Whether it is the beginning of one token.
    fn is_prefix(&self) -> bool {
        self.open && self.first == self.lower.len()
    }

    /// Whether a token of the word `word` may open it.
    fn opens_with(&self, word: &str) -> bool {
        word.strip_prefix(self.first_token()).is_some_and(|ending| ending.is_empty() || self.is_prefix())
    }

    /// Where the term ends that a token at `start` opens, if `text` holds it there.
    ///
    /// That the token opens it is known but for its case.
    fn end(&self, text: &str, start: usize) -> Option<usize> {
        let behind = start + self.first;
        match &self.cased {
            Some(cased) if text.get(start..behind)? != cased.get(..self.first)? => None,
            Some(cased) => Some(behind + opening(text.get(behind..)?, cased.get(self.first..)?, std::convert::identity)?),
            None => Some(behind + opening(text.get(behind..)?, self.lower.get(self.first..)?, fold::lower)?),
        }
    }
}

/// The bytes of `text` that stand for `term`, if it opens with that in any spelling; `case` is what is compared of its characters.
fn opening(text: &str, term: &str, case: impl Fn(char) -> char) -> Option<usize> {
    // What is written alike to the byte needs no look at its characters.
    let alike = text.bytes().zip(term.bytes()).take_while(|(c, expected)| c == expected).count();
    let alike = term.floor_char_boundary(alike);
    let mut rest = text.get(alike..)?.chars();
    let same = |expected: char, c: char| case(c) == expected || plain(c) == Some(expected);
    let all = term.get(alike..)?.chars().all(|expected| rest.next().is_some_and(|c| same(expected, c)));
    all.then(|| text.len() - rest.as_str().len())
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Self { heads: Heads::default(), entries: Vec::new(), openings: Vec::new() }
    }
}

impl<T> Lexicon<T> {
    /// Gives `visit` each sentence that holds terms: its index and its hits, ordered by place.
    ///
    /// Of a sentence with [`SENTENCE_HITS`] the rest is not looked at.
    pub(super) fn by_sentence(&self, reading: &Reading<'_>, mut visit: impl FnMut(u32, &[Hit<'_, T>])) {
        let (article, openers) = (reading.article, self.openers(&reading.tokens));
        let mut hits = Vec::new();
        for (index, tokens) in reading.sentences() {
            self.collect(&article.text, tokens, &openers, SENTENCE_HITS, &mut hits);
            let sentence = article.sentence(index).map_or_else(Span::default, |s| s.span);
            hits.retain(|hit: &Hit<'_, T>| sentence.contains(hit.span));
            if !hits.is_empty() {
                visit(index, &hits);
                hits.clear();
            }
        }
    }

    /// Every term in `text`, whose tokens are `tokens`, ordered by place; hits may overlap.
    pub(super) fn hits(&self, text: &str, tokens: &Tokens) -> Vec<Hit<'_, T>> {
        let mut hits = Vec::new();
        self.collect(text, tokens.all(), &self.openers(tokens), usize::MAX, &mut hits);
        hits
    }

    /// Adds to `hits` what `tokens` open, up to the one with which they are `enough`.
    fn collect<'a>(&'a self, text: &str, tokens: &[Token], openers: &Openers, enough: usize, hits: &mut Vec<Hit<'a, T>>) {
        for (at, token) in tokens.iter().enumerate() {
            if hits.len() >= enough {
                return;
            }
            let may_be_next = openers.next.get(token.id as usize).copied().unwrap_or_default();
            if may_be_next == Next::default() {
                continue;
            }
            let next = Next::is(tokens.get(at + 1).and_then(|next| text.as_bytes().get(next.start())).copied());
            if !may_be_next.meets(next) {
                continue;
            }
            let before = hits.len();
            let place = openers.places.get(token.id as usize).copied().unwrap_or_default();
            let opened = openers.opened.get(place.range()).unwrap_or_default();
            for (entry, _) in opened.iter().filter(|(_, behind)| behind.meets(next)) {
                hits.extend(self.entries.get(*entry as usize).and_then(|entry| entry.hit(text, token.start())));
            }
            if let Some(new) = hits.get_mut(before..).filter(|new| new.len() > 1) {
                new.sort_by_key(|hit| hit.span);
            }
        }
    }

    /// Which terms each word of `tokens` could open.
    fn openers(&self, tokens: &Tokens) -> Openers {
        let words = tokens.vocabulary.len();
        let (next, places) = (Vec::with_capacity(words), Vec::with_capacity(words));
        let mut openers = Openers { next, places, opened: Vec::with_capacity(words) };
        for word in tokens.vocabulary.iter() {
            let before = openers.opened.len();
            let mut next = Next::default();
            let begin = eight(word.as_bytes(), 0);
            self.heads.of(word, |range| {
                let all = range.clone().zip(self.openings.get(range).unwrap_or_default());
                for (at, opening) in all.filter(|(_, opening)| opening.may_be(begin, word.len())) {
                    if self.entries.get(at).is_some_and(|entry| opening.is_told() || entry.term.opens_with(word)) {
                        next = next.or(opening.next);
                        openers.opened.push((u32::try_from(at).unwrap_or(u32::MAX), opening.next));
                    }
                }
            });
            openers.next.push(next);
            openers.places.push(Span::new(before, openers.opened.len()));
        }
        openers
    }
}

/// Which entries the words of a text could open. A word is looked up once, however often it stands there.
struct Openers {
    /// By number, what may stand behind each word in any of its entries; nothing where it opens none, as most do.
    next: Vec<Next>,
    /// By number, where the entries of each word stand.
    places: Vec<Span>,
    /// The entries of one word behind those of the other, each with what may stand behind its first token.
    opened: Vec<(u32, Next)>,
}

impl<T> Entry<T> {
    /// The term where the token at `start` opens it.
    fn hit(&self, text: &str, start: usize) -> Option<Hit<'_, T>> {
        let end = self.term.end(text, start)?;
        let whole = run_end(text, end);
        (self.term.open || whole == end).then(|| Hit { span: Span::new(start, whole), uses: &self.uses })
    }
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
    use std::path::Path;

    use proptest::prelude::*;

    use super::{Terms, plain};
    use crate::derive::tokens::Tokens;
    use crate::text::{Span, fold};

    /// Where `terms` are met, each with the number of its term.
    fn hits(terms: &[&str], text: &str) -> Vec<(Span, usize)> {
        let mut all = Terms::with_capacity(terms.len());
        terms.iter().enumerate().for_each(|(at, term)| all.add(term, at));
        let lexicon = all.compile();
        let hits = lexicon.hits(text, &Tokens::new(text));
        assert!(hits.is_sorted_by_key(|hit| hit.span));
        let mut found: Vec<(Span, usize)> = hits.iter().flat_map(|hit| hit.uses.iter().map(|used| (hit.span, *used))).collect();
        found.sort_unstable();
        found
    }

    /// The same, plainly: each term is tried at each character that could open a word.
    fn naive(terms: &[&str], text: &str) -> Vec<(Span, usize)> {
        let patterns: Vec<Pattern> = terms.iter().map(|term| Pattern::new(term)).collect();
        let places = text.char_indices().map(|(at, _)| text.split_at(at));
        let tried = places.filter(|(before, _)| !before.ends_with(char::is_alphanumeric)).flat_map(|(before, behind)| {
            let place = move |len: usize| Span::new(before.len(), before.len() + len);
            patterns.iter().enumerate().filter_map(move |(term, pattern)| Some((place(pattern.met(behind)?), term)))
        });
        let mut found: Vec<(Span, usize)> = tried.collect();
        found.sort_unstable();
        found
    }

    /// A term as the head of the topic file explains it.
    struct Pattern {
        chars: Vec<char>,
        open: bool,
        any_case: bool,
    }

    impl Pattern {
        fn new(term: &str) -> Self {
            let word = term.trim_end_matches('*').trim_end().trim_start_matches(|c: char| !c.is_alphanumeric());
            let any_case = !word.contains(char::is_uppercase);
            Self { chars: word.chars().collect(), open: term.ends_with('*'), any_case }
        }

        /// The bytes that it stands for where `text` opens with it.
        fn met(&self, text: &str) -> Option<usize> {
            let mut rest = text.chars();
            for &expected in &self.chars {
                let c = rest.next()?;
                let same_kind = plain(expected).unwrap_or(expected) == plain(c).unwrap_or(c);
                let same_letter = self.any_case && fold::lower(expected) == fold::lower(c);
                (same_kind || same_letter).then_some(())?;
            }
            let behind = rest.as_str().trim_start_matches(char::is_alphanumeric);
            let whole = behind.len() == rest.as_str().len();
            (!self.chars.is_empty() && (self.open || whole)).then_some(text.len() - behind.len())
        }
    }

    proptest! {
        #[test]
        fn random_terms_are_met_where_a_plain_search_meets_them(
            terms in proptest::collection::vec("-?[abAéÉ1]{1,5}([ .'’–-]{1,2}[abAé]{1,2}){0,2}[.]?[*]?", 0..12),
            text in "([abABéÉ1]{0,5}[ .'’–-]{1,2}){0,24}",
        ) {
            let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
            prop_assert_eq!(hits(&terms, &text), naive(&terms, &text));
        }
    }

    #[test]
    fn shipped_terms_are_met_where_a_plain_search_meets_them() {
        let rules = [include_str!("../../assets/topics.toml"), include_str!("../../assets/cues.toml")].join("\n");
        let lines = rules.lines().filter(|line| !line.starts_with('#'));
        let terms: Vec<&str> = lines.flat_map(|line| line.split('"').skip(1).step_by(2)).collect();
        let folder = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings")).unwrap();
        let mut met = 0;
        for sample in folder {
            let text = String::from_utf8_lossy(&std::fs::read(sample.unwrap().path()).unwrap()).into_owned();
            let found = hits(&terms, &text);
            met += found.len();
            assert_eq!(found, naive(&terms, &text));
        }
        assert!(met > 100, "{met}");
    }

    #[track_caller]
    fn check(term: &str, text: &str, expected: &[&str]) {
        let found: Vec<&str> = hits(&[term], text).iter().map(|(span, _)| span.of(text)).collect();
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
        check("communiqué*", "communiqués and the COMMUNIQUÉ", &["communiqués", "COMMUNIQUÉ"]);
    }
}
