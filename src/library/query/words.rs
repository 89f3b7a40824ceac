//! The words of a query, sought in texts: whether they hold, where they stand, in which sentence most of them do.

use super::clause::{Clause, Seek};
use crate::text::Span;
use crate::text::terms::each;

/// The words and phrases of a query. Each function reads each text once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    clauses: Box<[Clause]>,
}

impl Words {
    pub(super) fn new(clauses: Vec<Clause>) -> Self {
        Self { clauses: clauses.into() }
    }

    /// The words of `text` as one phrase, if there are any.
    pub fn phrase(text: &str) -> Option<Self> {
        Clause::new(false, text, false).map(|clause| Self::new(vec![clause]))
    }

    /// Whether no word is asked for or excluded.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Each word and phrase, in the order of the line.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// Whether each wanted clause stands in one of `texts`, and no excluded one in any; headline and body are two texts, which no phrase
    /// crosses.
    pub fn holds(&self, texts: &[&str]) -> bool {
        let (excluded, mut wanted): (Vec<&Clause>, Vec<&Clause>) = self.clauses.iter().partition(|clause| clause.not);
        for text in texts {
            let mut avoided = seeks(&excluded);
            let mut sought = seeks(&wanted);
            for term in each(text) {
                if avoided.iter_mut().any(|(_, seek)| seek.ends_with(&term)) {
                    return false;
                }
                sought.retain_mut(|(_, seek)| !seek.ends_with(&term));
                if sought.is_empty() && avoided.is_empty() {
                    return true;
                }
            }
            wanted = sought.into_iter().map(|(clause, _)| clause).collect();
        }
        wanted.is_empty()
    }

    /// Where the wanted clauses stand in `text`, in order; places that overlap are one.
    pub fn hits(&self, text: &str) -> Vec<Span> {
        let mut sought = seeks(&self.wanted());
        let mut read: Vec<Span> = Vec::new();
        let mut hits: Vec<Span> = Vec::new();
        for term in each(text) {
            read.push(term.span);
            for (clause, seek) in &mut sought {
                let first = read.len().saturating_sub(clause.terms.len());
                if seek.ends_with(&term) {
                    hits.extend(read.get(first).map(|first| first.cover(term.span)));
                }
            }
        }
        hits.sort_unstable();
        hits.dedup_by(|next, before| {
            let one = next.overlaps(*before);
            if one {
                *before = before.cover(*next);
            }
            one
        });
        hits
    }

    /// The first of `sentences` in which the most wanted clauses stand; `None` where none stands in any.
    pub fn best<'a>(&self, sentences: impl Iterator<Item = &'a str>) -> Option<usize> {
        let wanted = self.wanted();
        let mut best = None;
        let mut most = 0;
        for (at, sentence) in sentences.enumerate() {
            let found = wanted.len() - missing(&wanted, sentence);
            if found > most {
                (best, most) = (Some(at), found);
            }
            if most == wanted.len() {
                break;
            }
        }
        best
    }

    fn wanted(&self) -> Vec<&Clause> {
        self.clauses.iter().filter(|clause| !clause.not).collect()
    }
}

/// How many of `wanted` do not stand in `text`.
fn missing(wanted: &[&Clause], text: &str) -> usize {
    let mut sought = seeks(wanted);
    for term in each(text) {
        sought.retain_mut(|(_, seek)| !seek.ends_with(&term));
        if sought.is_empty() {
            break;
        }
    }
    sought.len()
}

fn seeks<'q>(clauses: &[&'q Clause]) -> Vec<(&'q Clause, Seek<'q>)> {
    clauses.iter().map(|clause| (*clause, Seek::new(clause))).collect()
}
