//! Key terms: the phrases that stand out in an article, as topics of its own where the taxonomy finds little.
//!
//! A phrase counts for the sentences it stands in, less where it is part of a longer one (the C-value of Frantzi et al. 2000), more the
//! earlier they are (Campos et al. 2020) and where headline or standfirst name it. It knows frequencies, not the world: a common
//! word that an article repeats is a key term of it.

use std::collections::BTreeMap;

use super::agenda::POINTS;
use super::lexicon::Terms;
use super::phrases::{Phrase, Phrases, Position, phrases};
use super::reading::Reading;
use super::topics::Limits;
use crate::model::{Anchor, Article, BlockKind, Origin, Point, Reason, Topic};
use crate::text::{Clean, Span};

/// How many topics there are with the article's own.
const MOST_TOPICS: usize = 5;

/// A key term stands in this many sentences, and in one more for so many of the article.
const LEAST_SENTENCES: u32 = 2;
const SENTENCES_PER_PLACE: usize = 40;

/// Of the best key term's score, what another one needs.
const SHARE_OF_BEST: f64 = 0.4;

/// What it is worth to stand in headline or standfirst, and to be a name.
const HEADLINE: f64 = 1.5;
const NAME: f64 = 1.2;

/// The key terms of an article that has the topics `known` of the taxonomy, whose terms are what is `covered`.
pub(super) fn key_terms(
    reading: &Reading<'_>,
    known: &[&str],
    covered: impl FnOnce() -> Vec<Span>,
    limits: Limits,
) -> Vec<Topic> {
    let most = limits.most.min(MOST_TOPICS);
    if known.len() >= limits.least.min(most) {
        return Vec::new();
    }
    let article = reading.article;
    let covered = covered();
    let phrases = phrases(reading, LEAST_SENTENCES);
    let mut best = None;
    let mut chosen: Vec<KeyTerm<'_>> = Vec::new();
    for candidate in ranked(article, &phrases, &covered) {
        let now = chosen.len() + known.len();
        if now >= most || (now >= limits.least && best.is_some_and(|best| candidate.score < best * SHARE_OF_BEST)) {
            break;
        }
        if chosen.iter().all(|other| !candidate.shares_a_word(other)) {
            let label = candidate.phrase.label(article);
            let id = Clean::from(label.to_lowercase().replace(' ', "-"));
            if known.iter().all(|known| **known != *id) {
                best = best.or(Some(candidate.score));
                chosen.push(KeyTerm { id, label, candidate });
            }
        }
    }
    points(reading, &phrases, chosen)
}

/// A phrase that may become a topic.
struct Candidate<'a> {
    phrase: Phrase<'a>,
    /// In how many sentences of the paragraphs it stands.
    sentences: u32,
    score: f64,
}

/// A phrase that becomes one.
struct KeyTerm<'a> {
    id: Clean,
    label: Clean,
    candidate: Candidate<'a>,
}

impl Candidate<'_> {
    fn shares_a_word(&self, other: &KeyTerm<'_>) -> bool {
        self.phrase.words.iter().any(|word| other.candidate.phrase.words.contains(word))
    }
}

/// The phrases that may be key terms, the best first.
fn ranked<'a>(article: &Article, phrases: &'a Phrases<'_>, covered: &[Span]) -> Vec<Candidate<'a>> {
    let least = number(article.sentences.len() / SENTENCES_PER_PLACE).saturating_add(LEAST_SENTENCES);
    let mut terms: Vec<Candidate<'_>> =
        phrases.iter().map(|phrase| Candidate { phrase, sentences: phrase.sentences(), score: 0.0 }).collect();
    terms.retain(|term| term.sentences >= LEAST_SENTENCES && term.phrase.is_term());
    let longer = longer(&terms);
    terms.retain(|term| term.sentences >= least && !term.phrase.is_among(covered));
    for term in &mut terms {
        let inside =
            longer.get(term.phrase.words).map_or(0.0, |(sentences, phrases)| f64::from(*sentences) / f64::from(*phrases));
        term.score = term.phrase.score(f64::from(term.sentences) - inside);
    }
    let key = |term: &Candidate<'a>| phrases.words(term.phrase.words);
    terms.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| key(a).cmp(key(b))));
    terms
}

