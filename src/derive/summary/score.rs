//! What a sentence is worth to a summary: a small linear model with round weights.
//!
//! The parts are the classical ones: place, words of the headline, cue phrases (Edmundson 1969), frequent words (Luhn 1958; Nenkova and
//! Vanderwende 2005), names, length. The weights were tried in round steps against the human summaries of GUM's development part (news,
//! interviews, speeches, lives, travel, academic writing, textbooks), by the unigrams and bigrams shared with them. What counts against
//! captions and thanks is there for the reader: the shared words did not gain by it. The weights of headline and names are held down so
//! that the lead of other news mostly stays the opening.

use super::candidate::{Body, Candidate, MOST_NAMES, heading, share, shared, shared_of};
use super::definition::defines;
use super::signs::{Marks, Sign, Signs};
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

/// An article's candidates and what their scores rest on.
pub(super) struct Ranking<'a> {
    reading: &'a Reading<'a>,
    marks: Marks,
    heading: Vec<u32>,
    body: Body<'a>,
    /// By candidate, up to 1.
    centrality: Vec<f64>,
    /// The marks of the first candidates, which are asked for more than once.
    early: Vec<Signs>,
    /// How many candidates that are no ceremony stand before each of the first, and before the one behind them.
    places: Vec<usize>,
}

impl<'a> Ranking<'a> {
    pub(super) fn new(reading: &'a Reading<'a>) -> Self {
        let marks = Marks::new(&reading.tokens.vocabulary);
        let mut counts = Counts::new(reading, &marks);
        let body = Body::new(reading, &marks, &mut counts);
        let heading = heading(reading.article, &counts);
        let centrality = centrality(&body, &counts);
        let early = body.candidates.iter().take(CEREMONIES).map(|candidate| marks.signs(&reading.article.text, candidate.tokens));
        let early: Vec<Signs> = early.collect();
        let places = places(&early);
        Self { reading, marks, heading, body, centrality, early, places }
    }

    /// In text order.
    pub(super) fn candidates(&self) -> &[Candidate<'a>] {
        &self.body.candidates
    }

    /// How many candidates stand before the one at `at`, ceremonies left out.
    pub(super) fn place(&self, at: usize) -> usize {
        let known = self.places.len().saturating_sub(1);
        let place = self.places.get(at.min(known)).copied().unwrap_or_default();
        place + at.saturating_sub(known)
    }

    /// What makes `candidate`, the one at `at`, an opening.
    pub(super) fn opening(&self, at: usize, candidate: &Candidate<'_>) -> impl Iterator<Item = Part> {
        let headed = shared_of(&self.heading, self.body.words(candidate));
        let defined = f64::from(defines(self.reading.article.slice(candidate.span)));
        let back = f64::from(candidate.points_back);
        let signs = self.signs(at, candidate);
        let own = [
            (HEADLINE * headed, "words of the headline"),
            (FREQUENT_IN_OPENING * self.central(at), "frequent words"),
            (DEFINES * defined, "saying what its subject is"),
            (-POINTS_BACK * back, ""),
            (-SPEAKER * f64::from(signs.has(Sign::Speaker)), ""),
        ];
        self.common(at, candidate).into_iter().chain(own).chain(against(signs))
    }

    /// What speaks for and against `candidate`, the one at `at`, behind the opening.
    pub(super) fn following(&self, at: usize, candidate: &Candidate<'_>) -> impl Iterator<Item = Part> {
        let signs = self.signs(at, candidate);
        let own = [(AIM * f64::from(signs.has(Sign::Aim)), "saying what the text does")];
        self.plain(at, candidate).chain(own).chain(against(signs))
    }

    /// The same without a look at its words.
    pub(super) fn plain(&self, at: usize, candidate: &Candidate<'_>) -> impl Iterator<Item = Part> {
        let length = share(candidate.length.min(FULL_LENGTH), FULL_LENGTH);
        let own = [(FREQUENT * self.central(at), "frequent words"), (-LENGTH * length, "")];
        self.common(at, candidate).into_iter().chain(own)
    }

    /// The part of their words that the candidates at `a` and `b` share, of those of the shorter.
    pub(super) fn likeness(&self, a: usize, b: usize) -> f64 {
        let both = self.candidates().get(a).zip(self.candidates().get(b));
        both.map_or(0.0, |(a, b)| shared(self.body.words(a), self.body.words(b)))
    }

    fn central(&self, at: usize) -> f64 {
        self.centrality.get(at).copied().unwrap_or_default()
    }

    fn signs(&self, at: usize, candidate: &Candidate<'_>) -> Signs {
        let article = self.reading.article;
        let signs = self.early.get(at).copied().unwrap_or_else(|| self.marks.signs(&article.text, candidate.tokens));
        if self.body.is_credited(article, candidate.sentence) { signs.with(Sign::Caption) } else { signs }
    }

    fn common(&self, at: usize, candidate: &Candidate<'_>) -> [Part; 3] {
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

/// What `parts` are worth together.
pub(super) fn total(parts: impl Iterator<Item = Part>) -> f64 {
    parts.map(|(worth, _)| worth).sum()
}

/// Those of `parts` that speak for a sentence, the weightiest first.
pub(super) fn merits(parts: impl Iterator<Item = Part>) -> Vec<Part> {
    let mut merits: Vec<Part> = parts.filter(|(worth, _)| *worth >= NOTABLE).collect();
    merits.sort_by(|a, b| b.0.total_cmp(&a.0));
    merits
}

fn places(early: &[Signs]) -> Vec<usize> {
    let mut place = 0;
    let behind = early.iter().map(|signs| {
        place += usize::from(!signs.has(Sign::Ceremony));
        place
    });
    std::iter::once(0).chain(behind).collect()
}

fn against(signs: Signs) -> [Part; 2] {
    [(-CAPTION * f64::from(signs.has(Sign::Caption)), ""), (-CEREMONY * f64::from(signs.has(Sign::Ceremony)), "")]
}

/// How often the words of each candidate stand in the article, over the root of their number, so that of two sentences with words
/// equally frequent the longer is the more central, though not in proportion; the highest is 1.
fn centrality(body: &Body<'_>, counts: &Counts<'_>) -> Vec<f64> {
    let central = |words: &[u32]| share(counts.times(words), 1) / share(words.len().max(1), 1).sqrt();
    let all: Vec<f64> = body.candidates.iter().map(|candidate| central(body.words(candidate))).collect();
    let highest = all.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    all.into_iter().map(|central| central / highest).collect()
}
