//! A TOML table walked by hand: what is taken is remembered, what is left over is a warning with the nearest known name.
//!
//! By hand and not by serde, because the places of values survive only so (untagged and flattened types lose them), and because
//! one wrong value then costs that value and not the file.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Complaint, Severity, Source, nearest, syntax};
use crate::text::{Clean, Span};

/// Complaints about one file that are listed; a file with more is another kind of file.
const MOST: usize = 100;

/// In a longer file, in bytes, one mistake of form is told and nothing is taken: what the parser keeps of many takes up to 280 times
/// the bytes that they stand in.
const MENDED_BYTES: usize = 128 * 1024;

/// Parses `source`; what the grammar refuses is added to `complaints`, what could be read is given to `read` all the same.
///
/// The complaints come in the order of the file. Where the grammar refuses something, what follows may have ended up under
/// another name: there nothing is said about names, and nothing more about the lines refused.
pub fn document<T>(source: &Source<'_>, complaints: &RefCell<Vec<Complaint>>, read: impl FnOnce(&Table<'_>) -> T) -> T {
    let (tree, errors) = parsed(source.text);
    let errors = errors.iter().map(|e| (e.span().map_or_else(Span::default, Span::from), e.message().to_owned())).collect();
    let (mut all, refused) = syntax::complaints(source, errors, MOST);
    let own = RefCell::new(Vec::new());
    let table = Table { entries: tree.get_ref(), span: tree.span().into(), source, complaints: &own, known: RefCell::default() };
    let value = read(&table);
    table.warn_of_the_rest();
    let first = refused.first().copied().unwrap_or(u32::MAX);
    let told = |c: &Complaint| refused.binary_search(&c.line).is_err() && (c.severity == Severity::Error || c.line < first);
    all.extend(own.into_inner().into_iter().filter(told));
    all.sort_by_key(|c| (c.line, c.column));
    if all.len() > MOST {
        let last =
            Complaint::warning(source, tree.span().into(), format!("more than {MOST} complaints; the rest are not listed"));
        all.truncate(MOST);
        all.push(last);
    }
    complaints.borrow_mut().append(&mut all);
    value
}

/// What could be read of `text`, and what could not.
fn parsed(text: &str) -> (Spanned<DeTable<'_>>, Vec<toml::de::Error>) {
    if text.len() <= MENDED_BYTES {
        return DeTable::parse_recoverable(text);
    }
    let nothing = |error| (Spanned::new(0..text.len(), DeTable::default()), vec![error]);
    DeTable::parse(text).map_or_else(nothing, |tree| (tree, Vec::new()))
}

/// One table of a user's file.
#[derive(Debug)]
pub struct Table<'a> {
    entries: &'a DeTable<'a>,
    span: Span,
    source: &'a Source<'a>,
    complaints: &'a RefCell<Vec<Complaint>>,
    known: RefCell<Vec<&'static str>>,
}

/// One value of a user's file, with the name it stands under.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    value: &'a Spanned<DeValue<'a>>,
    source: &'a Source<'a>,
    complaints: &'a RefCell<Vec<Complaint>>,
}

impl<'a> Table<'a> {
    /// The value under `key`, if the file has one.
    pub fn item(&self, key: &'static str) -> Option<Item<'a>> {
        self.known.borrow_mut().push(key);
        self.entries.get(key).map(|value| self.at(value))
    }

    /// The text under `key`; a value of another kind is a complaint.
    pub fn text(&self, key: &'static str) -> Option<(Clean, Span)> {
        self.item(key)?.text()
    }

    /// The texts under `key`: an array of them, or one alone.
    pub fn texts(&self, key: &'static str) -> Vec<(Clean, Span)> {
        self.items(key).into_iter().filter_map(Item::text).collect()
    }

    /// The value that the text under `key` names; another text is a complaint that lists the names.
    pub fn choice<T: Copy>(&self, key: &'static str, named: &[(&str, T)]) -> Option<T> {
        let item = self.item(key)?;
        let (word, _) = item.text()?;
        let value = named.iter().find(|(name, _)| *name == &*word).map(|(_, value)| *value);
        if value.is_none() {
            let known: Vec<&str> = named.iter().map(|(name, _)| *name).collect();
            item.complain(format!("unknown word \"{word}\""), format!("known here: {}", known.join(", ")));
        }
        value
    }

    /// The whole number under `key`.
    pub fn number(&self, key: &'static str) -> Option<i64> {
        self.item(key)?.number()
    }

    /// The `true` or `false` under `key`.
    pub fn flag(&self, key: &'static str) -> Option<bool> {
        self.item(key)?.flag()
    }

    /// The values of the array under `key`; a value alone counts as an array of one, an absent one as none.
    pub fn items(&self, key: &'static str) -> Vec<Item<'a>> {
        self.item(key).map_or_else(Vec::new, Item::items)
    }

    /// Every entry in the order of the file, for tables whose keys are the user's own names.
    pub fn entries(&self) -> Vec<(Clean, Span, Item<'a>)> {
        let mut all: Vec<_> = self
            .entries
            .iter()
            .map(|(key, value)| (Clean::from(key.get_ref().as_ref()), Span::from(key.span()), self.at(value)))
            .collect();
        all.sort_by_key(|(_, span, _)| *span);
        all
    }

    /// Adds a complaint, which is made only if it can be listed: to find the line of each of many would take longer than anyone waits.
    pub fn complain(&self, complaint: impl FnOnce() -> Complaint) {
        if !self.is_full() {
            self.complaints.borrow_mut().push(complaint());
        }
    }

    /// The file it stands in.
    pub fn source(&self) -> &'a Source<'a> {
        self.source
    }

    /// Where the table stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether more complaints would not be listed anyway.
    fn is_full(&self) -> bool {
        self.complaints.borrow().len() > MOST
    }

    fn at(&self, value: &'a Spanned<DeValue<'a>>) -> Item<'a> {
        Item { value, source: self.source, complaints: self.complaints }
    }

    /// Reads the keys as given by [`Table::item`]; every other key gets a warning.
    fn warn_of_the_rest(&self) {
        let known = self.known.borrow();
        for (key, span, _) in self.entries() {
            if known.iter().any(|k| *k == &*key) || self.is_full() {
                continue;
            }
            let warning = Complaint::warning(self.source, span, format!("unknown key \"{key}\""));
            self.complaints.borrow_mut().push(match nearest(&key, &known) {
                Some(name) => warning.help(format!("did you mean \"{name}\"?")),
                None => warning.help(format!("known here: {}", known.join(", "))),
            });
        }
    }
}

impl<'a> Item<'a> {
    /// Where the value stands.
    pub fn span(self) -> Span {
        self.value.span().into()
    }

