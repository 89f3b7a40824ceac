//! The agenda: which topics an article is about, and in which sentences.
//!
//! A sentence is a point of a topic by one strong term, two different weak ones, a `together`, or one weak term where headline or
//! standfirst name the topic or its sender filed the article under it. A topic is on the agenda when its points are evidence enough for the length of the article. What the
//! article itself states as an agenda comes first.

use super::evidence::{Finding, Judge, cover, outermost};
use super::key_terms::key_terms;
use super::reading::Reading;
use super::topics::{Limits, Taxonomy, TopicRule};
use crate::model::{Anchor, Article, BlockKind, Origin, Outlined, Point, Reason, Topic};
use crate::text::{Clean, Span};

/// What naming a topic in headline, standfirst or the sender's subjects counts for, and what naming it in the first paragraph does: there an article says
/// what it is about (Edmundson 1969).
const HEADLINE_EVIDENCE: usize = 1;
const LEAD_EVIDENCE: usize = 1;

/// The sentences after which a topic needs one more piece of evidence, and the first of them.
const SENTENCES_PER_EVIDENCE: usize = 40;
const FEW_SENTENCES: usize = 10;
const MOST_EVIDENCE: usize = 5;

/// A reason quotes at most this many terms.
const QUOTED_TERMS: usize = 4;

/// So many points of one topic are shown, the first of them: nobody reads more, and each costs many times its words.
pub(super) const POINTS: usize = 3_000;

/// So many terms have the points of all topics together, those of the first sentences: thousands of topics may share their terms, and
/// then each costs what one does. Three novels have half of that.
pub(super) const TERMS: usize = 60_000;

/// Articles seldom have more findings.
const FINDINGS: usize = 64;

/// Reasons are seldom longer.
const REASON_BYTES: usize = 128;

/// The topics that `taxonomy` finds in an article, and whether these are all their points.
pub(super) fn agenda(reading: &Reading<'_>, taxonomy: &Taxonomy) -> (Vec<Topic>, bool) {
    found(reading, taxonomy, |item| topic(reading.article, item, taxonomy), |topic| topic)
}

/// The same topics without their points: no reason is put into words.
pub(super) fn outline(reading: &Reading<'_>, taxonomy: &Taxonomy) -> Vec<Outlined> {
    let of_rule = |item: &Item<'_>| {
        let TopicRule { id, label, .. } = item.rule;
        Outlined { id: id.clone(), label: label.clone(), points: item.findings.len() }
    };
    let of_text = |topic: Topic| Outlined { id: topic.id, label: topic.label, points: topic.points.len() };
    found(reading, taxonomy, of_rule, of_text).0
}

