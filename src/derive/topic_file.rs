//! How a taxonomy is written: topics, actors and the words of a stated agenda, read from TOML and laid over one another.

use std::cell::RefCell;

use super::language::declared;
use super::place::{Lines, Place};
use super::topics::{Limits, Role, StatedPart, StatedUse, TopicRule};
use crate::form::{Complaint, Item, Source, Table, document};
use crate::text::Clean;

/// The evidence that a sentence with a strong term is, and one with a weak term, where the term says nothing else.
const STRONG: usize = 2;
const WEAK: usize = 1;

/// The most that a term may weigh.
const HEAVIEST: usize = 9;

/// The most bytes that a term has, twenty words or more: each word of a text that opens one may be compared with all of it.
const TERM_BYTES: usize = 200;

/// Taxonomies while files are being merged.
#[derive(Default)]
pub(super) struct Drafts {
    pub(super) topics: Vec<Draft>,
    pub(super) actors: Vec<Actor>,
    pub(super) stated: Vec<(Clean, StatedUse)>,
    pub(super) needs_word: Vec<bool>,
    pub(super) limits: Limits,
}

/// One topic.
pub(super) struct Draft {
    pub(super) rule: TopicRule,
    pub(super) words: Vec<Words>,
}

/// One term of it, without its weight.
pub(super) struct Words {
    pub(super) term: Clean,
    pub(super) role: Role,
    pub(super) weight: usize,
    pub(super) place: Place,
}

/// A name for several names.
pub(super) struct Actor {
    pub(super) name: Clean,
    names: Vec<Clean>,
}

impl Drafts {
    /// Lays `source` over what was read before.
    pub(super) fn read(&mut self, source: &Source<'_>, lines: &Lines, complaints: &RefCell<Vec<Complaint>>) {
        document(source, complaints, |root| {
            declared(root);
            if let Some(item) = root.item("agenda") {
                item.table(|table| self.limit(table));
            }
            if let Some(item) = root.item("actors") {
                item.open_table(|table| table.entries().into_iter().for_each(|(name, _, names)| self.actor(name, names)));
            }
            for item in root.items("stated") {
                item.table(|table| self.state(table));
            }
            for item in root.items("topics") {
                item.table(|table| self.topic(table, lines));
            }
        });
    }

    /// Forgets the terms that are words of a language, and how an agenda is stated in it.
    pub(super) fn keep_names(&mut self) {
        for topic in &mut self.topics {
            topic.words.retain(|words| words.term.starts_with('@') || words.term.contains(char::is_uppercase));
        }
        self.stated.clear();
        self.needs_word.clear();
    }

    /// How many terms there are, names not counted.
    pub(super) fn terms(&self) -> usize {
        self.topics.iter().map(|draft| draft.words.len()).sum::<usize>() + self.stated.len()
    }

    /// The actor that `@name` stands for: its index and its names.
    pub(super) fn names(&self, term: &str) -> Option<(usize, &[Clean])> {
        let name = term.strip_prefix('@')?;
        let at = self.actors.iter().position(|actor| &*actor.name == name)?;
        Some((at, &self.actors.get(at)?.names))
    }

    fn limit(&mut self, table: &Table<'_>) {
        let number = |key| table.number(key).and_then(|n| usize::try_from(n).ok()).filter(|n| *n > 0);
        self.limits.enough = number("enough").unwrap_or(self.limits.enough);
        self.limits.least = number("least").unwrap_or(self.limits.least);
        self.limits.most = number("most").unwrap_or(self.limits.most);
    }

    fn actor(&mut self, name: Clean, names: Item<'_>) {
        let mut all = Vec::new();
        for (written, item) in names.items().into_iter().filter_map(|item| Some((item.text()?.0, item))) {
            match (written.strip_prefix('@'), self.names(&written)) {
                (None, _) => all.push(written),
                (Some(_), Some((_, members))) => all.extend_from_slice(members),
                (Some(unknown), None) => item.complain(format!("there are no actors \"{unknown}\""), "name them before"),
            }
        }
        match self.actors.iter_mut().find(|actor| actor.name == name) {
            Some(actor) => actor.names.append(&mut all),
            None => self.actors.push(Actor { names: all, name }),
        }
    }

