//! Cues read in their sentence: which of them set two things against each other, and which of those is the main one.
//!
//! The rules of position are those that connective lists need to tell a contrast from the same word used otherwise ("while" of
//! time, "still" of duration); the words are the cue file's.

use super::cues::{CueRule, CueUse, Cues, Position, Takes};
use super::lexicon::Hit;
use super::place::Place;
use super::poles::poles;
use crate::model::{Anchor, Article, Point, Pole, Reason, Strength, Tension, TensionKind};
use crate::text::word::words;
use crate::text::{Clean, Span};

/// Cues of one sentence that are weighed against each other; no sentence that people write has more.
const CUES_WEIGHED: usize = 16;

/// What stands before a noun: behind "while" it speaks of time or place.
const PREPOSITIONS: [&str; 15] =
    ["in", "on", "at", "under", "with", "without", "among", "amid", "during", "within", "abroad", "away", "still", "not", "also"];

/// Words in -ing that are no participles.
const NO_PARTICIPLES: [&str; 7] = ["nothing", "something", "everything", "anything", "king", "spring", "during"];

/// A cue where it counts.
#[derive(Clone, Copy, Debug)]
struct Cue {
    span: Span,
    kind: TensionKind,
    takes: Takes,
    place: Place,
}

/// The tension in the sentence numbered `index`, whose cue words are `hits`.
pub(super) fn contrast(article: &Article, index: u32, hits: &[Hit<'_, CueUse>], cues: &Cues) -> Option<Tension> {
    let sentence = article.sentence(index)?.span;
    let read = readings(article, sentence, hits, cues);
    let weighed = read.iter().take(CUES_WEIGHED).map(|cue| (cue, poles(article, index, cue.span, cue.takes)));
    let (cue, poles) = weighed.fold(None, |best: Option<(&Cue, Option<[Span; 2]>)>, next| match best {
        Some(best) if width(&best) >= width(&next) => Some(best),
        _ => Some(next),
    })?;
    let focus = poles.map_or(cue.span, |[first, second]| cue.span.cover(first).cover(second));
    let reason = Reason {
        because: Clean::from(format!("cue \"{}\" of {}", article.slice(cue.span), cue.kind.word())),
        rule: cues.files.place(cue.place),
        hits: vec![cue.span],
    };
    Some(Tension {
        point: Point::Found { anchor: Anchor { sentence: index, focus }, reason },
        kind: cue.kind,
        cue: Some(cue.span),
        written_cue: None,
        poles: poles.map(|both| both.map(Pole::Found)),
        target: None,
        strength: Strength::default(),
    })
}

/// How much of the text a cue's poles take up.
fn width((_, poles): &(&Cue, Option<[Span; 2]>)) -> usize {
    poles.map_or(0, |[first, second]| first.cover(second).len())
}

/// The cues among `hits` that count, in text order.
fn readings(article: &Article, sentence: Span, hits: &[Hit<'_, CueUse>], cues: &Cues) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut barred = vec![Barred::default(); cues.rules.len()];
    for (hit, used) in uses(hits) {
        match *used {
            CueUse::Not(rule) => barred.get_mut(rule).into_iter().for_each(|b| b.until = b.until.max(hit.span.end())),
            CueUse::Behind(rule) => barred.get_mut(rule).into_iter().for_each(|b| b.behind = true),
            CueUse::Cue(rule, place) => {
                let free = barred.get(rule).is_none_or(|b| hit.span.end() > b.until && !b.behind);
                let inside = found.last().is_some_and(|cue| cue.span.overlaps(hit.span));
                let Some(rule) = cues.rules.get(rule).filter(|_| free && !inside) else {
                    continue;
                };
                if let Some(takes) = taken(&article.text, sentence, hit.span, rule) {
                    found.push(Cue { span: hit.span, kind: rule.kind, takes, place });
                }
            }
            CueUse::Strain(_) => {}
        }
    }
    found
}

/// What keeps a rule's cues from counting, so far in the sentence.
#[derive(Clone, Copy, Default)]
struct Barred {
    until: usize,
    behind: bool,
}

/// All uses of all hits, of those that begin together the longest first.
fn uses<'a>(hits: &'a [Hit<'_, CueUse>]) -> impl Iterator<Item = (&'a Hit<'a, CueUse>, &'a CueUse)> {
    hits.chunk_by(|a, b| a.span.start() == b.span.start())
        .flat_map(|same| same.iter().rev().flat_map(|hit| hit.uses.iter().map(move |used| (hit, used))))
}

/// What a cue at `cue` takes there; nothing where its place makes it another word.
fn taken(text: &str, sentence: Span, cue: Span, rule: &CueRule) -> Option<Takes> {
    let before = text.get(sentence.start()..cue.start())?.trim_end();
    let after = text.get(cue.end()..sentence.end())?;
    let opens = opens_clause(before);
    let counts = match rule.position {
        Position::Anywhere => opens || rule.takes != Takes::Joins || !is_over(after),
        Position::Opening => opens,
        Position::Comma => opens && after.trim_start().starts_with(','),
        Position::Clause => opens && !speaks_of_time(after),
    };
    let adverb = rule.takes == Takes::Opens && !before.is_empty() && !after.trim_start().starts_with(char::is_alphanumeric);
    counts.then_some(if adverb && is_over(after) { Takes::Turns } else { rule.takes })
}

/// Whether a clause may open behind `before`: at the start, behind a punctuation mark or a conjunction.
fn opens_clause(before: &str) -> bool {
    let opening = before.trim_end_matches(['“', '"', '‘', '(', '[']);
    let marked = opening.is_empty()
        || opening.ends_with([',', ';', ':', '—', '–', '.', '…', ')', '”', '?', '!'])
        || opening.ends_with(" -");
    let joined = ["and", "but", "or", "that"]
        .iter()
        .any(|word| opening.strip_suffix(word).is_some_and(|head| head.is_empty() || head.ends_with(char::is_whitespace)));
    marked || joined || opening.len() < before.len()
}

/// Whether a comma or the end of the clause follows.
fn is_over(after: &str) -> bool {
    after.trim_start().starts_with([',', '.', ';', ':', '?', '!', '—', '–']) || after.trim().is_empty()
}

/// Whether what follows "while" makes it a word of time: a participle or a preposition, no subject.
fn speaks_of_time(after: &str) -> bool {
    let word = words(after).next().map_or("", |word| word.of(after));
    let participle = word.ends_with("ing") && word.bytes().all(|b| b.is_ascii_lowercase()) && !NO_PARTICIPLES.contains(&word);
    PREPOSITIONS.contains(&word) || participle
}
