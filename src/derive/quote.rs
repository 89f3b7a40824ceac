//! Quotations looked up in the article: where one stands, and what the article says that is most like one it does not hold.
//!
//! Found means word for word, but for white space and the kinds of quotation marks and dashes; likeness is shared words and only ever
//! a help in a complaint. The article is read once for all of them, however many there are.

use std::collections::{BTreeMap, BTreeSet};

use super::many::Many;
use crate::model::{Anchor, Article};
use crate::text::Span;
use crate::text::fold::{fold, folded};
use crate::text::word::words;

/// How like a stretch must be to be offered: the part of the quotation's words that it has.
const LIKENESS: f64 = 0.5;

/// So many words more than the quotation has may stand in a stretch that is like it.
const SLACK: usize = 2;

/// So much of an article is searched for what is most like a quotation: a thousand pages. All words of that are compared with those of
/// each quotation that the article does not hold.
pub(super) const LIKENED_BYTES: usize = 4_000_000;

/// For so many quotations at the most the nearest is looked for, a bit of a number each.
pub(super) const LIKENED: usize = u128::BITS as usize;

/// Quotations looked up in an article.
#[derive(Debug)]
pub(super) struct Quotes<'a> {
    found: BTreeMap<&'a str, Anchor>,
    nearest: BTreeMap<&'a str, Anchor>,
}

impl<'a> Quotes<'a> {
    /// Looks `quotes` up in `article`, and for the first `listed` of those that it does not hold what is nearest to each.
    pub(super) fn new(article: &Article, quotes: &[&'a str], listed: usize) -> Self {
        let found = found(article, quotes);
        let missing: Vec<&str> = quotes.iter().copied().filter(|quote| !found.contains_key(quote)).take(listed).collect();
        Self { nearest: nearest(article, &missing), found }
    }

    /// The first place of `quote`.
    pub(super) fn find(&self, quote: &str) -> Option<Anchor> {
        self.found.get(quote).copied()
    }

    /// The stretch of a sentence most like `quote`, about as many words long, if any is like it; the first of equals.
    pub(super) fn nearest(&self, quote: &str) -> Option<Anchor> {
        self.nearest.get(quote).copied()
    }
}

/// The first place of each of `quotes` that stands in a sentence of `article`.
fn found<'a>(article: &Article, quotes: &[&'a str]) -> BTreeMap<&'a str, Anchor> {
    let mut by_form: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for quote in quotes {
        by_form.entry(folded(quote)).or_default().insert(quote);
    }
    let forms: Vec<&str> = by_form.keys().map(String::as_str).collect();
    let mut spans: Vec<Option<Span>> = vec![None; forms.len()];
    // The places of the bytes that were read last, as many as the longest form has; each stands where its number leaves it.
    let mut last = vec![Span::default(); forms.iter().map(|form| form.len()).max().unwrap_or_default().max(1)];
    let (mut many, mut read, slots) = (Many::new(&forms), 0usize, last.len());
    for (c, span) in fold(&article.text) {
        if many.is_done() {
            break;
        }
        for &byte in c.encode_utf8(&mut [0; 4]).as_bytes() {
            last.get_mut(read % slots).into_iter().for_each(|slot| *slot = span);
            read += 1;
            many.read(byte, |form| {
                let length = forms.get(form).map_or(0, |form| form.len());
                let first = read.checked_sub(length).and_then(|at| last.get(at % slots));
                spans.get_mut(form).into_iter().for_each(|found| *found = first.map(|first| first.cover(span)));
            });
        }
    }
    let mut anchors = BTreeMap::new();
    for (quotes, span) in by_form.values().zip(spans) {
        let Some(focus) = span else { continue };
        let Some(sentence) = article.sentence_at(focus.start()) else { continue };
        anchors.extend(quotes.iter().map(|quote| (*quote, Anchor { sentence, focus })));
    }
    anchors
}

/// A quotation whose likeness is looked for.
struct Sought<'a> {
    quote: &'a str,
    /// How many words it has.
    length: usize,
    /// How many of them the stretch has that is most like it so far, and where that is.
    shared: usize,
    place: Option<Anchor>,
}

/// The place most like each of `quotes` that has one.
fn nearest<'a>(article: &Article, quotes: &[&'a str]) -> BTreeMap<&'a str, Anchor> {
    // For each word the quotations that hold it.
    let mut holders: BTreeMap<String, u128> = BTreeMap::new();
    let mut all: Vec<Sought<'_>> = Vec::new();
    for (bit, quote) in quotes.iter().take(LIKENED).enumerate() {
        let mut length = 0;
        for word in lower_words(quote) {
            *holders.entry(word).or_default() |= 1 << bit;
            length += 1;
        }
        all.push(Sought { quote, length: length.max(1), shared: 0, place: None });
    }
    let searched = if all.is_empty() { &[] } else { &*article.sentences };
    let searched = searched.iter().map(|sentence| sentence.span).take_while(|place| place.end() <= LIKENED_BYTES);
    for (sentence, place) in (0u32..).zip(searched) {
        let text = article.slice(place);
        let held: Vec<u128> = lower_words(text).map(|word| holders.get(&word).copied().unwrap_or_default()).collect();
        let mut counts = [0usize; LIKENED];
        for held in &held {
            let mut bits = *held;
            while bits != 0 {
                counts.get_mut(bits.trailing_zeros() as usize).into_iter().for_each(|count| *count += 1);
                bits &= bits - 1;
            }
        }
        for ((bit, sought), count) in all.iter_mut().enumerate().zip(counts) {
            let window = sought.length + SLACK;
            // No stretch of this sentence shares more than all of it does, and none more than it is long.
            if count.min(window) > sought.shared {
                let known: Vec<bool> = held.iter().map(|held| held >> bit & 1 == 1).collect();
                let stretch = richest(&known, window).filter(|(shared, _)| *shared > sought.shared);
                let Some((shared, first)) = stretch else { continue };
                let stretch = words(text).zip(known).skip(first).take(window);
                let spans: Vec<Span> = stretch.filter(|(_, known)| *known).map(|(word, _)| word).collect();
                let focus = spans.first().zip(spans.last()).map(|(from, to)| from.cover(*to).shift(place.start()));
                (sought.shared, sought.place) = (shared, focus.map(|focus| Anchor { sentence, focus }));
            }
        }
    }
    all.retain(|sought| ratio(sought.shared, sought.length) >= LIKENESS);
    all.iter().filter_map(|sought| Some((sought.quote, sought.place?))).collect()
}

