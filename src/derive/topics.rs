//! Taxonomies: topic rules as the files write them, merged by id and compiled into one lexicon.
//!
//! It says which terms stand for which topic; whether an article is about one is decided by [`agenda`](super::agenda).

use std::cell::RefCell;

use super::language::declared;
use super::lexicon::{Lexicon, Terms};
use super::place::{Files, Lines, Place};
use crate::form::{Complaint, Item, Source, Table, document};
use crate::text::Clean;

/// One topic of the taxonomy.
#[derive(Clone, Debug)]
pub struct TopicRule {
    /// The name that rules, files and the command line use.
    pub id: Clean,
    /// The name that people read.
    pub label: Clean,
    /// The IPTC Media Topic code, where the rule gives one.
    pub media_topic: Option<Clean>,
    /// Whether nearly every article in the field mentions it, so that it is listed after the others.
    pub background: bool,
    /// How many groups each `together` has.
    pub(super) groups: Vec<usize>,
}

/// The taxonomy, compiled.
#[derive(Debug, Default)]
pub(super) struct Taxonomy {
    pub(super) topics: Vec<TopicRule>,
    pub(super) lexicon: Lexicon<TermUse>,
    pub(super) files: Files,
    pub(super) actors: Vec<Clean>,
}

/// What a term stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermUse {
    /// Index of the topic.
    pub(super) topic: usize,
    pub(super) role: Role,
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

/// A topic while files are being merged.
struct Draft {
    rule: TopicRule,
    terms: Vec<(Clean, Role, Place)>,
}

struct Actor {
    name: Clean,
    names: Vec<Clean>,
}

impl Taxonomy {
    /// The topics of `sources`, later files over earlier ones, and below them those of `names` with only those terms that are names: what
    /// is written with a capital is the same in any language, as far as one can tell.
    pub(super) fn new(names: &[Source<'_>], sources: &[Source<'_>], complaints: &RefCell<Vec<Complaint>>) -> Self {
        let mut files = Files::default();
        let (mut actors, mut drafts) = (Vec::new(), Vec::new());
        let mut lay = |source: &Source<'_>, drafts: &mut Vec<Draft>| {
            let lines = files.add(source);
            document(source, complaints, |root| read(root, &lines, &mut actors, drafts));
        };
        for source in names {
            lay(source, &mut drafts);
        }
        drafts.iter_mut().for_each(Draft::keep_names);
        for source in sources {
            lay(source, &mut drafts);
        }
        let mut terms = Terms::with_capacity(drafts.iter().map(|draft| draft.terms.len()).sum());
        for (topic, draft) in drafts.iter().enumerate() {
            for (term, role, place) in &draft.terms {
                let used = TermUse { topic, role: *role, actor: None, place: *place };
                match term.strip_prefix('@').and_then(|name| actors.iter().position(|a: &Actor| &*a.name == name)) {
                    Some(at) => {
                        let names = actors.get(at).map_or(&[][..], |actor| &actor.names);
                        for name in names {
                            terms.add(name, TermUse { actor: Some(at), ..used });
                        }
                    }
                    None => terms.add(term, used),
                }
            }
        }
        Self {
            topics: drafts.into_iter().map(|draft| draft.rule).collect(),
            lexicon: terms.compile(),
            files,
            actors: actors.into_iter().map(|actor| actor.name).collect(),
        }
    }
}

fn read(root: &Table<'_>, lines: &Lines, actors: &mut Vec<Actor>, drafts: &mut Vec<Draft>) {
    declared(root);
    if let Some(item) = root.item("actors") {
        item.open_table(|table| table.entries().into_iter().for_each(|(name, _, names)| add_actor(actors, name, names)));
    }
    for item in root.items("topics") {
        item.table(|table| read_topic(table, lines, actors, drafts));
    }
}

fn add_actor(actors: &mut Vec<Actor>, name: Clean, names: Item<'_>) {
    let names = names.items().into_iter().filter_map(|item| Some(item.text()?.0));
    match actors.iter_mut().find(|actor| actor.name == name) {
        Some(actor) => actor.names.extend(names),
        None => actors.push(Actor { names: names.collect(), name }),
    }
}

fn read_topic(table: &Table<'_>, lines: &Lines, actors: &[Actor], drafts: &mut Vec<Draft>) {
    let Some((id, _)) = table.text("id") else {
        table.complain(Complaint::error(table.source(), table.span(), "a topic needs an id").help("the topic is left out"));
        return;
    };
    let at = drafts.iter().position(|draft| draft.rule.id == id);
    if table.flag("off") == Some(true) {
        at.map(|at| drafts.remove(at));
        return;
    }
    let mut draft = match at {
        Some(at) => drafts.remove(at),
        None => Draft::new(id),
    };
    if table.flag("replace") == Some(true) {
        draft.terms.clear();
        draft.rule.groups.clear();
    }
    if let Some((label, _)) = table.text("label") {
        draft.rule.label = label;
    }
    draft.rule.media_topic = table.text("iptc").map(|(code, _)| code).or(draft.rule.media_topic);
    draft.rule.background = table.flag("background").unwrap_or(draft.rule.background);
    for (key, role) in [("terms", Role::Strong), ("weak", Role::Weak), ("not", Role::Not)] {
        draft.take(&table.items(key), role, lines, actors);
    }
    for together in table.items("together") {
        let groups = together.items();
        let index = draft.rule.groups.len();
        draft.rule.groups.push(groups.len());
        for (group, terms) in groups.into_iter().enumerate() {
            draft.take(&terms.items(), Role::Group(index, group), lines, actors);
        }
    }
    drafts.insert(at.unwrap_or(drafts.len()), draft);
}

impl Draft {
    fn new(id: Clean) -> Self {
        let rule = TopicRule { label: id.clone(), id, media_topic: None, background: false, groups: Vec::new() };
        Self { rule, terms: Vec::new() }
    }

    /// Forgets the terms that are words of a language.
    fn keep_names(&mut self) {
        self.terms.retain(|(term, ..)| term.starts_with('@') || term.contains(char::is_uppercase));
    }

    fn take(&mut self, items: &[Item<'_>], role: Role, lines: &Lines, actors: &[Actor]) {
        for item in items {
            let Some((term, span)) = item.text() else {
                continue;
            };
            if let Some(name) = term.strip_prefix('@')
                && !actors.iter().any(|actor| &*actor.name == name)
            {
                item.complain(format!("there are no actors \"{name}\""), "name them under [actors]");
            } else if !term.contains(char::is_alphanumeric) || term.trim_end_matches('*').contains('*') {
                item.complain("a term is words, with `*` at the end alone", "the term is left out");
            } else {
                self.terms.push((term, role, lines.place(span)));
            }
        }
    }
}
