//! Keys from the terminal, as the app names them, and the moment the terminal is gone.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::Sender;

use crossterm::event::{self, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers};
use rustix::event::{PollFd, PollFlags, poll};

use super::Wake;
use crate::app::event::Event;
use crate::app::key::{Key, KeyCode, Named};
use crate::text::Clean;
use crate::work::jobs::begin;

/// Starts the threads that listen: one to the keys, one for the end of the terminal.
///
/// The second is needed because crossterm's reader neither returns nor sleeps once the terminal has gone.
pub(super) fn listen(wake: &Sender<Wake>) {
    let keys = wake.clone();
    begin("keys", move || read_keys(&keys));
    let gone = wake.clone();
    if let Ok(tty) = controlling_terminal() {
        begin("watch", move || watch(&tty, &gone));
    }
}

fn read_keys(wake: &Sender<Wake>) {
    loop {
        let wish = match event::read() {
            Ok(read) => translate(read).map(Wake::Input),
            Err(_) => Some(Wake::Gone),
        };
        let gone = matches!(wish, Some(Wake::Gone));
        if wish.is_some_and(|wish| wake.send(wish).is_err()) || gone {
            return;
        }
    }
}

fn translate(read: event::Event) -> Option<Event> {
    match read {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => self::key(key).map(Event::Key),
        event::Event::Paste(text) => Some(Event::Pasted(Clean::from(text))),
        event::Event::Resize(..) => Some(Event::Resized),
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

/// Waits until the terminal hangs up.
fn watch(tty: &OwnedFd, wake: &Sender<Wake>) {
    loop {
        let mut watched = [PollFd::new(tty, PollFlags::empty())];
        match poll(&mut watched, None) {
            Ok(_) if watched.iter().any(|fd| fd.revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)) => break,
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
    }
    let _ = wake.send(Wake::Gone);
    super::signals::end_if_stuck(None);
}

fn controlling_terminal() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() { stdin.as_fd().try_clone_to_owned() } else { Ok(File::open("/dev/tty")?.into()) }
}
