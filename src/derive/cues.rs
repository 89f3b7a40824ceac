//! Cue files: the words that set one thing against another, and the words of strain, compiled into one lexicon.
//!
//! What a cue takes and where it counts is data; how a clause is read is [`contrast`](super::contrast)'s.

use std::cell::RefCell;
use std::sync::LazyLock;

use super::Rules;
use super::language::declared;
use super::lexicon::{Lexicon, Terms};
use super::place::{Files, Lines, Place};
use super::strain::{StrainRules, StrainUse};
use super::tokens::Tokens;
use crate::form::{Complaint, Source, Table, document};
use crate::model::TensionKind;
use crate::text::{Clean, Span};

/// The cues, compiled.
#[derive(Debug, Default)]
pub(super) struct Cues {
    pub(super) rules: Vec<CueRule>,
    pub(super) lexicon: Lexicon<CueUse>,
    pub(super) files: Files,
    pub(super) strain: StrainRules,
}

/// How one cue or a few like ones are read.
#[derive(Clone, Debug)]
pub(super) struct CueRule {
    pub(super) kind: TensionKind,
    pub(super) takes: Takes,
    pub(super) position: Position,
    /// Whether it counts only behind words that call for it.
    pub(super) called: bool,
}

/// What a cue sets against what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// What stands before it against what follows: "but".
    Joins,
    /// The clause or noun it opens against the rest of the sentence: "while", "despite".
    Opens,
    /// Its own clause against the one before: "however".
    Turns,
    /// Its own clause against the one that follows: "on the one hand".
    Announces,
}

/// Where a cue counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    Anywhere,
    /// Where it opens a sentence or a clause.
    Opening,
    /// Where it opens a sentence or a clause and a comma follows.
    Comma,
    /// As `Opening`, and neither a verb in -ing nor a preposition follows: then it speaks of time.
    Clause,
    /// Where it opens a clause or a clause with a verb follows: between two adjectives it sets no statements against each other.
    Statement,
    /// But where it grades the word behind it: "however high the wind".
    Adverb,
    /// Where it opens an adjunct behind a mark, with "or" in it: "whether you agree or not".
    Adjunct,
}

/// What a term of a cue file is for.
#[derive(Clone, Copy, Debug)]
pub(super) enum CueUse {
    /// A cue: index of its rule.
    Cue(usize, Place),
    /// No cue of this rule inside these words.
    Not(usize),
    /// The next cue of this rule behind these words is none.
    Behind(usize),
    /// Cues of this rule count behind these words alone.
    Calls(usize),
    /// Nor is it behind these, unless a clause with a subject follows it.
    Paired(usize),
    /// A word of strain, or what bears on one.
    Strain(StrainUse),
}

impl Cues {
    /// The cues of `sources`, later files over earlier ones.
    pub(super) fn new(sources: &[Source<'_>], complaints: &RefCell<Vec<Complaint>>) -> Self {
        let mut draft = Draft { rules: Vec::new(), terms: Vec::new(), strain: StrainRules::default() };
        let mut files = Files::default();
        for source in sources {
            let lines = files.add(source);
            document(source, complaints, |root| read(root, &lines, &mut draft));
        }
        let mut terms = Terms::with_capacity(draft.terms.len());
        for (term, used) in &draft.terms {
            terms.add(term, *used);
        }
        Self { rules: draft.rules, lexicon: terms.compile(), files, strain: draft.strain }
    }

    /// The kind of the cue that `words` are, if they are one.
    fn kind_of(&self, words: &str) -> Option<TensionKind> {
        let whole = Span::new(0, words.len());
        let hits = self.lexicon.hits(words, &Tokens::new(words));
        hits.iter().filter(|hit| hit.span == whole).flat_map(|hit| hit.uses).find_map(|used| match used {
            CueUse::Cue(rule, _) => self.rules.get(*rule).map(|rule| rule.kind),
            CueUse::Strain(StrainUse::Term(..)) => Some(TensionKind::Strain),
            _ => None,
        })
    }
}

/// The kind of a cue by the cues that come with the program.
pub(super) fn kind_of_shipped(words: &str) -> Option<TensionKind> {
    static SHIPPED: LazyLock<Cues> = LazyLock::new(|| Cues::new(&[Rules::shipped_cues()], &RefCell::default()));
    SHIPPED.kind_of(words)
}

struct Draft {
    rules: Vec<CueRule>,
    terms: Vec<(Clean, CueUse)>,
    strain: StrainRules,
}

fn read(root: &Table<'_>, lines: &Lines, draft: &mut Draft) {
    declared(root);
    if root.flag("replace") == Some(true) {
        draft.rules.clear();
        draft.terms.clear();
        draft.strain = StrainRules::default();
    }
    for (word, _) in root.texts("off") {
        draft.terms.retain(|(term, _)| *term != word);
    }
    for item in root.items("cues") {
        item.table(|table| read_cue(table, lines, draft));
    }
    draft.strain.read(root, lines, &mut draft.terms);
}

fn read_cue(table: &Table<'_>, lines: &Lines, draft: &mut Draft) {
    let kind = table.choice("kind", &TensionKind::ALL.map(|kind| (kind.word(), kind))).unwrap_or(TensionKind::Contrast);
    let takes = [("joins", Takes::Joins), ("opens", Takes::Opens), ("turns", Takes::Turns), ("announces", Takes::Announces)];
    let positions = [
        ("anywhere", Position::Anywhere),
        ("opening", Position::Opening),
        ("comma", Position::Comma),
        ("clause", Position::Clause),
        ("statement", Position::Statement),
        ("adverb", Position::Adverb),
        ("adjunct", Position::Adjunct),
    ];
    let takes = table.choice("takes", &takes).unwrap_or(Takes::Joins);
    let position = table.choice("position", &positions).unwrap_or(Position::Anywhere);
    let rule = draft.rules.len();
    let called = table.item("only_behind").is_some();
    draft.rules.push(CueRule { kind, takes, position, called });
    let cue: fn(usize, Place) -> CueUse = CueUse::Cue;
    let not: fn(usize, Place) -> CueUse = |rule, _| CueUse::Not(rule);
    let behind: fn(usize, Place) -> CueUse = |rule, _| CueUse::Behind(rule);
    let paired: fn(usize, Place) -> CueUse = |rule, _| CueUse::Paired(rule);
    let calls: fn(usize, Place) -> CueUse = |rule, _| CueUse::Calls(rule);
    for (key, used) in [("only_behind", calls), ("words", cue), ("not", not), ("not_behind", behind), ("not_paired", paired)] {
        let terms = table.texts(key).into_iter();
        draft.terms.extend(terms.map(|(term, span)| (term, used(rule, lines.place(span)))));
    }
}
