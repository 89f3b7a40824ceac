//! The tray as JSON. Foreign words are cleaned on the way in: the file may have been written by anyone.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::store::StoreError;
use crate::library::tray::{Change, Line, Spot, Tray};
use crate::model::{Extract, Opposed, Place, Reference, Source, TensionKind, Voice};
use crate::text::Clean;
use crate::text::shortened::shortened;

/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;

/// The longest words of a source's field, as of those that are read from an article: each is compared with all others, and some are said
/// beside every line.
const FIELD_BYTES: usize = 4096;

/// The restrictions of a source, as of an article's.
const RESTRICTIONS: usize = 200;

/// What every version has.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Document {
    version: u32,
    title: Option<String>,
    lines: Vec<LineObject>,
    sources: Vec<SourceObject>,
}

#[derive(Serialize, Deserialize)]
struct LineObject {
    text: String,
    voice: VoiceWord,
    place: PlaceObject,
    topic: Option<String>,
    opposed: Option<OpposedObject>,
    /// The analyst's own line.
    remark: Option<String>,
    /// Index into `sources`.
    source: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum VoiceWord {
    Source,
    Analyst,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum PlaceObject {
    Sentence(ReferenceObject),
    Stretch(ReferenceObject, ReferenceObject),
    Whole(u32),
    Unquoted,
    Unanchored,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum ReferenceObject {
    Headline,
    Standfirst,
    Aside,
    Paragraph(u32, u32),
}

#[derive(Serialize, Deserialize)]
struct OpposedObject {
    kind: String,
    cue: Option<String>,
    poles: Option<[String; 2]>,
}

#[derive(Serialize, Deserialize)]
struct SourceObject {
    outlet: Option<String>,
    headline: Option<String>,
    byline: Option<String>,
    place: Option<String>,
    date: Option<String>,
    url: Option<String>,
    file: String,
    sha256: Option<String>,
    #[serde(default)]
    restrictions: Vec<String>,
}

/// The bytes of the file for `tray`.
pub(super) fn to_bytes(tray: &Tray) -> Result<Vec<u8>, StoreError> {
    let extracts = tray.extracts();
    let document = Document {
        version: VERSION,
        title: words(extracts.title.as_ref()),
        lines: extracts.all().map(from_extract).collect(),
        sources: extracts.sources.iter().map(from_source).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&document).map_err(|error| StoreError::Disk(error.into()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The tray that `bytes` hold; of lines that stand there twice the first, of too many the first ones.
pub(super) fn from_bytes(bytes: &[u8]) -> Result<Tray, StoreError> {
    let corrupt = |error: serde_json::Error| StoreError::Corrupt(Clean::from(error.to_string()).one_line());
    let head: Head = serde_json::from_slice(bytes).map_err(corrupt)?;
    if head.version > VERSION {
        return Err(StoreError::Newer(head.version));
    }
    let document: Document = serde_json::from_slice(bytes).map_err(corrupt)?;
    let sources =
        document.sources.into_iter().map(|source| to_source(source).map(Arc::new)).collect::<Result<Vec<Arc<Source>>, _>>()?;
    let mut tray = Tray::default();
    let lines = document.lines.into_iter().map(|line| {
        let source = sources.get(line.source).cloned().ok_or_else(|| StoreError::Corrupt("a line names no source".into()))?;
        Ok((Line::new(to_extract(line), source), Spot::Last))
    });
    tray.apply(&Change::Put(lines.collect::<Result<_, StoreError>>()?));
    tray.apply(&Change::Title(clean(document.title)));
    Ok(tray)
}

fn from_extract(extract: &Extract) -> LineObject {
    LineObject {
        text: extract.words.to_string(),
        voice: if extract.voice == Voice::Source { VoiceWord::Source } else { VoiceWord::Analyst },
        place: from_place(extract.place),
        topic: words(extract.topic.as_ref()),
        opposed: extract.opposed.as_ref().map(|opposed| OpposedObject {
            kind: opposed.kind.to_owned(),
            cue: words(opposed.cue.as_ref()),
            poles: opposed.poles.as_ref().map(|poles| poles.each_ref().map(ToString::to_string)),
        }),
        remark: words(extract.remark.as_ref()),
        source: extract.source,
    }
}

fn to_extract(line: LineObject) -> Extract {
    let opposed = line.opposed.and_then(|opposed| {
        let kind = TensionKind::ALL.into_iter().map(TensionKind::word).find(|kind| *kind == opposed.kind)?;
        Some(Opposed { kind, cue: clean(opposed.cue), poles: opposed.poles.map(|poles| poles.map(Clean::from)) })
    });
    Extract {
        words: line.text.into(),
        voice: if matches!(line.voice, VoiceWord::Source) { Voice::Source } else { Voice::Analyst },
        place: to_place(line.place),
        topic: clean(line.topic),
        opposed,
        remark: clean(line.remark).map(|remark| remark.one_line()),
        source: 0,
    }
}

fn from_source(source: &Source) -> SourceObject {
    SourceObject {
        outlet: words(source.outlet.as_ref()),
        headline: words(source.headline.as_ref()),
        byline: words(source.byline.as_ref()),
        place: words(source.place.as_ref()),
        date: source.date.map(|date| date.to_string()),
        url: words(source.url.as_ref()),
        file: source.file.to_string(),
        sha256: words(source.hash.as_ref()),
        restrictions: source.restrictions.iter().map(ToString::to_string).collect(),
    }
}

fn to_source(source: SourceObject) -> Result<Source, StoreError> {
    let date = source.date.map(|date| date.parse().map_err(|_| StoreError::Corrupt(format!("\"{date}\" is no date").into())));
    Ok(Source {
        headline: source.headline.map(field),
        byline: source.byline.map(field),
        place: source.place.map(field),
        outlet: source.outlet.map(field),
        date: date.transpose()?,
        url: source.url.map(field),
        file: field(source.file),
        hash: source.sha256.map(field),
        read: None,
        restrictions: source.restrictions.into_iter().take(RESTRICTIONS).map(field).collect(),
    })
}

fn from_place(place: Place) -> PlaceObject {
    match place {
        Place::Sentence(at) => PlaceObject::Sentence(from_reference(at)),
        Place::Stretch(first, last) => PlaceObject::Stretch(from_reference(first), from_reference(last)),
        Place::Whole(paragraphs) => PlaceObject::Whole(paragraphs),
        Place::Unquoted => PlaceObject::Unquoted,
        Place::Unanchored => PlaceObject::Unanchored,
    }
}

fn to_place(place: PlaceObject) -> Place {
    match place {
        PlaceObject::Sentence(at) => Place::Sentence(to_reference(&at)),
        PlaceObject::Stretch(first, last) => Place::Stretch(to_reference(&first), to_reference(&last)),
        PlaceObject::Whole(paragraphs) => Place::Whole(paragraphs),
        PlaceObject::Unquoted => Place::Unquoted,
        PlaceObject::Unanchored => Place::Unanchored,
    }
}

fn from_reference(reference: Reference) -> ReferenceObject {
    match reference {
        Reference::Headline => ReferenceObject::Headline,
        Reference::Standfirst => ReferenceObject::Standfirst,
        Reference::Aside => ReferenceObject::Aside,
        Reference::Paragraph(paragraph, sentence) => ReferenceObject::Paragraph(paragraph, sentence),
    }
}

fn to_reference(reference: &ReferenceObject) -> Reference {
    match reference {
        ReferenceObject::Headline => Reference::Headline,
        ReferenceObject::Standfirst => Reference::Standfirst,
        ReferenceObject::Aside => Reference::Aside,
        ReferenceObject::Paragraph(paragraph, sentence) => Reference::Paragraph(*paragraph, *sentence),
    }
}

fn words(text: Option<&Clean>) -> Option<String> {
    text.map(ToString::to_string)
}

fn clean(text: Option<String>) -> Option<Clean> {
    text.map(Clean::from)
}

/// A field of a source, cut where it is too long.
fn field(words: String) -> Clean {
    if words.len() > FIELD_BYTES { Clean::from(&*shortened(&words, FIELD_BYTES)) } else { Clean::from(words) }
}
