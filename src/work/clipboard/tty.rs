//! The controlling terminal, for a copy where the panes are not shown: standard output may be a pipe.

use std::fs::File;
use std::io::Write;

/// Writes `bytes` to the controlling terminal.
///
/// # Errors
/// Where there is none, or it can't be written.
pub fn to_controlling_terminal(bytes: &[u8]) -> Result<(), String> {
    let mut terminal = controlling_terminal()?;
    terminal.write_all(bytes).map_err(|error| format!("the terminal can't be written: {error}"))
}

/// The controlling terminal, open for writing.
///
/// # Errors
/// Where there is none.
pub(super) fn controlling_terminal() -> Result<File, String> {
    File::options().write(true).open("/dev/tty").map_err(|_| "there is no terminal".to_owned())
}
