//! What scraping leaves in a text besides the article, by rules a user can extend.
//!
//! The rules are data (`assets/cruft.toml`); this module reads, compiles and applies them to short pieces of a text. It takes a
//! line or leaves it, and never changes one. What is left of a page when only its lines are known is not its business.

mod index;
mod phrase;
mod rule;
mod sieve;
mod sweep;
mod term;

pub(super) use sweep::sweep;

use std::cell::RefCell;

use crate::form::{Complaint, Source, document};
use crate::read::page::Part;
use crate::text::Clean;

use index::{Index, PhraseId};
use rule::{Form, Page, Rule};
use sieve::{Anchors, Sieve};
use term::{Terms, first_word, is_running};

/// The longest piece that may be cruft, in bytes; longer ones are not even looked at.
const CRUFT_BYTES: usize = 500;

/// The cruft rules, compiled.
#[derive(Debug)]
pub struct CruftRules {
    rules: Vec<Rule>,
    /// The phrases that only the beginning of a line can meet.
    leading: Index,
    /// The phrases that may stand anywhere.
    floating: Index,
    /// The phrases that lines may be made of.
    tokens: Index,
    /// What a line must hold for one of the floating phrases to stand in it.
    sieve: Sieve,
    /// The same for running text, which few of them take.
    running: Sieve,
    /// The rules that speak only of the dump of a whole page; none of them has such rules of its own.
    page: Option<Box<Self>>,
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

    /// No rule at all: nothing is cruft.
    pub fn none() -> Self {
        Self::compile(Vec::new())
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
        let (page, always): (Vec<Rule>, Vec<Rule>) = rules.into_iter().partition(|rule| rule.page.is_some());
        let page = (!page.is_empty()).then(|| Box::new(Self::compiled(page)));
        Self { page, ..Self::compiled(always) }
    }

    fn compiled(rules: Vec<Rule>) -> Self {
        let mut compiled = Self {
            rules: Vec::new(),
            leading: Index::default(),
            floating: Index::default(),
            tokens: Index::default(),
            sieve: Sieve::default(),
            running: Sieve::default(),
            page: None,
        };
        let (mut anchors, mut running) = (Anchors::default(), Anchors::default());
        for (number, rule) in rules.iter().enumerate() {
            for (at, (form, phrase)) in rule.phrases.iter().enumerate() {
                let index = match form {
                    Form::Whole | Form::Starts => &mut compiled.leading,
                    Form::Ends | Form::Contains | Form::Row => &mut compiled.floating,
                    Form::Tokens => &mut compiled.tokens,
                };
                index.add(phrase, (number, at));
                match form {
                    Form::Ends | Form::Contains => {
                        anchors.add(phrase);
                        if rule.takes_running(at) {
                            running.add(phrase);
                        }
                    }
                    Form::Row => [&mut anchors, &mut running].into_iter().for_each(Anchors::add_row),
                    _ => {}
                }
            }
        }
        Self { rules, sieve: anchors.compile(), running: running.compile(), ..compiled }
    }

    /// The first rule that takes `text`, which stands at `place`.
    fn taking(&self, text: &str, place: Place) -> Option<&Rule> {
        if text.len() > CRUFT_BYTES {
            return None;
        }
        let running = is_running(text);
        let sieve = if running { &self.running } else { &self.sieve };
        let may_take = self.may_begin(text, running) || sieve.may_hold(text);
        may_take.then(|| self.judged(text, place)).flatten()
    }

