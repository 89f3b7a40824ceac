//! The binary in a pipe.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs attache with a home of its own in `folder`.
pub fn attache(folder: &Path, arguments: &[&str], input: Option<&[u8]>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(arguments).current_dir(folder).env_clear().env("HOME", folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.unwrap_or_default()).unwrap();
    drop(stdin);
    child.wait_with_output().unwrap()
}

/// What it printed, where it ended well.
#[track_caller]
pub fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}: {}", output.status, String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}
