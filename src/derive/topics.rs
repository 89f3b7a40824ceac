//! Taxonomies: topic rules merged by id and compiled into one lexicon.
//!
//! It says which terms stand for which topic; whether an article is about one is decided by [`agenda`](super::agenda). How the files
//! are written is known to [`topic_file`](super::topic_file).

use std::cell::RefCell;

use super::forms::forms;
use super::lexicon::{Lexicon, Terms};
use super::place::{Files, Place};
use super::topic_file::{Drafts, Words};
use crate::form::{Complaint, Source};
use crate::model::Subject;
use crate::text::Clean;

/// One topic of the taxonomy.
#[derive(Clone, Debug)]
pub struct TopicRule {
    /// The name that rules, files and the command line use.
    pub id: Clean,
    /// The name that people read.
    pub label: Clean,
    /// The codes of IPTC's Media Topics that mean it, such as `20000642`.
    pub media_topics: Vec<Clean>,
    /// Whether nearly every article in the field mentions it, so that it is listed after the others.
    pub background: bool,
    /// How many groups each `together` has.
    pub(super) groups: Vec<usize>,
}

/// The taxonomy, compiled.
#[derive(Debug, Default)]
pub(super) struct Taxonomy {
    pub(super) topics: Vec<TopicRule>,
    pub(super) lexicon: Lexicon<Use>,
    pub(super) files: Files,
    pub(super) actors: Vec<Clean>,
    pub(super) limits: Limits,
    /// For each way to state an agenda, whether its cues need a word beside them.
    pub(super) needs_word: Vec<bool>,
}

/// How much makes an agenda.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// The evidence that a topic of a short article needs.
    pub(super) enough: usize,
    /// With fewer topics than so many, key terms of the text join them.
    pub(super) least: usize,
    /// How many topics an agenda has at the most.
    pub(super) most: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { enough: 2, least: 0, most: usize::MAX }
    }
}

/// What words are looked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Use {
    /// They stand for a topic.
    Term(TermUse),
    /// They say that a topic is on an agenda.
    Stated(StatedUse),
}

/// What a term stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermUse {
    /// Index of the topic.
    pub(super) topic: usize,
    pub(super) role: Role,
    /// The evidence that a sentence with it is.
    pub(super) weight: usize,
    /// Index of the actor whose name it is.
    pub(super) actor: Option<usize>,
    pub(super) place: Place,
}

/// How much a term says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// One is enough.
    Strong,
    /// Two different ones are needed.
    Weak,
    /// Part of a `together`: which one, which group of it.
    Group(usize, usize),
    /// What lies inside it is no term.
    Not,
}

/// What words of a stated agenda do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StatedUse {
    /// Which of the ways to state an agenda they belong to.
    pub(super) way: usize,
    pub(super) part: StatedPart,
}

/// Where the items stand that a cue states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StatedPart {
    /// Behind it.
    Opens,
    /// Before it.
    Closes,
    /// It is no cue, but the cues of its way are met only beside one such word.
    With,
    /// What lies inside it is no cue.
    Not,
}

impl TopicRule {
    /// The subject among `subjects` that means this topic.
    pub(super) fn filed<'a>(&self, subjects: &'a [Subject]) -> Option<&'a Subject> {
        let code = |subject: &'a Subject| subject.code.as_ref()?.strip_prefix("medtop:");
        subjects.iter().find(|subject| code(subject).is_some_and(|code| self.media_topics.iter().any(|own| &**own == code)))
    }
}

impl Taxonomy {
    /// The topics of `sources`, later files over earlier ones, and below them those of `names` with only those terms that are names: what
    /// is written with a capital is the same in any language, as far as one can tell.
    pub(super) fn new(names: &[Source<'_>], sources: &[Source<'_>], complaints: &RefCell<Vec<Complaint>>) -> Self {
        let mut files = Files::default();
        let mut drafts = Drafts::default();
        for source in names {
            drafts.read(source, &files.add(source), complaints);
        }
        drafts.keep_names();
        for source in sources {
            drafts.read(source, &files.add(source), complaints);
        }
        let mut terms = Terms::with_capacity(drafts.terms());
        for (topic, draft) in drafts.topics.iter().enumerate() {
            for Words { term, role, weight, place } in &draft.words {
                let used = TermUse { topic, role: *role, weight: *weight, actor: None, place: *place };
                match drafts.names(term) {
                    Some((actor, names)) => {
                        for name in names {
                            terms.add(name, Use::Term(TermUse { actor: Some(actor), ..used }));
                        }
                    }
                    None => add(&mut terms, term, Use::Term(used)),
                }
            }
        }
        for (words, used) in &drafts.stated {
            add(&mut terms, words, Use::Stated(*used));
        }
        Self {
            lexicon: terms.compile(),
            files,
            limits: drafts.limits,
            needs_word: drafts.needs_word,
            topics: drafts.topics.into_iter().map(|draft| draft.rule).collect(),
            actors: drafts.actors.into_iter().map(|actor| actor.name).collect(),
        }
    }
}

/// Adds `term`, or what `~` at its end stands for.
fn add(terms: &mut Terms<Use>, term: &str, used: Use) {
    match term.strip_suffix('~') {
        Some(word) => forms(word).iter().for_each(|form| terms.add(form, used)),
        None => terms.add(term, used),
    }
}
