//! The two things a cue sets against each other, as places: clauses told by punctuation and small words, without a grammar.
//!
//! A pole is a whole clause with its subject; the cue, outer punctuation, reference marks and a date line are no part of it. Argument
//! spans follow the practice of the Penn Discourse Treebank (PDTB-3).

use super::border::{before_other, ended, has_subject, joined, main_before, noun, split};
use super::cues::Takes;
use super::grammar::{Class, Classes};
use super::reading::Reading;
use super::stretch::{Kind, Stretch, Token, tokens};
use super::trim::trimmed;
use crate::model::Article;
use crate::text::Span;
use crate::text::word::words;

/// A phrase before a cue has at most this many words.
const LEAD_WORDS: usize = 6;

/// A sentence made ready for its cues.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    article: &'a Article,
    index: u32,
    /// The sentence behind its date line.
    body: Span,
    tokens: Vec<Token>,
}

/// The stretch in which a cue works: bounded by semicolons and by the quotation marks or brackets around it.
struct Unit<'a> {
    whole: Stretch<'a>,
    /// What a semicolon divides it from, or what stands before the bracket that holds it.
    host: Option<Stretch<'a>>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(reading: &Reading<'a>, index: u32) -> Option<Self> {
        let article = reading.article;
        let sentence = article.sentence(index)?.span;
        let body = Span::new(body_start(article, sentence), sentence.end());
        let words = reading.sentence(index);
        let before = words.partition_point(|token| token.start() < body.start());
        Some(Self { article, index, body, tokens: tokens(reading, body, words.get(before..).unwrap_or_default()) })
    }

    fn all(&self) -> Stretch<'_> {
        Stretch::new(&self.article.text, &self.tokens)
    }

    /// What stands before and behind `cue` in the sentence, as text.
    pub(super) fn text_before(&self, cue: Span) -> &str {
        Span::new(self.body.start(), cue.start()).of(&self.article.text).trim_end()
    }

    pub(super) fn text_after(&self, cue: Span) -> &str {
        Span::new(cue.end(), self.body.end()).of(&self.article.text)
    }

    /// What stands behind `cue` in its unit.
    pub(super) fn after(&self, cue: Span) -> Stretch<'_> {
        self.unit(cue).whole.from(self.joint(cue).end())
    }

    pub(super) fn word(&self, token: &Token) -> &str {
        self.all().word(token)
    }

    /// Whether `cue` only says again what the cue before it said: inside it, or turning right behind it ("but nevertheless").
    pub(super) fn tells_the_same(&self, before: Span, cue: Span, takes: Takes) -> bool {
        let between = self.all().from(before.end()).until(cue.start());
        before.overlaps(cue) || (takes == Takes::Turns && !between.has_words())
    }

    /// Whether a turning cue closes a pair: the clause that "although" and the like opened stands before it or behind.
    pub(super) fn closes_pair(&self, cue: Span) -> bool {
        self.unit(cue).whole.until(cue.start()).has_verb()
    }

    /// The poles of the `cue` that takes `takes`.
    pub(super) fn poles(&self, cue: Span, takes: Takes) -> Option<[Span; 2]> {
        let unit = self.unit(cue);
        let (before, after) = (unit.whole.until(cue.start()), unit.whole.from(self.joint(cue).end()));
        let [first, second] = match takes {
            _ if !before.has_words() && unit.host.is_some() => [span(main_before(unit.host?)), span(ended(before, after))],
            Takes::Announces => self.announced(after),
            Takes::Opens => self.opened(cue, before, after)?.map(span),
            Takes::Turns if before.has_words() && !spliced(before, after) => [self.previous(), span(unit.whole)],
            Takes::Joins | Takes::Turns if before.has_words() => [span(joined(before, after)), span(ended(before, after))],
            Takes::Joins | Takes::Turns => [self.previous(), span(ended(before, after))],
        };
        Some([trimmed(&self.article.text, first?)?, trimmed(&self.article.text, second?)?])
    }

    /// The part of `cue` that belongs to no pole: of "and others" the first word.
    fn joint(&self, cue: Span) -> Span {
        let all = self.all();
        let first = all.from(cue.start()).tokens.first().filter(|t| all.word(t).eq_ignore_ascii_case("and"));
        first.map_or(cue, |and| and.span)
    }

    /// "On the one hand A, on the other B": in this sentence, or A in this one and B in the next.
    fn announced<'s>(&'s self, after: Stretch<'s>) -> [Option<Span>; 2] {
        match before_other(after) {
            Some(at) => [span(after.take(at)), span(after.skip(at + 1))],
            None => [span(after), self.article.sentence(self.index + 1).map(|next| next.span)],
        }
    }

    /// The clause or noun that `cue` opens, and the rest of the sentence.
    fn opened<'s>(&'s self, cue: Span, before: Stretch<'s>, after: Stretch<'s>) -> Option<[Stretch<'s>; 2]> {
        let last = words(cue.of(&self.article.text)).last().map_or("", |w| w.shift(cue.start()).of(&self.article.text));
        let is_noun = Classes::of(last).has(Class::Preposition);
        if is_lead(before) {
            return split(after, is_noun).map(|[clause, main]| [clause, self.whole_main(before, ended(main.take(0), main))]);
        }
        Some([main_before(before), if is_noun { noun(after) } else { ended(before, after) }])
    }

    /// The main clause with its subject, where that stands before the cue: "Our democracy, though tried, shall endure".
    fn whole_main<'s>(&'s self, before: Stretch<'s>, main: Stretch<'s>) -> Stretch<'s> {
        let lead = held_lead(before);
        let verb =
            main.opening().is_some_and(|t| t.classes.has(Class::Auxiliary) || t.classes.has(Class::Verb)) && !has_subject(main);
        let from = lead.tokens.first().filter(|_| verb && lead.has_words()).map(|t| t.span.start());
        match (from, main.tokens.last()) {
            (Some(from), Some(last)) => self.all().from(from).until(last.span.end()),
            _ => main,
        }
    }

    /// The semicolons at `level` that divide clauses: none before "that" or before a part without a verb.
    fn divides(&self, token: &Token, level: u8) -> bool {
        if token.depth != level || token.kind != Kind::Semicolon {
            return false;
        }
        let rest = self.all().from(token.span.end());
        let part =
            rest.tokens.iter().position(|t| t.kind == Kind::Semicolon && t.depth == level).map_or(rest, |at| rest.take(at));
        let opening = part.words().find(|t| part.word(t) != "and");
        part.has_verb() && opening.is_none_or(|t| part.word(t) != "that")
    }

    fn unit(&self, cue: Span) -> Unit<'_> {
        let all = self.all();
        let level = all.from(cue.start()).tokens.first().map_or(0, |t| t.depth);
        let aside = self.dashes(level).filter(|dashes| is_between(cue, *dashes));
        let bounds = |t: &Token| match t.kind {
            _ if t.depth < level => true,
            Kind::Semicolon => self.divides(t, level),
            Kind::Dash => aside.is_some_and(|both| both.contains(&t.span)),
            _ => false,
        };
        let left = all.until(cue.start());
        let stop = left.tokens.iter().rposition(bounds);
        let right = all.from(cue.start());
        let end = right.tokens.iter().position(bounds).map_or(right.tokens.len(), |at| at);
        let from = stop.map_or(0, |at| at + 1);
        let host = stop.filter(|&at| left.tokens.get(at).is_some_and(|t| matches!(t.kind, Kind::Semicolon | Kind::Open('('))));
        let host = host.map(|at| {
            let before = left.take(at);
            let level = before.tokens.last().map_or(0, |t| t.depth);
            let start = before.tokens.iter().rposition(|t| t.depth < level || self.divides(t, level)).map_or(0, |at| at + 1);
            before.skip(start)
        });
        let whole = all.skip(from).take(left.tokens.len() - from + end);
        Unit { whole, host: host.filter(|host| host.has_words()) }
    }

    /// The two dashes of an aside, where the sentence has just two at `level`.
    fn dashes(&self, level: u8) -> Option<[Span; 2]> {
        let mut dashes = self.tokens.iter().filter(|t| t.kind == Kind::Dash && t.depth == level).map(|t| t.span);
        let both = [dashes.next()?, dashes.next()?];
        dashes.next().is_none().then_some(both)
    }

    /// Whether `cue` stands in an aside that is no statement: "– expected strength, but differing age –".
    pub(super) fn in_phrase(&self, cue: Span) -> bool {
        let unit = self.unit(cue).whole;
        unit.tokens.len() < self.tokens.len() && unit.until(cue.start()).has_words() && !unit.has_verb()
    }

    /// The sentence before, where the article goes on from it; what stands wholly in brackets is passed over.
    fn previous(&self) -> Option<Span> {
        let own = self.article.block_of(self.index)?;
        for index in (0..self.index).rev() {
            let other = self.article.block_of(index)?;
            if other.span != own.span && !(other.kind.is_body() && own.kind.is_body()) {
                return None;
            }
            let span = self.article.sentence(index)?.span;
            if !self.article.slice(span).starts_with(['(', '[']) {
                return Some(Span::new(body_start(self.article, span), span.end()));
            }
        }
        None
    }
}

