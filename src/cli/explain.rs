//! `attache explain`: why each line is here, as the key for it shows in the panes.

use super::args::{Explain, Lines};
use super::documents::{Documents, out_json, out_name};
use super::print::{ExitCode, Failure, stream};
use super::settings;
use crate::export::{explains, write_explained, write_explained_json};
use crate::work::Desk;

/// Explains what `args` ask for.
pub(super) fn explain(args: &Explain) -> Result<ExitCode, Failure> {
    let desk = Desk::new(settings::read(&args.rules)?.rules).reading_as(args.rules.read_as);
    let wanted = args.wanted.wanted();
    let mut found = false;
    let documents = Documents::open(&desk, &args.paths, |origin, opened, turn| {
        found |= explains(&opened.briefing, &wanted);
        let (name, briefing) = (origin.name(), &opened.briefing);
        match args.format {
            Lines::Text => {
                out_name(origin, turn)?;
                stream(|out| write_explained(out, briefing, &wanted))
            }
            Lines::Json => out_json(turn, |out| write_explained_json(out, &name, briefing, &wanted, true)),
            Lines::Jsonl => stream(|out| {
                write_explained_json(out, &name, briefing, &wanted, false)?;
                out.write_all(b"\n")
            }),
        }
    })?;
    if args.format == Lines::Json {
        documents.end_json()?;
    }
    Ok(documents.code(found))
}
