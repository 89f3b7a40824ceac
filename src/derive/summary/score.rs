//! What a sentence is worth to a summary: a small linear model with round weights.
//!
//! The parts are the classical ones: place, words of the headline, cue phrases (Edmundson 1969), frequent words (Luhn 1958; Nenkova and
//! Vanderwende 2005), names, length. The weights were tried in round steps against the human summaries of GUM's development part (news,
//! interviews, speeches, lives, travel, academic writing, textbooks), by the unigrams and bigrams shared with them. What counts against
//! captions and thanks is there for the reader: the shared words did not gain by it. The weights of headline and names are held down so
//! that the lead of other news mostly stays the opening.

use super::candidate::{Candidate, MOST_NAMES, candidates, heading, is_credited, share};
use super::definition::defines;
use super::signs::{Sign, Signs};
use super::words::Counts;
use crate::derive::reading::Reading;

/// The first whole sentence has this for its place, the second half of it, the third a third.
const PLACE: f64 = 1.0;

/// Full of names: who and where.
const NAMES: f64 = 0.5;

/// Against each twenty words more than [`LONG_WORDS`].
const LONG: f64 = 0.5;
const LONG_WORDS: usize = 35;
const LONG_STEP: usize = 20;

/// Against what stands under pictures, and against thanks and wishes.
const CAPTION: f64 = 1.0;
const CEREMONY: f64 = 1.0;

/// Against a sentence that leans on one its reader has not read.
pub(super) const POINTS_BACK: f64 = 0.5;

/// The words of the headline, all of them, and of saying what something is: both make an opening.
const HEADLINE: f64 = 0.75;
const DEFINES: f64 = 0.5;

/// The article's frequent words: an opening needs them less than what follows it.
const FREQUENT_IN_OPENING: f64 = 0.5;
const FREQUENT: f64 = 1.0;

/// Saying what the text or its author does.
const AIM: f64 = 0.5;

/// Against an opening in which the speaker speaks of himself.
const SPEAKER: f64 = 0.25;

/// Against length as such, for of two sentences with the same words the shorter is the better: at full from this many words.
const LENGTH: f64 = 0.5;
const FULL_LENGTH: usize = 30;

/// Thanks and wishes are looked for among so many sentences; what follows them stands as early as if they were not there.
const CEREMONIES: usize = 16;

/// What is worth less goes unmentioned.
const NOTABLE: f64 = 0.15;

/// A sum, and what made it.
pub(super) struct Score {
    pub(super) total: f64,
    /// What speaks for the sentence, the weightiest first.
    pub(super) merits: Vec<Part>,
}

/// An article's candidates and what their scores rest on.
pub(super) struct Ranking<'a> {
    reading: &'a Reading<'a>,
    heading: Vec<u32>,
    pub(super) candidates: Vec<Candidate>,
    /// By candidate, up to 1.
    centrality: Vec<f64>,
    /// How many candidates that are no ceremony stand before each of the first, and before the one behind them.
    places: Vec<usize>,
}

impl<'a> Ranking<'a> {
    pub(super) fn new(reading: &'a Reading<'a>) -> Self {
        let mut counts = Counts::new(reading);
        let candidates = candidates(reading, &mut counts);
        let heading = heading(reading.article, &counts);
        let centrality = centrality(&candidates, &counts);
        let places = places(reading, &candidates);
        Self { reading, heading, candidates, centrality, places }
    }

    /// How many candidates stand before the one at `at`, ceremonies left out.
    pub(super) fn place(&self, at: usize) -> usize {
        let known = self.places.len().saturating_sub(1);
        let place = self.places.get(at.min(known)).copied().unwrap_or_default();
        place + at.saturating_sub(known)
    }

    /// What the candidate at `at` is worth as the opening.
    pub(super) fn opening(&self, at: usize) -> Option<Score> {
        let candidate = self.candidates.get(at)?;
        let headed = shared_of(&self.heading, &candidate.words);
        let defined = f64::from(defines(self.reading.article.slice(candidate.span)));
        let back = f64::from(candidate.points_back);
        let signs = self.signs(candidate);
        let own = [
            (HEADLINE * headed, "words of the headline"),
            (FREQUENT_IN_OPENING * self.central(at), "frequent words"),
            (DEFINES * defined, "saying what its subject is"),
            (-POINTS_BACK * back, ""),
            (-SPEAKER * f64::from(signs.has(Sign::Speaker)), ""),
        ];
        Some(Score::of(self.common(candidate, at).into_iter().chain(own).chain(against(signs))))
    }

