//! `attache draft`: a briefing file with what was found, ready to edit.

use super::args::Draft;
use super::print::{ExitCode, Failure, out};
use super::settings;
use crate::export;
use crate::work::{Desk, Origin};

/// Prints the draft for one article; it names the article by its file name, so it belongs into the same folder.
pub(super) fn draft(args: &Draft) -> Result<ExitCode, Failure> {
    let settings = settings::read(&args.rules)?;
    let origin = Origin::Path(args.article.clone());
    let desk = Desk::new(settings.rules).reading_as(args.rules.read_as);
    let opened = desk.open(&origin).map_err(|reason| Failure::Said(reason.to_string()))?;
    if opened.written {
        return Err(Failure::Said(format!("{}: it is a briefing file already", origin.name())));
    }
    let name = args.article.file_name().and_then(|name| name.to_str());
    let drafted = name.ok_or_else(|| "it is not UTF-8".into()).and_then(|name| export::draft(&opened.briefing, name));
    let said =
        |reason| format!("{}: a briefing file can't hold the name of this article: {reason}; rename it first", origin.name());
    out(&drafted.map_err(|reason| Failure::Said(said(reason)))?)?;
    Ok(ExitCode::WELL)
}
