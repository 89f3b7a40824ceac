//! What `attache follow` prints, as JSON: one object of what is counted with its lines, or the lines alone.

use serde::Serialize;

use crate::export::FollowedLine;
use crate::library::Count;
use crate::library::follow::{Course, Month, Silence, Stop};

/// What is counted, as JSON.
#[derive(Serialize)]
struct Head<'a> {
    id: &'a str,
    label: &'a str,
    points: usize,
    articles: usize,
    undated: usize,
    first: Option<String>,
    last: Option<String>,
    months: Vec<InMonth>,
    silences: Vec<Silent>,
    since: Option<Silent>,
}

#[derive(Serialize)]
struct InMonth {
    month: String,
    points: usize,
    articles: usize,
}

/// A silence; `others` are the articles that the library has of these months.
#[derive(Serialize)]
struct Silent {
    from: String,
    to: String,
    months: i32,
    others: usize,
}

impl Silent {
    fn of(silence: &Silence) -> Self {
        let [from, to] = [silence.from, silence.to].map(|month| month.digits().to_string());
        Self { from, to, months: silence.months(), others: silence.others }
    }
}

/// The object up to its lines, which follow one by one.
pub(super) fn head(course: &Course) -> String {
    let Count { points, articles } = course.count();
    let [first, last] = course.seen().map_or([None, None], |seen| seen.map(|date| Some(date.to_string())));
    let month = |(month, count): (Month, Count)| InMonth {
        month: month.digits().to_string(),
        points: count.points,
        articles: count.articles,
    };
    let head = Head {
        id: &course.topic.id,
        label: &course.topic.label,
        points,
        articles,
        undated: course.undated(),
        first,
        last,
        months: course.months().all().map(month).collect(),
        silences: course.silences().iter().map(Silent::of).collect(),
        since: course.since().as_ref().map(Silent::of),
    };
    let object = serde_json::to_string(&head).unwrap_or_default();
    format!("{},\"lines\":[", object.strip_suffix('}').unwrap_or_default())
}

/// One line, as JSON.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    date: Option<String>,
    path: &'a str,
    headline: &'a str,
    outlet: Option<&'a str>,
    /// Where it stands: paragraph and sentence in it, from 1; null for words that quote nothing.
    place: Option<String>,
    text: &'a str,
    /// Whether it was found in the article, or is a briefing file's.
    found: bool,
    /// What a rule met, as bytes of the text.
    hits: Vec<[usize; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    poles: Option<[&'a str; 2]>,
}

impl<'a> Row<'a> {
    /// A line of the article at `stop`.
    pub(super) fn of(stop: &'a Stop, line: &'a FollowedLine) -> Self {
        let opposed = line.extract.opposed.as_ref();
        Self {
            date: stop.date().map(|date| date.to_string()),
            path: &stop.entry.name,
            headline: stop.entry.card().map_or("", |card| &card.headline),
            outlet: stop.entry.card().and_then(|card| card.outlet.as_deref()),
            place: line.sentence.map(|_| line.place().to_string()),
            text: &line.words,
            found: !line.is_written(),
            hits: line.lit.iter().map(|span| [span.start(), span.end()]).collect(),
            kind: opposed.map(|opposed| opposed.kind),
            cue: opposed.and_then(|opposed| opposed.cue.as_deref()),
            poles: line.poles().map(|(_, [one, other])| [&**one, &**other]),
        }
    }
}
