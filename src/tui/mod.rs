//! The only place that draws: the terminal taken and given back, keys in, frames out.

mod bounded;
mod draw;
mod frame;
mod input;
mod out;
mod pen;
mod signals;
mod terminal;
mod theme;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use pen::Pen;
use terminal::Terminal;
pub use theme::Theme;

use crate::app::App;
use crate::app::event::{Effect, Event};
use crate::text::Clean;
use crate::work::editor;
use crate::work::jobs::{News, Work};

/// What wakes the main loop.
#[derive(Debug)]
enum Wake {
    /// A key, a paste, a new size.
    Input(Event),
    /// A thread has something to say.
    News(News),
    /// Suspend was asked for from outside.
    Suspend,
    /// It was stopped, and goes on.
    Continued,
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

/// Where the threads of work leave their news, among all else that wakes the main loop.
#[derive(Debug)]
pub struct Inbox {
    wake: Sender<Wake>,
    waked: Receiver<Wake>,
}

impl Inbox {
    /// An empty inbox.
    pub fn new() -> Self {
        let (wake, waked) = channel();
        Self { wake, waked }
    }

    /// Where news is put into it.
    pub fn sender(&self) -> Sender<impl From<News> + Send + 'static> {
        self.wake.clone()
    }
}

impl Default for Inbox {
    fn default() -> Self {
        Self::new()
    }
}

impl From<News> for Wake {
    fn from(news: News) -> Self {
        Self::News(news)
    }
}

/// Runs the app on the terminal until it ends. The terminal is given back then; what is to be kept may be on its way to the disk still.
///
/// # Errors
/// Where the terminal can't be taken or written to.
pub fn run(mut app: App, effects: Vec<Effect>, work: &mut Work, theme: Theme, inbox: &Inbox) -> io::Result<Ending> {
    let signals = signals::Caught::new()?;
    let mut terminal = Terminal::take(theme)?;
    let begun = first_frame(&mut app, effects, &mut terminal, work, &inbox.waked);
    let ending = begun.and_then(|ended| {
        if let Some(ending) = ended {
            return Ok(ending);
        }
        signals.listen(&inbox.wake)?;
        terminal.listen(&inbox.wake)?;
        turn(&mut app, &mut terminal, work, &inbox.waked)
    });
    terminal::restore();
    app.leave().into_iter().for_each(|effect| perform(effect, work));
    ending
}

/// How long the first frame waits for the beginning of the article: far less than anyone sees, and enough for any that is at hand.
const FIRST_NEWS: Duration = Duration::from_millis(25);

/// Draws for the first time, as soon as there is something to show. What the app wishes for is work; where there is something already,
/// it waits until the frame has gone out.
fn first_frame(
    app: &mut App,
    mut effects: Vec<Effect>,
    terminal: &mut Terminal,
    work: &mut Work,
    waked: &Receiver<Wake>,
) -> io::Result<Option<Ending>> {
    if !app.has_something_to_show() {
        work.start();
        effects.drain(..).for_each(|effect| perform(effect, work));
        let until = Instant::now() + FIRST_NEWS;
        // Other threads have news, too: what the files of tray and marks hold.
        while !app.has_something_to_show()
            && let Ok(news) = waked.recv_timeout(until.saturating_duration_since(Instant::now()))
        {
            if let Some(ending) = take_in(app, terminal, work, news)? {
                return Ok(Some(ending));
            }
        }
    }
    terminal.draw(app)?;
    work.start();
    effects.into_iter().chain(app.wishes()).for_each(|effect| perform(effect, work));
    Ok(None)
}

/// Sleep, wake, take in all that has happened, draw once.
fn turn(app: &mut App, terminal: &mut Terminal, work: &Work, waked: &Receiver<Wake>) -> io::Result<Ending> {
    while let Ok(first) = waked.recv() {
        for wake in std::iter::once(first).chain(waked.try_iter()) {
            if let Some(ending) = take_in(app, terminal, work, wake)? {
                return Ok(ending);
            }
        }
        terminal.draw(app)?;
        app.wishes().into_iter().for_each(|effect| perform(effect, work));
    }
    Ok(Ending::Gone)
}

fn take_in(app: &mut App, terminal: &mut Terminal, work: &Work, wake: Wake) -> io::Result<Option<Ending>> {
    let event = match wake {
        Wake::Input(event) | Wake::News(News::Event(event)) => event,
        Wake::News(News::ToTerminal(bytes)) => {
            out::put(&bytes)?;
            return Ok(None);
        }
        Wake::Suspend => suspended(terminal)?,
        Wake::Continued => {
            terminal.go_on()?;
            return Ok(None);
        }
        Wake::Signal(signal) => return Ok(Some(Ending::Signal(signal))),
        Wake::Gone => return Ok(Some(Ending::Gone)),
    };
    for effect in app.handle(event) {
        match effect {
            Effect::Quit => return Ok(Some(Ending::Quit)),
            Effect::Suspend => {
                let event = suspended(terminal)?;
                if let Some(ending) = take_in(app, terminal, work, Wake::Input(event))? {
                    return Ok(Some(ending));
                }
            }
            Effect::Redraw => terminal.forget()?,
            Effect::Lay(words) => terminal.lay(&words)?,
            Effect::TakeUp => terminal.take_up()?,
            Effect::Mouse(ours) => terminal.mouse(ours)?,
            Effect::Edit { id, line } => {
                let edited = edit(terminal, work.path(id), line)?;
                let ending = take_in(app, terminal, work, Wake::Input(Event::Edited(edited)))?;
                if ending.is_some() {
                    return Ok(ending);
                }
            }
            other => perform(other, work),
        }
    }
    Ok(None)
}

/// Stops, if there is a shell to stop for; what the app is told of it.
fn suspended(terminal: &mut Terminal) -> io::Result<Event> {
    Ok(if terminal.suspend()? { Event::Redraw } else { Event::Unstopped })
}

/// Opens the file at `path` in the user's editor.
fn edit(terminal: &mut Terminal, path: Option<PathBuf>, line: u32) -> io::Result<Result<(), Clean>> {
    match path {
        Some(path) => Ok(terminal.lend(|| editor::edit(&path, line))?.map_err(Clean::from)),
        None => Ok(Err("this is no file of yours: there is nothing to edit".into())),
    }
}

fn perform(effect: Effect, work: &Work) {
    match effect {
        Effect::Open(id) => work.open(id),
        Effect::Finish(id) => work.finish(id),
        Effect::Preview(id) => work.preview(id),
        Effect::Find { stamp, words } => work.find(stamp, words),
        Effect::Hits { stamp, entries, words } => work.hits(stamp, entries, words),
        Effect::Follow { stamp, entries, topic } => work.follow(stamp, entries, topic),
        Effect::Seen { own, sought } => work.seen(own, sought),
        Effect::Compare { stamp, entries } => work.compare(stamp, entries),
        Effect::Reload => work.reload(),
        Effect::Copy(export) => work.copy(export),
        Effect::Keep(export) => work.keep(export),
        Effect::Tray(changes) => work.change_tray(changes),
        Effect::Mark(changes) => work.change_marks(changes),
        Effect::Lay(_)
        | Effect::TakeUp
        | Effect::Mouse(_)
        | Effect::Edit { .. }
        | Effect::Suspend
        | Effect::Redraw
        | Effect::Quit => {}
    }
}