/// For each phrase that is part of longer ones: their sentences, and how many they are.
fn longer<'a>(terms: &[Candidate<'a>]) -> BTreeMap<&'a [u32], (u32, u32)> {
    let mut found: BTreeMap<&[u32], (u32, u32)> = BTreeMap::new();
    for term in terms {
        let words = term.phrase.words;
        for part in (1..words.len()).flat_map(|len| words.windows(len)) {
            let (sentences, count) = found.entry(part).or_default();
            *sentences += term.sentences;
            *count += 1;
        }
    }
    found
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Phrase<'_> {
    /// Whether it is noun or name where it stands, more often than not.
    fn is_term(&self) -> bool {
        let most = |count: usize| count * 2 >= self.places.len();
        let body = self.places.iter().any(|place| place.position != Position::Head);
        let nouns = self.places.iter().filter(|place| place.nominal).count();
        let determined = self.places.iter().any(|place| place.determined);
        body && determined && (most(nouns) || (self.words.len() > 1 && most(self.names())))
    }

    fn names(&self) -> usize {
        self.places.iter().filter(|place| place.name).count()
    }

    /// Whether terms of a topic are what it stands among, more often than not.
    fn is_among(&self, covered: &[Span]) -> bool {
        let inside = self.places.iter().filter(|place| covered.iter().any(|span| span.overlaps(place.span)));
        inside.count() * 2 >= self.places.len()
    }

    /// In how many sentences of the paragraphs it stands.
    fn sentences(&self) -> u32 {
        let sentences = self.places.iter().filter(|place| place.position != Position::Head).map(|place| place.sentence);
        let (count, _) =
            sentences.fold((0, None), |(count, last), sentence| (count + u32::from(last != Some(sentence)), Some(sentence)));
        count
    }

    /// `sentences` are those it stands in, without what is due to the longer phrases it is part of.
    fn score(&self, sentences: f64) -> f64 {
        let length = (f64::from(number(self.words.len())) + 1.0).log2();
        let middle = self.places.get(self.places.len() / 2).map_or(0.0, |place| f64::from(place.sentence));
        let early = (3.0 + middle).ln().ln();
        let headline = if self.places.iter().any(|place| place.position == Position::Head) { HEADLINE } else { 1.0 };
        let name = if self.names() * 2 >= self.places.len() { NAME } else { 1.0 };
        length * sentences * headline * name / (0.5 + early)
    }

    /// Its words as they stand most often in the paragraphs, not where they open a sentence if that can be helped.
    fn label(&self, article: &Article) -> Clean {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for place in self.places.iter().filter(|place| place.position != Position::Head) {
            let written = article.slice(place.span);
            let (within, all) = counts.entry(written.trim_end_matches("'s").trim_end_matches("’s")).or_default();
            *within += usize::from(place.position == Position::Within);
            *all += 1;
        }
        Clean::from(counts.into_iter().max_by_key(|(_, count)| *count).map_or("", |(words, _)| words))
    }
}

/// The topics of `terms`, each with the sentences that hold it.
fn points(reading: &Reading<'_>, phrases: &Phrases<'_>, terms: Vec<KeyTerm<'_>>) -> Vec<Topic> {
    let article = reading.article;
    let mut lexicon = Terms::with_capacity(terms.len() * 3);
    for (at, term) in terms.iter().enumerate() {
        lexicon.add(&term.label, at);
        lexicon.add(&format!("{}s", term.label), at);
        let key: Vec<&str> = phrases.words(term.candidate.phrase.words).collect();
        lexicon.add(&key.join(" "), at);
    }
    let because = |term: &KeyTerm<'_>| {
        Clean::from(format!("\"{}\" stands out in the text: in {} sentences", term.label, term.candidate.sentences))
    };
    let mut found: Vec<(Clean, Vec<Point>)> = terms.iter().map(|term| (because(term), Vec::new())).collect();
    lexicon.compile().by_sentence(reading, |index, hits| {
        let kind = article.block_of(index).map(|block| block.kind);
        if !kind.is_some_and(BlockKind::speaks) {
            return;
        }
        for (at, (because, points)) in found.iter_mut().enumerate() {
            let spans: Vec<_> = hits.iter().filter(|hit| hit.uses.contains(&at)).map(|hit| hit.span).collect();
            if let Some(cover) = spans.iter().copied().reduce(Span::cover).filter(|_| points.len() < POINTS) {
                let reason = Reason { because: because.clone(), rule: None, hits: spans };
                points.push(Point::Found { anchor: Anchor { sentence: index, focus: cover }, reason });
            }
        }
    });
    let topics = terms.into_iter().zip(found).filter(|(_, (_, points))| !points.is_empty());
    topics.map(|(term, (_, points))| Topic { id: term.id, label: term.label, points, origin: Origin::Text }).collect()
}
