//! The two things a cue sets against each other, as places: clauses told by punctuation and a few words, without a grammar.
//!
//! A pole is a whole clause with its subject; the cue, outer punctuation, a date line and a simple "officials said" at the end are
//! no part of it. Argument spans follow the practice of the Penn Discourse Treebank (PDTB-3).

use super::cues::Takes;
use super::unit::{Unit, commas};
use crate::model::{Article, BlockKind};
use crate::text::Span;
use crate::text::word::words;

/// The longest tail that counts as naming a speaker, in words.
const SAYING_WORDS: usize = 8;

/// The verbs of such a tail.
const SAYING: [&str; 14] = [
    "said",
    "says",
    "say",
    "added",
    "adds",
    "told",
    "reported",
    "noted",
    "warned",
    "argued",
    "argues",
    "according",
    "announced",
    "wrote",
];

/// What does not open a main clause behind a comma.
const NO_CLAUSE: [&str; 22] = [
    "which",
    "who",
    "whose",
    "whom",
    "where",
    "when",
    "and",
    "or",
    "but",
    "including",
    "such",
    "as",
    "especially",
    "particularly",
    "notably",
    "namely",
    "let",
    "if",
    "because",
    "that",
    "like",
    "nor",
];

/// Conjunctions that belong to no pole when they stand at its end.
const DANGLING: [&str; 4] = ["and", "but", "or", "that"];

/// The poles of the `cue` that takes `takes` in the sentence numbered `index`.
pub(super) fn poles(article: &Article, index: u32, cue: Span, takes: Takes) -> Option<[Span; 2]> {
    let sentence = article.sentence(index)?.span;
    let body = Span::new(body_start(article, sentence), sentence.end());
    let unit = Unit::around(&article.text, body, cue);
    let before = Span::new(unit.span.start(), cue.start());
    let after = Span::new(cue.end(), unit.span.end());
    let opens_unit = clause(article, before).is_none();
    let other = || unit.before.or_else(|| previous(article, index));
    let (first, second) = match takes {
        Takes::Opens if opens_unit && unit.before.is_none() => split(article, after)?,
        Takes::Joins | Takes::Turns | Takes::Opens if opens_unit => (other()?, after),
        Takes::Opens if joined(before.of(&article.text)) => split(article, after).unwrap_or((before, after)),
        Takes::Joins | Takes::Opens => (before, after),
        Takes::Turns => (other()?, unit.span),
    };
    Some([clause(article, first)?, clause(article, second)?])
}

/// Whether a conjunction at the end of `before` makes the cue open a sentence of its own: "and although".
fn joined(before: &str) -> bool {
    DANGLING.iter().any(|word| before.trim_end().strip_suffix(word).is_some_and(|head| head.ends_with(char::is_whitespace)))
}

/// Where a sentence begins behind its date line.
fn body_start(article: &Article, sentence: Span) -> usize {
    let Some(place) = article.fields.place.filter(|place| place.start() == sentence.start()) else {
        return sentence.start();
    };
    let rest = Span::new(place.end(), sentence.end()).of(&article.text);
    let mark = [": ", "— ", "– ", "-- ", " - "].iter().filter_map(|mark| Some(rest.find(mark)? + mark.len())).min();
    mark.map_or(sentence.start(), |len| place.end() + len)
}

/// The sentence before, where the article goes on from it.
fn previous(article: &Article, index: u32) -> Option<Span> {
    let before = index.checked_sub(1)?;
    let (own, other) = (article.block_of(index)?, article.block_of(before)?);
    let continues = other.span == own.span || (other.kind, own.kind) == (BlockKind::Paragraph, BlockKind::Paragraph);
    let span = article.sentence(before)?.span;
    continues.then(|| Span::new(body_start(article, span), span.end()))
}

