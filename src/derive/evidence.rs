//! One sentence in the light of the taxonomy: for each topic the terms that count in it, and how much they say.

use std::cell::LazyCell;

use super::enumeration::Parts;
use super::lexicon::{Hit, SENTENCE_HITS, is_one_word};
use super::reading::Reading;
use super::stated::{Stated, stated};
use super::topics::{Role, StatedUse, Taxonomy, TermUse, Use};
use crate::model::Article;
use crate::text::Span;

/// So many uses of terms are judged in one sentence: a term may be one of thousands of topics.
const SENTENCE_USES: usize = 2 * SENTENCE_HITS;

/// Terms that belong together stand within this many bytes.
const TOGETHER_BYTES: usize = 200;

/// The letters of a word that are looked at to tell whether it is another.
const STEM_LETTERS: usize = 5;

/// What several strong terms make of a sentence.
const SEVERAL: usize = 3;

/// One sentence in the light of one topic.
pub(super) struct Finding {
    pub(super) topic: usize,
    pub(super) sentence: u32,
    pub(super) body: bool,
    /// Whether it is a point by itself.
    pub(super) strong: bool,
    /// How many different weak terms it has.
    pub(super) weak_terms: usize,
    /// How much it says that the article is about the topic.
    pub(super) evidence: usize,
    /// What all its different terms weigh together.
    pub(super) weight: usize,
    /// What puts it on a stated agenda, and its first term there.
    pub(super) stated: Option<(Stated, Term)>,
    pub(super) terms: Vec<Term>,
}

/// A term in a sentence.
#[derive(Clone, Copy)]
pub(super) struct Term {
    pub(super) span: Span,
    pub(super) used: TermUse,
}

/// Reads the sentences of an article one by one; what it needs for one serves for the next.
pub(super) struct Judge<'a> {
    reading: &'a Reading<'a>,
    taxonomy: &'a Taxonomy,
    parts: Parts<'a>,
    terms: Vec<Term>,
    cues: Vec<(Span, StatedUse)>,
    strong: Vec<Span>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, taxonomy: &'a Taxonomy) -> Self {
        let (terms, cues, strong) = (Vec::new(), Vec::new(), Vec::new());
        Self { reading, taxonomy, parts: Parts::new(reading), terms, cues, strong }
    }

    /// Adds to `found` what `hits` make of the sentence numbered `index`, topic by topic, and says whether they are all that it has.
    pub(super) fn judge(&mut self, index: u32, hits: &[Hit<'_, Use>], found: &mut Vec<Finding>) -> bool {
        let Self { reading, taxonomy, parts, terms, cues, strong } = self;
        let article = reading.article;
        let sentence = article.sentence(index).map_or_else(Span::default, |s| s.span);
        terms.clear();
        cues.clear();
        let mut rest = hits.iter().flat_map(|hit| hit.uses.iter().map(|used| (hit.span, *used)));
        for (span, used) in rest.by_ref().take(SENTENCE_USES) {
            match used {
                Use::Term(used) => terms.push(Term { span, used }),
                Use::Stated(used) => cues.push((span, used)),
            }
        }
        let all = hits.len() < SENTENCE_HITS && rest.next().is_none();
        if terms.is_empty() {
            return all;
        }
        terms.sort_by_key(|term| (term.used.topic, term.span));
        let stated = stated(reading, index, cues, taxonomy);
        strong.clear();
        strong.extend(terms.iter().filter(|t| t.used.role == Role::Strong).map(|t| t.span));
        let of_another = |term: &Term| term.used.role == Role::Weak && strong.iter().any(|span| joins(*span, term.span));
        let statement = |term: &Term| stated.iter().find(|s| s.items.contains(term.span) && !of_another(term)).copied();
        let lists = LazyCell::new(|| parts.enumerations(sentence, reading.sentence(index)));
        let counts = |term: &Term| {
            let listed = is_one_word(article.slice(term.span)) && within(&lists, term.span);
            !listed || statement(term).is_some()
        };
        let topics = terms.chunk_by(|a, b| a.used.topic == b.used.topic);
        found.extend(topics.filter_map(|own| finding(article, index, own, statement, counts, taxonomy)));
        all
    }
}

/// Whether `weak` is part of what `strong` names: inside it or next to it ("wheat imports" are an item of food, not of trade).
fn joins(strong: Span, weak: Span) -> bool {
    strong.contains(weak) || strong.end() + 1 == weak.start() || weak.end() + 1 == strong.start()
}

