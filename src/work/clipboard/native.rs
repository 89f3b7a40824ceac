//! The desktop's clipboard, owned by a process of its own.
//!
//! On X11 and Wayland the words live as long as their owner: a copy made by a program that ends is lost. So attache starts itself anew
//! as the owner. It puts the words there and says so; attache reads the clipboard back, as any program that pastes would, and lets the
//! owner stay until another program copies something.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::desktop::{Parcel, holds, put, stay};
use super::process::{PATIENCE, said};
use super::{OWNER_ARGUMENT, Surroundings};
use crate::export::Export;
use crate::work::jobs::begin;

/// The line with which the owner says that it has put the words on the clipboard.
const HELD: &str = "held";

/// The line with which it is told that they were read back; without it, it gives the clipboard up.
const STAY: &str = "stay";

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
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut owner = Command::new(program);
    owner.arg(OWNER_ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = owner.spawn().map_err(|error| said(&error))?;
    let (id, (tell, told)) = (Pid::from_child(&child), channel());
    begin("owner", move || {
        let _ = tell.send(exchange(&mut child, &parcel));
        let _ = child.wait();
    });
    told.recv_timeout(PATIENCE).unwrap_or_else(|_| {
        let _ = kill_process(id, Signal::KILL);
        Err(format!("no answer in {} seconds", PATIENCE.as_secs()))
    })
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
    read_back(parcel)?;
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

/// What the owner does: puts the parcel on standard input on the clipboard, says so on standard output, and stays, if it is told to,
/// until another program copies something. Returns the exit code.
pub fn own() -> u8 {
    // A session of its own: the terminal that goes does not take the clipboard with it.
    let _ = rustix::process::setsid();
    let mut lines = std::io::stdin().lock().lines().map_while(Result::ok);
    let Some(parcel) = lines.next().and_then(|line| serde_json::from_str(&line).ok()) else { return 2 };
    let done = put(&parcel).and_then(|mut clipboard| {
        say(HELD);
        if lines.next().is_some_and(|line| line == STAY) { stay(&mut clipboard, &parcel) } else { Ok(()) }
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
