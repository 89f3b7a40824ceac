//! Plain text for the clipboard: each line verbatim, its source line under it.

use std::fmt::Write;

use super::{Export, Selection, counted, source};
use crate::model::{BlockKind, Briefing, Point, Pole, Section, Tension, Topic};
use crate::text::Clean;

/// The words of `selection` with their source.
pub fn plain(briefing: &Briefing, selection: Selection<'_>) -> Export {
    let (what, text) = match selection {
        Selection::Point(point) => ("1 point".to_owned(), point_text(briefing, point)),
        Selection::Sentence(sentence) => ("1 sentence".to_owned(), sentence_text(briefing, sentence)),
        Selection::Topic(topic) => {
            (format!("topic {}, {}", topic.label, counted(topic.points.len(), "point")), topic_text(briefing, topic))
        }
        Selection::Section(section) => section_text(briefing, section),
    };
    Export { what: Clean::from(what).one_line(), text: text.into() }
}

/// A tension's two poles as one line, where it has no wording of its own.
pub(super) fn poles(briefing: &Briefing, tension: &Tension) -> Option<[String; 2]> {
    let words = |pole: &Pole| match pole {
        Pole::Found(span) => briefing.article.slice(*span).to_owned(),
        Pole::Written(words) => words.to_string(),
    };
    tension.poles.as_ref().map(|[a, b]| [words(a), words(b)])
}

fn section_text(briefing: &Briefing, section: Section) -> (String, String) {
    let heading = section.heading();
    match section {
        Section::Summary => {
            (format!("section {heading}, {}", counted(briefing.summary.len(), "point")), points_text(briefing, &briefing.summary))
        }
        Section::Tensions => {
            let points: Vec<Point> = briefing.tensions.iter().map(|t| t.point.clone()).collect();
            (format!("section {heading}, {}", counted(points.len(), "point")), points_text(briefing, &points))
        }
        Section::Agenda => {
            let topics: Vec<String> = briefing.agenda.iter().map(|topic| topic_text(briefing, topic)).collect();
            (format!("section {heading}, {}", counted(topics.len(), "topic")), topics.join("\n\n"))
        }
        Section::Text => text_text(briefing),
    }
}

fn point_text(briefing: &Briefing, point: &Point) -> String {
    format!("{}\n-- {}", briefing.words(point), source::line(briefing, &source::place(briefing, point)))
}

fn sentence_text(briefing: &Briefing, sentence: u32) -> String {
    let words = briefing.article.sentence(sentence).map_or("", |s| briefing.article.slice(s.span));
    format!("{words}\n-- {}", source::line(briefing, &source::sentence(briefing, sentence)))
}

fn points_text(briefing: &Briefing, points: &[Point]) -> String {
    points.iter().map(|point| point_text(briefing, point)).collect::<Vec<_>>().join("\n\n")
}

fn topic_text(briefing: &Briefing, topic: &Topic) -> String {
    format!("{}\n\n{}", topic.label, points_text(briefing, &topic.points))
}

fn text_text(briefing: &Briefing) -> (String, String) {
    let article = &briefing.article;
    let mut text = String::new();
    let mut last = 0;
    for block in article.blocks.iter().filter(|b| b.kind != BlockKind::Meta) {
        last = block.number.unwrap_or(last);
        let _ = write!(text, "{}\n\n", article.slice(block.span));
    }
    let place = if last == 1 { "¶1".to_owned() } else { format!("¶1-{last}") };
    let _ = write!(text, "-- {}", source::line(briefing, &place));
    (format!("section {}, {}", Section::Text.heading(), counted(last as usize, "paragraph")), text)
}