    fn state(&mut self, table: &Table<'_>) {
        let way = self.needs_word.len();
        let keys =
            [("opens", StatedPart::Opens), ("closes", StatedPart::Closes), ("with", StatedPart::With), ("not", StatedPart::Not)];
        for (key, part) in keys {
            self.stated.extend(table.texts(key).into_iter().map(|(words, _)| (words, StatedUse { way, part })));
        }
        self.needs_word.push(self.stated.iter().any(|(_, used)| used.way == way && used.part == StatedPart::With));
    }

    fn topic(&mut self, table: &Table<'_>, lines: &Lines) {
        let Some((id, _)) = table.text("id") else {
            let complaint =
                || Complaint::error(table.source(), table.span(), "a topic needs an id").help("the topic is left out");
            table.complain(complaint);
            return;
        };
        let at = self.topics.iter().position(|draft| draft.rule.id == id);
        if table.flag("off") == Some(true) {
            at.map(|at| self.topics.remove(at));
            return;
        }
        let mut draft = at.map_or_else(|| Draft::new(id), |at| self.topics.remove(at));
        draft.lay_over(table, lines, &self.actors);
        self.topics.insert(at.unwrap_or(self.topics.len()), draft);
    }
}

impl Draft {
    fn new(id: Clean) -> Self {
        let rule = TopicRule { label: id.clone(), id, media_topics: Vec::new(), background: false, groups: Vec::new() };
        Self { rule, words: Vec::new() }
    }

    fn lay_over(&mut self, table: &Table<'_>, lines: &Lines, actors: &[Actor]) {
        if table.flag("replace") == Some(true) {
            self.words.clear();
            self.rule.groups.clear();
        }
        if let Some((label, _)) = table.text("label") {
            self.rule.label = label;
        }
        let codes = table.texts("iptc");
        if !codes.is_empty() {
            self.rule.media_topics = codes.into_iter().map(|(code, _)| code).collect();
        }
        self.rule.background = table.flag("background").unwrap_or(self.rule.background);
        for (key, role) in [("terms", Role::Strong), ("weak", Role::Weak), ("not", Role::Not)] {
            self.take(&table.items(key), role, lines, actors);
        }
        for together in table.items("together") {
            let groups = together.items();
            let index = self.rule.groups.len();
            self.rule.groups.push(groups.len());
            for (group, terms) in groups.into_iter().enumerate() {
                self.take(&terms.items(), Role::Group(index, group), lines, actors);
            }
        }
    }

    fn take(&mut self, items: &[Item<'_>], role: Role, lines: &Lines, actors: &[Actor]) {
        for item in items {
            let Some((written, span)) = item.text() else {
                continue;
            };
            let (term, weight) = weighed(&written, if role == Role::Weak { WEAK } else { STRONG });
            if let Some(name) = term.strip_prefix('@')
                && !actors.iter().any(|actor| &*actor.name == name)
            {
                item.complain(format!("there are no actors \"{name}\""), "name them under [actors]");
            } else if term.len() > TERM_BYTES {
                item.complain(format!("a term has at most {TERM_BYTES} bytes"), "the term is left out");
            } else if !is_term(term) {
                item.complain(
                    "a term is words, with `*` or `~` at the end alone, then `^` and a weight up to 9",
                    "the term is left out",
                );
            } else {
                self.words.push(Words { term: Clean::from(term), role, weight, place: lines.place(span) });
            }
        }
    }
}

/// A term and its weight, which is `usual` where it says none.
fn weighed(written: &str, usual: usize) -> (&str, usize) {
    let parts = written.rsplit_once('^').and_then(|(term, weight)| Some((term, weight.parse().ok()?)));
    parts.filter(|(_, weight)| (1..=HEAVIEST).contains(weight)).unwrap_or((written, usual))
}

fn is_term(term: &str) -> bool {
    let words = term.strip_suffix('~').unwrap_or_else(|| term.trim_end_matches('*'));
    words.contains(char::is_alphanumeric) && !words.contains(['*', '~', '^'])
}
