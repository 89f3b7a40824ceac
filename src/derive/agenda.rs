//! The agenda: which topics an article is about, and in which sentences.
//!
//! A sentence is a point of a topic by one strong term, two different weak ones, a `together`, or one weak term where headline or
//! standfirst name the topic. A topic is on the agenda when its points are evidence enough for the length of the article.

use super::enumeration::enumerations;
use super::lexicon::{Hit, is_one_word};
use super::reading::Reading;
use super::topics::{Role, Taxonomy, TermUse, TopicRule};
use crate::model::{Anchor, Article, BlockKind, Point, Reason, Topic};
use crate::text::{Clean, Span};

/// What a sentence with a strong term, and one with weak ones alone, count for.
const STRONG_EVIDENCE: usize = 2;
const WEAK_EVIDENCE: usize = 1;

/// What naming a topic in the headline counts for.
const HEADLINE_EVIDENCE: usize = 1;

/// The evidence that a topic of a short article needs, and the sentences after which it needs one more.
const ENOUGH_EVIDENCE: usize = 2;
const SENTENCES_PER_EVIDENCE: usize = 40;
const MOST_EVIDENCE: usize = 5;

/// A reason quotes at most this many terms.
const QUOTED_TERMS: usize = 4;

/// Terms that belong together stand within this many bytes.
const TOGETHER_BYTES: usize = 200;

/// The topics that `taxonomy` finds in an article.
pub(super) fn agenda(reading: &Reading<'_>, taxonomy: &Taxonomy) -> Vec<Topic> {
    let article = reading.article;
    let mut findings: Vec<Finding> = Vec::new();
    let mut announced = vec![false; taxonomy.topics.len()];
    taxonomy.lexicon.by_sentence(reading, |index, hits| {
        let kind = article.block_of(index).map(|block| block.kind);
        for finding in judge(article, index, &by_topic(hits), taxonomy) {
            let heads = matches!(kind, Some(BlockKind::Headline | BlockKind::Standfirst));
            if let Some(seen) = announced.get_mut(finding.topic).filter(|_| heads && finding.strong) {
                *seen = true;
            }
            if matches!(kind, Some(BlockKind::Standfirst | BlockKind::Paragraph)) {
                findings.push(Finding { body: kind == Some(BlockKind::Paragraph), ..finding });
            }
        }
    });
    let is_announced = |topic: usize| announced.get(topic).copied().unwrap_or_default();
    findings.retain(|f| f.strong || f.weak_terms >= 2 || is_announced(f.topic));
    let enough = (ENOUGH_EVIDENCE + article.sentences.len() / SENTENCES_PER_EVIDENCE).min(MOST_EVIDENCE);
    let mut topics: Vec<(bool, Order, Topic)> = Vec::new();
    for (at, rule) in taxonomy.topics.iter().enumerate() {
        let own: Vec<&Finding> = findings.iter().filter(|f| f.topic == at).collect();
        let sentences: usize = own.iter().map(|f| if f.strong { STRONG_EVIDENCE } else { WEAK_EVIDENCE }).sum();
        if !own.is_empty() && sentences + usize::from(is_announced(at)) * HEADLINE_EVIDENCE >= enough {
            topics.push((rule.background, Order::of(&own), topic(article, rule, &own, taxonomy)));
        }
    }
    topics.sort_by_key(|(background, order, _)| (*background, *order));
    topics.into_iter().map(|(_, _, topic)| topic).collect()
}

/// One sentence in the light of one topic.
struct Finding {
    topic: usize,
    sentence: u32,
    body: bool,
    /// Whether it is a point by itself.
    strong: bool,
    /// How many different weak terms it has.
    weak_terms: usize,
    terms: Vec<Term>,
}

/// A term in a sentence.
#[derive(Clone, Copy)]
struct Term {
    span: Span,
    used: TermUse,
}

/// Topics stand in the order of their first sentence in the paragraphs, within it the surer first; those of the standfirst alone
/// follow.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    standfirst_alone: bool,
    sentence: u32,
    weak: bool,
    term: Option<Span>,
}

impl Order {
    fn of(findings: &[&Finding]) -> Self {
        let in_body = findings.iter().find(|f| f.body);
        let first = in_body.or(findings.first());
        Self {
            standfirst_alone: in_body.is_none(),
            sentence: first.map_or(0, |f| f.sentence),
            weak: first.is_some_and(|f| !f.strong),
            term: first.and_then(|f| f.terms.first()).map(|term| term.span),
        }
    }
}