/// `rest` divided at the comma where the main clause begins; a word in -ing may be its subject, but rather anything else.
fn split(article: &Article, rest: Span) -> Option<(Span, Span)> {
    let (mut inside_relative, mut gerund) = (false, None);
    for comma in commas(&article.text, rest) {
        let halves = (Span::new(rest.start(), comma), Span::new(comma + 1, rest.end()));
        let tail = halves.1.of(&article.text);
        let opening = words(tail).next().map_or("", |word| word.of(tail));
        let relative = matches!(opening, "which" | "who" | "whose" | "whom" | "where");
        let closes_relative = std::mem::replace(&mut inside_relative, relative);
        if closes_relative || NO_CLAUSE.contains(&opening) || clause(article, halves.0).is_none() {
            continue;
        }
        if !opening.ends_with("ing") {
            return Some(halves);
        }
        gerund = gerund.or(Some(halves));
    }
    gerund
}

/// `span` without what belongs to no pole at its ends; nothing where no word is left.
fn clause(article: &Article, span: Span) -> Option<Span> {
    let text = &article.text;
    let mut span = trim(text, span);
    while let Some(cut) = dangling(text, span) {
        span = trim(text, cut);
    }
    let span = trim(text, without_speaker(text, span));
    span.of(text).contains(char::is_alphanumeric).then_some(span)
}

/// `span` without a conjunction at its end.
fn dangling(text: &str, span: Span) -> Option<Span> {
    let slice = span.of(text);
    let kept = DANGLING.iter().find_map(|word| {
        let head = slice.strip_suffix(word)?;
        (head.ends_with(char::is_whitespace) || (head.is_empty() && *word != "that")).then_some(head)
    })?;
    Some(Span::new(span.start(), span.start() + kept.len()))
}

/// `span` without ", officials said" or ", according to the ministry" at its end.
fn without_speaker(text: &str, span: Span) -> Span {
    let slice = span.of(text);
    let Some(comma) = slice.rfind(", ") else {
        return span;
    };
    let tail: Vec<&str> = slice.get(comma + 2..).unwrap_or_default().split_whitespace().take(SAYING_WORDS + 1).collect();
    let says = tail.len() <= SAYING_WORDS && tail.iter().take(5).any(|word| SAYING.contains(word));
    if says && tail.len() < slice.split_whitespace().count() / 2 + 2 {
        Span::new(span.start(), span.start() + comma)
    } else {
        span
    }
}

/// `span` without white space and punctuation at its ends; the full stop of `U.S.` stays.
fn trim(text: &str, span: Span) -> Span {
    let slice = span.of(text);
    let is_outer = |c: char| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£' | '%' | '°' | '#' | '@');
    let head = slice.trim_start_matches(is_outer);
    let start = slice.len() - head.len();
    let body = head.trim_end_matches(is_outer);
    let last = body.rsplit(char::is_whitespace).next().unwrap_or_default();
    let stop = usize::from(last.contains('.') && head.get(body.len()..).is_some_and(|rest| rest.starts_with('.')));
    widen(text, Span::new(span.start() + start, span.start() + start + body.len() + stop), span)
}

/// `span` with the quotation mark or bracket just outside it whose partner it holds, within `limit`.
fn widen(text: &str, span: Span, limit: Span) -> Span {
    let slice = span.of(text);
    let mut wide = span;
    for (open, close) in [('“', '”'), ('(', ')'), ('"', '"'), ('[', ']')] {
        let (opens, closes) = (slice.matches(open).count(), slice.matches(close).count());
        let odd = open == close && opens % 2 == 1;
        let next = text.get(span.end()..limit.end()).and_then(|t| t.chars().next());
        let before = text.get(limit.start()..span.start()).and_then(|t| t.chars().next_back());
        if (odd || opens > closes) && next == Some(close) {
            wide = wide.cover(Span::new(span.end(), span.end() + close.len_utf8()));
        } else if (odd || closes > opens) && before == Some(open) {
            wide = wide.cover(Span::new(span.start() - open.len_utf8(), span.end()));
        }
    }
    wide
}
