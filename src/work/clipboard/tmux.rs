//! tmux's buffer. `load-buffer -w` also passes the words to the terminal around tmux, whatever `set-clipboard` says.

use std::io::Write;
use std::process::{Command, Stdio};

/// Loads `text` into tmux's newest buffer.
///
/// # Errors
/// What tmux said, or why it could not be run.
pub(super) fn load(text: &str) -> Result<(), String> {
    let mut tmux = Command::new("tmux");
    tmux.args(["load-buffer", "-w", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = tmux.spawn().map_err(|error| error.to_string())?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
    }
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()) }
}
