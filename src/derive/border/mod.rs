//! Where the clauses on the two sides of a cue begin and end, by rules on small words and commas.
//!
//! Each rule is what the Penn Discourse Treebank's annotators do (PDTB-3 manual, argument spans), as far as words show it.

mod looked;
#[cfg(test)]
mod oracle;

use std::cell::LazyCell;

use super::grammar::Class;
use super::stretch::{Kind, Stretch, Token};
use looked::{Looked, Rest};

/// A speaker named behind a comma takes at most this many words, the verb included.
const SPEAKER_WORDS: usize = 8;

/// "other" is one of this many words behind its comma.
const OTHER_WORDS: usize = 4;

/// "that" and as many words or fewer are a noun, no clause.
const FEWEST_WORDS: usize = 2;

/// What opens an addition to a clause, not a clause of its own.
const ADDITIONS: [&str; 10] =
    ["including", "such", "especially", "particularly", "notably", "namely", "like", "as", "let", "together"];

/// What opens a clause or noun that is no part of the main clause it stands before.
const LEADS: [&str; 8] = ["since", "because", "given", "despite", "although", "though", "while", "whilst"];

/// "so long as", "so far": behind these words "so" opens no clause.
const SO_DEGREES: [&str; 6] = ["long", "far", "much", "many", "that", "as"];

/// The clause that stands before a joining cue, where `after` is what the cue joins to it.
pub(super) fn joined<'a>(before: Stretch<'a>, after: Stretch<'a>) -> Stretch<'a> {
    let whole = last_clause(before);
    parallel(whole, after).or_else(|| quoted(whole)).unwrap_or_else(|| without_lead(whole))
}

