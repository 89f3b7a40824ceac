//! `attache search`: the articles that a query finds, newest first, each with the sentence that shows it.

use std::mem::ManuallyDrop;

use serde::Serialize;

use super::args::{Lines, SearchArgs};
use super::library::{entries, find, library};
use super::print::{ExitCode, Failure, out, say};
use super::settings;
use crate::library::marks::Marks;
use crate::library::query::{Fault, Filter, Query, Sieve};
use crate::library::{Card, Entry, EntryId, Hit};
use crate::text::Clean;
use crate::work::Desk;
use crate::work::marks::{Held, Store, StoreError};

/// One article that was found, as JSON.
#[derive(Serialize)]
struct Found<'a> {
    path: &'a str,
    headline: &'a str,
    outlet: Option<&'a str>,
    date: Option<String>,
    topics: Vec<&'a str>,
    tensions: u32,
    format: Option<&'a str>,
    /// Where the sentence stands: paragraph and sentence in it, from 1.
    place: Option<String>,
    sentence: Option<&'a str>,
    /// The words that were searched for, as bytes of the sentence.
    hits: Vec<[usize; 2]>,
}

/// Prints what `args` ask for.
pub(super) fn search(args: &SearchArgs) -> Result<ExitCode, Failure> {
    let line = Clean::from(&*args.query);
    let (query, faults) = Query::parse(&line);
    for fault in &faults {
        say(&told(&line, fault));
    }
    if query.is_empty() {
        return Err(Failure::Said("nothing is searched for".to_owned()));
    }
    let desk = Desk::new(settings::read(&args.rules)?.rules).reading_as(args.rules.read_as);
    // The process ends with it: to take a hundred thousand entries apart would cost more than the search.
    let mut library = ManuallyDrop::new(library(&desk, &args.paths)?);
    let found = if query.words.is_empty() { None } else { Some(find(&mut library, &desk, &query.words)?) };
    let has = |id: EntryId| found.as_ref().is_none_or(|found| found.has(id));
    let (entries, origins) = entries(&library, has)?;
    let marks = if query.filters.iter().any(Filter::asks_marks) { marks() } else { Marks::default() };
    let mut sieve = Sieve::new(&query);
    let mut turn = 0;
    for entry in entries.listed() {
        let Some(card) = entry.card().filter(|card| sieve.admits(card, marks.get(card.content).into())) else { continue };
        let hit = origins.get(&entry.id).and_then(|origin| Hit::of(&desk.article(origin).ok()?, &query.words));
        print(args.format, entry, card, hit.as_ref(), turn)?;
        turn += 1;
    }
    if args.format == Lines::Json {
        out(&if turn == 0 { "[]\n" } else { "\n]\n" }.into())?;
    }
    Ok(if turn == 0 { ExitCode::NOTHING } else { ExitCode::WELL })
}

/// What the user has read and marked; nothing of it, and why, where that can't be had.
fn marks() -> Marks {
    let kept = Store::own().ok_or(StoreError::Homeless).and_then(|mut store| store.change(&[]));
    match kept.map(|kept| kept.held) {
        Ok(Held::All(marks)) => marks,
        Ok(Held::New(changes)) => changes.into_iter().collect(),
        Err(reason) => {
            say(&format!("attache: what was read and marked is not known: {reason}"));
            Marks::default()
        }
    }
}

fn print(format: Lines, entry: &Entry, card: &Card, hit: Option<&Hit>, turn: usize) -> Result<(), Failure> {
    let found = Found {
        path: &entry.name,
        headline: &card.headline,
        outlet: card.outlet.as_deref(),
        date: card.date.map(|date| date.to_string()),
        topics: card.topics.iter().map(|count| &*count.topic.id).collect(),
        tensions: card.tensions,
        format: card.format,
        place: hit.map(|hit| hit.place.to_string()),
        sentence: hit.map(|hit| &*hit.words),
        hits: hit.map(|hit| hit.lit.iter().map(|span| [span.start(), span.end()]).collect()).unwrap_or_default(),
    };
    let json = || serde_json::to_string(&found).unwrap_or_default();
    match format {
        Lines::Text => out(&page(&found).into()),
        Lines::Json => out(&format!("{}{}", if turn == 0 { "[\n" } else { ",\n" }, json()).into()),
        Lines::Jsonl => out(&format!("{}\n", json()).into()),
    }
}

/// Date, headline, outlet and path; under them the sentence and where it stands.
fn page(found: &Found<'_>) -> String {
    let date = found.date.as_deref().unwrap_or("[no date] ");
    let outlet = found.outlet.unwrap_or("[no outlet]");
    let head = format!("{date}  {}  ({outlet})  {}\n", found.headline, found.path);
    match (&found.place, found.sentence) {
        (Some(place), Some(sentence)) => format!("{head}            {sentence}  {place}\n"),
        _ => head,
    }
}

/// What in a line can't be meant so, with a caret under it.
fn told(line: &Clean, fault: &Fault) -> String {
    let before = line.get(..fault.span.start()).map_or(0, crate::text::wrap::columns);
    let wide = crate::text::wrap::columns(fault.span.of(line)).max(1);
    format!("attache: {}\n   |\n   | {line}\n   | {}{}\n   = {}", fault.message, " ".repeat(before), "^".repeat(wide), fault.help)
}
