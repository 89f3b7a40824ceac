//! A briefing file with what was found, ready to be edited: every line its own quotation, so that `check` accepts it.

use std::fmt::Write;

use super::page::poles;
use crate::model::{Briefing, Point, Tension, Topic};
use crate::text::{Clean, Span};

/// The briefing file for `briefing`, whose article is to be found at `article`, a path relative to the file.
pub fn draft(briefing: &Briefing, article: &str) -> String {
    let head = &briefing.head;
    let mut out = String::from(
        "# A draft: what attache found in the article. Each quote is checked against it; text = \"…\" beside a quote\n# says the line in your own words. What you take out is found again; what you change stays as you say it.\n\n",
    );
    for (key, value) in [("title", &head.headline), ("source", &head.outlet), ("url", &head.url)] {
        if let Some(value) = value {
            let _ = writeln!(out, "{key} = {}", quoted(value));
        }
    }
    if let Some(date) = head.date {
        let _ = writeln!(out, "date = {date}");
    }
    let _ = writeln!(out, "article = {}\n\nsummary = [", quoted(article));
    for point in &briefing.summary {
        let _ = writeln!(out, "  {},", line(briefing, point));
    }
    out.push_str("]\n");
    briefing.agenda.iter().for_each(|t| topic(&mut out, briefing, t));
    briefing.tensions.iter().for_each(|t| tension(&mut out, briefing, t));
    out
}

fn topic(out: &mut String, briefing: &Briefing, topic: &Topic) {
    let _ = write!(out, "\n[[topics]]\nid = {}\nlabel = {}\npoints = [\n", quoted(&topic.id), quoted(&topic.label));
    for point in &topic.points {
        let _ = writeln!(out, "  {},", line(briefing, point));
    }
    out.push_str("]\n");
}

fn tension(out: &mut String, briefing: &Briefing, tension: &Tension) {
    let _ = writeln!(out, "\n[[tensions]]");
    if let Some([one, other]) = poles(briefing, tension) {
        let _ = writeln!(out, "poles = [{}, {}]", quoted(one), quoted(other));
    }
    if let Some(cue) = tension.cue.map(|span| Clean::from(briefing.article.slice(span))).or_else(|| tension.written_cue.clone()) {
        let _ = writeln!(out, "cue = {}", quoted(&cue));
    }
    let _ = writeln!(out, "kind = {}", quoted(tension.kind.word()));
    if let Point::Written { wording, .. } = &tension.point {
        let _ = writeln!(out, "text = {}", quoted(wording));
    }
    if let Some(words) = quotation(briefing, &tension.point) {
        let _ = writeln!(out, "quote = {}", quoted(words));
    }
}

/// A point as an inline table or a text.
fn line(briefing: &Briefing, point: &Point) -> String {
    match (point, quotation(briefing, point)) {
        (Point::Found { .. }, Some(words)) => format!("{{ quote = {} }}", quoted(words)),
        (_, Some(words)) => format!("{{ text = {}, quote = {} }}", quoted(briefing.words(point)), quoted(words)),
        (_, None) => quoted(briefing.words(point)),
    }
}

/// The words of the article that a point rests on: its sentence where found, its quotation where written.
fn quotation<'a>(briefing: &'a Briefing, point: &'a Point) -> Option<&'a str> {
    let words = |span: Span| briefing.article.slice(span);
    match point {
        Point::Found { anchor, .. } => briefing.article.sentence(anchor.sentence).map(|s| words(s.span)),
        Point::Written { anchor: Some(anchor), .. } => Some(words(anchor.focus)),
        Point::Written { unanchored, .. } => unanchored.as_deref(),
    }
}

/// A TOML basic string.
fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_quoted_text_reads_back() {
        for words in ["plain", "a \"b\" \\ c", "two\nlines", "‘é’ – 北京"] {
            let read: toml::Table = format!("x = {}", quoted(words)).parse().unwrap();
            assert_eq!(read["x"].as_str(), Some(words));
        }
    }
}
