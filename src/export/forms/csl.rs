//! CSL-JSON (version 1.0.2 of its schema), one item per source; the extracts are its `annote`.

use std::fmt;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::{annotation, by_source, key};
use crate::export::source::{dateline, note, outlet};
use crate::model::{Extract, Extracts, Source};

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
    annote: Annotations<'a>,
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

/// The extracts of one source, each on a line. A whole briefing may be among them: they are not put together first.
struct Annotations<'a>(&'a [&'a Extract]);

impl fmt::Display for Annotations<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.0.iter().enumerate();
        lines
            .map(|(at, extract)| (if at == 0 { "" } else { "\n" }, annotation(extract)))
            .try_for_each(|(end, line)| write!(f, "{end}{line}"))
    }
}

impl Serialize for Annotations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A source with its extracts, which becomes an item when it is written.
struct Record<'a>(Source, Vec<&'a Extract>);

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        item(&self.0, Annotations(&self.1)).serialize(serializer)
    }
}

pub(in crate::export) fn write(extracts: &Extracts, out: &mut dyn Write) -> io::Result<()> {
    Ok(serde_json::Serializer::pretty(out).collect_seq(by_source(extracts).map(|(source, own)| Record(source, own)))?)
}

fn item<'a>(source: &'a Source, annote: Annotations<'a>) -> Item<'a> {
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
