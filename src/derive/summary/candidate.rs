//! The sentences that could stand in a summary by themselves, and what is known of each without its neighbours.

use super::signs::{is_credit, points_back};
use super::words::Counts;
use crate::derive::reading::Reading;
use crate::derive::tokens::Token;
use crate::model::{Article, BlockKind, Sentence};
use crate::text::Span;
use crate::text::word::is_ideograph;

/// A sentence is a candidate with this many words.
const FEWEST_WORDS: usize = 7;
const MOST_WORDS: usize = 55;

/// The credit of a picture stands at most so many sentences behind its caption, and opens the next paragraph at the latest.
const CREDIT_WITHIN: usize = 3;

/// More names than this say no more of a sentence.
pub(super) const MOST_NAMES: usize = 4;

/// A whole sentence of the paragraphs.
pub(super) struct Candidate {
    /// Index of the sentence in the article.
    pub(super) sentence: u32,
    pub(super) span: Span,
    /// Its content words, sorted, each once.
    pub(super) words: Box<[u32]>,
    /// How many words it has in all.
    pub(super) length: usize,
    /// How many of its words behind the first are capitalised, at most [`MOST_NAMES`].
    pub(super) names: usize,
    /// Whether it opens with a word that leans on the sentence before.
    pub(super) points_back: bool,
}

impl Candidate {
    /// The part of the words of the shorter of the two that both have.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        shared(&self.words, &other.words)
    }
}

/// The part of the words of the shorter list that both have; both are sorted.
pub(super) fn shared(a: &[u32], b: &[u32]) -> f64 {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let both = few.iter().filter(|word| many.binary_search(word).is_ok()).count();
    share(both, few.len().max(1))
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in one article, far below 2^52")]
pub(super) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// Whether the sentence stands before the credit of a picture, which makes it a caption.
pub(super) fn is_credited(article: &Article, sentence: u32) -> bool {
    let block = article.sentence(sentence).map(|s| s.block);
    let mut near = article.sentences.iter().skip(sentence as usize + 1).take(CREDIT_WITHIN);
    let mut inside = true;
    near.any(|s| {
        let reached = std::mem::replace(&mut inside, Some(s.block) == block);
        reached && is_credit(article.slice(s.span))
    })
}

/// The candidates in text order; the words of all sentences of paragraphs are counted.
pub(super) fn candidates(reading: &Reading<'_>, counts: &mut Counts<'_>) -> Vec<Candidate> {
    let article = reading.article;
    let paragraphs = reading.sentences().zip(&article.sentences).filter(|(_, s)| kind(article, s) == Some(BlockKind::Paragraph));
    paragraphs.filter_map(|((index, tokens), s)| candidate(reading, index, s.span, tokens, counts.count(tokens))).collect()
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

fn candidate(reading: &Reading<'_>, sentence: u32, span: Span, tokens: &[Token], words: Box<[u32]>) -> Option<Candidate> {
    let text = reading.article.slice(span);
    let length = length(text, tokens.len());
    let fits = (FEWEST_WORDS..=MOST_WORDS).contains(&length) && is_whole(text);
    fits.then(|| Candidate {
        sentence,
        span,
        words,
        length,
        names: names(&reading.article.text, tokens),
        points_back: tokens.first().is_some_and(|token| points_back(reading.tokens.word(*token))),
    })
}

/// How many words a sentence of so many `tokens` has; where a script sets no blanks between words, two characters count as one.
fn length(sentence: &str, tokens: usize) -> usize {
    if sentence.is_ascii() {
        return tokens;
    }
    let unspaced = |run: &str| run.chars().filter(|&c| is_ideograph(c)).count();
    let runs = sentence.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.map(|run| unspaced(run).div_ceil(2).max(1)).sum()
}

/// How many words behind the first open with a capital, at most [`MOST_NAMES`].
fn names(text: &str, tokens: &[Token]) -> usize {
    let opens_word = |token: &&Token| text.as_bytes().get(token.start().wrapping_sub(1)).is_some_and(u8::is_ascii_whitespace);
    let capital = |token: &&Token| text.get(token.start()..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    tokens.iter().skip(1).filter(opens_word).filter(capital).take(MOST_NAMES).count()
}

/// Whether a sentence is whole: it opens like one, ends like one and is no part of a quotation.
fn is_whole(sentence: &str) -> bool {
    let opens = sentence.trim_start_matches(['“', '"', '‘', '(']).starts_with(|c: char| !c.is_lowercase());
    let ends = sentence.ends_with(['.', '!', '…', '”', '"', ')', '。', '！', '।', ']']);
    let speaks = sentence.starts_with(['“', '"', '‘']);
    opens && ends && !speaks && is_balanced(sentence) && !is_numbered(sentence)
}

/// Whether every quotation mark has its partner.
fn is_balanced(sentence: &str) -> bool {
    let straight = sentence.bytes().filter(|byte| *byte == b'"').count();
    let curly = || sentence.matches('“').count() == sentence.matches('”').count();
    straight.is_multiple_of(2) && (sentence.is_ascii() || curly())
}

/// Whether a number stands before the sentence, as in lists and notes.
fn is_numbered(sentence: &str) -> bool {
    let rest = sentence.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < sentence.len() && (rest.starts_with(". ") || rest.starts_with(") "))
}
