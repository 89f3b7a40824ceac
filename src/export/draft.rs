//! A briefing file with what was found, ready to be edited: every line its own quotation, so that `check` accepts it.

use std::cell::RefCell;
use std::fmt::Write;

use super::page::poles;
use crate::form::Source;
use crate::model::{ArticleSource, Briefing, Point, Tension, Topic};
use crate::read::written;
use crate::text::clean::clean;
use crate::text::{Clean, Span};

/// The briefing file for `briefing`, whose article lies beside the file under the name `article`.
///
/// # Errors
/// Says why no briefing file can name an article of that name.
pub fn draft(briefing: &Briefing, article: &str) -> Result<Clean, Clean> {
    if let Some(reason) = refusal(article) {
        return Err(reason);
    }
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
    Ok(out.into())
}

/// Why no briefing file can name an article that is called `name`; none where it can. Those who read such files are asked, so that no
/// draft is refused by them.
fn refusal(name: &str) -> Option<Clean> {
    let (text, complaints) = (format!("article = {}", quoted(name)), RefCell::default());
    let read = written(&Source { name: "draft".into(), text: &text }, &complaints).article;
    if matches!(read, Some(ArticleSource::Path(path, _)) if *path == *name) {
        return None;
    }
    let told = complaints.into_inner().into_iter().next().map(|complaint| complaint.message);
    let reason = told.as_deref().map(|told| told.split_once(": ").map_or(told, |(_, reason)| reason));
    Some(reason.unwrap_or("it holds characters that can't be seen").into())
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

/// A TOML basic string. In one that is not clean, such as the name of a file, all that might act on a terminal or not be seen is written
/// by its number, so that it stays exactly what it is and the file can be printed.
fn quoted(words: &str) -> String {
    let is_clean = *clean(words) == *words;
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ if is_clean || is_harmless(c) => out.push(c),
            _ => {
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
        }
    }
    out.push('"');
    out
}

/// Whether `c` is harmless whatever stands around it.
fn is_harmless(c: char) -> bool {
    c == ' ' || c.is_ascii_graphic() || c.is_alphanumeric() && *clean(c.encode_utf8(&mut [0; 4])) == *c.to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{quoted, refusal};
    use crate::text::clean::clean;

    #[test]
    fn a_quoted_text_reads_back() {
        for words in ["plain", "a \"b\" \\ c", "two\nlines", "‘é’ – 北京 👩🏽"] {
            let read: toml::Table = format!("x = {}", quoted(words)).parse().unwrap();
            assert_eq!(read["x"].as_str(), Some(words));
        }
        assert_eq!(quoted("a\u{1b}]0;é\u{202e}"), "\"a\\U0000001B]0;é\\U0000202E\"");
    }

    #[test]
    fn names_that_no_briefing_file_can_hold_are_told() {
        for name in ["talks.txt", "a b - ‘é’ 北京.txt", "a~b.txt", "می\u{200c}خواهم.txt", "=1.txt", "a\"b.txt"] {
            assert_eq!(refusal(name), None, "{name}");
        }
        for name in [
            "$a.txt",
            "a%.txt",
            "a\\b.txt",
            "~a.txt",
            "a\nb.txt",
            "a\u{1b}]0;x\u{7}.txt",
            "a\u{200b}.txt",
            "a\u{2028}.txt",
            "c:d",
        ] {
            assert!(refusal(name).is_some(), "{name:?}");
        }
        assert_eq!(refusal("a%.txt").as_deref(), Some("names such as ~ and $HOME are not filled in"));
    }

    proptest! {
        #[test]
        fn whatever_is_quoted_is_clean_and_reads_back(words in "([a-z\"\\\\ ]|\\PC|[\\x00-\\x1f]|\\p{C}|\\p{M}|[🏽\u{200d}\u{fe0f}❤]){0,40}") {
            let quoted = quoted(&words);
            prop_assert_eq!(&*clean(&quoted), &*quoted);
            let read: toml::Table = format!("x = {quoted}").parse().unwrap();
            prop_assert_eq!(read["x"].as_str(), Some(&*words));
        }
    }
}