    /// The text, one already clean; anything else is a complaint.
    pub fn text(self) -> Option<(Clean, Span)> {
        match self.value.get_ref() {
            DeValue::String(text) => Some((Clean::from(text.as_ref()), self.span())),
            _ => self.wrong("a text in quotation marks"),
        }
    }

    /// The text before cleaning, for texts that have a door of their own.
    pub fn raw_text(self) -> Option<&'a str> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(text.as_ref()),
            _ => self.wrong("a text in quotation marks"),
        }
    }

    /// The text or the TOML date, as it is written.
    pub fn text_or_date(self) -> Option<(Clean, Span)> {
        match self.value.get_ref() {
            DeValue::Datetime(date) => Some((Clean::from(date.to_string()), self.span())),
            DeValue::String(_) => self.text(),
            _ => self.wrong("a date such as 2025-11-28"),
        }
    }

    /// The whole number; anything else is a complaint.
    pub fn number(self) -> Option<i64> {
        match self.value.get_ref() {
            DeValue::Integer(n) => {
                i64::from_str_radix(n.as_str(), n.radix()).ok().or_else(|| self.wrong("a smaller whole number"))
            }
            _ => self.wrong("a whole number"),
        }
    }

    /// The truth value; anything else is a complaint.
    pub fn flag(self) -> Option<bool> {
        match self.value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong("true or false"),
        }
    }

    /// The values of an array, or the value itself.
    pub fn items(self) -> Vec<Self> {
        match self.value.get_ref() {
            DeValue::Array(array) => array.iter().map(|value| Self { value, ..self }).collect(),
            _ => vec![self],
        }
    }

    /// Whether it is a table.
    pub fn is_table(self) -> bool {
        self.value.get_ref().is_table()
    }

    /// Gives the table to `read`, then warns of the keys it did not ask for; anything else is a complaint.
    pub fn table<T>(self, read: impl FnOnce(&Table<'a>) -> T) -> Option<T> {
        let DeValue::Table(entries) = self.value.get_ref() else {
            return self.wrong("a table");
        };
        let table = Table {
            entries,
            span: self.span(),
            source: self.source,
            complaints: self.complaints,
            known: RefCell::new(Vec::new()),
        };
        let value = read(&table);
        table.warn_of_the_rest();
        Some(value)
    }

    /// Gives the table to `read`; its keys are the user's own names, so none is unknown.
    pub fn open_table<T>(self, read: impl FnOnce(&Table<'a>) -> T) -> Option<T> {
        let DeValue::Table(entries) = self.value.get_ref() else {
            return self.wrong("a table");
        };
        Some(read(&Table {
            entries,
            span: self.span(),
            source: self.source,
            complaints: self.complaints,
            known: RefCell::new(Vec::new()),
        }))
    }

    /// Complains about this value.
    pub fn complain(self, message: impl Into<Clean>, help: impl Into<Clean>) {
        if self.complaints.borrow().len() > MOST {
            return;
        }
        self.complaints.borrow_mut().push(Complaint::error(self.source, self.span(), message).help(help));
    }

    fn wrong<T>(self, expected: &str) -> Option<T> {
        if self.complaints.borrow().len() <= MOST {
            let message = format!("expected {expected}, found {}", kind(self.value.get_ref()));
            self.complaints.borrow_mut().push(Complaint::error(self.source, self.span(), message));
        }
        None
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}
