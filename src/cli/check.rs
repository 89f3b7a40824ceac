//! `attache check`: the errors of briefing files, and the quotations that are not in their article.

use std::path::PathBuf;

use super::print::{ExitCode, Failure, out, say};
use crate::export::counted;
use crate::form::Severity;
use crate::work::settings::{Named, Settings};
use crate::work::{Desk, Origin, origins};

/// Checks the briefing files at `paths`; in a folder, everything that is no briefing file is passed over.
pub(super) fn check(paths: &[PathBuf]) -> Result<ExitCode, Failure> {
    let settings = Settings::read(&Named::default()).map_err(Failure::Said)?;
    let desk = Desk::new(settings.rules);
    let mut worst = ExitCode::WELL;
    let mut checked = 0;
    for origin in origins(paths) {
        match desk.open(&origin) {
            Ok(opened) if !opened.written && was_named(&origin, paths) => {
                say(&format!("attache: {}: it is an article, not a briefing file; there is nothing to check", origin.name()));
                worst = ExitCode::FAILURE;
            }
            Ok(opened) if !opened.written => {}
            Ok(opened) => {
                checked += 1;
                opened.complaints.iter().try_for_each(|complaint| out(&format!("{complaint}\n\n").into()))?;
                let errors = opened.complaints.iter().filter(|c| c.severity == Severity::Error).count();
                let anchored = opened.briefing.points().filter(|p| !p.is_found() && p.anchor().is_some()).count();
                out(&format!("{}: {} anchored, {}\n", origin.name(), counted(anchored, "quotation"), counted(errors, "error"))
                    .into())?;
                if errors > 0 && worst == ExitCode::WELL {
                    worst = ExitCode::NOTHING;
                }
            }
            Err(reason) => {
                say(&format!("attache: {reason}"));
                worst = ExitCode::FAILURE;
            }
        }
    }
    if checked == 0 && worst == ExitCode::WELL {
        say("attache: there is no briefing file here");
        worst = ExitCode::FAILURE;
    }
    Ok(worst)
}

/// Whether the user named this very file, and not a folder it lies in.
fn was_named(origin: &Origin, paths: &[PathBuf]) -> bool {
    match origin {
        Origin::Path(path) => paths.contains(path),
        Origin::Within(file, _) => was_named(file, paths),
        Origin::Stdin | Origin::Shipped(_) => true,
    }
}