    /// What the candidate at `at` is worth behind the opening.
    pub(super) fn following(&self, at: usize) -> Option<Score> {
        let candidate = self.candidates.get(at)?;
        let signs = self.signs(candidate);
        let own = [(AIM * f64::from(signs.has(Sign::Aim)), "saying what the text does")];
        Some(Score::of(self.plain(candidate, at).chain(own).chain(against(signs))))
    }

    /// The same without a look at its words.
    pub(super) fn following_at_least(&self, at: usize) -> f64 {
        self.candidates.get(at).map_or(0.0, |candidate| self.plain(candidate, at).map(|(worth, _)| worth).sum())
    }

    fn plain(&self, candidate: &Candidate, at: usize) -> impl Iterator<Item = Part> {
        let length = share(candidate.length.min(FULL_LENGTH), FULL_LENGTH);
        let own = [(FREQUENT * self.central(at), "frequent words"), (-LENGTH * length, "")];
        self.common(candidate, at).into_iter().chain(own)
    }

    fn central(&self, at: usize) -> f64 {
        self.centrality.get(at).copied().unwrap_or_default()
    }

    fn signs(&self, candidate: &Candidate) -> Signs {
        let signs = signs(self.reading, candidate);
        if is_credited(self.reading.article, candidate.sentence) { signs.with(Sign::Caption) } else { signs }
    }

    fn common(&self, candidate: &Candidate, at: usize) -> [Part; 3] {
        let over = candidate.length.saturating_sub(LONG_WORDS);
        [
            (PLACE / share(1 + self.place(at), 1), "early place"),
            (NAMES * share(candidate.names, MOST_NAMES), "names"),
            (-LONG * share(over, LONG_STEP), ""),
        ]
    }
}

/// What something is worth, and what people call it.
pub(super) type Part = (f64, &'static str);

fn signs(reading: &Reading<'_>, candidate: &Candidate) -> Signs {
    Signs::of(&reading.article.text, &reading.tokens, reading.tokens.within(candidate.span))
}

fn places(reading: &Reading<'_>, candidates: &[Candidate]) -> Vec<usize> {
    let mut places = vec![0];
    let mut place = 0;
    for candidate in candidates.iter().take(CEREMONIES) {
        place += usize::from(!signs(reading, candidate).has(Sign::Ceremony));
        places.push(place);
    }
    places
}

fn against(signs: Signs) -> [Part; 2] {
    [(-CAPTION * f64::from(signs.has(Sign::Caption)), ""), (-CEREMONY * f64::from(signs.has(Sign::Ceremony)), "")]
}

impl Score {
    fn of(parts: impl Iterator<Item = Part>) -> Self {
        let mut parts: Vec<Part> = parts.collect();
        let total = parts.iter().map(|(worth, _)| worth).sum();
        parts.retain(|(worth, _)| *worth >= NOTABLE);
        parts.sort_by(|a, b| b.0.total_cmp(&a.0));
        Self { total, merits: parts }
    }
}

/// The part of `all` that `some` has; both are sorted.
fn shared_of(all: &[u32], some: &[u32]) -> f64 {
    let both = all.iter().filter(|word| some.binary_search(word).is_ok()).count();
    share(both, all.len().max(1))
}

/// How often the words of each candidate stand in the article, over the root of their number, so that of two sentences with words
/// equally frequent the longer is the more central, though not in proportion; the highest is 1.
fn centrality(candidates: &[Candidate], counts: &Counts<'_>) -> Vec<f64> {
    let all: Vec<f64> =
        candidates.iter().map(|c| share(counts.times(&c.words), 1) / share(c.words.len().max(1), 1).sqrt()).collect();
    let highest = all.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    all.into_iter().map(|central| central / highest).collect()
}
