//! Whom the words of a sentence speak against, where the grammar near a word of strain says so.
//!
//! Three frames are read: who does it ("Moscow has violated", "Moscow's breach"), who it is done by ("a breach by Moscow"), and
//! whom the words address ("accused Moscow of", "criticism of Moscow", "Moscow was blamed"). Anything else names no target.

use super::rules::{Side, StrainRules};
use super::words::{Actor, Term, Words};
use crate::text::Span;
use crate::text::word::words;

/// The most words between a target and the word of strain.
const GAP_WORDS: usize = 4;

/// The most words of one who is accused of something.
const NAME_WORDS: usize = 6;

/// What stands between a subject and its verb: auxiliaries, and verbs that only say how it is done.
const AUXILIARIES: [&str; 42] = [
    "s",
    "has",
    "have",
    "had",
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "being",
    "do",
    "does",
    "did",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "should",
    "not",
    "never",
    "also",
    "again",
    "now",
    "still",
    "once",
    "further",
    "to",
    "continues",
    "continue",
    "continued",
    "continuing",
    "seeks",
    "sought",
    "seeking",
    "tries",
    "tried",
    "trying",
    "itself",
];

/// The bodies through which an actor acts.
const BODIES: [&str; 22] = [
    "government",
    "authorities",
    "officials",
    "forces",
    "troops",
    "military",
    "army",
    "side",
    "leaders",
    "leadership",
    "leader",
    "regime",
    "ministry",
    "president",
    "delegation",
    "representative",
    "minister",
    "parliament",
    "navy",
    "media",
    "soldiers",
    "agents",
];

/// What may stand between a word of blame and the one it speaks of.
const ADDRESSING: [&str; 8] = ["the", "against", "of", "at", "on", "that", "upon", "both"];

/// The forms of "be", which make a participle passive.
const BE: [&str; 7] = ["is", "was", "are", "were", "be", "been", "being"];

/// The target of the sentence whose words are `read`.
pub(super) fn target(text: &str, sentence: Span, read: &Words, rules: &StrainRules) -> Option<Span> {
    read.terms.iter().find_map(|term| match rules.side(term.class)? {
        Side::Object => addressed(text, sentence, *term, read),
        Side::Subject => subject(text, *term, &read.actors).or_else(|| agent(text, *term, &read.actors)),
    })
}

/// "accused Moscow of", "criticism of Moscow", "Moscow was blamed".
fn addressed(text: &str, sentence: Span, term: Term, read: &Words) -> Option<Span> {
    let passive =
        before(text, term, &read.actors).filter(|(_, gap)| gap.iter().any(|word| BE.contains(word)) && gap.iter().all(leads));
    let active = || behind(text, term, &read.actors).filter(|(_, gap)| gap.iter().all(|word| ADDRESSING.contains(word)));
    passive.or_else(active).map(|(span, _)| span).or_else(|| accused(text, sentence, term))
}

/// "Moscow has violated", "Moscow's repeated breach"; not "Moscow was attacked", nor an adverb of whatever follows.
fn subject(text: &str, term: Term, actors: &[Actor]) -> Option<Span> {
    let (span, gap) = before(text, term, actors)?;
    let word = term.span.of(text);
    let suffers = word.ends_with("ly") || (word.ends_with("ed") && gap.iter().any(|word| BE.contains(word)));
    let owns = gap.first() == Some(&"s") && gap.len() <= 3 && gap.iter().all(|word| word.chars().all(char::is_lowercase));
    (!suffers && (owns || gap.iter().all(leads))).then_some(span)
}

/// "a breach by Moscow".
fn agent(text: &str, term: Term, actors: &[Actor]) -> Option<Span> {
    let (span, gap) = behind(text, term, actors)?;
    matches!(*gap, ["by" | "from"] | ["by" | "from", "the"]).then_some(span)
}

/// Whether a word may stand between a subject and what it does.
fn leads(word: &&str) -> bool {
    let named = word.starts_with(char::is_uppercase);
    AUXILIARIES.contains(word) || BODIES.contains(word) || word.ends_with("ly") || named
}

/// The nearest actor before `term` in its clause, and the words between.
fn before<'t>(text: &'t str, term: Term, actors: &[Actor]) -> Option<(Span, Vec<&'t str>)> {
    let actor = actors.iter().rev().find(|actor| actor.span.end() <= term.span.start())?;
    Some((actor.span, gap(text, actor.span.end(), term.span.start())?))
}

/// The nearest actor behind `term` in its clause, and the words between.
fn behind<'t>(text: &'t str, term: Term, actors: &[Actor]) -> Option<(Span, Vec<&'t str>)> {
    let actor = actors.iter().find(|actor| actor.span.start() >= term.span.end())?;
    Some((actor.span, gap(text, term.span.end(), actor.span.start())?))
}

/// The words from `start` to `end`; nothing where a mark divides them or they are many.
fn gap(text: &str, start: usize, end: usize) -> Option<Vec<&str>> {
    let between = text.get(start..end)?;
    let near: Vec<&str> = words(between).take(GAP_WORDS + 1).map(|word| word.of(between)).collect();
    let whole = !between.contains([',', ';', ':', '.', '(', ')', '—', '–']);
    (whole && near.len() <= GAP_WORDS).then_some(near)
}

/// Whoever stands between "accused" and "of", whether known or not.
fn accused(text: &str, sentence: Span, term: Term) -> Option<Span> {
    if !term.span.of(text).to_ascii_lowercase().starts_with("accus") {
        return None;
    }
    let rest = text.get(term.span.end()..sentence.end())?;
    let name = rest.get(..rest.find(" of ")?)?;
    let is_name = words(name).next().is_some_and(|word| word.of(name) == "the" || word.of(name).starts_with(char::is_uppercase));
    let whole = !name.contains([',', ';', ':', '.', '(', ')', '“', '"']) && words(name).nth(NAME_WORDS).is_none();
    let span = Span::new(term.span.end(), term.span.end() + name.len()).trim(text);
    (is_name && whole).then_some(span)
}