    /// The rule for what a line is in the dump of a page.
    fn of_part(&self, part: Part) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.page == Some(Page::Part(part)))
    }

    /// Whether one of the phrases may stand at the beginning of `text`, or there is no word in it.
    fn may_begin(&self, text: &str, running: bool) -> bool {
        let Some(word) = first_word(text) else { return true };
        let byte = first_byte_of_small(word);
        // Letters beyond ASCII may change their length with their case.
        let len = word.is_ascii().then_some(word.len());
        let mut indexes = [&self.leading, &self.tokens].into_iter().filter(|index| index.knows(byte, len)).peekable();
        if indexes.peek().is_none() || len.is_none() {
            return indexes.peek().is_some();
        }
        let word = word.to_ascii_lowercase();
        let may_open = |(rule, at): PhraseId| {
            let rule = self.rules.get(rule).filter(|rule| !running || rule.takes_running(at));
            rule.and_then(|rule| rule.phrases.get(at)).is_some_and(|(_, phrase)| phrase.may_open(text, &word))
        };
        indexes.any(|index| index.at(&word).any(may_open))
    }

    /// What [`Self::taking`] finds, of a line taken apart.
    fn judged(&self, text: &str, place: Place) -> Option<&Rule> {
        let terms = Terms::new(text);
        let Some(first) = terms.all().iter().next() else {
            return self.rules.iter().find(|rule| rule.marks && text.chars().all(is_ornament));
        };
        let leading = self.leading.at(first.word).map(|phrase| (0, phrase));
        let floating = terms.all().iter().enumerate().flat_map(|(at, term)| self.floating.at(term.word).map(move |p| (at, p)));
        let met =
            leading.chain(floating).filter(|&(at, phrase)| self.meets(&terms, at, phrase, place)).map(|(_, (rule, _))| rule);
        let mut made_of: Vec<usize> = self.tokens.at(first.word).map(|(rule, _)| rule).collect();
        made_of.dedup();
        let covering = made_of.into_iter().find(|&rule| self.covers(&terms, rule, place));
        self.rules.get(met.chain(covering).min()?)
    }

    /// Whether the tokens of this rule make up the whole line.
    fn covers(&self, terms: &Terms<'_>, rule: usize, place: Place) -> bool {
        let Some(known) = self.rules.get(rule).filter(|r| r.allows(terms, place)) else { return false };
        let mut rest = terms.all();
        while let Some(term) = rest.iter().next() {
            let tokens = self.tokens.at(term.word).filter(|(of, _)| *of == rule);
            let taken = tokens.filter_map(|(_, at)| known.phrases.get(at)?.1.begins(rest)).max().unwrap_or_default();
            if taken == 0 {
                return false;
            }
            rest = rest.from(taken);
        }
        true
    }

    /// Whether this phrase of this rule takes a line for what stands from the term at `at` on.
    fn meets(&self, terms: &Terms<'_>, at: usize, (rule, phrase): PhraseId, place: Place) -> bool {
        let Some(rule) = self.rules.get(rule).filter(|r| r.allows(terms, place)) else { return false };
        let Some((form, phrase)) = rule.phrases.get(phrase) else { return false };
        let here = terms.all().from(at);
        match form {
            Form::Whole => phrase.is(here),
            Form::Ends => phrase.is(here) && rule.is_safe(terms),
            Form::Starts | Form::Contains => phrase.begins(here).is_some() && rule.is_safe(terms),
            // Tokens are judged all together, by `covers`.
            Form::Tokens => false,
            Form::Row => phrase.begins(here).is_some() && terms.is_row() && terms.parts().any(|part| phrase.is(part)),
        }
    }
}

/// The first byte of `word` in small letters.
fn first_byte_of_small(word: &str) -> u8 {
    let small = word.chars().next().and_then(|c| c.to_lowercase().next()).unwrap_or_default();
    small.encode_utf8(&mut [0; 4]).bytes().next().unwrap_or_default()
}

/// Whether `c` may be part of a line drawn between two parts of a text.
fn is_ornament(c: char) -> bool {
    c.is_ascii_punctuation()
        || c.is_whitespace()
        || matches!(c, '–' | '—' | '―' | '…' | '•' | '·' | '●' | '■' | '◆' | '\u{2500}'..='\u{257F}')
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

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::sync::LazyLock;

    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::{CruftRules, Place, Rule, Source};
    use crate::text::Clean;

    const RULES: &str = r##"
[[rules]]
id = "every form"
whole = ["über uns", "... to go", "end"]
starts = ["# min read", "photo:", "sign up ... inbox", "icon-*"]
ends = ["(getty images"]
contains = ["cookie policy", "this material"]
tokens = ["share", "k-*", "e-mail", "ΟΔΟΣ"]
row = ["home", "terms of use"]

[[rules]]
id = "sentences"
whole = ["the talks go on to the end", "to ... end"]
starts = ["go to"]
ends = ["this end"]
sentences = true
"##;

    /// A phrase without a word in ASCII letters.
    const FOREIGN: &str = r#"
[[rules]]
id = "foreign"
ends = ["икона"]
"#;

    fn compiled(text: &'static str) -> CruftRules {
        CruftRules::new(&[Source { name: Clean::from("mine.toml"), text }], &RefCell::default())
    }

    static ALL: LazyLock<[CruftRules; 4]> =
        LazyLock::new(|| [compiled(RULES), compiled(FOREIGN), CruftRules::shipped(), CruftRules::none()]);

    /// Words of the rules and what may stand about them.
    const BITS: &[&str] = &[
        "über",
        "ÜBER",
        "uns",
        "to",
        "go",
        "end",
        "End.",
        "3",
        "min",
        "READ",
        "photo",
        "Photo:",
        "sign",
        "up",
        "Inbox",
        "inbox.",
        "icon-a",
        "(Getty",
        "images)",
        "икона",
        "ИКОНА",
        "coo\u{212A}ie",
        "cookie",
        "Policy",
        "TH\u{130}S",
        "this",
        "material",
        "share",
        "\u{212A}-mart",
        "k-",
        "e-mail",
        "’e-mail’",
        "ΟΔΟΣ",
        "οδος",
        "home",
        "terms",
        "of",
        "use",
        "|",
        ">",
        "•",
        "--",
        "…",
        "The",
        "talks",
        "“went",
        "on”",
        "end?”",
        "\n",
    ];

    proptest! {
        #[test]
        fn a_line_passed_over_is_one_that_no_rule_takes(picks in vec((select(BITS), select(&["", " ", " "])), 0..12)) {
            let line: String = picks.into_iter().flat_map(|(bit, gap)| [bit, gap]).collect();
            for place in [Place::Head, Place::Body, Place::Tail] {
                for rules in &*ALL {
                    let id = |rule: Option<&Rule>| rule.map(|r| r.id.clone());
                    prop_assert_eq!(id(rules.taking(&line, place)), id(rules.judged(&line, place)), "{:?}", line);
                }
            }
        }
    }
}
