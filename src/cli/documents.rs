//! The documents a command is given, opened one after the other; one that can't be opened does not end the rest.

use std::io::{self, Write};
use std::path::PathBuf;

use super::print::{ExitCode, Failure, out, say, stream};
use crate::work::{Desk, Opened, Origin, origins};

/// What came of opening documents.
pub(super) struct Documents {
    failed: bool,
    turn: Turn,
}

/// Where a document stands among those of the command.
#[derive(Clone, Copy)]
pub(super) struct Turn {
    /// How many were printed before it.
    pub(super) printed: usize,
    /// How many there are at least: those that were named, or those of one file among them.
    pub(super) count: usize,
}

impl Documents {
    /// Opens what stands at `paths` and gives each to `each`, which prints it.
    ///
    /// # Errors
    /// Where the paths are a folder without files, or `each` fails.
    pub(super) fn open(
        desk: &Desk,
        paths: &[PathBuf],
        mut each: impl FnMut(&Origin, &Opened, Turn) -> Result<(), Failure>,
    ) -> Result<Self, Failure> {
        let origins = origins(paths);
        if origins.is_empty() {
            return Err(Failure::Said("there is no file in this folder".to_owned()));
        }
        let mut turn = Turn { printed: 0, count: origins.len() };
        let mut failed = false;
        for origin in &origins {
            let mut printed = Ok(());
            let mut left_out = None;
            let opened = desk.each(origin, |origin, held, opened| {
                // A file of many articles is many documents, even where it is the only file.
                turn.count = turn.count.max(held.count);
                left_out.clone_from(&held.left_out);
                opened.complaints.iter().for_each(|complaint| say(&complaint.to_string()));
                printed = each(&origin, &opened, turn);
                turn.printed += 1;
                printed.is_ok()
            });
            printed?;
            if let Some(note) = left_out {
                say(&format!("{}: {}", origin.name(), note.message));
            }
            if let Err(reason) = opened {
                // What a folder holds beside files is told, but nobody asked for it.
                failed |= !matches!(origin, Origin::Path(path) if !paths.contains(path) && path.exists() && !path.is_file());
                say(&format!("attache: {reason}"));
            }
        }
        desk.complaints().iter().for_each(|note| say(&note.message));
        Ok(Self { failed, turn })
    }

    /// Ends the array that [`out_json`] began.
    pub(super) fn end_json(&self) -> Result<(), Failure> {
        match (self.turn.count, self.turn.printed) {
            (1, _) => Ok(()),
            (_, 0) => out(&"[]\n".into()),
            _ => out(&"\n]\n".into()),
        }
    }

    /// The exit code, where something was `found` or not.
    pub(super) fn code(&self, found: bool) -> ExitCode {
        match (self.failed, found) {
            (true, _) => ExitCode::FAILURE,
            (false, true) => ExitCode::WELL,
            (false, false) => ExitCode::NOTHING,
        }
    }
}

/// Prints the object that `write` writes as one of an array where several documents were named, else alone.
pub(super) fn out_json(turn: Turn, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let (before, behind) = match turn {
        Turn { count: 1, .. } => ("", "\n"),
        Turn { printed: 0, .. } => ("[\n", ""),
        Turn { .. } => (",\n", ""),
    };
    stream(|out| {
        out.write_all(before.as_bytes())?;
        write(&mut *out)?;
        out.write_all(behind.as_bytes())
    })
}

/// Prints the name of a document above it where several were named.
pub(super) fn out_name(origin: &Origin, turn: Turn) -> Result<(), Failure> {
    if turn.count == 1 {
        return Ok(());
    }
    out(&format!("{}==> {} <==\n\n", if turn.printed == 0 { "" } else { "\n" }, origin.name()).into())
}
