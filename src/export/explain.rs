//! Why lines are here: the same words in a sheet over the panes, as a page and as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::defused::without_tags;
use super::json::{Place, Range, range};
use super::{Wanted, source};
use crate::model::{Briefing, Point, Reference, Section, Tension};
use crate::text::Clean;

/// Why `point` is here, in sentences: found or written, by what, which words, how strong the tension is that it belongs to, where the
/// rule is written, where it stands.
pub fn reasons(briefing: &Briefing, point: &Point, tension: Option<&Tension>) -> Vec<Clean> {
    let reason = point.reason();
    let mut lines: Vec<Clean> =
        vec![if point.is_found() { "Found in the article." } else { "Written in the briefing file." }.into()];
    lines.extend(Some(&reason.because).filter(|because| !because.is_empty()).cloned());
    let hits = hits(briefing, point);
    if !hits.is_empty() {
        lines.push(format!("Words of the article: {}", hits.join(" | ")).into());
    }
    lines.extend(tension.map(|tension| strength(briefing, tension)));
    if let Some(rule) = &reason.rule {
        lines.push(format!("Written in {}, line {}", rule.file, rule.line).into());
    }
    if let Some(anchor) = point.anchor() {
        lines.push(format!("Stands at {}", place_in_words(briefing, anchor.sentence)).into());
    }
    if let Some(quote) = point.unanchored() {
        lines.push(format!("Its quotation is not in the article: \"{quote}\"").into());
    }
    lines
}

/// How strong a tension is, and whom its words speak against.
fn strength(briefing: &Briefing, tension: &Tension) -> Clean {
    let strong = if tension.strength.is_strong() { " (strong)" } else { "" };
    let target = tension.target.map_or_else(String::new, |span| format!(", against \"{}\"", briefing.article.slice(span)));
    format!("Strength {}{strong}{target}", tension.strength.value()).into()
}

/// Where a sentence stands, for people.
pub fn place_in_words(briefing: &Briefing, sentence: u32) -> String {
    match briefing.article.reference(sentence) {
        Reference::Headline => "the headline".into(),
        Reference::Standfirst => "the standfirst".into(),
        Reference::Aside => "a line beside the text".into(),
        Reference::Paragraph(paragraph, sentence) => format!("paragraph {paragraph}, sentence {sentence}"),
    }
}

/// Writes every wanted line of `briefing` under the heading of its section, its reasons under it.
///
/// # Errors
/// Where `out` can't be written to.
pub fn write_explained(out: &mut dyn Write, briefing: &Briefing, wanted: &Wanted) -> io::Result<()> {
    put(out, briefing.head.headline.as_deref().unwrap_or("[no headline]").to_owned())?;
    let mut under = None;
    for line in lines(briefing, wanted) {
        if under.is_none_or(|(section, _)| section != line.section) {
            writeln!(out, "\n{}", line.section.heading().to_uppercase())?;
        }
        if under != Some((line.section, line.topic)) {
            line.label.iter().try_for_each(|label| put(out, format!("\n{label}")))?;
        }
        under = Some((line.section, line.topic));
        let place = source::of_point(briefing, line.point);
        put(out, format!("\n  {} [{}]", briefing.words(line.point), place.trim_matches(['[', ']'])))?;
        reasons(briefing, line.point, line.tension).iter().try_for_each(|reason| put(out, format!("    {reason}")))?;
    }
    Ok(())
}

/// Writes a line in which nothing opens a tag.
fn put(out: &mut dyn Write, line: String) -> io::Result<()> {
    writeln!(out, "{}", without_tags(line))
}

/// The same as one JSON object.
///
/// # Errors
/// As in [`write_explained`].
pub fn write_explained_json(
    out: &mut dyn Write,
    path: &str,
    briefing: &Briefing,
    wanted: &Wanted,
    pretty: bool,
) -> io::Result<()> {
    let lines = lines(briefing, wanted).map(|line| Explained::of(briefing, &line)).collect();
    let document = Document { path, headline: briefing.head.headline.as_deref(), lines };
    let written = if pretty { serde_json::to_writer_pretty(out, &document) } else { serde_json::to_writer(out, &document) };
    Ok(written?)
}

/// Whether `briefing` has any wanted line that could be explained.
pub fn explains(briefing: &Briefing, wanted: &Wanted) -> bool {
    lines(briefing, wanted).next().is_some()
}

/// A line and the section, and topic, it stands in.
struct Line<'a> {
    section: Section,
    topic: Option<&'a Clean>,
    label: Option<&'a Clean>,
    point: &'a Point,
    tension: Option<&'a Tension>,
}

/// The wanted lines in reading order.
fn lines<'a>(briefing: &'a Briefing, wanted: &'a Wanted) -> impl Iterator<Item = Line<'a>> {
    let line = |section, point| Line { section, topic: None, label: None, point, tension: None };
    let summary = briefing.summary.iter().map(move |point| line(Section::Summary, point));
    let agenda = briefing.agenda.iter().filter(|topic| wanted.has_topic(topic)).flat_map(move |topic| {
        let (id, label) = (Some(&topic.id), Some(&topic.label));
        topic.points.iter().map(move |point| Line { topic: id, label, ..line(Section::Agenda, point) })
    });
    let tensions = briefing.tensions.iter().map(move |t| Line { tension: Some(t), ..line(Section::Tensions, &t.point) });
    summary.chain(agenda).chain(tensions).filter(|line| wanted.has(line.section))
}

fn hits<'a>(briefing: &'a Briefing, point: &Point) -> Vec<&'a str> {
    point.reason().hits.iter().map(|hit| briefing.article.slice(*hit)).collect()
}

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    headline: Option<&'a str>,
    lines: Vec<Explained<'a>>,
}

#[derive(Serialize)]
struct Explained<'a> {
    section: &'static str,
    topic: Option<&'a str>,
    text: &'a str,
    found: bool,
    because: &'a str,
    /// The words of the article that the rule met, and where they stand.
    words: Vec<&'a str>,
    hits: Vec<Range>,
    rule: Option<Rule<'a>>,
    anchor: Option<Place>,
    unanchored: Option<&'a str>,
}

#[derive(Serialize)]
struct Rule<'a> {
    file: &'a str,
    line: u32,
}

impl<'a> Explained<'a> {
    fn of(briefing: &'a Briefing, line: &Line<'a>) -> Self {
        let (point, reason) = (line.point, line.point.reason());
        Self {
            section: line.section.word(),
            topic: line.topic.map(|id| &**id),
            text: briefing.words(point),
            found: point.is_found(),
            because: &reason.because,
            words: hits(briefing, point),
            hits: reason.hits.iter().map(|hit| range(*hit)).collect(),
            rule: reason.rule.as_ref().map(|rule| Rule { file: &rule.file, line: rule.line }),
            anchor: point.anchor().map(|anchor| Place::of(&briefing.article, anchor)),
            unanchored: point.unanchored().map(|quote| &**quote),
        }
    }
}
