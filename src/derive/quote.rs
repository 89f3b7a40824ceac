//! Quotations looked up in the article: where one stands, and what the article says that is most like one it does not hold.
//!
//! Found means word for word, but for white space and the kinds of quotation marks and dashes; likeness is shared words and only ever
//! a help in a complaint.

use crate::model::{Anchor, Article};
use crate::text::fold::Folded;
use crate::text::word::words;

/// How like a sentence must be to be offered: shared words against all words of both (Dice 1945).
const LIKENESS: f64 = 0.3;

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

    /// The sentence most like `quote`, if any is.
    pub(super) fn nearest(&self, quote: &str) -> Option<u32> {
        let mut sought: Vec<String> = lower_words(quote).collect();
        sought.sort_unstable();
        sought.dedup();
        let mut best = (LIKENESS, None);
        for (index, sentence) in (0u32..).zip(&self.article.sentences) {
            let own: Vec<String> = lower_words(self.article.slice(sentence.span)).collect();
            let shared = own.iter().filter(|word| sought.binary_search(word).is_ok()).count();
            let like = 2.0 * ratio(shared, own.len() + sought.len());
            if like > best.0 {
                best = (like, Some(index));
            }
        }
        best.1
    }
}

fn lower_words(text: &str) -> impl Iterator<Item = String> + '_ {
    words(text).map(|word| word.of(text).to_lowercase().replace('’', "'"))
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in a sentence, far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
