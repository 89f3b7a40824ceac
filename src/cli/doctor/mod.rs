//! `attache doctor`: what attache finds around it, on one screen, for a report of a fault.
//!
//! Nothing private is in it: no home folder's name nor another's, no machine's, no word of a file, of the environment only what speaks of
//! terminals.

mod caches;
mod clipboard;
mod files;
mod terminal;

use std::path::Path;

use serde::Serialize;

use self::caches::Caches;
use self::clipboard::Clipboard;
use self::files::Place;
use self::terminal::Terminal;
use super::args::{ClipboardArgs, Counts, Doctor};
use super::print::{ExitCode, Failure, out};
use super::settings;
use crate::text::Clean;
use crate::text::wrap::shorten;
use crate::work::settings::{Named, Settings, with_tilde, without_names};

/// All that is found.
#[derive(Serialize)]
struct Findings {
    version: &'static str,
    system: String,
    terminal: Terminal,
    clipboard: Clipboard,
    files: Vec<Place>,
    index: Caches,
}

/// Prints what is found; the exit code is 1 where nothing but a file could take a copy.
pub(super) fn doctor(args: &Doctor) -> Result<ExitCode, Failure> {
    let settings = Settings::read(&Named::default()).map_err(Failure::Said)?;
    let (ladder, _) = settings::ladder(&ClipboardArgs { way: None }, &settings)?;
    let findings = Findings {
        version: env!("CARGO_PKG_VERSION"),
        system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        terminal: Terminal::here(),
        clipboard: Clipboard::here(&ladder),
        files: files::all(&settings),
        index: Caches::here(),
    };
    let words = match args.format {
        Counts::Text => findings.page(),
        Counts::Json => serde_json::to_string_pretty(&findings).unwrap_or_default() + "\n",
    };
    out(&words.into())?;
    Ok(if findings.clipboard.works() { ExitCode::WELL } else { ExitCode::NOTHING })
}

impl Findings {
    fn page(&self) -> String {
        let mut page = format!("attache {}, {}\n", self.version, self.system);
        let clipboard = format!("Clipboard: {}", self.clipboard.chosen());
        let files = self.files.iter().map(Place::row).collect();
        let parts = [
            ("Terminal", self.terminal.rows()),
            (clipboard.as_str(), self.clipboard.rows()),
            ("Files", files),
            ("Index", self.index.rows()),
        ];
        for (heading, rows) in parts {
            page.extend(["\n", heading, "\n"]);
            let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
            for (name, value) in rows {
                page.push_str(format!("  {name:width$}  {value}").trim_end());
                page.push('\n');
            }
        }
        page
    }
}

/// So many columns a value takes.
const VALUE_COLUMNS: usize = 100;

/// A folder or a file of the user's, without a name of theirs.
fn place(path: &Path) -> String {
    shorten(&Clean::from(without_names(path)).one_line(), VALUE_COLUMNS)
}

/// Foreign words as they may be shown: clean, on one line, without the home folder's name, not long.
fn shown(foreign: &str) -> String {
    shorten(&Clean::from(with_tilde(foreign)).one_line(), VALUE_COLUMNS)
}
