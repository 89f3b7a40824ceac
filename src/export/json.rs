//! A briefing as JSON: one object per document, spans as UTF-8 byte ranges in `text`.

use std::io::{self, Write};

use serde::Serialize;

use crate::model::{Anchor, Article, Briefing, Origin, Point, Pole, Reference, Tension};
use crate::text::Span;

/// The briefing of the document called `path`, on one line or, `pretty`, on many.
pub fn json(path: &str, briefing: &Briefing, pretty: bool) -> String {
    let mut bytes = Vec::new();
    let written = write_json(&mut bytes, path, briefing, pretty);
    written.ok().and_then(|()| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The same, written to `out` as it comes: of a long text it is many times its bytes.
///
/// # Errors
/// Where `out` can't be written to.
pub fn write_json(out: impl Write, path: &str, briefing: &Briefing, pretty: bool) -> io::Result<()> {
    let document = Document::of(path, briefing);
    let written = if pretty { serde_json::to_writer_pretty(out, &document) } else { serde_json::to_writer(out, &document) };
    Ok(written?)
}

pub(super) type Range = [usize; 2];

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    format: Option<&'static str>,
    headline: Option<&'a str>,
    standfirst: Option<&'a str>,
    byline: Option<&'a str>,
    authors: Vec<&'a str>,
    place: Option<&'a str>,
    outlet: Option<&'a str>,
    section: Option<&'a str>,
    date: Option<String>,
    /// The date with clock and zone, as far as they are known.
    published: Option<String>,
    modified: Option<String>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    subjects: Vec<SubjectLine<'a>>,
    genre: Option<&'a str>,
    urgency: Option<u8>,
    version: Option<&'a str>,
    rights: Option<&'a str>,
    restrictions: Vec<String>,
    text: &'a str,
    paragraphs: Vec<Range>,
    sentences: Vec<Range>,
    summary: Vec<Line<'a>>,
    agenda: Vec<TopicLines<'a>>,
    tensions: Vec<TensionLine<'a>>,
    removed: Vec<RemovedLine<'a>>,
    notes: Vec<NoteLine<'a>>,
}

/// Where a line stands.
#[derive(Serialize)]
pub(super) struct Place {
    sentence: u32,
    span: Range,
    /// From 1; null in headline, standfirst and what stands beside the paragraphs.
    paragraph: Option<u32>,
    /// Of the sentence in its paragraph, from 1.
    index: Option<u32>,
}

#[derive(Serialize)]
struct SubjectLine<'a> {
    code: Option<&'a str>,
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct Line<'a> {
    anchor: Option<Place>,
    text: &'a str,
    found: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    unanchored: Option<&'a str>,
}

#[derive(Serialize)]
struct TopicLines<'a> {
    id: &'a str,
    label: &'a str,
    points: Vec<Line<'a>>,
    found: bool,
    from: &'static str,
}

#[derive(Serialize)]
struct TensionLine<'a> {
    anchor: Option<Place>,
    cue: Option<Range>,
    kind: &'static str,
    poles: Option<[Range; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    written_poles: Option<[&'a str; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    written_cue: Option<&'a str>,
    /// Whom its words speak against.
    target: Option<Range>,
    /// From 0; the pane marks it as strong from 4.
    strength: u8,
    text: &'a str,
    found: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    unanchored: Option<&'a str>,
}

#[derive(Serialize)]
struct RemovedLine<'a> {
    line: u32,
    text: &'a str,
    rule: &'a str,
}

#[derive(Serialize)]
struct NoteLine<'a> {
    kind: &'static str,
    message: &'a str,
    line: Option<u32>,
}

impl<'a> Document<'a> {
    fn of(path: &'a str, briefing: &'a Briefing) -> Self {
        let head = &briefing.head;
        let article = &*briefing.article;
        let fields = &article.fields;
        Self {
            path,
            format: article.format,
            headline: head.headline.as_deref(),
            standfirst: head.standfirst.as_deref(),
            byline: head.byline.as_deref(),
            authors: fields.authors.iter().map(|author| &**author).collect(),
            place: head.place.as_deref(),
            outlet: head.outlet.as_deref(),
            section: fields.section.as_deref(),
            date: head.date.map(|date| date.to_string()),
            published: fields.date.map(|moment| moment.to_string()),
            modified: fields.modified.map(|moment| moment.to_string()),
            url: head.url.as_deref(),
            language: briefing.language.map(|language| language.code),
            subjects: fields.subjects.iter().map(|s| SubjectLine { code: s.code.as_deref(), name: s.name.as_deref() }).collect(),
            genre: fields.genre.as_deref(),
            urgency: fields.urgency,
            version: fields.version.as_deref(),
            rights: fields.rights.as_deref(),
            restrictions: fields.restrictions.iter().map(|r| r.words().to_string()).collect(),
            text: &article.text,
            paragraphs: article.blocks.iter().filter(|b| b.kind.is_body()).map(|b| range(b.span)).collect(),
            sentences: article.sentences.iter().map(|s| range(s.span)).collect(),
            summary: briefing.summary.iter().map(|p| Line::of(briefing, p)).collect(),
            agenda: briefing
                .agenda
                .iter()
                .map(|t| TopicLines {
                    id: &t.id,
                    label: &t.label,
                    points: t.points.iter().map(|p| Line::of(briefing, p)).collect(),
                    found: t.origin != Origin::Written,
                    from: t.origin.word(),
                })
                .collect(),
            tensions: briefing.tensions.iter().map(|t| TensionLine::of(briefing, t)).collect(),
            removed: article.removed.iter().map(|r| RemovedLine { line: r.line, text: &r.text, rule: &r.rule }).collect(),
            notes: briefing.notes.iter().map(|n| NoteLine { kind: n.kind.word(), message: &n.message, line: n.line }).collect(),
        }
    }
}

impl<'a> Line<'a> {
    fn of(briefing: &'a Briefing, point: &'a Point) -> Self {
        Self {
            anchor: point.anchor().map(|anchor| Place::of(&briefing.article, anchor)),
            text: briefing.words(point),
            found: point.is_found(),
            unanchored: point.unanchored().map(|quote| &**quote),
        }
    }
}

impl<'a> TensionLine<'a> {
    fn of(briefing: &'a Briefing, tension: &'a Tension) -> Self {
        let (poles, written_poles) = match &tension.poles {
            Some([Pole::Found(one), Pole::Found(other)]) => (Some([range(*one), range(*other)]), None),
            Some([one, other]) => (None, Some([words(briefing, one), words(briefing, other)])),
            None => (None, None),
        };
        let line = Line::of(briefing, &tension.point);
        Self {
            anchor: line.anchor,
            cue: tension.cue.map(range),
            kind: tension.kind.word(),
            poles,
            written_poles,
            written_cue: tension.written_cue.as_deref(),
            target: tension.target.map(range),
            strength: tension.strength.value(),
            text: line.text,
            found: line.found,
            unanchored: line.unanchored,
        }
    }
}

impl Place {
    pub(super) fn of(article: &Article, anchor: Anchor) -> Self {
        let (paragraph, index) = match article.reference(anchor.sentence) {
            Reference::Paragraph(paragraph, index) => (Some(paragraph), Some(index)),
            _ => (None, None),
        };
        Self { sentence: anchor.sentence, span: range(anchor.focus), paragraph, index }
    }
}

fn words<'a>(briefing: &'a Briefing, pole: &'a Pole) -> &'a str {
    match pole {
        Pole::Found(span) => briefing.article.slice(*span),
        Pole::Written(words) => words,
    }
}

pub(super) fn range(span: Span) -> Range {
    [span.start(), span.end()]
}
