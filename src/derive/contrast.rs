//! Cues read in their sentence: which of them set two things against each other, and what.
//!
//! The rules of position are those that connective lists need to tell a contrast from the same word used otherwise ("while" of
//! time, "still" of duration, "however" of degree); the words are the cue file's.

use super::cues::{CueRule, CueUse, Cues, Position, Takes};
use super::grammar::Class;
use super::lexicon::Hit;
use super::place::Place;
use super::poles::Scene;
use super::reading::Reading;
use super::stretch::{Stretch, Token};
use crate::model::{Anchor, Article, Point, Pole, Reason, Strength, Tension, TensionKind};
use crate::text::{Clean, Span};

/// Cues of one sentence that count, and words that could be such; no sentence that people write has more. Each is tried with all of the
/// sentence, which may be as long as a block.
const CUES_READ: usize = 16;
const CUES_TRIED: usize = 200;

/// A sentence has at most this many tensions.
const MOST_TENSIONS: usize = 3;

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

/// A cue that sets two things against each other, and these, where they can be told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contrast {
    cue: Cue,
    poles: Option<[Span; 2]>,
}

/// The contrasts in the sentence numbered `index`, whose cue words are `hits`, in text order.
pub(super) fn contrasts(reading: &Reading<'_>, index: u32, hits: &[Hit<'_, CueUse>], cues: &Cues) -> Vec<Contrast> {
    scene(reading, index, hits).map_or_else(Vec::new, |scene| between(&scene, &single(&scene, hits, cues)))
}

/// How many they are. A cue that is alone makes one whatever its poles are.
pub(super) fn count(reading: &Reading<'_>, index: u32, hits: &[Hit<'_, CueUse>], cues: &Cues) -> usize {
    let Some(scene) = scene(reading, index, hits) else { return 0 };
    let single = single(&scene, hits, cues);
    if single.len() > 1 { between(&scene, &single).len() } else { single.len() }
}

/// The sentence numbered `index`, where it has a cue.
fn scene<'a>(reading: &Reading<'a>, index: u32, hits: &[Hit<'_, CueUse>]) -> Option<Scene<'a>> {
    let is_cue = |used: &CueUse| matches!(used, CueUse::Cue(..));
    hits.iter().flat_map(|hit| hit.uses).any(is_cue).then(|| Scene::new(reading, index)).flatten()
}

/// The cues among `hits` that count and do not close what another opened, in text order.
fn single(scene: &Scene<'_>, hits: &[Hit<'_, CueUse>], cues: &Cues) -> Vec<Cue> {
    let mut read = readings(scene, hits, cues);
    let opened = read.iter().any(|cue| cue.takes == Takes::Opens);
    read.retain(|cue| !(opened && cue.takes == Takes::Turns && scene.closes_pair(cue.span)));
    read
}

/// What `cues` set against each other.
fn between(scene: &Scene<'_>, cues: &[Cue]) -> Vec<Contrast> {
    let contrast = |cue: &Cue| Contrast { cue: *cue, poles: scene.poles(cue.span, cue.takes) };
    let mut found: Vec<Contrast> = cues.iter().map(contrast).collect();
    let has_poles = found.iter().any(|contrast| contrast.poles.is_some());
    found.retain(|contrast| contrast.poles.is_some() || !has_poles);
    without_nested(&mut found);
    found.truncate(if has_poles { MOST_TENSIONS } else { 1 });
    found
}

/// Drops what the widest contrast holds wholly: one inside a pole is read with that pole.
fn without_nested(found: &mut Vec<Contrast>) {
    let mut widest = Span::default();
    for span in found.iter().map(Contrast::reach) {
        widest = if span.len() > widest.len() { span } else { widest };
    }
    found.retain(|contrast| contrast.reach() == widest || !widest.contains(contrast.reach()));
}

impl Contrast {
    /// From its first word to its last.
    fn reach(&self) -> Span {
        self.poles.map_or(self.cue.span, |[first, second]| self.cue.span.cover(first).cover(second))
    }

    /// The tension that it makes of the sentence numbered `index`.
    pub(super) fn tension(&self, article: &Article, index: u32, cues: &Cues) -> Tension {
        let Self { cue, poles } = self;
        let reason = Reason {
            because: Clean::from(format!("cue \"{}\" of {}", article.slice(cue.span), cue.kind.word())),
            rule: cues.files.place(cue.place),
            hits: vec![cue.span],
        };
        Tension {
            point: Point::Found { anchor: Anchor { sentence: index, focus: self.reach() }, reason },
            kind: cue.kind,
            cue: Some(cue.span),
            written_cue: None,
            poles: poles.map(|both| both.map(Pole::Found)),
            target: None,
            strength: Strength::default(),
        }
    }
}

