//! The words of strain as cue files say them: classes of words with a weight each, and what bears on them.

use crate::derive::cues::CueUse;
use crate::derive::place::{Lines, Place};
use crate::form::{Item, Table};
use crate::text::{Clean, Span};

/// The strain of a sentence that makes it a tension, where no file says.
const ENOUGH: u32 = 3;

/// What holds for all words of strain, and their classes.
#[derive(Debug)]
pub(in crate::derive) struct StrainRules {
    /// The strain that a sentence needs.
    pub(super) enough: u32,
    classes: Vec<StrainClass>,
    actors: Vec<Clean>,
}

/// Words that strain a sentence in one way.
#[derive(Clone, Debug)]
struct StrainClass {
    name: Clean,
    /// What each of its words adds.
    weight: u32,
    target: Option<Side>,
}

/// Where the one stands whom a word of strain speaks against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Before it, as who does it: "Moscow violated".
    Subject,
    /// Behind it, as whom it is done to: "accused Moscow".
    Object,
}

/// What a term is for among the words of strain.
#[derive(Clone, Copy, Debug)]
pub(in crate::derive) enum StrainUse {
    /// A word of this class.
    Term(usize, Place),
    /// Nothing inside these words counts.
    Not,
    /// The word of strain behind it does not count.
    Softens,
    /// The sentence counts less.
    Eases,
    /// A name of this actor.
    Actor(usize),
}

impl Default for StrainRules {
    fn default() -> Self {
        Self { enough: ENOUGH, classes: Vec::new(), actors: Vec::new() }
    }
}

impl StrainRules {
    /// What a word of the class numbered `class` adds.
    pub(super) fn weight(&self, class: usize) -> u32 {
        self.classes.get(class).map_or(0, |class| class.weight)
    }

    /// Where the target of a word of the class stands; nowhere where nobody need be at fault.
    pub(super) fn side(&self, class: usize) -> Option<Side> {
        self.classes.get(class)?.target
    }

    pub(super) fn name(&self, class: usize) -> &str {
        self.classes.get(class).map_or("", |class| &class.name)
    }

    /// Adds what the root of a cue file says under `strain` and `actors`; its terms go to `terms`.
    pub(in crate::derive) fn read(&mut self, root: &Table<'_>, lines: &Lines, terms: &mut Vec<(Clean, CueUse)>) {
        let mut add = |words: Vec<(Clean, Span)>, used: &dyn Fn(Span) -> StrainUse| {
            terms.extend(words.into_iter().map(|(word, span)| (word, CueUse::Strain(used(span)))));
        };
        if let Some(item) = root.item("strain") {
            item.table(|table| self.read_strain(table, lines, &mut add));
        }
        if let Some(item) = root.item("actors") {
            item.open_table(|table| {
                table.entries().into_iter().for_each(|(name, _, names)| self.read_actor(name, names, &mut add));
            });
        }
    }

    fn read_strain(&mut self, table: &Table<'_>, lines: &Lines, add: &mut Add<'_>) {
        if let Some(enough) = table.number("enough") {
            self.enough = u32::try_from(enough).unwrap_or(ENOUGH);
        }
        add(table.texts("not"), &|_| StrainUse::Not);
        add(table.texts("softens"), &|_| StrainUse::Softens);
        add(table.texts("eases"), &|_| StrainUse::Eases);
        for item in table.items("classes") {
            item.table(|table| self.read_class(table, lines, add));
        }
    }

    /// A class; one with a name that is known adds its words to that class.
    fn read_class(&mut self, table: &Table<'_>, lines: &Lines, add: &mut Add<'_>) {
        let name = table.text("name").map(|(name, _)| name).unwrap_or_default();
        let weight = table.number("weight").and_then(|weight| u32::try_from(weight).ok());
        let target = table.choice("target", &[("subject", Side::Subject), ("object", Side::Object)]);
        let known = self.classes.iter().position(|class| class.name == name);
        let at = known.unwrap_or(self.classes.len());
        if known.is_none() {
            self.classes.push(StrainClass { name, weight: 1, target: None });
        }
        if let Some(class) = self.classes.get_mut(at) {
            class.weight = weight.unwrap_or(class.weight);
            class.target = target.or(class.target);
        }
        add(table.texts("words"), &|span| StrainUse::Term(at, lines.place(span)));
    }

    fn read_actor(&mut self, name: Clean, names: Item<'_>, add: &mut Add<'_>) {
        let at = self.actors.iter().position(|actor| *actor == name).unwrap_or_else(|| {
            self.actors.push(name);
            self.actors.len() - 1
        });
        add(names.items().into_iter().filter_map(Item::text).collect(), &|_| StrainUse::Actor(at));
    }
}

/// Takes words and what they are for.
type Add<'a> = dyn FnMut(Vec<(Clean, Span)>, &dyn Fn(Span) -> StrainUse) + 'a;
