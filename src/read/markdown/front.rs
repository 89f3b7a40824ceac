//! Front matter: the block above a Markdown text that says what it is, between lines of `---` (YAML) or `+++` (TOML).
//!
//! It is divided off here and not by the Markdown parser, which also takes what stands between two thematic breaks for one.

use super::yaml;
use crate::model::{Fields, Note, NoteKind, Subject};
use crate::read::gathered::gathered;
use crate::read::meta::is_url;
use crate::read::moment::moment;
use crate::text::{Clean, Span};

/// More front matter than anybody writes.
const BYTES: usize = 64 * 1024;

/// What the keys mean, in small letters and without marks between their words; a key of an earlier row goes before one of a later.
const TITLE: &[&str] = &["title", "headline"];
const STANDFIRST: &[&str] =
    &["standfirst", "subtitle", "subhead", "dek", "description", "summary", "excerpt", "abstract", "lead"];
const AUTHOR: &[&str] = &["author", "authors", "byline", "by", "creator"];
const DATE: &[&str] = &[
    "date",
    "published",
    "datepublished",
    "publisheddate",
    "publishdate",
    "pubdate",
    "publishedat",
    "publishedtime",
    "publicationdate",
];
const MODIFIED: &[&str] =
    &["modified", "updated", "lastmod", "lastmodified", "datemodified", "updatedat", "lastupdated", "modifieddate"];
const SUBJECT: &[&str] = &["tags", "tag", "categories", "category", "keywords", "topics", "subjects"];
const LANGUAGE: &[&str] = &["lang", "language", "locale"];
const OUTLET: &[&str] = &["outlet", "publisher", "publication", "site", "sitename", "website", "source", "newspaper"];
const URL: &[&str] = &["url", "canonical", "canonicalurl", "link", "originalurl", "sourceurl", "source", "permalink", "href"];
const SECTION: &[&str] = &["section"];
const RIGHTS: &[&str] = &["rights", "copyright", "license", "licence"];
const PLACE: &[&str] = &["place", "location", "dateline"];

/// One entry: its key, and its values as texts.
pub(super) type Entry = (String, Vec<String>);

/// The block above a text.
#[derive(Debug)]
pub(super) struct Front {
    entries: Vec<Entry>,
    /// Where it ends in the text, its last line included.
    pub(super) end: usize,
    /// Why it could not be read.
    fault: Option<(String, u32)>,
}

/// The front matter that `text` begins with.
pub(super) fn front(text: &str) -> Option<Front> {
    let opening = text.lines().next()?.trim_end();
    let is_toml = opening == "+++";
    if !is_toml && opening != "---" {
        return None;
    }
    let start = text.find('\n')? + 1;
    let mut end = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        let mark = line.trim_end();
        if mark == opening || !is_toml && mark == "..." {
            let inner = Span::new(start, end).of(text);
            let end = end + line.len();
            return if is_toml {
                Some(toml(inner, end))
            } else {
                Some(Front { entries: yaml::entries(inner)?, end, fault: None })
            };
        }
        end += line.len();
        if end - start > BYTES {
            return None;
        }
    }
    None
}

fn toml(text: &str, end: usize) -> Front {
    match text.parse::<toml::Table>() {
        Ok(table) => {
            Front { entries: table.into_iter().map(|(key, value)| (normal(&key), texts(&value))).collect(), end, fault: None }
        }
        Err(error) => {
            let above = error.span().and_then(|span| text.get(..span.start)).map_or(0, |above| above.matches('\n').count());
            // One line of marks stands above, and lines count from 1.
            let line = u32::try_from(above + 2).unwrap_or(u32::MAX);
            Front { entries: Vec::new(), end, fault: Some((error.message().to_owned(), line)) }
        }
    }
}

fn texts(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::String(text) => vec![text.clone()],
        toml::Value::Array(all) => all.iter().filter_map(|one| texts(one).into_iter().next()).collect(),
        toml::Value::Table(table) => table.get("name").map(texts).unwrap_or_default(),
        toml::Value::Datetime(at) => vec![at.to_string()],
        toml::Value::Integer(number) => vec![number.to_string()],
        toml::Value::Float(_) | toml::Value::Boolean(_) => Vec::new(),
    }
}

/// A key in small letters, without the marks that divide its words.
pub(super) fn normal(key: &str) -> String {
    key.chars().filter(|c| !matches!(c, '_' | '-' | ' ' | ':' | '.')).flat_map(char::to_lowercase).collect()
}

impl Front {
    /// Whether it speaks of an article at all.
    pub(super) fn is_known(&self) -> bool {
        let known = [TITLE, STANDFIRST, AUTHOR, DATE, MODIFIED, SUBJECT, LANGUAGE, OUTLET, URL];
        self.fault.is_some() || self.entries.iter().any(|(key, _)| known.iter().any(|keys| keys.contains(&key.as_str())))
    }

    /// What was wrong with it.
    pub(super) fn notes(&self) -> Option<Note> {
        let (fault, line) = self.fault.as_ref()?;
        Some(Note { line: Some(*line), ..Note::new(NoteKind::File, format!("the front matter is no TOML: {fault}")) })
    }

    /// What it says of the article.
    pub(super) fn fields(&self) -> Fields {
        let authors: Vec<Clean> = gathered(self.all(AUTHOR).map(words).filter(|name| !name.is_empty()));
        let byline = match authors.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            all => Some(Clean::from(all.iter().map(|name| &**name).collect::<Vec<_>>().join(", "))),
        };
        let subject = |name: String| Subject { code: None, name: Some(words(&name)) };
        // One text may be a list; the texts of a list are none.
        let is_list = self.all(SUBJECT).nth(1).is_some();
        let divided = |value: &str| -> Vec<String> {
            let all = if is_list { vec![value] } else { value.split(',').collect() };
            all.into_iter().map(|tag| tag.trim().trim_start_matches('#').to_owned()).collect()
        };
        let tags = self.all(SUBJECT).flat_map(divided);
        Fields {
            headline: self.one(TITLE),
            standfirst: self.one(STANDFIRST),
            byline,
            authors: if authors.len() > 1 { authors } else { Vec::new() },
            place: self.one(PLACE),
            date: self.all(DATE).find_map(moment),
            modified: self.all(MODIFIED).find_map(moment),
            outlet: self.all(OUTLET).find(|value| !is_url(value)).map(words),
            section: self.one(SECTION),
            url: self.all(URL).find(|value| is_url(value)).map(words),
            language: self.one(LANGUAGE),
            subjects: gathered(tags.filter(|tag| !tag.is_empty()).map(subject)),
            rights: self.one(RIGHTS),
            ..Fields::default()
        }
    }

    /// All values of these keys, those of the first key first.
    fn all<'a>(&'a self, keys: &'a [&str]) -> impl Iterator<Item = &'a str> {
        let of = |key: &'a &str| self.entries.iter().filter(move |(known, _)| known == key).flat_map(|(_, values)| values);
        keys.iter().flat_map(of).map(|value| bare(value)).filter(|value| !value.is_empty())
    }

    fn one(&self, keys: &[&str]) -> Option<Clean> {
        self.all(keys).next().map(words)
    }
}

/// A value without the brackets that note programs put around what they link.
fn bare(value: &str) -> &str {
    let value = value.trim();
    value.strip_prefix("[[").and_then(|inner| inner.strip_suffix("]]")).unwrap_or(value).trim()
}

fn words(text: &str) -> Clean {
    Clean::from(text).one_line()
}
