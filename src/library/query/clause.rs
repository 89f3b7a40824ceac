//! One or more terms that stand one behind the other, and the search for them in one pass (Knuth, Morris, Pratt 1977).

use crate::text::terms::{Term, each, terms};

/// A word or phrase that has to stand in a text, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Whether it must not stand there.
    pub not: bool,
    /// Its folded terms (see [`terms`]), never none.
    pub terms: Box<[Box<str>]>,
    /// Whether the last term is only the beginning of one.
    pub prefix: bool,
    /// For each number of terms that were met and then missed one: how many of them may open another find.
    kept: Box<[usize]>,
}

/// A clause on its way through a text.
#[derive(Clone, Debug)]
pub(super) struct Seek<'q> {
    clause: &'q Clause,
    met: usize,
}

impl Clause {
    /// The clause of the terms in `words`, if there are any.
    pub(super) fn new(not: bool, words: &str, prefix: bool) -> Option<Self> {
        let terms: Box<[Box<str>]> = terms(words).map(|(_, term)| term.into()).collect();
        let kept = kept(&terms);
        (!terms.is_empty()).then_some(Self { not, terms, prefix, kept })
    }

    /// Whether its terms stand in `text`, be it to be left out or not.
    pub fn stands_in(&self, text: &str) -> bool {
        let mut seek = Seek::new(self);
        each(text).any(|term| seek.ends_with(&term))
    }

    /// Whether `term` can be the one at `at`.
    fn takes(&self, at: usize, term: &Term<'_>) -> bool {
        let begun = self.prefix && at + 1 == self.terms.len();
        self.terms.get(at).is_some_and(|own| if begun { term.begins_with(own) } else { term.is(own) })
    }
}

impl<'q> Seek<'q> {
    /// The search for `clause`, at the beginning of a text.
    pub(super) fn new(clause: &'q Clause) -> Self {
        Self { clause, met: 0 }
    }

    /// Whether the clause stands in the text up to this next `term`, its last. Places do not share a term.
    #[inline]
    pub(super) fn ends_with(&mut self, term: &Term<'_>) -> bool {
        while !self.clause.takes(self.met, term) {
            if self.met == 0 {
                return false;
            }
            self.met = self.clause.kept.get(self.met).copied().unwrap_or(0);
        }
        self.met = (self.met + 1) % self.clause.terms.len();
        self.met == 0
    }
}

/// For each number of terms met: the most of them that both open and end what was met, all of it excepted.
fn kept(terms: &[Box<str>]) -> Box<[usize]> {
    let mut kept = vec![0, 0];
    let mut length = 0;
    for term in terms.iter().skip(1) {
        while length > 0 && terms.get(length) != Some(term) {
            length = kept.get(length).copied().unwrap_or(0);
        }
        length += usize::from(terms.get(length) == Some(term));
        kept.push(length);
    }
    kept.into()
}
