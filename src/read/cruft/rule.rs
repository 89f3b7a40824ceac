//! One cruft rule as its file says it.

use super::Place;
use super::phrase::Phrase;
use super::term::Terms;
use crate::form::{Complaint, Item, Table};
use crate::read::page::Part;
use crate::text::Clean;

/// The most words of a line that a rule takes when it does not say.
const MAX_WORDS: usize = 15;

/// More words than this that end like a sentence are the article's, unless the rule says otherwise.
pub(super) const SAFE_WORDS: usize = 5;

/// One rule.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    /// Its name, shown with every line it takes.
    pub(super) id: Clean,
    /// What it looks for: any one of these is enough.
    pub(super) phrases: Vec<(Form, Phrase)>,
    /// It takes lines without a letter or digit.
    pub(super) marks: bool,
    /// What it takes says of its neighbours.
    pub(super) beside: Option<Beside>,
    /// It speaks only of the dump of a whole page.
    pub(super) page: Option<Page>,
    reach: Reach,
    sentences: bool,
    max_words: usize,
}

/// What stands beside the lines that a rule takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// The head of an article above them, its first paragraph below.
    HeadAndBody,
    /// The caption of a picture above them.
    Caption,
}

/// What a rule takes of the dump of a whole page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// Lines with its words.
    Words,
    /// Lines that are this in the page, whatever their words.
    Part(Part),
}

/// Where in a text a rule speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Anywhere,
    /// Before the first running text.
    Head,
    /// Behind the last, and then of all that follows.
    Tail,
}

/// How a phrase must stand in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It is the line.
    Whole,
    /// The line begins with it.
    Starts,
    /// The line ends with it.
    Ends,
    /// It stands anywhere in the line.
    Contains,
    /// The line is made of nothing but phrases of this form.
    Tokens,
    /// It is a part of a row divided by `|`, `•` or `>`.
    Row,
}

const FORMS: [(&str, Form); 6] = [
    ("whole", Form::Whole),
    ("starts", Form::Starts),
    ("ends", Form::Ends),
    ("contains", Form::Contains),
    ("tokens", Form::Tokens),
    ("row", Form::Row),
];

const PARTS: [(&str, Part); 5] = [
    ("outside", Part::Outside),
    ("repeated", Part::Repeated),
    ("title", Part::Title),
    ("date", Part::Date),
    ("caption", Part::Caption),
];

impl Rule {
    /// Whether the rule speaks of lines at `place` with so many words.
    pub(super) fn allows(&self, terms: &Terms<'_>, place: Place) -> bool {
        let there = match self.reach {
            Reach::Anywhere => true,
            Reach::Head => place == Place::Head,
            Reach::Tail => place == Place::Tail,
        };
        there && terms.all().len() <= self.max_words
    }

    /// Whether it takes all that follows a line of its kind, too.
    pub(super) fn takes_the_rest(&self) -> bool {
        self.reach == Reach::Tail
    }

    /// Whether the phrase at `at` may take what [`is_running`](super::term::is_running) calls running text.
    pub(super) fn takes_running(&self, at: usize) -> bool {
        self.phrases.get(at).is_some_and(|(form, phrase)| match form {
            Form::Whole => phrase.may_be_longer(SAFE_WORDS),
            Form::Starts | Form::Ends | Form::Contains => self.sentences,
            Form::Tokens | Form::Row => true,
        })
    }

    /// Whether taking the line for a part of it is safe: it is no sentence of the article.
    pub(super) fn is_safe(&self, terms: &Terms<'_>) -> bool {
        self.sentences || terms.all().len() <= SAFE_WORDS || !terms.ends_sentence()
    }
}

/// Reads the rules of one file over those of earlier ones: a rule with a known id takes its place, or drops it.
pub(super) fn read(root: &Table<'_>, rules: &mut Vec<Rule>) {
    for item in root.items("rules") {
        item.table(|table| one(item, table, rules));
    }
}

fn one(item: Item<'_>, table: &Table<'_>, rules: &mut Vec<Rule>) {
    let id = table.text("id");
    let drop = table.flag("drop") == Some(true);
    let rule = Rule {
        id: id.as_ref().map(|(id, _)| id.one_line()).unwrap_or_default(),
        phrases: FORMS.iter().flat_map(|&(key, form)| phrases(table, key, form)).collect(),
        marks: table.flag("marks") == Some(true),
        beside: beside(table),
        page: page(table),
        reach: reach(table),
        sentences: table.flag("sentences") == Some(true),
        max_words: table.number("max_words").map_or(MAX_WORDS, |n| usize::try_from(n).unwrap_or_default()),
    };
    let Some((id, place)) = id else {
        return item.complain("a rule without an id", "every rule has an id: it is shown with the lines the rule takes");
    };
    match rules.iter().position(|r| r.id == id) {
        Some(at) if drop => {
            rules.remove(at);
        }
        None if drop => table.complain(|| {
            Complaint::warning(table.source(), place, format!("no rule is called \"{id}\"")).help("there is nothing to drop")
        }),
        _ if rule.phrases.is_empty() && !rule.marks && !matches!(rule.page, Some(Page::Part(_))) => item.complain(
            format!("the rule \"{id}\" takes nothing"),
            "it needs one of whole, starts, ends, contains, tokens, row, part, or marks = true",
        ),
        Some(at) => rules.iter_mut().skip(at).take(1).for_each(|old| *old = rule.clone()),
        None => rules.push(rule),
    }
}

fn reach(table: &Table<'_>) -> Reach {
    match (table.flag("head"), table.flag("tail")) {
        (Some(true), Some(true)) => {
            table.complain(|| {
                let both = Complaint::error(table.source(), table.span(), "both head and tail");
                both.help("a rule that is for the whole text says neither")
            });
            Reach::Anywhere
        }
        (Some(true), _) => Reach::Head,
        (_, Some(true)) => Reach::Tail,
        _ => Reach::Anywhere,
    }
}

fn beside(table: &Table<'_>) -> Option<Beside> {
    let divides = table.flag("divides").filter(|divides| *divides).map(|_| Beside::HeadAndBody);
    table.flag("credits").filter(|credits| *credits).map(|_| Beside::Caption).or(divides)
}

fn page(table: &Table<'_>) -> Option<Page> {
    let words = table.flag("page").filter(|page| *page).map(|_| Page::Words);
    table.choice("part", &PARTS).map(Page::Part).or(words)
}

fn phrases(table: &Table<'_>, key: &'static str, form: Form) -> Vec<(Form, Phrase)> {
    let mut phrases = Vec::new();
    for item in table.items(key) {
        let Some((text, _)) = item.text() else { continue };
        match Phrase::new(&text) {
            Some(phrase) => phrases.push((form, phrase)),
            None => item.complain("no word to look for", "a phrase needs at least one word; marks alone match nothing"),
        }
    }
    phrases
}
