//! The summary: a few whole sentences of the article, the lead first.
//!
//! Sentences are ranked by how frequent their words are in the article (Luhn 1958; Nenkova and Vanderwende 2005), how
//! early they stand (Edmundson 1969) and what they share with headline and standfirst; one that says what another has said is passed
//! over (Carbonell and Goldstein 1998). It counts words and knows no meaning.

use std::collections::BTreeMap;

use super::reading::Reading;
use crate::model::{Anchor, Article, BlockKind, Point, Reason, Sentence};
use crate::text::word::is_ideograph;
use crate::text::{Clean, Span};

/// A summary has this many sentences, and one more for so many of the article.
const LEAST: usize = 3;
const MOST: usize = 5;
const SENTENCES_PER_LINE: usize = 3;

/// A sentence is a candidate with this many words.
const FEWEST_WORDS: usize = 7;
const MOST_WORDS: usize = 55;

/// Words shorter than this in bytes, such as "the" or "was", say nothing of what a text is about.
const SHORTEST_WORD: usize = 4;

/// What the frequency of its words, its place, and the share of the headline's words it has are worth.
const FREQUENCY: f64 = 1.0;
const POSITION: f64 = 0.8;
const HEADLINE: f64 = 1.0;

/// What it costs a sentence to open with a word that points back, for its reader has not read what it points at.
const POINTS_BACK: f64 = 0.2;

/// Such words.
const BACK: [&str; 22] = [
    "he", "she", "it", "they", "his", "her", "its", "their", "this", "that", "these", "those", "such", "but", "and", "so",
    "also", "then", "there", "however", "yet", "instead",
];

/// A sentence that shares more than this part of its words with one already chosen repeats it.
const REPEATS: f64 = 0.5;

/// Common words of any subject.
const STOP_WORDS: [&str; 64] = [
    "about", "after", "again", "against", "also", "although", "among", "another", "because", "been", "before", "being",
    "between", "both", "could", "does", "doing", "down", "during", "each", "even", "ever", "every", "from", "further", "have",
    "having", "here", "into", "itself", "just", "like", "made", "make", "many", "more", "most", "much", "must", "only", "other",
    "over", "said", "same", "says", "should", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they",
    "this", "those", "through", "were", "what", "when", "which", "while",
];

/// The sentences that sum up an article, in text order.
pub(super) fn summary(reading: &Reading<'_>) -> Vec<Point> {
    let article = reading.article;
    let mut counts = Counts::new();
    let heading: Vec<u32> = heads(article).flat_map(|s| counts.content(reading, s.span)).collect();
    let candidates = candidates(reading, &mut counts);
    let scores = counts.scores(&candidates, &heading);
    let Some(lead) = candidates.iter().position(|c| c.proper) else {
        return Vec::new();
    };
    let mut ranked: Vec<usize> =
        (0..candidates.len()).filter(|&at| at != lead && candidates.get(at).is_some_and(|c| c.proper)).collect();
    let score = |at: &usize| scores.get(*at).copied().unwrap_or_default();
    ranked.sort_by(|a, b| score(b).total_cmp(&score(a)).then(a.cmp(b)));
    let wanted = (candidates.len() / SENTENCES_PER_LINE).clamp(LEAST, MOST);
    let mut chosen = vec![(lead, 0)];
    for (rank, at) in ranked.into_iter().enumerate() {
        let repeats = |other: usize| candidates.get(at).zip(candidates.get(other)).is_some_and(|(a, b)| a.repeats(b));
        if chosen.len() < wanted && !chosen.iter().any(|(other, _)| repeats(*other)) {
            chosen.push((at, rank + 1));
        }
    }
    chosen.sort_unstable();
    chosen.into_iter().filter_map(|(at, rank)| Some(point(candidates.get(at)?, rank))).collect()
}

/// A sentence of the paragraphs.
struct Candidate {
    index: u32,
    span: Span,
    /// Its content words, sorted, each once.
    words: Vec<u32>,
    /// Whether it can stand by itself.
    proper: bool,
    /// Whether it opens with a word that points back.
    points_back: bool,
    /// Its paragraph, from 0, and its place in it.
    place: (usize, usize),
}

fn heads(article: &Article) -> impl Iterator<Item = &Sentence> {
    article.sentences.iter().filter(|s| {
        let kind = article.blocks.get(s.block as usize).map(|b| b.kind);
        matches!(kind, Some(BlockKind::Headline | BlockKind::Standfirst))
    })
}

fn candidates<'a>(reading: &'a Reading<'_>, counts: &mut Counts<'a>) -> Vec<Candidate> {
    let article = reading.article;
    let mut found: Vec<Candidate> = Vec::new();
    let mut paragraph = 0;
    for (index, sentence) in article.spoken() {
        let block = article.blocks.get(sentence.block as usize);
        if block.is_none_or(|b| b.kind != BlockKind::Paragraph) {
            continue;
        }
        let first = block.is_some_and(|b| b.sentences.start == index);
        paragraph += usize::from(first && !found.is_empty());
        let within = block.map_or(0, |b| (index - b.sentences.start) as usize);
        let (words, total) = counts.count(reading, sentence.span);
        let proper = (FEWEST_WORDS..=MOST_WORDS).contains(&total) && is_proper(article.slice(sentence.span));
        let opening = reading.tokens.within(sentence.span).first().map_or("", |token| reading.tokens.word(*token));
        let points_back = BACK.contains(&opening);
        found.push(Candidate { index, points_back, span: sentence.span, words, proper, place: (paragraph, within) });
    }
    found
}