/// The window of `length` (or all there is) with the most known words: how many, and where it begins.
fn richest(known: &[bool], length: usize) -> Option<(usize, usize)> {
    let length = length.min(known.len());
    let mut shared = known.iter().take(length).filter(|known| **known).count();
    let mut best = (shared, 0);
    for (first, (leaves, enters)) in known.iter().zip(known.iter().skip(length)).enumerate() {
        shared = shared + usize::from(*enters) - usize::from(*leaves);
        if shared > best.0 {
            best = (shared, first + 1);
        }
    }
    (length > 0).then_some(best)
}

fn lower_words(text: &str) -> impl Iterator<Item = String> + '_ {
    words(text).map(|word| word.of(text).to_lowercase().replace('’', "'"))
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in a sentence, far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LIKENED_BYTES, LIKENESS, Quotes, SLACK, lower_words, ratio, richest};
    use crate::model::{Anchor, Article, Sentence};
    use crate::text::fold::folded;
    use crate::text::word::words;
    use crate::text::{Clean, Span};

    /// An article of this text, each line of it a sentence.
    fn article(text: &str) -> Article {
        let text = Clean::from(text);
        let mut at = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            let span = Span::new(at, at + line.trim_end_matches('\n').len());
            at += line.len();
            Sentence { span, block: 0 }
        });
        let sentences = lines.collect();
        Article { text, sentences, ..Article::default() }
    }

    /// What is nearest to `quote`, told plainly.
    fn nearest(article: &Article, quote: &str) -> Option<Anchor> {
        let sought: Vec<String> = lower_words(quote).collect();
        let length = sought.len().max(1);
        let mut best: (usize, Option<Anchor>) = (0, None);
        for (sentence, place) in (0u32..).zip(article.sentences.iter().map(|s| s.span)) {
            let text = article.slice(place);
            let known: Vec<bool> = lower_words(text).map(|word| sought.contains(&word)).collect();
            let Some((shared, first)) = richest(&known, length + SLACK) else { continue };
            if shared > best.0 {
                let stretch = words(text).zip(known).skip(first).take(length + SLACK);
                let shared: Vec<Span> = stretch.filter(|(_, known)| *known).map(|(word, _)| word).collect();
                let focus = shared.first().zip(shared.last()).map(|(from, to)| from.cover(*to).shift(place.start()));
                best = (shared.len(), focus.map(|focus| Anchor { sentence, focus }));
            }
        }
        best.1.filter(|_| ratio(best.0, length) >= LIKENESS)
    }

    #[track_caller]
    fn check(text: &str, quote: &str, expected: Option<&str>) {
        let article = article(text);
        let found = Quotes::new(&article, &[quote, "another"], 0).find(quote);
        assert_eq!(found.map(|anchor| article.slice(anchor.focus)), expected);
    }

    #[test]
    fn a_copied_quotation_is_found_again() {
        let text = "the India–Russia  “partnership” is Putin’s";
        check(text, " India-Russia \"partnership\" is Putin's", Some("India–Russia  “partnership” is Putin’s"));
        check("a cafe\u{301} in Paris", "café", Some("cafe\u{301}"));
        check("one two one", "one", Some("one"));
        check("the delayed delivery", "Delayed delivery", None);
        check("the delayed delivery", "delayed deliveries", None);
        check("the delayed delivery", "  ", None);
    }

    proptest! {
        #[test]
        fn all_at_once_are_what_each_is_alone(
            text in "([ab]{1,2}|A|é|e\u{301}|[ ’\"“\n-]| |\n){0,60}",
            quotes in prop::collection::vec("([ab]{1,2}|A|é|[ '\"-]| ){0,8}", 0..6),
        ) {
            let article = article(&text);
            let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
            let all = Quotes::new(&article, &quotes, quotes.len());
            for quote in quotes {
                let form = folded(quote);
                let whole = folded(&article.text);
                let found = all.find(quote);
                if let Some(anchor) = found {
                    prop_assert_eq!(folded(article.slice(anchor.focus)), form);
                } else {
                    let missing = form.is_empty() || !whole.contains(&form);
                    prop_assert!(missing || article.sentences.is_empty() || form.starts_with(' '), "{}", quote);
                    prop_assert_eq!(all.nearest(quote), nearest(&article, quote));
                }
            }
        }
    }

    /// So many of so long quotations that a look at all of the article for each of them would not come back.
    #[test]
    fn quotations_without_end_are_looked_up_in_one_pass() {
        let article = article(&"a ".repeat(LIKENED_BYTES / 8));
        let quotes: Vec<String> = (0..20_000).map(|number| format!("{}b{number}", "a ".repeat(20))).collect();
        let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
        let all = Quotes::new(&article, &quotes, 100);
        assert!(quotes.iter().all(|quote| all.find(quote).is_none()));
        assert_eq!(quotes.iter().filter(|quote| all.nearest(quote).is_some()).count(), 100);
    }
}