/// What `of_rule` makes of the topics that `taxonomy` finds in an article, and `of_text` of those that its own words are; and whether all
/// terms that stand there were heeded.
fn found<T>(
    reading: &Reading<'_>,
    taxonomy: &Taxonomy,
    of_rule: impl Fn(&Item<'_>) -> T,
    of_text: impl Fn(Topic) -> T,
) -> (Vec<T>, bool) {
    let article = reading.article;
    let mut findings: Vec<Finding> = Vec::with_capacity(article.sentences.len().min(FINDINGS));
    let (mut judge, mut found) = (Judge::new(reading, taxonomy), Vec::new());
    let mut announced = vec![false; taxonomy.topics.len()];
    let mut counts = vec![[0; 2]; taxonomy.topics.len()];
    let one_weak = taxonomy.limits.enough <= 1;
    let (mut terms, mut all) = ([0; 2], true);
    taxonomy.lexicon.by_sentence(reading, |index, hits| {
        let kind = article.block_of(index).map(|block| block.kind);
        let heads = matches!(kind, Some(BlockKind::Headline | BlockKind::Standfirst));
        let full = terms.iter().any(|terms| *terms >= TERMS);
        all &= !full;
        if full && !heads {
            return;
        }
        all &= judge.judge(index, hits, &mut found);
        for finding in found.drain(..) {
            if let Some(seen) = announced.get_mut(finding.topic).filter(|_| heads && finding.strong) {
                *seen = true;
            }
            // What is weak by itself may be no point in the end, and takes no place from what is.
            let count = counts.get_mut(finding.topic).and_then(|counts| counts.get_mut(usize::from(finding.strong)));
            let is_shown = count.is_some_and(|count| {
                *count += 1;
                *count <= POINTS
            });
            // Those that are points and those that may be none have room of their own, for the same reason.
            let is_point = finding.strong || finding.weak_terms >= 2 || one_weak;
            let room = terms.get_mut(usize::from(is_point)).filter(|terms| **terms < TERMS);
            if is_shown
                && kind.is_some_and(BlockKind::speaks)
                && let Some(terms) = room
            {
                *terms += finding.terms.len();
                findings.push(Finding { body: kind.is_some_and(BlockKind::is_body), ..finding });
            }
        }
    });
    for (rule, seen) in taxonomy.topics.iter().zip(&mut announced) {
        *seen |= rule.filed(&article.fields.subjects).is_some();
    }
    let is_announced = |topic: usize| announced.get(topic).copied().unwrap_or_default();
    findings.retain(|f| f.strong || f.weak_terms >= 2 || one_weak || is_announced(f.topic));
    let more = (article.sentences.len() + SENTENCES_PER_EVIDENCE - FEW_SENTENCES) / SENTENCES_PER_EVIDENCE;
    let enough = (taxonomy.limits.enough + more).min(MOST_EVIDENCE);
    let mut by_topic: Vec<Vec<&Finding>> = vec![Vec::new(); taxonomy.topics.len()];
    for finding in &findings {
        by_topic.get_mut(finding.topic).filter(|own| own.len() < POINTS).into_iter().for_each(|own| own.push(finding));
    }
    let mut items: Vec<Item<'_>> = Vec::new();
    for ((at, rule), own) in taxonomy.topics.iter().enumerate().zip(by_topic) {
        if evidence(article, &own, is_announced(at)) >= enough || own.iter().any(|f| f.stated.is_some()) {
            items.push(Item { rule, order: Order::of(rule, &own), weight: own.iter().map(|f| f.weight).sum(), findings: own });
        }
    }
    let limits = taxonomy.limits;
    let (last, first): (Vec<_>, Vec<_>) = weightiest(items, limits.most).into_iter().partition(|item| item.order.background);
    let mut agenda: Vec<T> = first.iter().map(&of_rule).collect();
    let known: Vec<&str> = first.iter().map(|item| &*item.rule.id).collect();
    let covered = || first.iter().flat_map(|item| &item.findings).flat_map(|finding| outermost(&finding.terms)).collect();
    let limits = Limits { most: limits.most.saturating_sub(last.len()), ..limits };
    agenda.extend(key_terms(reading, &known, covered, limits).into_iter().map(of_text));
    agenda.extend(last.iter().map(of_rule));
    (agenda, all)
}

/// How much there is to say that an article is about the topic of `findings`.
fn evidence(article: &Article, findings: &[&Finding], announced: bool) -> usize {
    let leads = |f: &&Finding| article.block_of(f.sentence).is_some_and(|block| block.number == Some(1));
    let lead = if findings.iter().copied().any(|f| f.strong && leads(&f)) { LEAD_EVIDENCE } else { 0 };
    let headline = if announced && !findings.is_empty() { HEADLINE_EVIDENCE } else { 0 };
    findings.iter().map(|f| f.evidence).sum::<usize>() + lead + headline
}

/// One topic that has evidence enough.
struct Item<'a> {
    rule: &'a TopicRule,
    order: Order,
    weight: usize,
    findings: Vec<&'a Finding>,
}

