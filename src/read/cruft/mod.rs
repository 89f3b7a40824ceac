//! What scraping leaves in a text besides the article, by rules a user can extend.
//!
//! The rules are data (`assets/cruft.toml`); this module reads, compiles and applies them to short pieces of a text. It takes a
//! line or leaves it, and never changes one. What is left of a page when only its lines are known is not its business.

mod phrase;
mod rule;
mod sweep;
mod term;

pub(super) use sweep::sweep;

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::form::{Complaint, Source, document};
use crate::text::Clean;

use rule::{Form, Rule};
use term::Terms;

/// The longest piece that may be cruft, in bytes; longer ones are not even looked at.
const CRUFT_BYTES: usize = 500;

/// The cruft rules, compiled.
#[derive(Debug, Default)]
pub struct CruftRules {
    rules: Vec<Rule>,
    /// For each term that a phrase begins with: the phrases, as indexes of rule and phrase.
    first: BTreeMap<Box<str>, Vec<(usize, usize)>>,
    /// The phrases that begin with a pattern.
    open: Vec<(usize, usize)>,
}

impl CruftRules {
    /// The rules of `sources`, later files over earlier ones; what is wrong in them is added to `complaints`.
    pub fn new(sources: &[Source<'_>], complaints: &RefCell<Vec<Complaint>>) -> Self {
        let mut rules = Vec::new();
        for source in sources {
            document(source, complaints, |root| rule::read(root, &mut rules));
        }
        Self::compile(rules)
    }

    /// The rules that attache ships with, and nothing else.
    pub fn shipped() -> Self {
        Self::new(&[Self::shipped_source()], &RefCell::default())
    }

    /// The file of the shipped rules, to put a user's file behind.
    pub fn shipped_source() -> Source<'static> {
        Source { name: Clean::from("cruft.toml (shipped)"), text: include_str!("../../../assets/cruft.toml") }
    }

    fn compile(rules: Vec<Rule>) -> Self {
        let mut compiled = Self { rules, ..Self::default() };
        for (rule, phrases) in compiled.rules.iter().map(|r| &r.phrases).enumerate() {
            for (index, (_, phrase)) in phrases.iter().enumerate() {
                match phrase.first_word() {
                    Some(word) => compiled.first.entry(word.into()).or_default().push((rule, index)),
                    None => compiled.open.push((rule, index)),
                }
            }
        }
        compiled
    }

    /// The first rule that takes `text`, among those that `place` allows.
    fn taking(&self, text: &str, place: Place) -> Option<&Rule> {
        if text.len() > CRUFT_BYTES {
            return None;
        }
        let terms = Terms::new(text);
        let ruled_off = terms.all().is_empty().then(|| self.rules.iter().position(|r| r.marks)).flatten();
        let met = (0..terms.all().len())
            .flat_map(|at| {
                let word = terms.all().get(at).map_or("", |t| t.word());
                self.first.get(word).into_iter().flatten().chain(&self.open).map(move |&(rule, phrase)| (at, rule, phrase))
            })
            .filter(|&(at, rule, phrase)| self.meets(&terms, at, rule, phrase, place))
            .map(|(_, rule, _)| rule)
            .min();
        self.rules.get(ruled_off.or(met)?)
    }

    fn meets(&self, terms: &Terms<'_>, at: usize, rule: usize, phrase: usize, place: Place) -> bool {
        let Some(rule) = self.rules.get(rule) else { return false };
        let Some((form, phrase)) = rule.phrases.get(phrase) else { return false };
        if !rule.allows(terms, place) {
            return false;
        }
        let here = terms.all().get(at..).unwrap_or_default();
        match form {
            Form::Whole => at == 0 && phrase.is(here),
            Form::Starts => at == 0 && rule.is_safe(terms) && phrase.begins(here).is_some(),
            Form::Ends => rule.is_safe(terms) && phrase.is(here),
            Form::Contains => rule.is_safe(terms) && phrase.begins(here).is_some(),
            Form::Tokens => at == 0 && rule.covers(here),
            Form::Row => terms.is_row() && terms.parts().any(|part| phrase.is(part)),
        }
    }
}

/// Where in a text a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the first running text.
    Head,
    /// Among it.
    Body,
    /// Behind the last.
    Tail,
}
