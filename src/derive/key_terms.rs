//! Key terms: the phrases that stand out in an article, as topics of its own where the taxonomy finds little.
//!
//! A phrase counts for the sentences it stands in, less where it is part of a longer one (the C-value of Frantzi et al. 2000), more the
//! earlier they are (Campos et al. 2020) and where headline or standfirst name it. It knows frequencies, not the world: a common
//! word that an article repeats is a key term of it.

use std::collections::BTreeMap;

use super::lexicon::Terms;
use super::phrases::{Phrase, Position, phrases};
use super::reading::Reading;
use super::topics::Limits;
use crate::model::{Anchor, Article, BlockKind, Origin, Point, Reason, Topic};
use crate::text::{Clean, Span};

/// How many topics there are with the article's own.
const MOST_TOPICS: usize = 5;

/// A key term stands in this many sentences, and in one more for so many of the article.
const LEAST_SENTENCES: usize = 2;
const SENTENCES_PER_PLACE: usize = 40;

/// Of the best key term's score, what another one needs.
const SHARE_OF_BEST: f64 = 0.4;

/// What it is worth to stand in headline or standfirst, and to be a name.
const HEADLINE: f64 = 1.5;
const NAME: f64 = 1.2;

/// The key terms of an article that has `topics` of the taxonomy.
pub(super) fn key_terms(reading: &Reading<'_>, topics: &[Topic], limits: Limits) -> Vec<Topic> {
    let most = limits.most.min(MOST_TOPICS);
    if topics.len() >= limits.least.min(most) {
        return Vec::new();
    }
    let article = reading.article;
    let covered: Vec<Span> =
        topics.iter().flat_map(|topic| &topic.points).flat_map(|point| point.reason().hits.clone()).collect();
    let mut ranked = ranked(article, &phrases(reading), &covered);
    ranked.retain(|term| topics.iter().all(|topic| *topic.id != *term.id));
    let least = ranked.first().map_or(0.0, |best| best.score * SHARE_OF_BEST);
    let mut chosen: Vec<KeyTerm> = Vec::new();
    for term in ranked {
        let now = chosen.len() + topics.len();
        if now >= most || (now >= limits.least && term.score < least) {
            break;
        }
        if chosen.iter().all(|other| !term.shares_a_word(other)) {
            chosen.push(term);
        }
    }
    points(reading, chosen)
}

/// A phrase that may become a topic.
struct KeyTerm {
    score: f64,
    key: String,
    id: Clean,
    label: Clean,
    sentences: usize,
}

impl KeyTerm {
    fn shares_a_word(&self, other: &Self) -> bool {
        self.key.split(' ').any(|word| stands_in(word, &other.key))
    }
}

fn stands_in(key: &str, words: &str) -> bool {
    words.split(' ').any(|word| word.eq_ignore_ascii_case(key))
}

/// The phrases that may be key terms, the best first.
fn ranked(article: &Article, phrases: &BTreeMap<String, Phrase>, covered: &[Span]) -> Vec<KeyTerm> {
    let least = LEAST_SENTENCES + article.sentences.len() / SENTENCES_PER_PLACE;
    let longer = longer(phrases);
    let stands_out = |phrase: &Phrase| phrase.is_term() && phrase.sentences() >= least && !phrase.is_among(covered);
    let candidates = phrases.iter().filter(|(_, phrase)| stands_out(phrase));
    let mut ranked: Vec<KeyTerm> = candidates
        .map(|(key, phrase)| {
            let label = phrase.label(article);
            let id = Clean::from(label.to_lowercase().replace(' ', "-"));
            let inside = longer.get(key.as_str()).map_or(0.0, |(sentences, phrases)| number(*sentences) / number(*phrases));
            KeyTerm { score: phrase.score(inside), key: key.clone(), id, label, sentences: phrase.sentences() }
        })
        .collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
    ranked
}

