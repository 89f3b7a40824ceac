//! The sentences that could stand in a summary by themselves, and what is known of each without its neighbours.

use super::signs::Marks;
use super::words::Counts;
use crate::derive::reading::Reading;
use crate::derive::tokens::Token;
use crate::model::{Article, BlockKind, Sentence};
use crate::text::Span;
use crate::text::word::is_ideograph;

/// A sentence is a candidate with this many words.
const FEWEST_WORDS: usize = 7;
const MOST_WORDS: usize = 55;

/// The lowest first bytes, in UTF-8, of ideographs with their marks and of curly quotation marks; a byte so high is the first of its
/// character.
const IDEOGRAPHS_FROM: u8 = 0xE3;
const CURLY_FROM: u8 = 0xE2;

/// The credit of a picture stands at most so many sentences behind its caption, and opens the next paragraph at the latest.
const CREDIT_WITHIN: u32 = 3;

/// More names than this say no more of a sentence.
pub(super) const MOST_NAMES: usize = 4;

/// A whole sentence of the paragraphs.
pub(super) struct Candidate<'a> {
    /// Index of the sentence in the article.
    pub(super) sentence: u32,
    pub(super) span: Span,
    pub(super) tokens: &'a [Token],
    /// Where its content words stand in [`Body::words`].
    words: Span,
    /// How many words it has in all.
    pub(super) length: usize,
    /// How many of its words behind the first are capitalised, at most [`MOST_NAMES`].
    pub(super) names: usize,
    /// Whether it opens with a word that leans on the sentence before.
    pub(super) points_back: bool,
}

/// What one pass over the sentences finds.
#[derive(Default)]
pub(super) struct Body<'a> {
    /// In text order.
    pub(super) candidates: Vec<Candidate<'a>>,
    /// The content words of one candidate behind those of the other, each once in a candidate.
    words: Vec<u32>,
    /// The sentences that say whose the picture before them was, in text order.
    credits: Vec<u32>,
}

/// The part of the words of the shorter list that both have; neither has a word twice.
pub(super) fn shared(a: &[u32], b: &[u32]) -> f64 {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    shared_of(few, many)
}

