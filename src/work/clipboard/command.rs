//! A command of the user's: the words on its standard input, exit code 0 for done.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use super::process::run;

/// Gives `text` to the program of `words` with its arguments.
///
/// Its output goes nowhere: the helpers of a desktop leave a process behind that keeps its output open for as long as the words are on
/// the clipboard. That process belongs to a group of its own, so that the terminal which goes does not take it along.
///
/// # Errors
/// Why it could not be run, or how it ended.
pub(super) fn give(words: &[String], text: &str) -> Result<(), String> {
    let Some((program, arguments)) = words.split_first() else { return Err("there is no command".to_owned()) };
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let status = run(&mut command, text, 0)?.status;
    if status.success() { Ok(()) } else { Err(status.to_string()) }
}

/// What the program of `words` is called: its arguments and its folder are nobody's business.
pub(super) fn program(words: &[String]) -> String {
    let path = words.first().map(Path::new);
    path.and_then(Path::file_name).map_or_else(|| "the command".to_owned(), |name| name.to_string_lossy().into_owned())
}
