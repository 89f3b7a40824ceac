//! JSON Feed, 1.0 and 1.1.

use super::super::draft::{Draft, bounded};
use super::super::format::Refusal;
use super::super::json::{Json, parse};
use super::super::said::{line, marked_line, short};
use super::super::{File, carried, remarks};
use super::entry::{Entry, address, of_feed};
use crate::model::{Fields, Note};

/// What the version of every JSON Feed begins with; its scheme may be http.
const VERSION: &str = "jsonfeed.org/version/";

/// Whether `file` is a JSON Feed.
pub(in crate::read) fn is_json_feed(file: &File<'_>) -> bool {
    let head = file.head();
    head.trim_start_matches('\u{FEFF}').starts_with('{') && head.replace("\\/", "/").contains(VERSION)
}

/// The articles of a feed.
pub(in crate::read) fn json_feed(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let decoded = file.decoded();
    let (values, broken) = parse(&decoded.text);
    let notes: Vec<Note> = [remarks::decoding(decoded), broken].concat();
    let entries = values.iter().flat_map(|feed| {
        let mut notes = notes.clone();
        let authors = of_feed(authors(feed), &mut notes);
        let items = feed.get("items").map(Json::items).unwrap_or_default();
        items.iter().map(move |item| entry(item, feed, &authors).draft(&notes))
    });
    let mut drafts = bounded(entries.filter(|draft| !draft.is_empty()), decoded.text.len());
    if drafts.is_empty() {
        return Err("there is no entry in this feed".into());
    }
    for draft in &mut drafts {
        for (number, part) in (1..).zip(&mut draft.parts) {
            part.line = number;
        }
    }
    Ok(drafts)
}

/// The names of who wrote a feed or an entry.
fn authors(of: &Json<'_>) -> impl Iterator<Item = String> {
    let many = of.get("authors").map(Json::items).unwrap_or_default().iter().chain(of.get("author"));
    many.filter_map(|author| author.text("name").map(str::to_owned))
}

fn entry(item: &Json<'_>, feed: &Json<'_>, authors_of_feed: &[String]) -> Entry {
    let plain = |key| item.text(key).map(|text| carried::plain(text, 1));
    let marked = item.text("content_html").map(|text| carried::parts(text, 1));
    let own: Vec<String> = authors(item).collect();
    let tags = item.get("tags").map(Json::items).unwrap_or_default();
    let written = |key| item.text(key).map(str::to_owned).into_iter().collect();
    Entry {
        title: item.text("title").and_then(marked_line),
        content: marked.or_else(|| plain("content_text")).unwrap_or_default(),
        summary: plain("summary").unwrap_or_default(),
        authors: if own.is_empty() { authors_of_feed.to_vec() } else { own },
        published: written("date_published"),
        changed: written("date_modified"),
        subjects: tags.iter().map(|tag| (None, tag.as_text().map(str::to_owned))).collect(),
        fields: Fields {
            outlet: feed.text("title").and_then(|title| marked_line(&short(title))),
            language: item.text("language").or(feed.text("language")).and_then(|language| line(&short(language))),
            url: ["url", "external_url", "id"].iter().find_map(|key| address(item.text(key)?)),
            ..Fields::default()
        },
        ..Entry::default()
    }
}