/// Whether a sentence is whole: it opens like one, ends like one and is no part of a quotation.
fn is_proper(sentence: &str) -> bool {
    let opens = sentence.trim_start_matches(['“', '"', '‘', '(']).starts_with(|c: char| !c.is_lowercase());
    let ends = sentence.ends_with(['.', '!', '…', '”', '"', ')', '。', '।', ']']);
    let balanced =
        sentence.matches('“').count() == sentence.matches('”').count() && sentence.matches('"').count().is_multiple_of(2);
    let speaks = sentence.starts_with(['“', '"', '‘']);
    opens && ends && balanced && !speaks
}

impl Candidate {
    fn repeats(&self, other: &Self) -> bool {
        let shared = self.words.iter().filter(|word| other.words.binary_search(word).is_ok()).count();
        let fewer = self.words.len().min(other.words.len());
        fewer > 0 && share(shared, fewer) > REPEATS
    }
}

/// How often each content word stands in the article.
struct Counts<'a> {
    /// By [`key`].
    ids: BTreeMap<(u64, &'a str), Option<u32>>,
    times: Vec<usize>,
    total: usize,
}

impl<'a> Counts<'a> {
    /// No counts; the common words are known and have no number.
    fn new() -> Self {
        Self { ids: STOP_WORDS.into_iter().map(|word| (key(word), None)).collect(), times: Vec::new(), total: 0 }
    }

    /// The content words of the sentence at `span`, sorted, each once; and how many words it has in all, two characters of a script
    /// without spaces for one.
    fn count(&mut self, reading: &'a Reading<'_>, span: Span) -> (Vec<u32>, usize) {
        let tokens = reading.tokens.within(span);
        let mut found = self.content(reading, span);
        for id in &found {
            self.total += 1;
            if let Some(times) = self.times.get_mut(*id as usize) {
                *times += 1;
            }
        }
        found.sort_unstable();
        found.dedup();
        (found, tokens.len() + ideographs(reading.article.slice(span)) / 2)
    }

    /// The content words at `span`, which add to no count.
    fn content(&mut self, reading: &'a Reading<'_>, span: Span) -> Vec<u32> {
        reading.tokens.within(span).iter().filter_map(|token| self.id(reading.tokens.word(*token))).collect()
    }

    /// The number of a word that says what a text is about; its plural is the same word.
    fn id(&mut self, word: &'a str) -> Option<u32> {
        if word.len() < SHORTEST_WORD && word.is_ascii() {
            return None;
        }
        let plural = word.len() > SHORTEST_WORD && !word.ends_with("ss");
        let stem = if plural { word.strip_suffix('s').unwrap_or(word) } else { word };
        let next = u32::try_from(self.times.len()).ok()?;
        let id = *self.ids.entry(key(stem)).or_insert(Some(next));
        if id == Some(next) {
            self.times.push(0);
        }
        id
    }

    fn scores(&self, candidates: &[Candidate], heading: &[u32]) -> Vec<f64> {
        let mut heading = heading.to_vec();
        heading.sort_unstable();
        heading.dedup();
        let frequency = |c: &Candidate| {
            let sum: usize = c.words.iter().filter_map(|id| self.times.get(*id as usize)).sum();
            share(sum, c.words.len().max(1) * self.total.max(1))
        };
        let frequencies: Vec<f64> = candidates.iter().map(frequency).collect();
        let highest = frequencies.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let scored = candidates.iter().zip(frequencies).map(|(c, frequency)| {
            let headed = c.words.iter().filter(|word| heading.binary_search(word).is_ok()).count();
            let cost = if c.points_back { POINTS_BACK } else { 0.0 };
            FREQUENCY * frequency / highest + POSITION * early(c.place) + HEADLINE * share(headed, heading.len().max(1)) - cost
        });
        scored.collect()
    }
}

/// A word and before it its first eight bytes as a number, by which most comparisons are decided.
fn key(word: &str) -> (u64, &str) {
    (word.bytes().chain(std::iter::repeat(0)).take(8).fold(0, |head, byte| (head << 8) | u64::from(byte)), word)
}

fn ideographs(text: &str) -> usize {
    if text.is_ascii() { 0 } else { text.chars().filter(|&c| is_ideograph(c)).count() }
}

/// How early a sentence stands: 1 for the first, less for each paragraph and each sentence before it in its own.
fn early((paragraph, sentence): (usize, usize)) -> f64 {
    1.0 / share(2 + paragraph + sentence, 2)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in one article, far below 2^52")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

fn point(candidate: &Candidate, rank: usize) -> Point {
    let because = if rank == 0 {
        "the lead: the first whole sentence".to_owned()
    } else {
        format!("rank {rank} after the lead, by frequent words, early place and words of the headline")
    };
    let anchor = Anchor { sentence: candidate.index, focus: candidate.span };
    Point::Found { anchor, reason: Reason { because: Clean::from(because), rule: None, hits: Vec::new() } }
}
