//! What is taken out of a briefing, as extracts that say where they stand.

use super::{Selection, Wanted, counted};
use crate::model::{
    Article, BlockKind, Briefing, Extract, Extracts, Opposed, Part, Place, Point, Pole, Restriction, Section, Source, Tension,
    Topic, Voice,
};
use crate::text::{Clean, Span};

/// What stands in a quotation where words of its sentence were left out.
const CUT: &str = "[…]";

/// The extracts of `selection`, and what they are, for the status line: `section Tensions, 5 points`.
pub fn extracts(briefing: &Briefing, selection: Selection<'_>) -> (Clean, Extracts) {
    let (what, parts) = match selection {
        Selection::Point(point) => ("1 point".to_owned(), vec![bare(vec![of_point(briefing, point)])]),
        Selection::Tension(tension) => ("1 tension".to_owned(), vec![bare(vec![of_tension(briefing, tension)])]),
        Selection::Stretch(span) => (stretch_in_words(briefing, span), vec![bare(vec![of_stretch(briefing, span)])]),
        Selection::Topic(topic) => {
            (format!("topic {}, {}", topic.label, counted(topic.points.len(), "point")), vec![of_topic(briefing, topic)])
        }
        Selection::Section(section) => of_section(briefing, section, &Wanted::default()),
        Selection::Whole(wanted) => {
            let sections = Section::ALL.into_iter().filter(|section| wanted.has(*section));
            let parts: Vec<Part> = sections.flat_map(|section| headed(briefing, section, wanted)).collect();
            ("briefing".to_owned(), parts)
        }
    };
    let title = matches!(selection, Selection::Whole(_)).then(|| briefing.head.headline.clone()).flatten();
    (Clean::from(what).one_line(), Extracts { title, parts, sources: vec![source(briefing)] })
}

/// What the article says of itself, as a source.
pub fn source(briefing: &Briefing) -> Source {
    let head = &briefing.head;
    let file = briefing.article.origin.rsplit(['/', '\\']).next().unwrap_or_default();
    Source {
        headline: head.headline.clone(),
        byline: head.byline.clone(),
        place: head.place.clone(),
        outlet: head.outlet.clone(),
        date: head.date,
        url: head.url.clone(),
        file: Clean::from(file),
        hash: briefing.article.hash.clone(),
        read: None,
        restrictions: briefing.article.fields.restrictions.iter().map(Restriction::words).collect(),
    }
}

fn bare(extracts: Vec<Extract>) -> Part {
    Part { extracts, ..Part::default() }
}

/// The parts of a section under the section's name.
fn headed(briefing: &Briefing, section: Section, wanted: &Wanted) -> Vec<Part> {
    let mut parts = of_section(briefing, section, wanted).1;
    for part in &mut parts {
        let own = part.heading.take().map_or_else(|| section.heading().to_owned(), |own| format!("{}: {own}", section.heading()));
        part.heading = Some(Clean::from(own));
    }
    parts.retain(|part| !part.extracts.is_empty());
    parts
}

fn of_section(briefing: &Briefing, section: Section, wanted: &Wanted) -> (String, Vec<Part>) {
    let heading = section.heading();
    match section {
        Section::Summary => {
            let points: Vec<Extract> = briefing.summary.iter().map(|point| of_point(briefing, point)).collect();
            (format!("section {heading}, {}", counted(points.len(), "point")), vec![bare(points)])
        }
        Section::Tensions => {
            let points: Vec<Extract> = briefing.tensions.iter().map(|tension| of_tension(briefing, tension)).collect();
            (format!("section {heading}, {}", counted(points.len(), "point")), vec![bare(points)])
        }
        Section::Agenda => {
            let topics = briefing.agenda.iter().filter(|topic| wanted.has_topic(topic));
            let parts: Vec<Part> = topics.map(|topic| of_topic(briefing, topic)).collect();
            (format!("section {heading}, {}", counted(parts.len(), "topic")), parts)
        }
        Section::Text => {
            let whole = of_text(briefing);
            let paragraphs = if let Place::Whole(paragraphs) = whole.place { paragraphs as usize } else { 0 };
            (format!("section {heading}, {}", counted(paragraphs, "paragraph")), vec![bare(vec![whole])])
        }
    }
}