/// The cues among `hits` that count, in text order.
fn readings(scene: &Scene<'_>, hits: &[Hit<'_, CueUse>], cues: &Cues) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let (mut barred, mut tried) = (vec![Barred::default(); cues.rules.len()], 0);
    for (hit, used) in uses(hits) {
        match *used {
            CueUse::Not(rule) => barred.get_mut(rule).into_iter().for_each(|b| b.until = b.until.max(hit.span.end())),
            CueUse::Behind(rule) => barred.get_mut(rule).into_iter().for_each(|b| b.behind = true),
            CueUse::Calls(rule) => barred.get_mut(rule).into_iter().for_each(|b| b.called = true),
            CueUse::Paired(rule) => barred.get_mut(rule).into_iter().for_each(|b| b.paired = true),
            CueUse::Cue(at, place) => {
                let Some(rule) = cues.rules.get(at).filter(|_| found.len() < CUES_READ && tried < CUES_TRIED) else {
                    continue;
                };
                tried += 1;
                let free = barred.get_mut(at).is_none_or(|b| b.frees(scene, hit.span) && (b.called || !rule.called));
                let told = found.last().is_some_and(|cue| scene.tells_the_same(cue.span, hit.span, rule.takes));
                let stated = !scene.in_phrase(hit.span);
                if free && !told && stated && counts(scene, hit.span, rule) {
                    let takes =
                        if rule.takes == Takes::Opens && ends_clause(scene, hit.span) { Takes::Turns } else { rule.takes };
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
    paired: bool,
    called: bool,
}

impl Barred {
    /// Whether the cue at `cue` is free of it; a first half of a pair bars one cue alone.
    fn frees(&mut self, scene: &Scene<'_>, cue: Span) -> bool {
        if cue.end() <= self.until {
            return false;
        }
        let behind = std::mem::take(&mut self.behind);
        let paired = std::mem::take(&mut self.paired);
        let clause = scene.after(cue).opening().is_some_and(|t| t.classes.has(Class::Pronoun));
        !behind && (clause || !paired)
    }
}

/// All uses of all hits, of those that begin together the longest first.
fn uses<'a>(hits: &'a [Hit<'_, CueUse>]) -> impl Iterator<Item = (&'a Hit<'a, CueUse>, &'a CueUse)> {
    hits.chunk_by(|a, b| a.span.start() == b.span.start())
        .flat_map(|same| same.iter().rev().flat_map(|hit| hit.uses.iter().map(move |used| (hit, used))))
}

/// Whether a cue counts where it stands.
fn counts(scene: &Scene<'_>, cue: Span, rule: &CueRule) -> bool {
    let (before, after) = (scene.text_before(cue), scene.text_after(cue));
    let opens = opens_clause(before);
    match rule.position {
        Position::Anywhere => opens || rule.takes != Takes::Joins || goes_on(after),
        Position::Statement => before.is_empty() || scene.after(cue).has_verb(),
        Position::Opening => opens,
        Position::Comma => opens && after.trim_start().starts_with(','),
        Position::Clause => opens && !speaks_of_time(scene.after(cue)),
        Position::Adverb => !grades(scene.after(cue), after),
        Position::Adjunct => opens && !before.is_empty() && scene.after(cue).words().any(|t| scene.word(t) == "or"),
    }
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

/// "It is late, though.": a cue between a clause and a mark opens nothing and turns back.
fn ends_clause(scene: &Scene<'_>, cue: Span) -> bool {
    let (before, after) = (scene.text_before(cue), scene.text_after(cue).trim_start());
    !before.is_empty() && (after.is_empty() || after.starts_with([',', '.', ';', ':', '?', '!', '—', '–']))
}

/// Whether something follows in the same clause.
fn goes_on(after: &str) -> bool {
    !after.trim_start().starts_with(['.', ';', ':', '?', '!', '—', '–']) && !after.trim().is_empty()
}

/// Whether what follows "while" makes it a word of time: a participle or a preposition, no subject.
fn speaks_of_time(after: Stretch<'_>) -> bool {
    let manner = |t: &&Token| t.classes.has(Class::Adverb) || after.word(t).ends_with("ly");
    let Some(first) = after.words().find(|t| !manner(t)) else {
        return true;
    };
    let word = after.word(first);
    let participle = word.ends_with("ing") && word.bytes().all(|b| b.is_ascii_lowercase()) && !NO_PARTICIPLES.contains(&word);
    let phrase = first.classes.has(Class::Preposition) && !first.classes.has(Class::Determiner);
    phrase || participle || first.classes.has(Class::Negation)
}

/// "however high the wind": the cue is a degree of the word behind it.
fn grades(after: Stretch<'_>, text: &str) -> bool {
    let mut words = after.words();
    let (Some(graded), Some(next)) = (words.next(), words.next()) else {
        return false;
    };
    let quality = graded.classes == super::grammar::Classes::default() && !after.word(graded).starts_with(char::is_uppercase);
    let subject = next.classes.has(Class::Determiner) || next.classes.has(Class::Pronoun);
    text.starts_with(' ') && quality && subject
}
