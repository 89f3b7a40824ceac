//! Other programs, given words and waited for, but not for ever.

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::work::jobs::begin;

/// How long a program may take; only one that hangs ever takes so long.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// Runs `command` with `words` on its standard input, and waits for its end.
///
/// # Errors
/// Why it could not be run, or that it did not end; it is killed then.
pub(super) fn run(command: &mut Command, words: &str) -> Result<Output, String> {
    let mut child = command.stdin(Stdio::piped()).spawn().map_err(|error| said(&error))?;
    let (id, stdin, words) = (Pid::from_child(&child), child.stdin.take(), words.to_owned());
    // On a thread of its own: a program may answer before it has read all, or read nothing.
    begin("feed", move || {
        let _ = stdin.map(|mut stdin| stdin.write_all(words.as_bytes()));
    });
    let (tell, told) = channel();
    begin("wait", move || {
        let _ = tell.send(child.wait_with_output());
    });
    let Ok(output) = told.recv_timeout(PATIENCE) else {
        let _ = kill_process(id, Signal::KILL);
        return Err(format!("no answer in {} seconds", PATIENCE.as_secs()));
    };
    output.map_err(|error| said(&error))
}

/// Why a program could not be run.
pub(super) fn said(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such program".to_owned(),
        _ => error.to_string(),
    }
}