/// What the terms of one topic make of a sentence.
fn finding(
    article: &Article,
    sentence: u32,
    own: &[Term],
    statement: impl Fn(&Term) -> Option<Stated>,
    counts: impl Fn(&Term) -> bool,
    taxonomy: &Taxonomy,
) -> Option<Finding> {
    if let [only] = own
        && matches!(only.used.role, Role::Strong | Role::Weak)
    {
        return finding_of_one(sentence, *only, statement(only), counts);
    }
    let topic = own.first()?.used.topic;
    let groups = taxonomy.topics.get(topic).map_or(&[][..], |rule| &rule.groups);
    let least = groups.iter().copied().min().unwrap_or(usize::MAX);
    if own.len() < least && own.iter().all(|t| !matches!(t.used.role, Role::Strong | Role::Weak)) {
        return None;
    }
    let barred = outermost(own.iter().filter(|t| t.used.role == Role::Not));
    let free: Vec<Term> = own.iter().filter(|t| t.used.role != Role::Not && !within(&barred, t.span)).copied().collect();
    let mut terms: Vec<Term> =
        free.iter().filter(|t| matches!(t.used.role, Role::Strong | Role::Weak) && counts(t)).copied().collect();
    let joined: Vec<Term> = groups.iter().enumerate().flat_map(|(at, &size)| together(&free, at, size)).collect();
    let of_role = |role| terms.iter().filter(move |t| t.used.role == role);
    let weak_terms = how_many_different(article, of_role(Role::Weak));
    let heaviest = terms.iter().chain(&joined).map(|term| term.used.weight).max()?;
    let weight = weights(article, &terms) + joined.iter().map(|term| term.used.weight).max().unwrap_or_default();
    let strong_terms = how_many_different(article, of_role(Role::Strong));
    let mut strong = strong_terms > 0 || !joined.is_empty();
    terms.extend(joined);
    terms.sort_by_key(|term| (term.span.start(), std::cmp::Reverse(term.span.end())));
    let stated = terms.iter().find_map(|term| Some((statement(term)?, *term)));
    strong |= stated.is_some();
    let evidence = if strong_terms >= 2 { heaviest.max(SEVERAL) } else { heaviest };
    Some(Finding { topic, sentence, body: false, strong, weak_terms, evidence, weight, stated, terms })
}

/// What a term makes of a sentence that is the only one of its topic there; it is no `together`.
fn finding_of_one(sentence: u32, only: Term, stated: Option<Stated>, counts: impl Fn(&Term) -> bool) -> Option<Finding> {
    let weak_terms = usize::from(only.used.role == Role::Weak);
    let (evidence, weight) = (only.used.weight, only.used.weight);
    let strong = weak_terms == 0 || stated.is_some();
    let stated = stated.map(|stated| (stated, only));
    let found = Finding {
        topic: only.used.topic,
        sentence,
        body: false,
        strong,
        weak_terms,
        evidence,
        weight,
        stated,
        terms: vec![only],
    };
    counts(&only).then_some(found)
}

/// The narrowest run of terms that has one of each group of the `together` numbered `at`; empty where there is none.
fn together(terms: &[Term], at: usize, size: usize) -> Vec<Term> {
    if terms.len() < size {
        return Vec::new();
    }
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

/// What the terms weigh that are different and lie in no other.
fn weights(article: &Article, terms: &[Term]) -> usize {
    if let [only] = terms {
        return only.used.weight;
    }
    let spans = outermost(terms);
    let outer = |term: &&Term| spans.binary_search(&term.span).is_ok();
    different(article, terms.iter().filter(outer)).into_iter().map(|(_, weight)| weight).sum()
}

/// The different terms, each with the most that it weighs. Words that begin alike are forms of one ("licence", "licensed"): a
/// stemmer that cuts, as Frakes and Baeza-Yates (1992, 8) describe it.
fn different<'a>(article: &Article, terms: impl Iterator<Item = &'a Term>) -> Vec<(String, usize)> {
    let mut words: Vec<(String, usize)> = terms.map(|t| (stem(article.slice(t.span)), t.used.weight)).collect();
    words.sort_unstable_by(|a, b| b.cmp(a));
    words.dedup_by(|a, b| a.0 == b.0);
    words
}

/// How many different terms there are; one or none need no comparison.
fn how_many_different<'a>(article: &Article, terms: impl Iterator<Item = &'a Term> + Clone) -> usize {
    let all = terms.clone().count();
    if all < 2 { all } else { different(article, terms).len() }
}

/// The words of `term` in lower case, each cut to its first letters.
fn stem(term: &str) -> String {
    term.split(' ').flat_map(|word| word.chars().take(STEM_LETTERS).chain([' '])).flat_map(char::to_lowercase).collect()
}

pub(super) fn cover(terms: &[Term]) -> Span {
    terms.iter().map(|term| term.span).reduce(Span::cover).unwrap_or_default()
}

/// The places of terms, which are in order, without those that lie inside another.
pub(super) fn outermost<'a>(terms: impl IntoIterator<Item = &'a Term>) -> Vec<Span> {
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
