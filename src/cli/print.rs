//! What is said on standard output and standard error, and what the exit code means.

use std::io::{self, BufWriter, ErrorKind, Write};

use crate::export::Form;
use crate::model::Extracts;
use crate::text::Clean;
use crate::text::clean::clean;

/// How attache ends: 0 all was well, 1 nothing was found or a check failed, 2 misuse or failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExitCode(u8);

impl ExitCode {
    /// All was well.
    pub const WELL: Self = Self(0);
    /// Nothing was found, or a check failed.
    pub const NOTHING: Self = Self(1);
    /// Misuse or failure.
    pub const FAILURE: Self = Self(2);

    /// The code with this number.
    pub fn of(code: u8) -> Self {
        Self(code)
    }
}

impl From<ExitCode> for std::process::ExitCode {
    fn from(code: ExitCode) -> Self {
        Self::from(code.0)
    }
}

/// Why a command could not do what it was asked for.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// Output went nowhere.
    #[error("can't write: {0}")]
    Output(#[from] io::Error),
    /// Anything that is said in one sentence.
    #[error("{0}")]
    Said(String),
}

/// Prints to standard output what came through the door for foreign text: nothing else can be printed by a slip.
///
/// # Errors
/// Where it can't be written, a closed pipe among the reasons.
pub(super) fn out(text: &Clean) -> Result<(), Failure> {
    stream(|out| out.write_all(text.as_bytes()))
}

/// Prints `extracts` in `form`, which may hold tabs.
///
/// # Errors
/// As in [`out`].
pub(super) fn out_form(form: Form, extracts: &Extracts) -> Result<(), Failure> {
    stream(|out| {
        form.print(extracts, out)?;
        out.write_all(b"\n")
    })
}

/// Prints what `write` writes, as it comes.
pub(super) fn stream(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    Ok(out.flush()?)
}

/// Prints a line to standard error, cleaned: a file name or a file's words may stand in it.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", clean(line));
}

/// Tells of a failure; a pipe that nobody reads any more is none.
pub(super) fn failure(failure: &Failure) -> ExitCode {
    if matches!(failure, Failure::Output(error) if error.kind() == ErrorKind::BrokenPipe) {
        return ExitCode::WELL;
    }
    say(&format!("attache: {failure}"));
    ExitCode::FAILURE
}

/// Prints what clap has to say: help and version to standard output, misuse to standard error.
pub(super) fn usage(error: &clap::Error) -> ExitCode {
    let text = clean(&error.render().to_string());
    if error.use_stderr() {
        let _ = write!(io::stderr().lock(), "{text}");
        return ExitCode::FAILURE;
    }
    out(&text).map_or_else(|error| failure(&error), |()| ExitCode::WELL)
}