/// At most `most` of `items`, those that weigh most, in their order.
fn weightiest(mut items: Vec<Item<'_>>, most: usize) -> Vec<Item<'_>> {
    items.sort_by_key(|item| (std::cmp::Reverse(item.weight), item.order));
    items.truncate(most);
    items.sort_by_key(|item| item.order);
    items
}

/// Topics that nearly every article mentions stand last; of the others those stand first that are stated as agenda, then those of the
/// paragraphs, then those of the standfirst alone, each in the order of their first sentence, within it the surer first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    background: bool,
    standing: Standing,
    sentence: u32,
    weak: bool,
    term: Option<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Stated,
    Body,
    StandfirstAlone,
}

impl Order {
    fn of(rule: &TopicRule, findings: &[&Finding]) -> Self {
        let stated = findings.iter().find(|f| f.stated.is_some()).map(|f| (Standing::Stated, f));
        let in_body = findings.iter().find(|f| f.body).map(|f| (Standing::Body, f));
        let first = stated.or(in_body).or(findings.first().map(|f| (Standing::StandfirstAlone, f)));
        let term = first.and_then(|(_, f)| f.stated.map(|(_, term)| term).or(f.terms.first().copied()));
        Self {
            background: rule.background,
            standing: first.map_or(Standing::StandfirstAlone, |(standing, _)| standing),
            sentence: first.map_or(0, |(_, f)| f.sentence),
            weak: first.is_some_and(|(_, f)| !f.strong),
            term: term.map(|term| term.span),
        }
    }
}

fn topic(article: &Article, item: &Item<'_>, taxonomy: &Taxonomy) -> Topic {
    let rule = item.rule;
    let point = |finding: &&Finding| {
        let hits = outermost(&finding.terms);
        Point::Found {
            anchor: Anchor { sentence: finding.sentence, focus: cover(&finding.terms) },
            reason: Reason {
                because: because(article, rule, finding, &hits, taxonomy),
                rule: finding.terms.first().and_then(|term| taxonomy.files.place(term.used.place)),
                hits,
            },
        }
    };
    let points = item.findings.iter().map(point).collect();
    Topic { id: rule.id.clone(), label: rule.label.clone(), points, origin: Origin::Taxonomy }
}

/// Why the terms at `spans` make a point. A long text has thousands of points: their reasons are put together without formatting.
fn because(article: &Article, rule: &TopicRule, finding: &Finding, spans: &[Span], taxonomy: &Taxonomy) -> Clean {
    let quoted = spans.get(..QUOTED_TERMS).unwrap_or(spans);
    let mut words = String::with_capacity(REASON_BYTES);
    words.push_str(if finding.strong { "" } else { "weak " });
    words.push_str(if quoted.len() == 1 { "term " } else { "terms " });
    for (at, span) in quoted.iter().enumerate() {
        let joint = match at {
            0 => "",
            at if at + 1 == quoted.len() => " and ",
            _ => ", ",
        };
        words.extend([joint, "\"", article.slice(*span), "\""]);
        let term = finding.terms.iter().find(|term| term.span == *span);
        if let Some(actor) = term.and_then(|term| term.used.actor).and_then(|at| taxonomy.actors.get(at)) {
            words.extend([" (", actor, ")"]);
        }
    }
    words.extend([" of topic ", &rule.label, ", weight ", &finding.weight.to_string()]);
    if !finding.strong && finding.weak_terms < 2 && taxonomy.limits.enough > 1 {
        match rule.filed(&article.fields.subjects) {
            Some(subject) => {
                let name = subject.name.as_ref().or(subject.code.as_ref());
                words.extend([", filed by its sender under \"", name.map_or("", |name| name), "\""]);
            }
            None => words.push_str(", which headline or standfirst name"),
        }
    }
    if let Some((stated, _)) = finding.stated {
        words.extend([", stated as agenda by \"", article.slice(stated.cue), "\""]);
    }
    Clean::from(words)
}