/// Whether what stands before a cue is no clause: nothing, a phrase ("For example,"), a conjunction ("and"), who says it ("he said").
fn is_lead(before: Stretch<'_>) -> bool {
    let hangs = |t: &Token| t.classes.has(Class::Saying) || t.classes.has(Class::Conjunction);
    let lead = held_lead(before);
    before.words().next_back().is_none_or(hangs) || (lead.words().count() <= LEAD_WORDS && !lead.has_verb())
}

/// What stands before a cue, behind the last "that".
fn held_lead(before: Stretch<'_>) -> Stretch<'_> {
    before.tokens.iter().rposition(|t| before.word(t) == "that").map_or(before, |at| before.skip(at + 1))
}

/// "It is sold here, however it is dear": a turning cue that joins two clauses of one sentence.
fn spliced(before: Stretch<'_>, after: Stretch<'_>) -> bool {
    before.has_verb() && has_subject(after) && after.has_verb()
}

/// Whether `cue` stands between two marks and not right behind the first.
fn is_between(cue: Span, [first, second]: [Span; 2]) -> bool {
    first.end() + 1 < cue.start() && cue.end() <= second.start()
}

fn span(stretch: Stretch<'_>) -> Option<Span> {
    stretch.span()
}

/// Where a sentence begins behind its date line.
fn body_start(article: &Article, sentence: Span) -> usize {
    let Some(place) = article.fields.dateline.filter(|place| place.start() == sentence.start()) else {
        return sentence.start();
    };
    let rest = Span::new(place.end(), sentence.end()).of(&article.text);
    let mark = [": ", "— ", "– ", "-- ", " - "].iter().filter_map(|mark| Some(rest.find(mark)? + mark.len())).min();
    mark.map_or(sentence.start(), |len| place.end() + len)
}
