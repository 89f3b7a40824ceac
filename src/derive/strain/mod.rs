//! Words of strain: criticism, breach, refusal, delay. Enough of them make a sentence a tension without any cue, and make one
//! with a cue stronger.
//!
//! A sentence's strain is the sum of its words' weights, one more where it names an actor or a target, one less where it addresses
//! all sides or thanks. The words, their weights and the names are the cue file's.

mod rules;
mod target;
mod words;

pub(super) use rules::{StrainRules, StrainUse};

use words::{Actor, Term, Words};

use super::cues::{CueUse, Cues};
use super::lexicon::Hit;
use crate::model::{Anchor, Article, Point, Pole, Reason, Signs, Strength, Tension, TensionKind};
use crate::text::{Clean, Span};

/// A reason quotes at most this many words of strain.
const QUOTED_WORDS: usize = 4;

/// The strain of one sentence.
#[derive(Debug)]
pub(super) struct Strain {
    /// The words of strain that weigh anything.
    terms: Vec<Term>,
    actors: Vec<Actor>,
    weight: u32,
    target: Option<Span>,
    /// Whether it is enough for a tension of its own.
    enough: bool,
}

impl Strain {
    /// Whether a word of strain is among `hits`: most sentences have none, and need no more reading.
    pub(super) fn may_be(hits: &[Hit<'_, CueUse>]) -> bool {
        hits.iter().flat_map(|hit| hit.uses).any(|used| matches!(used, CueUse::Strain(StrainUse::Term(..))))
    }

    /// The strain that `hits` make in the sentence numbered `index`.
    pub(super) fn of(article: &Article, index: u32, hits: &[Hit<'_, CueUse>], cues: &Cues) -> Self {
        let rules = &cues.strain;
        let mut read = Words::of(article, hits);
        let sentence = article.sentence(index).map_or_else(Span::default, |sentence| sentence.span);
        let target = target::target(&article.text, sentence, &read, rules);
        read.terms.retain(|term| rules.weight(term.class) > 0);
        let weight = read.weight(article, rules);
        let named = u32::from(weight > 0 && (target.is_some() || !read.actors.is_empty()));
        let enough = weight > 0 && weight + named >= rules.enough + u32::from(read.eased);
        Self { terms: read.terms, actors: read.actors, weight, target: target.filter(|_| enough), enough }
    }

    /// Whether it makes a tension by itself.
    pub(super) fn is_tension(&self) -> bool {
        self.enough && !self.terms.is_empty()
    }

    /// The tension that the strain of the sentence numbered `index` makes, if it is enough.
    pub(super) fn tension(&self, article: &Article, index: u32, cues: &Cues) -> Option<Tension> {
        let weight = |term: &&Term| cues.strain.weight(term.class);
        let heaviest = self.terms.iter().rev().max_by_key(weight).filter(|_| self.is_tension())?;
        let focus = self.terms.iter().map(|term| term.span).chain(self.target).reduce(Span::cover)?;
        Some(Tension {
            point: Point::Found { anchor: Anchor { sentence: index, focus }, reason: self.reason(article, cues) },
            kind: TensionKind::Strain,
            cue: Some(heaviest.span),
            written_cue: None,
            poles: None,
            target: None,
            strength: Strength::default(),
        })
    }

    /// The words of strain, and where the first of them is written.
    fn reason(&self, article: &Article, cues: &Cues) -> Reason {
        let quoted: Vec<String> = self.terms.iter().take(QUOTED_WORDS).map(|term| quote(article, *term, &cues.strain)).collect();
        let noun = if quoted.len() == 1 { "word" } else { "words" };
        Reason {
            because: Clean::from(format!("{noun} of strain {}", quoted.join(", "))),
            rule: self.terms.first().and_then(|term| cues.files.place(term.place)),
            hits: self.terms.iter().map(|term| term.span).collect(),
        }
    }

    /// `tension`, which stands in the same sentence, with its target and strength.
    pub(super) fn on(&self, tension: Tension) -> Tension {
        let signs = Signs { strain: self.weight, target: self.target.is_some(), parties: self.parties(&tension) };
        Tension { target: self.target, strength: Strength::of(tension.kind, signs), ..tension }
    }

    /// Whether the poles of `tension` name an actor each, and not the same.
    fn parties(&self, tension: &Tension) -> bool {
        let Some([Pole::Found(one), Pole::Found(other)]) = &tension.poles else { return false };
        let within =
            |pole: &Span| self.actors.iter().filter(|actor| pole.contains(actor.span)).map(|a| a.actor).collect::<Vec<_>>();
        let (one, other) = (within(one), within(other));
        one.iter().any(|actor| !other.contains(actor)) && other.iter().any(|actor| !one.contains(actor))
    }
}

/// A word of strain as a reason quotes it, with what kind of strain it is and its weight.
fn quote(article: &Article, term: Term, rules: &StrainRules) -> String {
    format!("\"{}\" ({}, weight {})", article.slice(term.span), rules.name(term.class), rules.weight(term.class))
}
