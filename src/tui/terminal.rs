//! The terminal, taken and given back: whatever ends attache, the screen and the line discipline are as they were.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, Once};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{Command, cursor};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use super::bounded::Bounded;
use super::frame::Painted;
use super::input::{Keys, controlling_terminal, listen};
use super::out::{put, put_what_fits};
use super::{Pen, Theme, Wake, signals};
use crate::app::App;
use crate::app::geometry::Size;
use crate::work::shell;

/// The terminal while attache has it.
pub(super) struct Terminal {
    screen: ratatui::Terminal<Bounded<CrosstermBackend<Pen>>>,
    pen: Pen,
    theme: Theme,
    /// What has to be said before the next frame.
    modes: Vec<u8>,
    /// Whether words lie on the main screen, so that no frame is drawn.
    laid: bool,
    /// Whether the mouse is attache's.
    mouse: bool,
    /// Where the keys come from, once they are listened to.
    keys: Option<Keys>,
}

/// The line discipline as it was before attache had the terminal. It is kept here and not only where raw mode is switched: an editor that is
/// ended leaves its own.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

impl Terminal {
    /// Takes the terminal: raw mode, the alternate screen, pasted text marked as such.
    pub(super) fn take(theme: Theme) -> io::Result<Self> {
        let pen = Pen::default();
        remember();
        crossterm::terminal::enable_raw_mode()?;
        restore_on_panic();
        let screen = ratatui::Terminal::new(Bounded(CrosstermBackend::new(pen.clone()))).inspect_err(|_| restore())?;
        let mut terminal = Self { screen, pen, theme, modes: Vec::new(), laid: false, mouse: false, keys: None };
        terminal.enter();
        Ok(terminal)
    }

    /// Draws the app in one synchronized update.
    pub(super) fn draw(&mut self, app: &mut App) -> io::Result<()> {
        if self.laid {
            return Ok(());
        }
        let theme = self.theme;
        self.screen.draw(|frame| {
            let area = frame.area();
            let screen = app.fit(Size { width: area.width, height: area.height });
            frame.render_widget(Painted { screen: &screen, theme }, area);
            if let Some((x, y)) = screen.cursor {
                frame.set_cursor_position(Position { x, y });
            }
        })?;
        let mut update = std::mem::take(&mut self.modes);
        update.extend(ansi(&BeginSynchronizedUpdate));
        update.extend(self.pen.drain());
        update.extend(ansi(&EndSynchronizedUpdate));
        put(&update)
    }

    /// Forgets what the terminal shows: the next frame draws all of it.
    ///
    /// By way of `resize`, since `clear` asks the terminal where its cursor is and waits for the answer.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        self.screen.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Gives the terminal back until the shell says to go on; whether there is one.
    pub(super) fn suspend(&mut self) -> io::Result<bool> {
        let has_shell = shell::is_above();
        if has_shell {
            restore();
            shell::stop();
            self.go_on()?;
        }
        signals::suspended();
        Ok(has_shell)
    }

    /// Takes the terminal anew: attache was stopped, and whoever had it meanwhile has left it as shells do.
    pub(super) fn go_on(&mut self) -> io::Result<()> {
        crossterm::terminal::disable_raw_mode()?;
        remember();
        crossterm::terminal::enable_raw_mode()?;
        if self.laid { Ok(()) } else { self.take_up() }
    }

    /// Takes the mouse, or gives it back.
    pub(super) fn mouse(&mut self, ours: bool) -> io::Result<()> {
        self.mouse = ours;
        put(&if ours { ansi(&EnableMouseCapture) } else { ansi(&DisableMouseCapture) })
    }

    /// Begins to pass on what is typed.
    pub(super) fn listen(&mut self, wake: &Sender<Wake>) -> io::Result<()> {
        self.keys = Some(listen(wake)?);
        Ok(())
    }

    /// Leaves `words` on the main screen, each line whole, until [`Terminal::take_up`].
    pub(super) fn lay(&mut self, words: &str) -> io::Result<()> {
        let lines: Vec<&str> = words.lines().chain(["", "[any key returns to attache]"]).collect();
        let mut page = [ansi(&DisableMouseCapture), ansi(&LeaveAlternateScreen), ansi(&cursor::Show)].concat();
        page.extend(lines.join("\r\n").into_bytes());
        page.extend(b"\r\n");
        self.laid = true;
        put(&page)
    }

    /// Takes the screen again.
    pub(super) fn take_up(&mut self) -> io::Result<()> {
        self.laid = false;
        self.enter();
        self.forget()
    }

    /// Gives the terminal to `other` while it runs.
    ///
    /// The keys are its own before the screen says so: what is typed at the sight of its screen is meant for it.
    pub(super) fn lend<T>(&mut self, other: impl FnOnce() -> T) -> io::Result<T> {
        let lent = || {
            restore();
            signals::lend(other)
        };
        let done = match &mut self.keys {
            Some(keys) => keys.lend(lent),
            None => lent(),
        };
        discipline_as_before();
        crossterm::terminal::enable_raw_mode()?;
        self.take_up()?;
        Ok(done)
    }

    /// The modes go out with the first frame, in one piece: the screen never stands empty.
    fn enter(&mut self) {
        self.modes = [ansi(&EnterAlternateScreen), ansi(&EnableBracketedPaste), ansi(&cursor::Hide)].concat();
        if self.mouse {
            self.modes.extend(ansi(&EnableMouseCapture));
        }
    }
}

/// Remembers the line discipline as it is now.
fn remember() {
    if let (Ok(mut before), Ok(tty)) = (BEFORE.lock(), controlling_terminal()) {
        *before = tcgetattr(tty).ok();
    }
}

/// Sets it as it was.
fn discipline_as_before() {
    if let (Ok(before), Ok(tty)) = (BEFORE.try_lock(), controlling_terminal())
        && let Some(before) = &*before
    {
        let _ = tcsetattr(tty, OptionalActions::Now, before);
    }
}

/// Everything back as it was; errors are no use to anyone here.
pub(super) fn restore() {
    restore_by(put);
}

/// The same without waiting for a terminal that takes no more output, which was told not to let anyone wait.
pub(super) fn restore_what_fits() {
    restore_by(put_what_fits);
}

/// The line discipline first: a line typed at the sight of the main screen ends as lines do there.
fn restore_by(put: fn(&[u8]) -> io::Result<()>) {
    let _ = crossterm::terminal::disable_raw_mode();
    discipline_as_before();
    let modes = [
        ansi(&EndSynchronizedUpdate),
        ansi(&DisableBracketedPaste),
        ansi(&DisableMouseCapture),
        ansi(&cursor::Show),
        ansi(&crossterm::style::ResetColor),
        ansi(&LeaveAlternateScreen),
    ];
    let _ = put(&modes.concat());
}

/// A panic of the main thread gives the terminal back before it says what happened; a panic elsewhere is told on the screen by who
/// waits for that thread.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let main = std::thread::current().id();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().id() == main {
                restore();
                before(panic);
            }
        }));
    });
}

fn ansi(command: &impl Command) -> Vec<u8> {
    let mut text = String::new();
    let _ = command.write_ansi(&mut text);
    text.into_bytes()
}
