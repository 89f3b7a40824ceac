//! JSON: the extracts with their sources, every field by name; what is not known is null.

use std::io::{self, Write};

use serde::Serialize;

use crate::export::source::place;
use crate::model::{Extract, Extracts, Place, Reference, Source, Voice};

#[derive(Serialize)]
struct Document<'a> {
    title: Option<&'a str>,
    parts: Vec<PartObject<'a>>,
    sources: Vec<SourceObject<'a>>,
}

#[derive(Serialize)]
struct PartObject<'a> {
    heading: Option<&'a str>,
    /// What the analyst is to write here.
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<&'a str>,
    extracts: Vec<ExtractObject<'a>>,
}

#[derive(Serialize)]
struct ExtractObject<'a> {
    text: &'a str,
    /// Whose words they are: `source` or `analyst`.
    voice: &'static str,
    /// Where they stand, as people say it.
    place: String,
    /// From 1; null where the words are in no one paragraph.
    paragraph: Option<u32>,
    /// Of the sentence in its paragraph, from 1.
    sentence: Option<u32>,
    topic: Option<&'a str>,
    kind: Option<&'static str>,
    cue: Option<&'a str>,
    poles: Option<[&'a str; 2]>,
    remark: Option<&'a str>,
    /// Index into `sources`.
    source: usize,
}

#[derive(Serialize)]
struct SourceObject<'a> {
    outlet: Option<&'a str>,
    headline: Option<&'a str>,
    byline: Option<&'a str>,
    place: Option<&'a str>,
    date: Option<String>,
    url: Option<&'a str>,
    file: &'a str,
    sha256: Option<&'a str>,
    /// When the analyst read it, where that was asked for.
    read: Option<String>,
    /// What stands against using it.
    restrictions: Vec<&'a str>,
}

pub(in crate::export) fn write(extracts: &Extracts, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        title: extracts.title.as_deref(),
        parts: extracts
            .parts
            .iter()
            .map(|part| PartObject {
                heading: part.heading.as_deref(),
                slot: part.slot.as_deref(),
                extracts: part.extracts.iter().map(extract).collect(),
            })
            .collect(),
        sources: extracts.sources.iter().map(source).collect(),
    };
    Ok(serde_json::to_writer_pretty(out, &document)?)
}

fn extract(extract: &Extract) -> ExtractObject<'_> {
    let (paragraph, sentence) = match extract.place {
        Place::Sentence(Reference::Paragraph(paragraph, sentence)) => (Some(paragraph), Some(sentence)),
        _ => (None, None),
    };
    let opposed = extract.opposed.as_ref();
    ExtractObject {
        text: &extract.words,
        voice: if extract.voice == Voice::Source { "source" } else { "analyst" },
        place: place(extract.place),
        paragraph,
        sentence,
        topic: extract.topic.as_deref(),
        kind: opposed.map(|opposed| opposed.kind),
        cue: opposed.and_then(|opposed| opposed.cue.as_deref()),
        poles: opposed.and_then(|opposed| opposed.poles.as_ref()).map(|[one, other]| [&**one, &**other]),
        remark: extract.remark.as_deref(),
        source: extract.source,
    }
}

fn source(source: &Source) -> SourceObject<'_> {
    SourceObject {
        outlet: source.outlet.as_deref(),
        headline: source.headline.as_deref(),
        byline: source.byline.as_deref(),
        place: source.place.as_deref(),
        date: source.date.map(|date| date.to_string()),
        url: source.url.as_deref(),
        file: &source.file,
        sha256: source.hash.as_deref(),
        read: source.read.map(|date| date.to_string()),
        restrictions: source.restrictions.iter().map(|words| &**words).collect(),
    }
}
