//! `attache follow`: one topic through many articles, what is counted first, then line by line as each article is read.

use std::fmt::Write;
use std::mem::ManuallyDrop;

use super::args::{FollowArgs, Lines};
use super::follow_json::{self, Row};
use super::library::{entries, library};
use super::print::{ExitCode, Failure, out, say};
use super::settings;
use crate::export::{Followed, FollowedLine, counted};
use crate::library::follow::{Course, Month, Stop, Topics, bars};
use crate::library::{Count, thousands};
use crate::work::Desk;

/// At most so many topics are named where the one asked for is not known.
const NEAREST: usize = 8;

/// The columns of the bars on a page of text.
const BARS: usize = 60;

/// Prints what `args` ask for.
pub(super) fn follow(args: &FollowArgs) -> Result<ExitCode, Failure> {
    let desk = Desk::new(settings::read(&args.rules)?.rules).reading_as(args.rules.read_as);
    // The process ends with it: there is nothing to be won by taking it apart.
    let library = ManuallyDrop::new(library(&desk, &args.paths)?);
    let (entries, origins) = entries(&library, |_| true)?;
    let topics = Topics::of(&entries);
    let Some(row) = topics.named(&args.topic) else {
        say(&unknown(&args.topic, &topics));
        return Ok(ExitCode::NOTHING);
    };
    let course = Course::of(&row.topic, &entries);
    match args.format {
        Lines::Text => out(&head(&course).into())?,
        Lines::Json => out(&follow_json::head(&course).into())?,
        Lines::Jsonl => {}
    }
    let mut turn = 0;
    for stop in course.stops(args.oldest).iter().filter(|stop| !args.tensions || stop.has_tensions()) {
        let Some(origin) = origins.get(&stop.entry.id) else { continue };
        let briefing = match desk.open(origin) {
            Ok(opened) => opened.briefing,
            Err(reason) => {
                say(&format!("attache: {reason}"));
                continue;
            }
        };
        let followed = Followed::of(&briefing, &course.topic.id);
        let lines = if args.tensions { &followed.tensions } else { &followed.points };
        if args.format == Lines::Text && !lines.is_empty() {
            out(&page(stop, lines).into())?;
        }
        for line in lines {
            let json = || serde_json::to_string(&Row::of(stop, line)).unwrap_or_default();
            match args.format {
                Lines::Text => {}
                Lines::Json => out(&format!("{}{}", if turn == 0 { "\n" } else { ",\n" }, json()).into())?,
                Lines::Jsonl => out(&format!("{}\n", json()).into())?,
            }
            turn += 1;
        }
    }
    if args.format == Lines::Json {
        out(&if turn == 0 { "]}\n" } else { "\n]}\n" }.into())?;
    }
    Ok(if turn == 0 { ExitCode::NOTHING } else { ExitCode::WELL })
}

/// That no article has the topic, and which it may have been.
fn unknown(topic: &str, topics: &Topics) -> String {
    let near = topics.nearest(topic, NEAREST);
    let known = if near.is_empty() { topics.all().iter().take(NEAREST).collect() } else { near };
    let mut lines = vec![format!("attache: no article has a topic that is called \"{topic}\"; there are:")];
    lines.extend(known.iter().map(|row| format!("  {} ({}), {}", row.topic.label, row.topic.id, in_words(row.count))));
    if known.is_empty() {
        lines.pop();
        lines.push(format!("attache: no article has a topic that is called \"{topic}\", or any other"));
    }
    lines.join("\n")
}

fn in_words(count: Count) -> String {
    let lines = if count.points == 1 { "line" } else { "lines" };
    let articles = if count.articles == 1 { "article" } else { "articles" };
    format!("{} {lines} in {} {articles}", thousands(count.points), thousands(count.articles))
}

/// What is counted: lines, articles, first and last seen, the months as bars, each silence.
fn head(course: &Course) -> String {
    let mut lines = vec![format!("{} ({})", course.topic.label, course.topic.id).replace('\n', " ")];
    let mut count = in_words(course.count());
    if let Some([first, last]) = course.seen() {
        let _ = write!(count, ", {first} to {last}");
    }
    if course.undated() > 0 {
        let _ = write!(count, "; {} without a date, at the end", counted(course.undated(), "article"));
    }
    lines.push(count);
    if let Some([first, last]) = course.seen().map(|seen| seen.map(|date| Month::of(date).words())) {
        let (cells, step) = course.months().cells(BARS);
        let most = cells.iter().map(|cell| cell.count.points).max().unwrap_or_default();
        let months = counted(usize::try_from(step).unwrap_or(1), "month");
        lines.push(format!("{first} {} {last} (a bar: {months}, at most {})", bars(&cells), counted(most, "line")));
    }
    lines.extend(course.silences().iter().map(|silence| silence.words().to_string()));
    lines.extend(course.since().map(|since| format!("since then {}", since.words())));
    lines.join("\n") + "\n\n"
}

/// Date, headline, outlet and path of an article; under them its lines, each with its place.
fn page(stop: &Stop, lines: &[FollowedLine]) -> String {
    let Some(card) = stop.entry.card() else { return String::new() };
    let date = card.date.map_or_else(|| "[no date] ".to_owned(), |date| date.to_string());
    let outlet = card.outlet.as_deref().unwrap_or("[no outlet]");
    let mut page = format!("{date}  {}  ({outlet})  {}\n", card.headline, stop.entry.name);
    for line in lines {
        let written = if line.is_written() { " [written]" } else { "" };
        let _ = writeln!(page, "            {}{written}  {}", line.words, line.place());
        if let Some((opposed, [one, other])) = line.poles() {
            let cue = opposed.cue.as_deref().unwrap_or(opposed.kind);
            let _ = writeln!(page, "              {cue}: {} | {}", one.one_line(), other.one_line());
        } else if let Some(opposed) = &line.extract.opposed {
            let _ = writeln!(page, "              {}: {}", opposed.kind, opposed.cue.as_deref().unwrap_or_default());
        }
    }
    page
}