/// For each phrase that is part of longer ones met more than once: their sentences, and how many they are.
fn longer(phrases: &BTreeMap<String, Phrase>) -> BTreeMap<&str, (usize, usize)> {
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (key, phrase) in phrases.iter().filter(|(_, p)| p.words > 1 && p.sentences() >= LEAST_SENTENCES && p.is_term()) {
        for part in parts(key) {
            let (sentences, count) = found.entry(part).or_default();
            *sentences += phrase.sentences();
            *count += 1;
        }
    }
    found
}

/// The shorter phrases in `key`.
fn parts(key: &str) -> Vec<&str> {
    let starts = std::iter::once(0).chain(key.match_indices(' ').map(|(at, _)| at + 1));
    let ends: Vec<usize> = key.match_indices(' ').map(|(at, _)| at).chain([key.len()]).collect();
    let all = starts.flat_map(|start| ends.iter().filter_map(move |&end| key.get(start..end)));
    all.filter(|part| !part.is_empty() && *part != key).collect()
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

impl Phrase {
    /// Whether it is noun or name where it stands, more often than not.
    fn is_term(&self) -> bool {
        let most = |count: usize| count * 2 >= self.places.len();
        let body = self.places.iter().any(|place| place.position != Position::Head);
        let nouns = self.places.iter().filter(|place| place.nominal).count();
        let determined = self.places.iter().any(|place| place.determined);
        body && determined && (most(nouns) || (self.words > 1 && most(self.names())))
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
    fn sentences(&self) -> usize {
        let mut sentences: Vec<u32> =
            self.places.iter().filter(|place| place.position != Position::Head).map(|place| place.sentence).collect();
        sentences.dedup();
        sentences.len()
    }

    /// `inside` is the mean of the sentences of the longer phrases it is part of.
    fn score(&self, inside: f64) -> f64 {
        let length = (number(self.words) + 1.0).log2();
        let middle = self.places.get(self.places.len() / 2).map_or(0.0, |place| f64::from(place.sentence));
        let early = (3.0 + middle).ln().ln();
        let headline = if self.places.iter().any(|place| place.position == Position::Head) { HEADLINE } else { 1.0 };
        let name = if self.names() * 2 >= self.places.len() { NAME } else { 1.0 };
        length * (number(self.sentences()) - inside) * headline * name / (0.5 + early)
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
fn points(reading: &Reading<'_>, terms: Vec<KeyTerm>) -> Vec<Topic> {
    let article = reading.article;
    let mut lexicon = Terms::with_capacity(terms.len() * 2);
    for (at, term) in terms.iter().enumerate() {
        lexicon.add(&term.label, at);
        lexicon.add(&format!("{}s", term.label), at);
        lexicon.add(&term.key, at);
    }
    let mut found: Vec<Vec<Point>> = terms.iter().map(|_| Vec::new()).collect();
    lexicon.compile().by_sentence(reading, |index, hits| {
        let kind = article.block_of(index).map(|block| block.kind);
        if !matches!(kind, Some(BlockKind::Standfirst | BlockKind::Paragraph)) {
            return;
        }
        for (at, (term, points)) in terms.iter().zip(&mut found).enumerate() {
            let spans: Vec<_> = hits.iter().filter(|hit| hit.uses.contains(&at)).map(|hit| hit.span).collect();
            if let Some(cover) = spans.iter().copied().reduce(Span::cover) {
                let because = format!("\"{}\" stands out in the text: in {} sentences", term.label, term.sentences);
                let reason = Reason { because: Clean::from(because), rule: None, hits: spans };
                points.push(Point::Found { anchor: Anchor { sentence: index, focus: cover }, reason });
            }
        }
    });
    let topics = terms.into_iter().zip(found).filter(|(_, points)| !points.is_empty());
    topics.map(|(term, points)| Topic { id: term.id, label: term.label, points, origin: Origin::Text }).collect()
}
