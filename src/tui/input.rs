//! Keys from the terminal, as the app names them, and the moment the terminal is gone.

use std::fs::File;
use std::io::{self, IsTerminal, PipeReader, PipeWriter, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind};
use rustix::event::{PollFd, PollFlags, poll};

use super::Wake;
use crate::app::event::Event;
use crate::app::key::{Key, KeyCode, Named};
use crate::app::pointer::Pointer;
use crate::text::Clean;

/// How long crossterm may look for what is there already: in no time at all it looks at nothing.
const AT_HAND: Duration = Duration::from_millis(1);

/// Where the keys come from, which can be told to leave them to another program for a while.
pub(super) struct Keys {
    pause: PipeWriter,
    paused: Receiver<()>,
    go_on: Sender<()>,
}

/// The thread's side of it.
struct Gate {
    pause: PipeReader,
    paused: Sender<()>,
    go_on: Receiver<()>,
}

impl Keys {
    /// Lets `other` have the keys, and takes them back.
    pub(super) fn lend<T>(&mut self, other: impl FnOnce() -> T) -> T {
        // A thread that has ended reads no keys either.
        let waits = self.pause.write_all(&[0]).is_ok() && self.paused.recv().is_ok();
        let done = other();
        if waits {
            let _ = self.go_on.send(());
        }
        done
    }
}

/// Starts the thread that listens to the keys and for the end of the terminal.
///
/// It sleeps in a poll of its own, not in crossterm's reader, which neither returns nor sleeps once the terminal has gone, and which
/// would take the keys of an editor.
///
/// # Errors
/// Where the terminal can't be listened to, or there is no thread for it.
pub(super) fn listen(wake: &Sender<Wake>) -> io::Result<Keys> {
    let (tty, wake) = (controlling_terminal()?, wake.clone());
    let (reader, writer) = io::pipe()?;
    let ((paused, wait), (go_on, next)) = (channel(), channel());
    let gate = Gate { pause: reader, paused, go_on: next };
    thread::Builder::new().name("keys".to_owned()).spawn(move || {
        if gone(&tty, gate, &wake) && wake.send(Wake::Gone).is_ok() {
            super::signals::end_if_stuck(None);
        }
    })?;
    Ok(Keys { pause: writer, paused: wait, go_on })
}

/// Passes keys on until nobody wants them; whether the terminal has gone.
fn gone(tty: &OwnedFd, mut gate: Gate, wake: &Sender<Wake>) -> bool {
    loop {
        let mut watched = [PollFd::new(tty, PollFlags::IN), PollFd::new(&gate.pause, PollFlags::IN)];
        match poll(&mut watched, None) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return false,
        }
        let [keys, pause] = watched.map(|fd| fd.revents());
        if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return true;
        }
        if pause.contains(PollFlags::IN) {
            let lent = gate.pause.read_exact(&mut [0]).is_ok() && gate.paused.send(()).is_ok();
            if !lent || gate.go_on.recv().is_err() {
                return false;
            }
        } else if keys.contains(PollFlags::IN) {
            match pass_on(wake) {
                Ok(true) => {}
                Ok(false) => return false,
                Err(_) => return true,
            }
        }
    }
}

/// Passes on what has been typed so far; whether anyone wants it.
fn pass_on(wake: &Sender<Wake>) -> io::Result<bool> {
    while event::poll(AT_HAND)? {
        if let Some(event) = translate(event::read()?)
            && wake.send(Wake::Input(event)).is_err()
        {
            return Ok(false);
        }
    }
    Ok(true)
}

fn translate(read: event::Event) -> Option<Event> {
    match read {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => self::key(key).map(Event::Key),
        event::Event::Paste(text) => Some(Event::Pasted(Clean::from(text))),
        event::Event::Resize(..) => Some(Event::Resized),
        event::Event::Mouse(mouse) => {
            let pointer = match mouse.kind {
                MouseEventKind::ScrollDown => Pointer::Wheel { down: true },
                MouseEventKind::ScrollUp => Pointer::Wheel { down: false },
                MouseEventKind::Down(_) => Pointer::Press,
                _ => return None,
            };
            Some(Event::Pointed(pointer, mouse.column, mouse.row))
        }
        _ => None,
    }
}

fn key(pressed: KeyEvent) -> Option<Key> {
    let named = |name| Some(KeyCode::Named(name));
    let code = match pressed.code {
        Code::Char(c) => Some(KeyCode::Char(c)),
        Code::F(n) => Some(KeyCode::F(n)),
        Code::Enter => named(Named::Enter),
        Code::Esc => named(Named::Esc),
        Code::Tab | Code::BackTab => named(Named::Tab),
        Code::Backspace => named(Named::Backspace),
        Code::Delete => named(Named::Delete),
        Code::Insert => named(Named::Insert),
        Code::Left => named(Named::Left),
        Code::Right => named(Named::Right),
        Code::Up => named(Named::Up),
        Code::Down => named(Named::Down),
        Code::Home => named(Named::Home),
        Code::End => named(Named::End),
        Code::PageUp => named(Named::PgUp),
        Code::PageDown => named(Named::PgDn),
        _ => None,
    }?;
    let held = |modifier| pressed.modifiers.contains(modifier);
    let is_char = matches!(code, KeyCode::Char(_));
    let shift = (held(KeyModifiers::SHIFT) || pressed.code == Code::BackTab) && !is_char;
    Some(Key { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT), shift })
}

/// The terminal that keys come from: standard input, or else the one that attache was started in.
pub(super) fn controlling_terminal() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() { stdin.as_fd().try_clone_to_owned() } else { Ok(File::open("/dev/tty")?.into()) }
}
