//! The same borders told plainly, each comma with a look at all that stands behind it: what the quick ones are held against.

use proptest::prelude::*;

use super::{ADDITIONS, FEWEST_WORDS, LEADS, SO_DEGREES, SPEAKER_WORDS, has_subject, held, is, is_participle, last, quoted};
use crate::derive::grammar::Class;
use crate::derive::reading::Reading;
use crate::derive::stretch::{Kind, Stretch, Token, tokens};
use crate::model::Article;
use crate::text::{Clean, Span};

/// An element of a list has at most this many words.
const ELEMENT_WORDS: usize = 4;

/// The clause that stands before a joining cue, where `after` is what the cue joins to it.
fn joined<'a>(before: Stretch<'a>, after: Stretch<'a>) -> Stretch<'a> {
    let whole = last_clause(before);
    parallel(whole, after).or_else(|| quoted(whole)).unwrap_or_else(|| without_lead(whole))
}

/// The main clause that stands before a clause opened by "although" and the like.
fn main_before(before: Stretch<'_>) -> Stretch<'_> {
    let whole = last_clause(before);
    held(whole).unwrap_or_else(|| without_lead(whole))
}

/// "They met, so the talks went on": what follows the last dash, colon, dots, ", so" or ", but", where it is a clause.
fn last_clause(before: Stretch<'_>) -> Stretch<'_> {
    let opens = |(at, token): &(usize, &Token)| match token.kind {
        Kind::Dash => before.word(token) != "-",
        Kind::Colon | Kind::Dots => true,
        Kind::Comma => opens_result(before.skip(at + 1)) || opens_with(before.skip(at + 1), "but"),
        _ => false,
    };
    let level = before.tokens.iter().map(|t| t.depth).min().unwrap_or_default();
    let last = before.tokens.iter().enumerate().rev().filter(|(_, t)| t.depth == level).find(opens);
    let clause = last.map_or(before, |(at, _)| before.skip(at + 1));
    let clause = if opens_with(clause, "but") { clause.skip(1) } else { clause };
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
        let alike = |at: &usize| before.skip(at + 1).opening().is_some_and(|t| is_participle(before, t));
        return before.places(Kind::Comma).rev().find(alike).map(|at| before.skip(at + 1));
    }
    (!has_subject(after)).then(|| relative_open(before)).flatten()
}

/// A relative clause that is still open at the end: it has one verb only, and no comma closes it.
fn relative_open(before: Stretch<'_>) -> Option<Stretch<'_>> {
    let clause = last(before, |t| t.classes.has(Class::Relative) || is(before, t, "that"))?;
    let closed = clause.places(Kind::Comma).any(|at| clause.skip(at + 1).has_words());
    let whole = clause.words().count() > FEWEST_WORDS && clause.skip(1).count_verbs() <= 1;
    (!closed && whole).then_some(clause)
}

/// "Since it rained, the game was short": the main clause alone.
fn without_lead(before: Stretch<'_>) -> Stretch<'_> {
    let subordinate = before.opening().is_some_and(|t| {
        let word = before.word(t);
        LEADS.iter().any(|lead| word.eq_ignore_ascii_case(lead))
            || is_participle(before, t)
            || (word.ends_with("ed") && !t.classes.has(Class::Verb))
    });
    let main = before.places(Kind::Comma).map(|at| before.skip(at + 1)).find(|rest| opens_clause(*rest) && rest.has_verb());
    main.filter(|_| subordinate).unwrap_or(before)
}

/// `after` up to where another clause begins: ", so …", ", but …"; or, where the cue itself stands in a clause that `before` opens
/// with "if" and the like, up to the main clause.
fn ended<'a>(before: Stretch<'a>, after: Stretch<'a>) -> Stretch<'a> {
    let inside =
        before.opening().is_some_and(|t| t.classes.has(Class::Subordinator)) && before.places(Kind::Comma).next().is_none();
    let participle = after.opening().is_some_and(|t| is_participle(after, t));
    let end = after.places(Kind::Comma).find(|&at| {
        let rest = after.skip(at + 1);
        is_speaker(rest)
            || (participle && after.take(at).has_words() && !in_list(after, at))
            || opens_result(rest)
            || opens_with(rest, "but")
            || (inside && opens_clause(rest) && rest.has_verb())
    });
    end.map_or(after, |at| after.take(at))
}

/// "officials said", at the end: who says it is no part of what is said.
fn is_speaker(rest: Stretch<'_>) -> bool {
    let says = |t: &Token| t.classes.has(Class::Saying) && !is(rest, t, "according");
    let behind = rest.tokens.iter().position(says).map(|at| rest.skip(at + 1));
    rest.words().count() <= SPEAKER_WORDS
        && behind.is_some_and(|behind| !behind.has_verb() && !has_subject_pronoun(behind))
        && !rest.words().any(|t| t.classes.has(Class::Conjunction))
}

/// "the government says it was": what follows a verb of saying is said there.
fn has_subject_pronoun(rest: Stretch<'_>) -> bool {
    rest.words().next().is_some_and(|t| t.classes.has(Class::Pronoun))
}

/// The noun that "despite" and the like take: up to the first comma that divides no list.
fn noun(after: Stretch<'_>) -> Stretch<'_> {
    let end = after.places(Kind::Comma).find(|&at| !in_list(after, at) && !opens_relative(after.skip(at + 1)));
    end.map_or(after, |at| after.take(at))
}

/// A clause or noun and the main clause that follows it, divided at the comma where the main clause begins.
fn split(rest: Stretch<'_>, is_noun: bool) -> Option<[Stretch<'_>; 2]> {
    let halves = |at: usize| [rest.take(at), rest.skip(at + 1)];
    let mut closes = false;
    let commas: Vec<usize> = rest
        .places(Kind::Comma)
        .filter(|&at| {
            let relative = opens_relative(rest.skip(at + 1));
            let closes_relative = std::mem::replace(&mut closes, relative);
            rest.take(at).has_words() && !closes_relative && !relative && may_open(rest.skip(at + 1)) && !in_list(rest, at)
        })
        .collect();
    let proper = commas.iter().find(|&&at| {
        let [clause, main] = halves(at);
        main.has_verb() && (is_noun || clause.has_verb() || has_subject(main))
    });
    let gerund = |at: &&usize| halves(**at)[1].opening().is_some_and(|t| rest.word(t).ends_with("ing"));
    proper.or_else(|| commas.iter().find(|at| !gerund(at))).or(commas.first()).map(|&at| halves(at))
}

/// Whether a clause opens here: a subject by its first word.
fn opens_clause(rest: Stretch<'_>) -> bool {
    may_open(rest) && !opens_relative(rest)
}

fn may_open(rest: Stretch<'_>) -> bool {
    rest.words().next().is_none_or(|t| {
        let word = rest.word(t);
        !t.classes.has(Class::Conjunction) && !ADDITIONS.contains(&word) && word != "because"
    })
}

fn opens_relative(rest: Stretch<'_>) -> bool {
    rest.words().next().is_some_and(|t| t.classes.has(Class::Relative))
}

/// Whether the comma numbered `at` divides a list: a few words without a verb up to ", and" or the next comma of the list. Behind
/// a clause, such words may as well begin the list that is the next clause's subject: then a verb stands behind its last element.
fn in_list(rest: Stretch<'_>, at: usize) -> bool {
    let tail = rest.skip(at + 1);
    let Some(last) = list_end(tail) else {
        return false;
    };
    let end = last.places(Kind::Comma).next().map_or(last, |at| last.take(at));
    !(rest.take(at).has_verb() && end.has_verb())
}

/// The last element of the list that `tail` goes on with, and what follows.
fn list_end(tail: Stretch<'_>) -> Option<Stretch<'_>> {
    let next = tail.places(Kind::Comma).next()?;
    let (element, rest) = (tail.take(next), tail.skip(next + 1));
    let short = element.words().count() <= ELEMENT_WORDS && !element.has_verb();
    if short && (opens_with(rest, "and") || opens_with(rest, "or")) {
        Some(rest)
    } else {
        short.then(|| list_end(rest)).flatten()
    }
}

/// Whether ", so" opens a clause here.
fn opens_result(rest: Stretch<'_>) -> bool {
    opens_with(rest, "so") && rest.words().nth(1).is_some_and(|t| !SO_DEGREES.contains(&rest.word(t)))
}

fn opens_with(rest: Stretch<'_>, word: &str) -> bool {
    rest.words().next().is_some_and(|t| is(rest, t, word))
}

/// Gives `look` the tokens of `text`.
fn looked<T>(text: &str, look: impl FnOnce(Stretch<'_>) -> T) -> T {
    let article = Article { text: Clean::from(text), ..Article::default() };
    let reading = Reading::new(&article);
    let own = tokens(&reading, Span::new(0, article.text.len()), reading.tokens.all());
    look(Stretch::new(&article.text, &own))
}

fn places(stretch: Stretch<'_>) -> (usize, usize) {
    let place = stretch.tokens.first().map_or(usize::MAX, |token| token.span.start());
    (stretch.tokens.len(), place)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn borders_are_those_of_a_plain_look(
        text in "((a|salt|rose|he|it|is|the|The|of|and|or|but|so|that|which|who|only|slowly|while|since|said|says|according|using|fed|because|such|Prices|runs) ?|[,,,,;:—“”()\"]|, |, and |, so |, but |, said |\\.\\.\\. ){0,36}",
        edge in 0usize..36,
        is_noun: bool,
    ) {
        looked(&text, |whole| {
            let (before, after) = (whole.take(edge), whole.skip(edge));
            let pair = |both: Option<[Stretch<'_>; 2]>| both.map(|both| both.map(places));
            prop_assert_eq!(pair(super::split(whole, is_noun)), pair(split(whole, is_noun)));
            prop_assert_eq!(places(super::noun(whole)), places(noun(whole)));
            prop_assert_eq!(places(super::ended(before, after)), places(ended(before, after)));
            prop_assert_eq!(places(super::joined(before, after)), places(joined(before, after)));
            prop_assert_eq!(places(super::main_before(whole)), places(main_before(whole)));
            let other = |at: &usize| whole.skip(at + 1).words().take(4).any(|t| whole.word(t) == "other");
            prop_assert_eq!(super::before_other(whole), whole.places(Kind::Comma).find(other));
            Ok(())
        })?;
    }
}

/// Of sentences as long as a block may be, in which a look at all that stands behind each comma would not come back, and one that calls
/// itself for each would have no room left.
#[test]
fn commas_without_end_are_told_at_once() {
    for part in ["a, ", "salt rose, prices fell, ", ",", "only, ", "so, ", "a (b, ", "using it, "] {
        let text = part.repeat(60_000 / part.len());
        looked(&text, |whole| {
            let half = whole.tokens.len() / 2;
            super::split(whole, false);
            super::noun(whole);
            super::ended(whole.take(1), whole.skip(1));
            super::joined(whole.take(half), whole.skip(half));
            super::main_before(whole);
            super::before_other(whole);
        });
    }
}