pub(super) fn of_topic(briefing: &Briefing, topic: &Topic) -> Part {
    let of_topic = |point| Extract { topic: Some(topic.label.clone()), ..of_point(briefing, point) };
    Part { heading: Some(topic.label.clone()), slot: None, extracts: topic.points.iter().map(of_topic).collect() }
}

pub(super) fn of_point(briefing: &Briefing, point: &Point) -> Extract {
    let place = match (point.anchor(), point.unanchored()) {
        (Some(anchor), _) => Place::Sentence(briefing.article.reference(anchor.sentence)),
        (None, Some(_)) => Place::Unanchored,
        (None, None) => Place::Unquoted,
    };
    let voice = if point.is_found() { Voice::Source } else { Voice::Analyst };
    extract(Clean::from(briefing.words(point)), voice, place)
}

pub(super) fn of_tension(briefing: &Briefing, tension: &Tension) -> Extract {
    let words = |pole: &Pole| match pole {
        Pole::Found(span) => Clean::from(briefing.article.slice(*span)),
        Pole::Written(words) => words.clone(),
    };
    let cue = tension.cue.map(|span| Clean::from(briefing.article.slice(span))).or_else(|| tension.written_cue.clone());
    let poles = tension.poles.as_ref().map(|[one, other]| [words(one), words(other)]);
    Extract { opposed: Some(Opposed { kind: tension.kind.word(), cue, poles }), ..of_point(briefing, &tension.point) }
}

/// The words at `span`, with marks where it begins or ends within a sentence.
fn of_stretch(briefing: &Briefing, span: Span) -> Extract {
    let article = &*briefing.article;
    let span = span.trim(&article.text);
    let [first, last] = ends(article, span);
    let begins = |sentence: Option<u32>| sentence.and_then(|at| article.sentence(at)).map(|sentence| sentence.span);
    let before = if begins(first).is_some_and(|own| own.start() < span.start()) { format!("{CUT} ") } else { String::new() };
    let behind = if begins(last).is_some_and(|own| span.end() < own.end()) { format!(" {CUT}") } else { String::new() };
    let place = match [first, last].map(|at| at.map(|at| article.reference(at))) {
        [Some(first), Some(last)] if first != last => Place::Stretch(first, last),
        [Some(first), _] => Place::Sentence(first),
        _ => Place::Unquoted,
    };
    extract(Clean::from(format!("{before}{}{behind}", article.slice(span))), Voice::Source, place)
}

/// The sentences in which `span` begins and ends.
fn ends(article: &Article, span: Span) -> [Option<u32>; 2] {
    [article.sentence_at(span.start()), article.sentence_at(span.end().saturating_sub(1).max(span.start()))]
}

fn stretch_in_words(briefing: &Briefing, span: Span) -> String {
    let [first, last] = ends(&briefing.article, span.trim(&briefing.article.text)).map(Option::unwrap_or_default);
    counted((last.saturating_sub(first) + 1) as usize, "sentence")
}

/// The article's words from headline to end.
pub(super) fn of_text(briefing: &Briefing) -> Extract {
    let article = &briefing.article;
    let blocks = article.blocks.iter().filter(|block| block.kind != BlockKind::Meta);
    let words: Vec<&str> = blocks.clone().map(|block| article.slice(block.span)).collect();
    let paragraphs = blocks.filter_map(|block| block.number).max().unwrap_or_default();
    extract(Clean::from(words.join("\n\n")), Voice::Source, Place::Whole(paragraphs))
}

fn extract(words: Clean, voice: Voice, place: Place) -> Extract {
    Extract { words, voice, place, topic: None, opposed: None, remark: None, source: 0 }
}
