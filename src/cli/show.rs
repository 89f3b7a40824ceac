//! `attache show`: briefings printed.

use std::path::PathBuf;

use super::args::{Form, Show};
use super::documents::{Documents, Turn, out_json, out_text};
use super::print::{ExitCode, Failure, out};
use super::settings;
use crate::export::{Wanted, json, markdown, page};
use crate::work::{Desk, Opened, Origin};

/// Prints what `args` ask for.
pub(super) fn show(args: &Show) -> Result<ExitCode, Failure> {
    let settings = settings::read(&args.rules)?;
    print(&Desk::new(settings.rules), &args.paths, &args.wanted.wanted(), args.format)
}

/// Prints the documents at `paths`.
pub(super) fn print(desk: &Desk, paths: &[PathBuf], wanted: &Wanted, form: Form) -> Result<ExitCode, Failure> {
    let mut found = wanted.topic.is_none();
    let documents = Documents::open(desk, paths, |origin, opened, turn| {
        found |= opened.briefing.agenda.iter().any(|topic| wanted.topic.as_ref() == Some(&topic.id));
        document(origin, opened, wanted, form, turn)
    })?;
    if form == Form::Json {
        documents.end_json()?;
    }
    Ok(documents.code(found))
}

fn document(origin: &Origin, opened: &Opened, wanted: &Wanted, form: Form, turn: Turn) -> Result<(), Failure> {
    let (name, briefing) = (origin.name(), &opened.briefing);
    match form {
        Form::Jsonl => out(&format!("{}\n", json(&name, briefing, false))),
        Form::Json => out_json(&json(&name, briefing, true), turn),
        Form::Markdown => out(&format!("{}{}", if turn.printed == 0 { "" } else { "\n" }, &*markdown(briefing, wanted))),
        Form::Text => out_text(origin, &page(briefing, wanted), turn),
    }
}
