//! `attache show`: briefings printed.

use std::path::{Path, PathBuf};

use super::args::{Form, Show};
use super::print::{ExitCode, Failure, out, say};
use crate::export::{Wanted, json, markdown, page};
use crate::model::Briefing;
use crate::text::decode::decode;
use crate::work::settings::Settings;
use crate::work::{Desk, Origin, origins, read_file};

/// Prints what `args` ask for.
pub(super) fn show(args: &Show) -> Result<ExitCode, Failure> {
    let mut settings = Settings::read();
    settings.rules.taxonomy = taxonomy(args.topics.as_deref())?;
    settings.unread.iter().for_each(|reason| say(&format!("attache: {reason}")));
    let all = args.section.iter().any(|name| name.section().is_none());
    let sections = if all { Vec::new() } else { args.section.iter().filter_map(|name| name.section()).collect() };
    let wanted = Wanted { sections, topic: args.topic.as_deref().map(Into::into) };
    print(&Desk::new(settings.rules), &args.paths, &wanted, args.format)
}

/// Prints the documents at `paths`; one that can't be opened is told on standard error and does not end the rest.
pub(super) fn print(desk: &Desk, paths: &[PathBuf], wanted: &Wanted, form: Form) -> Result<ExitCode, Failure> {
    let origins = origins(paths);
    if origins.is_empty() {
        return Err(Failure::Said("there is no file in this folder".to_owned()));
    }
    let mut failed = false;
    let mut found = wanted.topic.is_none();
    let mut printed = 0;
    for origin in &origins {
        match desk.open(origin) {
            Ok(opened) => {
                opened.complaints.iter().for_each(|complaint| say(&complaint.to_string()));
                found |= opened.briefing.agenda.iter().any(|topic| wanted.topic.as_ref() == Some(&topic.id));
                out(&document(origin, &opened.briefing, wanted, form, printed, origins.len()))?;
                printed += 1;
            }
            Err(reason) => {
                failed = true;
                say(&format!("attache: {reason}"));
            }
        }
    }
    if form == Form::Json && origins.len() > 1 {
        out(if printed == 0 { "[]\n" } else { "\n]\n" })?;
    }
    desk.complaints().iter().for_each(|note| say(&note.message));
    Ok(if failed {
        ExitCode::FAILURE
    } else if found {
        ExitCode::WELL
    } else {
        ExitCode::NOTHING
    })
}

/// One document of `count`, the `printed` before it told apart from it.
fn document(origin: &Origin, briefing: &Briefing, wanted: &Wanted, form: Form, printed: usize, count: usize) -> String {
    let name = origin.name();
    match form {
        Form::Jsonl => format!("{}\n", json(&name, briefing, false)),
        Form::Json if count == 1 => format!("{}\n", json(&name, briefing, true)),
        Form::Json => format!("{}{}", if printed == 0 { "[\n" } else { ",\n" }, json(&name, briefing, true)),
        Form::Markdown => format!("{}{}", if printed == 0 { "" } else { "\n" }, &*markdown(briefing, wanted)),
        Form::Text if count == 1 => page(briefing, wanted).to_string(),
        Form::Text => format!("{}==> {name} <==\n\n{}", if printed == 0 { "" } else { "\n" }, &*page(briefing, wanted)),
    }
}

/// The taxonomy file named on the command line.
///
/// # Errors
/// Where it can't be read.
pub(super) fn taxonomy(path: Option<&Path>) -> Result<Option<(String, String)>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let name = path.display().to_string();
    match read_file(path, None) {
        Ok(bytes) => Ok(Some((name, decode(&bytes).text.into_owned()))),
        Err(error) => Err(Failure::Said(format!("{name}: {error}"))),
    }
}
