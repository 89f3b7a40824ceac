//! `attache show`: briefings printed.

use std::path::PathBuf;

use super::args::Show;
use super::documents::{Documents, out_json, out_name};
use super::forms::Shown;
use super::print::{ExitCode, Failure, out, out_form, say, stream};
use super::settings;
use super::templates::template;
use crate::export::{Filled, Form, Selection, Template, Wanted, counted, extracts, sheets, write_json};
use crate::model::{Date, Extracts, Section};
use crate::work::{Desk, Opened};

/// So much is printed of many articles where nobody says what is wanted of them: more than a week's reading, and a terminal takes it in a
/// second. Whoever asks for sections or for another form gets every article.
pub(super) const PAGE_BYTES: usize = 4_000_000;

/// Prints what `args` ask for.
pub(super) fn show(args: &Show) -> Result<ExitCode, Failure> {
    let settings = settings::read(&args.rules)?;
    let desk = Desk::new(settings.rules).reading_as(args.rules.read_as);
    if let Some(name) = &args.template {
        let form = match args.format {
            None => None,
            Some(Shown::Extracts(form)) => Some(form),
            Some(Shown::Json) => Some(Form::Json),
            Some(Shown::Page | Shown::Jsonl) => Some(Form::Plain),
        };
        return fill(&desk, &args.paths, &template(name)?, form, args.read_on);
    }
    let most = if args.wanted.is_said() { usize::MAX } else { PAGE_BYTES };
    print(&desk, &args.paths, &args.wanted.wanted(), most, args.format.unwrap_or_default(), args.read_on)
}

/// Prints a template filled with the documents at `paths`, in its own form unless `form` is another.
fn fill(
    desk: &Desk,
    paths: &[PathBuf],
    template: &Template,
    form: Option<Form>,
    read_on: Option<Date>,
) -> Result<ExitCode, Failure> {
    let mut briefings = Vec::new();
    let documents = Documents::open(desk, paths, |_, opened, _| {
        briefings.push(opened.briefing.clone());
        Ok(())
    })?;
    let Filled { mut page, note } = template.fill(&briefings.iter().collect::<Vec<_>>());
    if let Some(note) = note {
        say(&format!("attache: {note}"));
    }
    page.read_on(read_on);
    out_form(form.unwrap_or(template.form), &page)?;
    Ok(documents.code(page.all().next().is_some()))
}

/// Prints the documents at `paths`, as pages of no more than `most` bytes or so; extracts say that they were read on a day where one is given.
pub(super) fn print(
    desk: &Desk,
    paths: &[PathBuf],
    wanted: &Wanted,
    most: usize,
    form: Shown,
    read_on: Option<Date>,
) -> Result<ExitCode, Failure> {
    let mut found = false;
    let mut taken = Vec::new();
    let (mut page_bytes, mut left_out) = (0, 0);
    let documents = Documents::open(desk, paths, |origin, opened, turn| {
        found |= has_topic(opened, wanted);
        let (name, briefing) = (origin.name(), &opened.briefing);
        match form {
            Shown::Page if page_bytes >= most => left_out += 1,
            Shown::Page => {
                out_name(origin, turn)?;
                let mut printed = Ok(());
                let left = sheets(briefing, wanted, most.saturating_sub(page_bytes), |sheet| {
                    page_bytes += sheet.len();
                    if printed.is_ok() {
                        printed = out(sheet);
                    }
                });
                printed?;
                if left > 0 {
                    let mb = most / 1_000_000;
                    say(&format!("attache: {name}: its text goes on behind the first {mb} MB; `--section all` prints the whole"));
                }
            }
            Shown::Jsonl => stream(|out| {
                write_json(&mut *out, &name, briefing, false)?;
                out.write_all(b"\n")
            })?,
            Shown::Json => out_json(turn, |out| write_json(out, &name, briefing, true))?,
            Shown::Extracts(form) => taken.push(take(opened, wanted, form)),
        }
        Ok(())
    })?;
    if left_out > 0 {
        let mb = most / 1_000_000;
        say(&format!(
            "attache: {} left out behind the first {mb} MB; `--section all` or another form prints every one",
            counted(left_out, "more article")
        ));
    }
    match form {
        Shown::Json => documents.end_json()?,
        Shown::Extracts(form) => {
            let mut extracts = Extracts::joined(taken);
            extracts.read_on(read_on);
            out_form(form, &extracts)?;
        }
        Shown::Page | Shown::Jsonl => {}
    }
    Ok(documents.code(found))
}

/// Whether a document has the topic that is wanted, if one is.
pub(super) fn has_topic(opened: &Opened, wanted: &Wanted) -> bool {
    wanted.topic.as_ref().is_none_or(|id| opened.briefing.agenda.iter().any(|topic| topic.id == *id))
}

/// The wanted lines of a document; where no section is named, a form of single lines takes all but the full text.
pub(super) fn take(opened: &Opened, wanted: &Wanted, form: Form) -> Extracts {
    let sections = if wanted.sections.is_empty() && form.is_of_lines() {
        Section::ALL.into_iter().filter(|section| *section != Section::Text).collect()
    } else {
        wanted.sections.clone()
    };
    extracts(&opened.briefing, Selection::Whole(&Wanted { sections, topic: wanted.topic.clone() })).1
}