/// The part of `all` that `some` has too; a bit for each of `some` spares most of the comparing.
pub(super) fn shared_of(all: &[u32], some: &[u32]) -> f64 {
    let bit = |word: u32| 1u64 << (word % u64::BITS);
    let bits = some.iter().fold(0, |bits, word| bits | bit(*word));
    let both = all.iter().filter(|word| bits & bit(**word) != 0 && some.contains(word)).count();
    share(both, all.len().max(1))
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in one article, far below 2^52")]
pub(super) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

impl<'a> Body<'a> {
    /// The body of what is read; the words of all sentences of paragraphs are counted.
    pub(super) fn new(reading: &'a Reading<'a>, marks: &Marks, counts: &mut Counts<'_>) -> Self {
        let article = reading.article;
        let mut body = Self { candidates: Vec::with_capacity(article.sentences.len()), ..Self::default() };
        for ((index, tokens), sentence) in reading.sentences().zip(&article.sentences) {
            if marks.is_credit(&article.text, tokens) {
                body.credits.push(index);
            }
            if !kind(article, sentence).is_some_and(BlockKind::is_body) {
                continue;
            }
            let before = body.words.len();
            counts.count(tokens, &mut body.words);
            match length(article.slice(sentence.span), tokens.len()) {
                Some(length) => body.candidates.push(Candidate {
                    sentence: index,
                    span: sentence.span,
                    tokens,
                    words: Span::new(before, body.words.len()),
                    length,
                    names: names(&article.text, tokens),
                    points_back: tokens.first().and_then(|token| marks.of(token.id)).is_some_and(|listed| listed.points_back),
                }),
                None => body.words.truncate(before),
            }
        }
        body
    }

    /// The content words of `candidate`, each once.
    pub(super) fn words(&self, candidate: &Candidate<'_>) -> &[u32] {
        self.words.get(candidate.words.range()).unwrap_or_default()
    }

    /// Whether the sentence stands before the credit of a picture, which makes it a caption.
    pub(super) fn is_credited(&self, article: &Article, sentence: u32) -> bool {
        let block = |sentence: u32| article.sentence(sentence).map(|sentence| sentence.block);
        let behind = self.credits.get(self.credits.partition_point(|credit| *credit <= sentence)..).unwrap_or_default();
        let mut near = behind.iter().take_while(|credit| **credit - sentence <= CREDIT_WITHIN);
        near.any(|credit| block(credit - 1) == block(sentence))
    }
}

/// The words of headline and standfirst, sorted, each once.
pub(super) fn heading(article: &Article, counts: &Counts<'_>) -> Vec<u32> {
    let heads =
        article.sentences.iter().filter(|s| matches!(kind(article, s), Some(BlockKind::Headline | BlockKind::Standfirst)));
    let mut words: Vec<u32> = heads.flat_map(|s| counts.content(s.span)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn kind(article: &Article, sentence: &Sentence) -> Option<BlockKind> {
    article.blocks.get(sentence.block as usize).map(|block| block.kind)
}

/// How many words a whole sentence of so many `tokens` has, where it has as many as a candidate needs.
fn length(sentence: &str, tokens: usize) -> Option<usize> {
    if tokens > MOST_WORDS || !opens_and_ends(sentence) {
        return None;
    }
    let highest = sentence.bytes().fold(0, u8::max);
    let length = if highest < IDEOGRAPHS_FROM { tokens } else { counted(sentence) };
    let balanced = is_balanced(sentence, highest);
    ((FEWEST_WORDS..=MOST_WORDS).contains(&length) && balanced && !is_numbered(sentence)).then_some(length)
}

/// How many words a sentence has; where a script sets no blanks between words, two characters count as one.
fn counted(sentence: &str) -> usize {
    let unspaced = |run: &str| run.chars().filter(|&c| is_ideograph(c)).count();
    let runs = sentence.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.map(|run| unspaced(run).div_ceil(2).max(1)).sum()
}

/// How many words behind the first open with a capital, at most [`MOST_NAMES`].
fn names(text: &str, tokens: &[Token]) -> usize {
    let capital = |start: usize| match text.as_bytes().get(start) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => text.get(start..).is_some_and(|rest| rest.starts_with(char::is_uppercase)),
    };
    let opens_word = |start: usize| text.as_bytes().get(start.wrapping_sub(1)).is_some_and(u8::is_ascii_whitespace);
    let names = tokens.iter().skip(1).filter(|token| capital(token.start()) && opens_word(token.start()));
    names.take(MOST_NAMES).count()
}

/// Whether a sentence opens like one, ends like one and does not open with what somebody says.
fn opens_and_ends(sentence: &str) -> bool {
    let opens = sentence.trim_start_matches(['“', '"', '‘', '(']).starts_with(|c: char| !c.is_lowercase());
    let ends = sentence.ends_with(['.', '!', '…', '”', '"', ')', '。', '！', '।', ']']);
    opens && ends && !sentence.starts_with(['“', '"', '‘'])
}

/// Whether every quotation mark has its partner, in a sentence whose highest byte is `highest`.
fn is_balanced(sentence: &str, highest: u8) -> bool {
    let odd = sentence.bytes().fold(false, |odd, byte| odd ^ (byte == b'"'));
    let curly = || sentence.matches('“').count() == sentence.matches('”').count();
    !odd && (highest < CURLY_FROM || curly())
}

/// Whether a number stands before the sentence, as in lists and notes.
fn is_numbered(sentence: &str) -> bool {
    let rest = sentence.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < sentence.len() && (rest.starts_with(". ") || rest.starts_with(") "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{counted, is_balanced, length};
    use crate::derive::tokens::Tokens;

    proptest! {
        #[test]
        fn a_sentence_has_as_many_words_as_are_counted_one_by_one(
            text in "[A“(]?([a-zé’]{1,3}|[“”\"œÜ–]|[\u{3000}-\u{3003}]|[\u{2F00}-\u{303F}]|京{1,5})([ ,]([a-z]|é|京{1,3})){0,60}\\."
        ) {
            let count = |mark: char| text.chars().filter(|c| *c == mark).count();
            let balanced = count('"') % 2 == 0 && count('“') == count('”');
            prop_assert_eq!(is_balanced(&text, text.bytes().max().unwrap_or_default()), balanced);
            if let Some(length) = length(&text, Tokens::new(&text).all().len()) {
                prop_assert_eq!(length, counted(&text));
                prop_assert!(balanced);
            }
        }
    }
}
