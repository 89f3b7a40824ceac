//! The desktop's clipboard, owned by a process of its own.
//!
//! On X11 and Wayland the words live as long as their owner: a copy made by a program that ends is lost. So attache starts
//! itself anew as the owner, which reads the clipboard back, says so, and stays until another program copies something.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};

use super::OWNER_ARGUMENT;

/// The line with which the owner says that the clipboard holds the words.
const HELD: &str = "held";

/// Starts an owner with `text` and waits until it has read the clipboard back.
///
/// # Errors
/// Why the clipboard could not be had.
pub(super) fn hand_over(text: &str) -> Result<(), String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut owner = Command::new(program);
    owner.arg(OWNER_ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = owner.spawn().map_err(|error| error.to_string())?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
    }
    let mut answer = String::new();
    if let Some(stdout) = child.stdout.take() {
        BufReader::new(stdout).read_line(&mut answer).map_err(|error| error.to_string())?;
    }
    std::thread::spawn(move || child.wait());
    match answer.trim() {
        HELD => Ok(()),
        "" => Err("its owner ended without a word".to_owned()),
        reason => Err(reason.to_owned()),
    }
}

/// What the owner does: takes standard input to the clipboard, reads it back, says so on standard output, and stays until
/// another program copies something. Returns the exit code.
pub fn own() -> u8 {
    let mut text = String::new();
    if std::io::stdin().lock().read_to_string(&mut text).is_err() {
        return 2;
    }
    // A session of its own: the terminal that goes does not take the clipboard with it.
    let _ = rustix::process::setsid();
    match hold(&text) {
        Ok(()) => 0,
        Err(reason) => {
            say(&reason);
            2
        }
    }
}

fn hold(text: &str) -> Result<(), String> {
    let one_line = |error: arboard::Error| error.to_string().replace('\n', " ");
    let mut clipboard = arboard::Clipboard::new().map_err(one_line)?;
    clipboard.set_text(text).map_err(one_line)?;
    let back = clipboard.get_text().map_err(one_line)?;
    if back != text {
        return Err("the clipboard holds other words than were copied".to_owned());
    }
    say(HELD);
    stay(&mut clipboard, text).map_err(one_line)
}

#[cfg(all(unix, not(target_os = "macos")))]
fn stay(clipboard: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux;
    clipboard.set().wait().text(text)
}

/// Elsewhere the system keeps the words.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn stay(_clipboard: &mut arboard::Clipboard, _text: &str) -> Result<(), arboard::Error> {
    Ok(())
}

fn say(word: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{word}");
    let _ = out.flush();
}
