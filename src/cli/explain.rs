//! `attache explain`: why each line is here, as the key for it shows in the panes.

use super::args::{Explain, Lines};
use super::documents::{Documents, out_json, out_text};
use super::print::{ExitCode, Failure, out};
use super::settings;
use crate::export::{explain as page, explain_json, explains};
use crate::work::Desk;

/// Explains what `args` ask for.
pub(super) fn explain(args: &Explain) -> Result<ExitCode, Failure> {
    let desk = Desk::new(settings::read(&args.rules)?.rules).reading_as(args.rules.read_as);
    let wanted = args.wanted.wanted();
    let mut found = false;
    let documents = Documents::open(&desk, &args.paths, |origin, opened, turn| {
        found |= explains(&opened.briefing, &wanted);
        let json = |pretty| explain_json(&origin.name(), &opened.briefing, &wanted, pretty);
        match args.format {
            Lines::Text => out_text(origin, &page(&opened.briefing, &wanted), turn),
            Lines::Json => out_json(turn, |out| out.write_all(json(true).as_bytes())),
            Lines::Jsonl => out(&format!("{}\n", json(false)).into()),
        }
    })?;
    if args.format == Lines::Json {
        documents.end_json()?;
    }
    Ok(documents.code(found))
}