/// The main clause that stands before a clause opened by "although" and the like.
pub(super) fn main_before(before: Stretch<'_>) -> Stretch<'_> {
    let whole = last_clause(before);
    held(whole).unwrap_or_else(|| without_lead(whole))
}

/// "They met, so the talks went on": what follows the last dash, colon, dots, ", so" or ", but", where it is a clause.
fn last_clause(before: Stretch<'_>) -> Stretch<'_> {
    let looked = LazyCell::new(|| Looked::new(before));
    let opens = |(at, token): &(usize, &Token)| match token.kind {
        Kind::Dash => before.word(token) != "-",
        Kind::Colon | Kind::Dots => true,
        Kind::Comma => opens_result(looked.behind(*at)) || looked.behind(*at).opens_with("but"),
        _ => false,
    };
    let level = before.tokens.iter().map(|t| t.depth).min().unwrap_or_default();
    let last = before.tokens.iter().enumerate().rev().filter(|(_, t)| t.depth == level).find(opens);
    let clause = last.map_or(before, |(at, _)| before.skip(at + 1));
    let but = clause.words().next().is_some_and(|t| is(clause, t, "but"));
    let clause = if but { clause.skip(1) } else { clause };
    if clause.has_verb() { clause } else { before }
}

/// "a market which it opened but never used": what is joined begins like what it is joined to.
fn parallel<'a>(before: Stretch<'a>, after: Stretch<'a>) -> Option<Stretch<'a>> {
    let opening = after.opening()?;
    let word = after.word(opening);
    let second = after.words().skip_while(|t| t.span != opening.span).nth(1);
    let relative = opening.classes.has(Class::Relative) || second.is_some_and(|t| t.classes.has(Class::Relative));
    if relative {
        return last(before, |t| t.classes.has(Class::Relative));
    }
    if word.eq_ignore_ascii_case("that") {
        return last(before, |t| is(before, t, "that"));
    }
    if is_participle(after, opening) {
        let looked = LazyCell::new(|| Looked::new(before));
        let alike = |at: &usize| looked.behind(*at).opening().is_some_and(|t| is_participle(before, t));
        return before.places(Kind::Comma).rev().find(alike).map(|at| before.skip(at + 1));
    }
    (!has_subject(after)).then(|| relative_open(before)).flatten()
}

/// A relative clause that is still open at the end: it has one verb only, and no comma closes it.
fn relative_open(before: Stretch<'_>) -> Option<Stretch<'_>> {
    let clause = last(before, |t| t.classes.has(Class::Relative) || is(before, t, "that"))?;
    let closed = clause.places(Kind::Comma).next().is_some_and(|at| clause.skip(at + 1).has_words());
    let whole = clause.words().count() > FEWEST_WORDS && clause.skip(1).count_verbs() <= 1;
    (!closed && whole).then_some(clause)
}

/// `officials say "it works", but …`: a quotation alone.
fn quoted(before: Stretch<'_>) -> Option<Stretch<'_>> {
    let open = before.tokens.iter().rposition(|t| matches!(t.kind, Kind::Open('“' | '"' | '‘' | '\'')))?;
    let says = before.take(open).words().next_back().is_some_and(|t| t.classes.has(Class::Saying));
    let inside = before.skip(open);
    let close = inside.tokens.iter().position(|t| t.kind == Kind::Close);
    let ends = close.is_none_or(|at| !inside.skip(at).has_words());
    (says && ends && inside.has_verb()).then_some(inside)
}

/// "We argue that the plan works, although …": what is held, without who holds it.
fn held(before: Stretch<'_>) -> Option<Stretch<'_>> {
    let clause = last(before, |t| is(before, t, "that"))?;
    let mut back = before.until(clause.tokens.first()?.span.start()).words().rev();
    let says = back.next()?.classes.has(Class::Saying) && back.next().is_none_or(|t| !is(before, t, "and"));
    (says && clause.has_verb()).then_some(clause)
}

/// "Since it rained, the game was short": the main clause alone.
fn without_lead(before: Stretch<'_>) -> Stretch<'_> {
    let subordinate = before.opening().is_some_and(|t| {
        let word = before.word(t);
        LEADS.iter().any(|lead| word.eq_ignore_ascii_case(lead))
            || is_participle(before, t)
            || (word.ends_with("ed") && !t.classes.has(Class::Verb))
    });
    if !subordinate {
        return before;
    }
    let looked = LazyCell::new(|| Looked::new(before));
    let main = before.places(Kind::Comma).find(|&at| opens_clause(looked.behind(at)) && looked.behind(at).has_verb());
    main.map_or(before, |at| before.skip(at + 1))
}

/// `after` up to where another clause begins: ", so …", ", but …"; or, where the cue itself stands in a clause that `before` opens
/// with "if" and the like, up to the main clause.
pub(super) fn ended<'a>(before: Stretch<'a>, after: Stretch<'a>) -> Stretch<'a> {
    let inside =
        before.opening().is_some_and(|t| t.classes.has(Class::Subordinator)) && before.places(Kind::Comma).next().is_none();
    let participle = after.opening().is_some_and(|t| is_participle(after, t));
    let looked = LazyCell::new(|| Looked::new(after));
    let end = after.places(Kind::Comma).find(|&at| {
        let rest = looked.behind(at);
        is_speaker(rest)
            || (participle && looked.has_words_before(at) && !looked.in_list(at))
            || opens_result(rest)
            || rest.opens_with("but")
            || (inside && opens_clause(rest) && rest.has_verb())
    });
    end.map_or(after, |at| after.take(at))
}

/// "officials said", at the end: who says it is no part of what is said.
fn is_speaker(rest: Rest<'_, '_>) -> bool {
    let says = |t: &Token| t.classes.has(Class::Saying) && !rest.word(t).eq_ignore_ascii_case("according");
    // "the government says it was": what follows a verb of saying is said there.
    let ends = |behind: Rest<'_, '_>| !behind.has_verb() && !behind.opens(Class::Pronoun);
    rest.count_words() <= SPEAKER_WORDS
        && rest.numbered().find(|(_, t)| says(t)).is_some_and(|(behind, _)| ends(behind))
        && !rest.words().any(|t| t.classes.has(Class::Conjunction))
}

/// The noun that "despite" and the like take: up to the first comma that divides no list.
pub(super) fn noun(after: Stretch<'_>) -> Stretch<'_> {
    let looked = LazyCell::new(|| Looked::new(after));
    let end = after.places(Kind::Comma).find(|&at| !looked.in_list(at) && !looked.behind(at).opens(Class::Relative));
    end.map_or(after, |at| after.take(at))
}

/// A clause or noun and the main clause that follows it, divided at the comma where the main clause begins.
pub(super) fn split(rest: Stretch<'_>, is_noun: bool) -> Option<[Stretch<'_>; 2]> {
    let looked = Looked::new(rest);
    let mut closes = false;
    let commas: Vec<usize> = rest
        .places(Kind::Comma)
        .filter(|&at| {
            let main = looked.behind(at);
            let relative = main.opens(Class::Relative);
            let closes_relative = std::mem::replace(&mut closes, relative);
            looked.has_words_before(at) && !closes_relative && !relative && may_open(main) && !looked.in_list(at)
        })
        .collect();
    let proper = commas.iter().find(|&&at| {
        let main = looked.behind(at);
        main.has_verb() && (is_noun || looked.has_verb_before(at) || main.opening().is_some_and(|t| is_subject(rest, t)))
    });
    let gerund = |at: &&usize| looked.behind(**at).opening().is_some_and(|t| rest.word(t).ends_with("ing"));
    let comma = proper.or_else(|| commas.iter().find(|at| !gerund(at))).or(commas.first());
    comma.map(|&at| [rest.take(at), rest.skip(at + 1)])
}

/// "On the one hand A, on the other B": the comma between them.
pub(super) fn before_other(after: Stretch<'_>) -> Option<usize> {
    let looked = LazyCell::new(|| Looked::new(after));
    after.places(Kind::Comma).find(|&at| looked.behind(at).words().take(OTHER_WORDS).any(|t| after.word(t) == "other"))
}

/// Whether a clause opens here: a subject by its first word.
fn opens_clause(rest: Rest<'_, '_>) -> bool {
    may_open(rest) && !rest.opens(Class::Relative)
}

/// Whether its first word is a subject or opens one.
pub(super) fn has_subject(rest: Stretch<'_>) -> bool {
    rest.opening().is_some_and(|t| is_subject(rest, t))
}

fn is_subject(stretch: Stretch<'_>, token: &Token) -> bool {
    let capital = stretch.word(token).starts_with(char::is_uppercase);
    token.classes.has(Class::Pronoun) || token.classes.has(Class::Determiner) || capital
}

fn may_open(rest: Rest<'_, '_>) -> bool {
    rest.words().next().is_none_or(|t| {
        let word = rest.word(t);
        !t.classes.has(Class::Conjunction) && !ADDITIONS.contains(&word) && word != "because"
    })
}

/// Whether ", so" opens a clause here.
fn opens_result(rest: Rest<'_, '_>) -> bool {
    rest.opens_with("so") && rest.words().nth(1).is_some_and(|t| !SO_DEGREES.contains(&rest.word(t)))
}

fn is_participle(stretch: Stretch<'_>, token: &Token) -> bool {
    stretch.word(token).ends_with("ing") && !token.classes.has(Class::Preposition)
}

fn is(stretch: Stretch<'_>, token: &Token, word: &str) -> bool {
    stretch.word(token).eq_ignore_ascii_case(word)
}

/// From the last token that `is` true of, behind the first, to the end.
fn last(before: Stretch<'_>, is: impl Fn(&Token) -> bool) -> Option<Stretch<'_>> {
    before.tokens.iter().rposition(|t| t.kind == Kind::Word && is(t)).map(|at| before.skip(at))
}
