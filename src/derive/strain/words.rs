//! The words of strain in one sentence: which of them count, and which actors stand there.

use super::rules::{StrainRules, StrainUse};
use crate::derive::cues::CueUse;
use crate::derive::lexicon::Hit;
use crate::derive::place::Place;
use crate::model::Article;
use crate::text::Span;
use crate::text::word::words;

/// A softening word reaches this many words on, as the triggers of negation do in `NegEx` (Chapman et al. 2001), which takes five.
const REACH: usize = 3;

/// What makes the actor behind it a place.
const LOCATIVE: [&str; 5] = ["in", "inside", "across", "throughout", "within"];

/// A word of strain that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) span: Span,
    /// Index of its class.
    pub(super) class: usize,
    pub(super) place: Place,
}

/// An actor who is named, not as a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Actor {
    pub(super) span: Span,
    pub(super) actor: usize,
}

/// What bears on strain in one sentence, in text order.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) terms: Vec<Term>,
    pub(super) actors: Vec<Actor>,
    pub(super) eased: bool,
}

impl Words {
    /// The words among `hits`.
    pub(super) fn of(article: &Article, hits: &[Hit<'_, CueUse>]) -> Self {
        let mut read = Self::default();
        let (mut barred, mut softeners) = (0, Vec::new());
        for (span, used) in uses(hits) {
            match used {
                StrainUse::Not => barred = barred.max(span.end()),
                _ if span.end() <= barred => {}
                StrainUse::Softens => softeners.push(span),
                StrainUse::Eases => read.eased = true,
                StrainUse::Actor(actor) => read.name(Actor { span, actor }),
                StrainUse::Term(class, place) => read.take(Term { span, class, place }),
            }
        }
        read.terms.retain(|term| !softeners.iter().any(|softener| reaches(&article.text, *softener, term.span)));
        read.actors.retain(|actor| !is_no_party(&article.text, actor.span));
        read
    }

    /// Takes a word of strain, where no longer one holds it.
    fn take(&mut self, term: Term) {
        if self.terms.last().is_none_or(|last| !last.span.overlaps(term.span)) {
            self.terms.push(term);
        }
    }

    /// Takes the name of an actor, where no longer one holds it.
    fn name(&mut self, actor: Actor) {
        if self.actors.last().is_none_or(|last| !last.span.overlaps(actor.span)) {
            self.actors.push(actor);
        }
    }

    /// The weight of all terms; each word counts once.
    pub(super) fn weight(&self, article: &Article, rules: &StrainRules) -> u32 {
        let mut met: Vec<(String, u32)> =
            self.terms.iter().map(|t| (article.slice(t.span).to_lowercase(), rules.weight(t.class))).collect();
        met.sort();
        met.dedup();
        met.iter().map(|(_, weight)| weight).sum()
    }
}

/// All uses for strain, of those that begin together the longest first.
fn uses<'a>(hits: &'a [Hit<'_, CueUse>]) -> impl Iterator<Item = (Span, StrainUse)> + 'a {
    hits.chunk_by(|a, b| a.span.start() == b.span.start()).flat_map(|same| {
        same.iter().rev().flat_map(|hit| {
            hit.uses.iter().filter_map(|used| match used {
                CueUse::Strain(used) => Some((hit.span, *used)),
                _ => None,
            })
        })
    })
}

/// Whether nothing but a few words of the same clause stands between `softener` and the `term` behind it.
fn reaches(text: &str, softener: Span, term: Span) -> bool {
    let between = text.get(softener.end()..term.start());
    between.is_some_and(|gap| !gap.contains([',', ';', ':', '.', '(', ')', '—', '–']) && words(gap).nth(REACH).is_none())
}

/// Whether the actor at `span` is where something happens, "in Moscow", "across eastern Ukraine", or what is opposed: "anti-Russian".
fn is_no_party(text: &str, span: Span) -> bool {
    let before = text.get(..span.start()).unwrap_or_default();
    let mut back = before.split_whitespace().rev().map(|word| word.trim_start_matches(['(', '“', '"']));
    if before.ends_with("nti-") {
        return back.next().is_some_and(|word| word.eq_ignore_ascii_case("anti-"));
    }
    let word = back.find(|word| !matches!(*word, "the" | "all" | "parts" | "of") && !word.ends_with("ern"));
    word.is_some_and(|word| LOCATIVE.iter().any(|locative| word.eq_ignore_ascii_case(locative)))
}
