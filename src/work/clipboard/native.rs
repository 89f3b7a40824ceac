//! The desktop's clipboard, owned by a process of its own.
//!
//! On X11 and Wayland the words live as long as their owner: a copy made by a program that ends is lost. So attache starts itself anew
//! as the owner. It puts the words there and says so; another process of ours reads the clipboard back, as any program that pastes would,
//! and the owner is let stay until another program copies something. No other process of attache speaks to a desktop, so that these can
//! be given a display that no network is needed for.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::Pid;

use super::desktop::{Parcel, holds, open, put, stay};
use super::display::confine;
use super::process::{HEARD_BYTES, answer, run, said};
use super::{OWNER_ARGUMENT, Surroundings};
use crate::export::Export;
use crate::work::jobs::begin;

/// The line with which the owner says that it has put the words on the clipboard.
const HELD: &str = "held";

/// The line with which it is told that they were read back; without it, it gives the clipboard up.
const STAY: &str = "stay";

/// The argument behind [`OWNER_ARGUMENT`] of a process that reads the clipboard back.
const READ_BACK: &str = "read-back";

/// The argument behind [`OWNER_ARGUMENT`] of a process that only opens the clipboard.
const TRY: &str = "try";

/// What these two say where all is well.
const WELL: &str = "well";

/// How long the desktop may take to give back what was put on its clipboard, and how often it is asked meanwhile.
const SETTLING: Duration = Duration::from_secs(2);
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Starts an owner with the words of `export` and reads the clipboard back.
///
/// # Errors
/// Why the clipboard could not be had.
pub(super) fn hand_over(export: &Export, surroundings: &Surroundings) -> Result<(), String> {
    // The reason that the clipboard's library would give speaks of connections and time.
    surroundings.desktop.ok_or("no display")?;
    let parcel = Parcel { text: export.text.clone(), plain: export.plain.clone() };
    let mut owner = attache(&[])?;
    owner.stdin(Stdio::piped());
    let mut child = owner.spawn().map_err(|error| said(&error))?;
    let (id, (tell, told)) = (Pid::from_child(&child), channel());
    begin("owner", move || {
        let _ = tell.send(exchange(&mut child, &parcel));
        let _ = child.wait();
    });
    answer(&told, id)?
}

/// Opens the clipboard, and no more.
///
/// # Errors
/// Why it can't be opened.
pub(super) fn try_to_open() -> Result<(), String> {
    told_by(TRY, "")
}

/// attache itself with a display that no network is needed for.
fn attache(arguments: &[&str]) -> Result<Command, String> {
    let mut command = Command::new(std::env::current_exe().map_err(|error| error.to_string())?);
    confine(&mut command)?;
    command.arg(OWNER_ARGUMENT).args(arguments).stdout(Stdio::piped()).stderr(Stdio::null());
    Ok(command)
}

/// What attache, started for `task`, says when it is given `words`.
fn told_by(task: &str, words: &str) -> Result<(), String> {
    let output = run(&mut attache(&[task])?, words, HEARD_BYTES)?;
    match String::from_utf8_lossy(&output.stdout).trim() {
        WELL => Ok(()),
        "" => Err("no answer".to_owned()),
        reason => Err(reason.to_owned()),
    }
}

/// Gives the owner its parcel, hears that it holds it, reads the clipboard back and lets the owner stay.
fn exchange(owner: &mut Child, parcel: &Parcel) -> Result<(), String> {
    let (Some(mut stdin), Some(stdout)) = (owner.stdin.take(), owner.stdout.take()) else {
        return Err("its owner can't be spoken to".to_owned());
    };
    let message = serde_json::to_string(parcel).map_err(|error| error.to_string())?;
    writeln!(stdin, "{message}").map_err(|error| error.to_string())?;
    let mut answer = String::new();
    BufReader::new(stdout).read_line(&mut answer).map_err(|error| error.to_string())?;
    match answer.trim() {
        HELD => {}
        "" => return Err("its owner ended without a word".to_owned()),
        reason => return Err(reason.to_owned()),
    }
    told_by(READ_BACK, &message)?;
    writeln!(stdin, "{STAY}").map_err(|error| error.to_string())
}

/// Reads the clipboard until it gives back `parcel`: the owner has asked for it, and the desktop may take a moment to pass it on.
fn read_back(parcel: &Parcel) -> Result<(), String> {
    let until = Instant::now() + SETTLING;
    loop {
        let seen = holds(parcel);
        if seen == Ok(true) {
            return Ok(());
        }
        if Instant::now() >= until {
            return seen.and(Err("it holds other words than were copied".to_owned()));
        }
        thread::sleep(BETWEEN_LOOKS);
    }
}

/// What attache does when it was started to speak to the desktop, with the argument `task` or none. Returns the exit code.
pub fn own(task: Option<&str>) -> u8 {
    let done = match task {
        None => return stay_as_owner(),
        Some(TRY) => open().map(drop),
        Some(READ_BACK) => parcel(&mut std::io::stdin().lock().lines()).and_then(|parcel| read_back(&parcel)),
        Some(_) => return 2,
    };
    say(done.as_ref().map_or_else(String::as_str, |()| WELL));
    0
}

/// The parcel on the first line.
fn parcel(lines: &mut impl Iterator<Item = std::io::Result<String>>) -> Result<Parcel, String> {
    let line = lines.next().and_then(Result::ok).unwrap_or_default();
    serde_json::from_str(&line).map_err(|error| error.to_string())
}

/// What the owner does: puts the parcel on standard input on the clipboard, says so on standard output, and stays, if it is told to,
/// until another program copies something. Returns the exit code.
fn stay_as_owner() -> u8 {
    // A session of its own: the terminal that goes does not take the clipboard with it.
    let _ = rustix::process::setsid();
    let mut lines = std::io::stdin().lock().lines();
    let Ok(parcel) = parcel(&mut lines) else { return 2 };
    let done = put(&parcel).and_then(|mut clipboard| {
        say(HELD);
        if lines.next().is_some_and(|line| line.is_ok_and(|line| line == STAY)) { stay(&mut clipboard, &parcel) } else { Ok(()) }
    });
    done.map_or_else(
        |reason| {
            say(&reason);
            2
        },
        |()| 0,
    )
}

fn say(word: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{word}");
    let _ = out.flush();
}
