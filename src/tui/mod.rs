//! The only place that draws: the terminal taken and given back, keys in, frames out.

mod draw;
mod frame;
mod input;
mod pen;
mod signals;
mod terminal;
mod theme;

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};

use pen::Pen;
use terminal::Terminal;
pub use theme::Theme;

use crate::app::App;
use crate::app::event::{Effect, Event};
use crate::work::jobs::{News, Work, told_of_terminal};

/// What wakes the main loop.
#[derive(Debug)]
enum Wake {
    /// A key, a paste, a new size.
    Input(Event),
    /// A thread has something to say.
    News(News),
    /// Suspend was asked for from outside.
    Suspend,
    /// A signal asks attache to end.
    Signal(i32),
    /// The terminal is gone.
    Gone,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The user quit.
    Quit,
    /// The terminal went away.
    Gone,
    /// A signal came; it has to take its usual effect now.
    Signal(i32),
}

/// Where the threads of work leave their news.
#[derive(Debug)]
pub struct Inbox {
    wake: Sender<Wake>,
    waked: Receiver<Wake>,
}

impl Inbox {
    /// An empty inbox, and the sender for news.
    pub fn new() -> (Self, Sender<News>) {
        let (wake, waked) = channel();
        let (news, from_work) = channel();
        let forward = wake.clone();
        std::thread::spawn(move || from_work.into_iter().try_for_each(|n| forward.send(Wake::News(n))));
        (Self { wake, waked }, news)
    }
}

/// Runs the app on the terminal until it ends.
///
/// # Errors
/// Where the terminal can't be taken or written to.
pub fn run(mut app: App, effects: Vec<Effect>, work: &Work, theme: Theme, inbox: &Inbox) -> io::Result<Ending> {
    for effect in effects {
        perform(effect, work);
    }
    let mut terminal = Terminal::take(theme)?;
    input::listen(&inbox.wake);
    signals::listen(&inbox.wake)?;
    let ending = turn(&mut app, &mut terminal, work, &inbox.waked);
    terminal::restore();
    ending
}

/// Sleep, wake, take in all that has happened, draw once.
fn turn(app: &mut App, terminal: &mut Terminal, work: &Work, waked: &Receiver<Wake>) -> io::Result<Ending> {
    terminal.draw(app)?;
    while let Ok(first) = waked.recv() {
        for wake in std::iter::once(first).chain(waked.try_iter()) {
            if let Some(ending) = take_in(app, terminal, work, wake)? {
                return Ok(ending);
            }
        }
        terminal.draw(app)?;
    }
    Ok(Ending::Gone)
}

fn take_in(app: &mut App, terminal: &mut Terminal, work: &Work, wake: Wake) -> io::Result<Option<Ending>> {
    let event = match wake {
        Wake::Input(event) | Wake::News(News::Event(event)) => event,
        Wake::News(News::ToTerminal(export, before)) => {
            terminal.copy(&export.text)?;
            told_of_terminal(&export, before.as_ref())
        }
        Wake::Suspend => {
            terminal.suspend()?;
            Event::Redraw
        }
        Wake::Signal(signal) => return Ok(Some(Ending::Signal(signal))),
        Wake::Gone => return Ok(Some(Ending::Gone)),
    };
    for effect in app.handle(event) {
        match effect {
            Effect::Quit => return Ok(Some(Ending::Quit)),
            Effect::Suspend => terminal.suspend()?,
            Effect::Redraw => terminal.forget()?,
            other => perform(other, work),
        }
    }
    Ok(None)
}

fn perform(effect: Effect, work: &Work) {
    match effect {
        Effect::Open(id) => work.open(id),
        Effect::Copy(export) => work.copy(export),
        Effect::Suspend | Effect::Redraw | Effect::Quit => {}
    }
}
