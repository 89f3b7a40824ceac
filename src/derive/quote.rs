//! Quotations looked up in the article: where one stands, and what the article says that is most like one it does not hold.
//!
//! Found means word for word, but for white space and the kinds of quotation marks and dashes; likeness is shared words and only ever
//! a help in a complaint.

use crate::model::{Anchor, Article};
use crate::text::Span;
use crate::text::fold::Folded;
use crate::text::word::words;

/// How like a stretch must be to be offered: the part of the quotation's words that it has.
const LIKENESS: f64 = 0.5;

/// So many words more than the quotation has may stand in a stretch that is like it.
const SLACK: usize = 2;

/// An article made ready for looking up quotations.
#[derive(Debug)]
pub(super) struct Quotes<'a> {
    article: &'a Article,
    folded: Folded,
}

impl<'a> Quotes<'a> {
    pub(super) fn new(article: &'a Article) -> Self {
        Self { article, folded: Folded::new(&article.text) }
    }

    /// The first place of `quote`.
    pub(super) fn find(&self, quote: &str) -> Option<Anchor> {
        let focus = self.folded.find(quote).next()?;
        Some(Anchor { sentence: self.article.sentence_at(focus.start())?, focus })
    }

    /// The stretch of a sentence most like `quote`, about as many words long, if any is like it; the first of equals.
    pub(super) fn nearest(&self, quote: &str) -> Option<Anchor> {
        let mut sought: Vec<String> = lower_words(quote).collect();
        let length = sought.len().max(1);
        sought.sort_unstable();
        let mut best: (usize, Option<Anchor>) = (0, None);
        for (sentence, place) in (0u32..).zip(self.article.sentences.iter().map(|s| s.span)) {
            let text = self.article.slice(place);
            let known: Vec<bool> = lower_words(text).map(|word| sought.binary_search(&word).is_ok()).collect();
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
