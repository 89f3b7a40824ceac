//! Which words of a mail are the article: what is quoted from an earlier mail, signed or appended is not, and of a mail that was
//! passed on it is what was passed on.

use super::body::Unit;
use super::forward::{Inner, inner};
use super::tail::tail;

/// A note above a mail that is passed on is shorter than this many words; a longer one is an article of its own.
const NOTE_WORDS: usize = 60;

/// So many mails may be passed on inside each other.
const LEVELS: usize = 8;

/// Words by which mail programs say whose words follow.
const WROTE: [&str; 12] = [
    "wrote",
    "schrieb",
    "écrit",
    "escribió",
    "ha scritto",
    "schreef",
    "skrev",
    "kirjoitti",
    "escreveu",
    "napisał",
    "написал",
    "writes",
];

/// What becomes of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is of the article.
    Body,
    /// It is of the article, and somebody else's words.
    Quoted,
    /// It is set apart by the rule with this id.
    Out(&'static str),
}

/// The rules' ids, as they are shown.
const NOTE: Fate = Fate::Out("covering note");
const HEADER: Fate = Fate::Out("forwarded header");
const REPLY: Fate = Fate::Out("quoted reply");

/// What becomes of each of `units`, and the headers of the mail that was passed on, if one was.
///
/// `passed_on` and `answers` say what the mail's own headers say of it. The depths are counted anew inside a mail that was passed on.
pub(super) fn sort(units: &mut [Unit], passed_on: bool, answers: bool) -> (Vec<Fate>, Option<Inner>) {
    let mut fates = vec![Fate::Body; units.len()];
    let (mut from, mut taken, mut quoting) = (0, None::<Inner>, false);
    for _ in 0..LEVELS {
        let Some(found) = inner(units, from) else { break };
        let forwarded = found.passed_on || passed_on || !answers;
        let own = words(units, from..found.units.start);
        let whose_article_is_over = taken.is_some() && own >= NOTE_WORDS;
        if !forwarded || whose_article_is_over || quoting {
            set(&mut fates, found.units.start..units.len(), REPLY);
            break;
        }
        quoting = own >= NOTE_WORDS;
        if !quoting {
            set(&mut fates, from..found.units.start, NOTE);
        }
        set(&mut fates, found.units.clone(), HEADER);
        for unit in units.get_mut(found.units.end..).unwrap_or_default() {
            unit.depth = unit.depth.saturating_sub(found.depth);
        }
        from = found.units.end;
        if quoting {
            set(&mut fates, from..units.len(), Fate::Quoted);
        } else {
            taken = Some(found);
        }
    }
    quoted(units, &mut fates, answers && taken.is_none());
    tail(units, &mut fates);
    (fates, taken)
}

/// Sets apart what is quoted from a mail that is answered; where next to nothing else is said, it is the article.
fn quoted(units: &[Unit], fates: &mut [Fate], answers: bool) {
    let is_own = |unit: &Unit, fate: Fate| fate == Fate::Body && unit.depth == 0;
    let of = |own: bool| {
        let all = units.iter().zip(fates.iter()).filter(|(unit, fate)| **fate == Fate::Body && is_own(unit, **fate) == own);
        all.map(|(unit, _)| unit.text.split_whitespace().count()).sum::<usize>()
    };
    let (own, others) = (of(true), of(false));
    let is_passed_on = others >= 40 && own * 4 < others && own < 40;
    let marked = units.iter().any(|unit| unit.depth > 0);
    let mut at = 0;
    while at < units.len() {
        let is_body = |at: usize| fates.get(at) == Some(&Fate::Body);
        let depth = |at: usize| units.get(at).map_or(0, |unit| unit.depth);
        let run = (at..units.len()).take_while(|&at| is_body(at) && depth(at) > 0).count();
        let named = if run > 0 { attribution(units, fates, at) } else { at };
        if run > 0 && is_passed_on {
            set(fates, named..at, NOTE);
            at += run;
        } else if run > 0 && (answers || named < at) {
            set(fates, named..at + run, REPLY);
            at += run;
        } else if run > 0 {
            set(fates, at..at + run, Fate::Quoted);
            at += run;
        } else if answers && !marked && is_body(at) && units.get(at).is_some_and(stands_over_rest) {
            set(fates, at..units.len(), REPLY);
            return;
        } else {
            at += 1;
        }
    }
    if is_passed_on {
        for (unit, fate) in units.iter().zip(fates.iter_mut()) {
            *fate = if is_own(unit, *fate) && !unit.is_blank() { NOTE } else { *fate };
        }
    }
}

/// Where the lines begin that say, right above the unit at `at`, whose words follow; `at` where there are none.
fn attribution(units: &[Unit], fates: &[Fate], at: usize) -> usize {
    let above = units.get(..at).unwrap_or_default().iter().zip(fates).rev();
    let blanks = above.clone().take_while(|(unit, _)| unit.is_blank()).count();
    let lines: Vec<&str> = above
        .skip(blanks)
        .take_while(|(unit, fate)| !unit.is_blank() && **fate == Fate::Body)
        .take(3)
        .map(|(u, _)| &*u.text)
        .collect();
    let ends = lines.first().is_some_and(|last| last.trim_end().ends_with(':'));
    let says = |line: &&&str| WROTE.iter().any(|word| line.contains(word)) || line.contains('@');
    let Some(says) = lines.iter().position(|line| says(&line)).filter(|_| ends) else { return at };
    // The name may stand on the line before the one that says "wrote".
    let opens = |line: &str| ["On ", "Am ", "Le ", "El ", "Il ", "Op ", "Den ", "Em "].iter().any(|word| line.starts_with(word));
    let first = lines.iter().position(|line| opens(line)).unwrap_or(says).max(says);
    at - blanks - first - 1
}

/// Whether a line says whose words follow, where they follow without marks.
fn stands_over_rest(unit: &Unit) -> bool {
    let line = unit.text.trim();
    let says = || WROTE.iter().any(|word| line.contains(word));
    line.len() < 300 && line.ends_with(':') && line.contains(|c: char| c.is_ascii_digit()) && says()
}

fn words(units: &[Unit], range: std::ops::Range<usize>) -> usize {
    let own = units.get(range).unwrap_or_default().iter().take_while(|unit| unit.text.trim_end() != "--");
    own.map(|unit| unit.text.split_whitespace().count()).sum()
}

pub(super) fn set(fates: &mut [Fate], range: std::ops::Range<usize>, to: Fate) {
    for fate in fates.get_mut(range).unwrap_or_default() {
        *fate = to;
    }
}