/// The terms of `hits`, sorted by topic and place.
fn by_topic(hits: &[Hit<'_, TermUse>]) -> Vec<Term> {
    let mut terms: Vec<Term> =
        hits.iter().flat_map(|hit| hit.uses.iter().map(|used| Term { span: hit.span, used: *used })).collect();
    terms.sort_by_key(|term| (term.used.topic, term.span));
    terms
}

fn judge(article: &Article, index: u32, terms: &[Term], taxonomy: &Taxonomy) -> Vec<Finding> {
    let sentence = article.sentence(index).map_or_else(Span::default, |s| s.span);
    let lists: Vec<Span> = enumerations(article.slice(sentence)).iter().map(|list| list.shift(sentence.start())).collect();
    let listed = |term: &Term| is_one_word(article.slice(term.span)) && within(&lists, term.span);
    let mut found = Vec::new();
    for own in terms.chunk_by(|a, b| a.used.topic == b.used.topic) {
        let barred = outermost(own.iter().filter(|t| t.used.role == Role::Not));
        let free: Vec<Term> = own.iter().filter(|t| t.used.role != Role::Not && !within(&barred, t.span)).copied().collect();
        let rule = own.first().and_then(|term| taxonomy.topics.get(term.used.topic));
        let groups = rule.map_or(&[][..], |rule| &rule.groups);
        let mut kept: Vec<Term> =
            free.iter().filter(|t| matches!(t.used.role, Role::Strong | Role::Weak) && !listed(t)).copied().collect();
        let joined: Vec<Term> = groups.iter().enumerate().flat_map(|(at, &size)| together(&free, at, size)).collect();
        let strong = !joined.is_empty() || kept.iter().any(|t| t.used.role == Role::Strong);
        let weak_terms = different(article, &kept);
        kept.extend(joined);
        kept.sort_by_key(|term| (term.span.start(), std::cmp::Reverse(term.span.end())));
        if let Some(first) = kept.first() {
            found.push(Finding { topic: first.used.topic, sentence: index, body: false, strong, weak_terms, terms: kept });
        }
    }
    found
}

/// The narrowest run of terms that has one of each group of the `together` numbered `at`; empty where there is none.
fn together(terms: &[Term], at: usize, size: usize) -> Vec<Term> {
    let of_group = |term: &Term| match term.used.role {
        Role::Group(index, group) if index == at => Some(group),
        _ => None,
    };
    let mut last: Vec<Option<Term>> = vec![None; size];
    let mut best: Option<(usize, Vec<Term>)> = None;
    for term in terms {
        let Some(slot) = of_group(term).and_then(|group| last.get_mut(group)) else {
            continue;
        };
        *slot = Some(*term);
        let Some(all) = last.iter().copied().collect::<Option<Vec<Term>>>() else {
            continue;
        };
        let apart = all.windows(2).all(|two| matches!(two, [a, b] if !a.span.overlaps(b.span)));
        let bytes = cover(&all).len();
        if apart && bytes <= TOGETHER_BYTES && best.as_ref().is_none_or(|(least, _)| bytes < *least) {
            best = Some((bytes, all));
        }
    }
    best.map_or_else(Vec::new, |(_, all)| all)
}

/// How many different weak terms there are, by their words.
fn different(article: &Article, terms: &[Term]) -> usize {
    let weak = terms.iter().filter(|t| t.used.role == Role::Weak);
    let mut words: Vec<String> = weak.map(|t| article.slice(t.span).to_lowercase()).collect();
    words.sort_unstable();
    words.dedup();
    words.len()
}

fn cover(terms: &[Term]) -> Span {
    terms.iter().map(|term| term.span).reduce(Span::cover).unwrap_or_default()
}

fn topic(article: &Article, rule: &TopicRule, findings: &[&Finding], taxonomy: &Taxonomy) -> Topic {
    let point = |finding: &&Finding| Point::Found {
        anchor: Anchor { sentence: finding.sentence, focus: cover(&finding.terms) },
        reason: Reason {
            because: because(article, rule, finding, taxonomy),
            rule: finding.terms.first().and_then(|term| taxonomy.files.place(term.used.place)),
            hits: outermost(&finding.terms),
        },
    };
    Topic { id: rule.id.clone(), label: rule.label.clone(), points: findings.iter().map(point).collect(), found: true }
}

/// The places of terms, which are in order, without those that lie inside another.
fn outermost<'a>(terms: impl IntoIterator<Item = &'a Term>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for term in terms {
        match spans.last_mut() {
            Some(last) if last.contains(term.span) => {}
            Some(last) if term.span.contains(*last) => *last = term.span,
            _ => spans.push(term.span),
        }
    }
    spans
}

/// Whether `span` lies inside one of `sorted`, none of which lies inside another.
fn within(sorted: &[Span], span: Span) -> bool {
    let before = sorted.partition_point(|s| s.start() <= span.start());
    before.checked_sub(1).and_then(|at| sorted.get(at)).is_some_and(|s| s.contains(span))
}

fn because(article: &Article, rule: &TopicRule, finding: &Finding, taxonomy: &Taxonomy) -> Clean {
    let mut spans = outermost(&finding.terms);
    spans.truncate(QUOTED_TERMS);
    let quoted = spans.iter().map(|span| {
        let term = finding.terms.iter().find(|term| term.span == *span);
        let actor = term.and_then(|term| term.used.actor).and_then(|at| taxonomy.actors.get(at));
        let words = article.slice(*span);
        actor.map_or_else(|| format!("\"{words}\""), |actor| format!("\"{words}\" ({actor})"))
    });
    let quoted: Vec<String> = quoted.collect();
    let weak = if finding.strong { "" } else { "weak " };
    let noun = if quoted.len() == 1 { "term" } else { "terms" };
    let named = if !finding.strong && finding.weak_terms < 2 { ", which headline or standfirst name" } else { "" };
    Clean::from(format!("{weak}{noun} {} of topic {}{named}", and_list(&quoted), rule.label))
}

/// `a`, `a and b`, `a, b and c`.
fn and_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}
