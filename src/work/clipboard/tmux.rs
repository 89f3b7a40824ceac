//! tmux's buffer. `load-buffer -w` also passes the words to the terminal around tmux, whatever `set-clipboard` says.

use std::process::{Command, Output, Stdio};

use super::process::{HEARD_BYTES, run};

/// Loads `text` into tmux's newest buffer and reads it back.
///
/// # Errors
/// What tmux said, or why it could not be run.
pub(super) fn load(text: &str) -> Result<(), String> {
    tmux(&["load-buffer", "-w", "-"], text, HEARD_BYTES)?;
    // Another program may have put more there meanwhile, but then it is not the same.
    if tmux(&["save-buffer", "-"], "", text.len().saturating_add(HEARD_BYTES))? == text.as_bytes() {
        Ok(())
    } else {
        Err("the buffer holds other words than were copied".to_owned())
    }
}

/// What tmux answers to `arguments`, in `most` bytes, with `words` on its standard input.
///
/// # Errors
/// What tmux said, or why it could not be run.
fn tmux(arguments: &[&str], words: &str, most: usize) -> Result<Vec<u8>, String> {
    let output = ask(arguments, words, most)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(if said.is_empty() { output.status.to_string() } else { said })
}

/// What tmux answers to `arguments`, or says against them.
///
/// # Errors
/// Why it could not be run.
pub(super) fn ask(arguments: &[&str], words: &str, most: usize) -> Result<Output, String> {
    let mut command = Command::new("tmux");
    run(command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()), words, most)
}
