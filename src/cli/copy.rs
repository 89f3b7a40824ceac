//! `attache copy`: lines of briefings on the clipboard, as `attache show --format FORM` prints them.

use super::args::CopyArgs;
use super::documents::Documents;
use super::print::{ExitCode, Failure, say};
use super::settings;
use super::show::{has_topic, take};
use crate::export::{Export, Wanted, counted};
use crate::model::Extracts;
use crate::work::Desk;
use crate::work::clipboard;

/// Copies what `args` ask for, and says on standard error what became of it.
pub(super) fn copy(args: &CopyArgs) -> Result<ExitCode, Failure> {
    let settings = settings::read(&args.rules)?;
    let (ladder, complaints) = settings::ladder(&args.clipboard, &settings)?;
    for complaint in &complaints {
        say(&complaint.to_string());
    }
    let (wanted, form) = (args.wanted.wanted(), args.format.0);
    let (mut found, mut taken) = (false, Vec::new());
    let desk = Desk::new(settings.rules).reading_as(args.rules.read_as);
    let documents = Documents::open(&desk, &args.paths, |_, opened, _| {
        found |= has_topic(opened, &wanted);
        taken.push(take(opened, &wanted, form));
        Ok(())
    })?;
    let count = taken.len();
    let mut extracts = Extracts::joined(taken);
    extracts.read_on(args.read_on);
    let lines = extracts.parts.iter().flat_map(|part| &part.extracts).filter(|extract| !extract.words.is_empty()).count();
    if !found || lines == 0 {
        say(&format!("attache: there is nothing to copy: {}", absent(&wanted, found)));
        return Ok(documents.code(false));
    }
    let what = format!("{}, {}", what(&wanted, count), counted(lines, "line"));
    let export = Export::new(what.as_str().into(), &extracts, form);
    if !args.restricted && !export.restrictions.is_empty() {
        export.restrictions.iter().for_each(|words| say(&format!("attache: {words}")));
        say("attache: nothing was copied; --restricted copies it all the same");
        return Ok(ExitCode::FAILURE);
    }
    let receipt = clipboard::copy(&ladder, &export, &clipboard::to_controlling_terminal);
    let words = receipt.words(&export);
    if receipt.is_delivered() {
        say(&words);
        return Ok(documents.code(true));
    }
    say(&format!("attache: {words}"));
    Ok(ExitCode::FAILURE)
}

/// What is wanted of so many documents, for the line that says what became of it and for the name of the kept file.
fn what(wanted: &Wanted, documents: usize) -> String {
    let headings: Vec<&str> = wanted.sections.iter().map(|section| section.heading()).collect();
    let of = if documents > 1 { format!(" of {}", counted(documents, "document")) } else { String::new() };
    match headings.as_slice() {
        [] if documents > 1 => counted(documents, "briefing"),
        [] => "briefing".to_owned(),
        [one] => format!("section {one}{of}"),
        several => format!("sections {}{of}", several.join(" and ")),
    }
}

fn absent(wanted: &Wanted, found: bool) -> String {
    match &wanted.topic {
        Some(topic) if !found => format!("no agenda has a topic \"{topic}\""),
        _ => "no line is in what was asked for".to_owned(),
    }
}
