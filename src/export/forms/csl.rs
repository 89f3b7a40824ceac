//! CSL-JSON (version 1.0.2 of its schema), one item per source; the extracts are its `annote`.

use serde::Serialize;

use super::{annotation, by_source, key};
use crate::export::source::{dateline, note, outlet};
use crate::model::{Extracts, Source};

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    author: [Name<'a>; 1],
    #[serde(rename = "container-title")]
    outlet: String,
    #[serde(rename = "event-place")]
    place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Issued>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    note: String,
    annote: String,
}

/// As it is written: person or agency, no program can tell.
#[derive(Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    parts: [[i16; 3]; 1],
}

pub(in crate::export) fn write(extracts: &Extracts) -> String {
    let items: Vec<Item<'_>> = by_source(extracts)
        .map(|(_, source, own)| {
            let annote: Vec<String> = own.into_iter().map(annotation).collect();
            item(source, annote.join("\n"))
        })
        .collect();
    serde_json::to_string_pretty(&items).unwrap_or_default()
}

fn item(source: &Source, annote: String) -> Item<'_> {
    let date = |date: crate::model::Date| Issued { parts: [[date.year(), date.month().into(), date.day().into()]] };
    let undated = if source.date.is_none() { "; [date not stated]" } else { "" };
    Item {
        id: key(source),
        kind: "article-newspaper",
        title: source.headline.as_deref().unwrap_or("[no headline]"),
        author: [Name { literal: source.byline.as_deref().unwrap_or("[byline not stated]") }],
        outlet: outlet(source),
        place: dateline(source),
        issued: source.date.map(date),
        accessed: source.read.map(date),
        url: source.url.as_deref(),
        note: format!("{}{undated}", note(source)),
        annote,
    }
}
