//! Signals: the main loop is told first, so that a frame is never cut; a main loop that does not answer is not waited for.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::{Wake, terminal};
use crate::app::event::Event;

/// How long the main loop has to end by itself: it may be waiting for a terminal that takes no more output.
const PATIENCE: Duration = Duration::from_millis(300);

/// The status of a program whose terminal has gone, as shells count it: 128 and SIGHUP.
const GONE: i32 = 129;

/// Whether another program has the terminal.
static LENT: AtomicBool = AtomicBool::new(false);

/// Whether the main loop knows already that it is to stop: several requests at once stop it once.
static SUSPENDS: AtomicBool = AtomicBool::new(false);

/// The main loop has done what a request to stop wanted.
pub(super) fn suspended() {
    SUSPENDS.store(false, Ordering::Relaxed);
}

/// Does `other` while the terminal's own signals are another program's.
pub(super) fn lend<T>(other: impl FnOnce() -> T) -> T {
    LENT.store(true, Ordering::Relaxed);
    let done = other();
    LENT.store(false, Ordering::Relaxed);
    done
}

/// The signals of ending, suspending and a new size, caught from now on: before the terminal is taken, so that none finds it half taken.
pub(super) struct Caught(Signals);

impl Caught {
    /// Catches the signals that end or suspend a program.
    ///
    /// # Errors
    /// Where the signals can't be had.
    pub(super) fn new() -> io::Result<Self> {
        Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH]).map(Self)
    }

    /// Starts the thread that passes them on, the ones that have come already first.
    ///
    /// # Errors
    /// Where there is no thread for it.
    pub(super) fn listen(mut self, wake: &Sender<Wake>) -> io::Result<()> {
        let wake = wake.clone();
        let pass_on = move || {
            for signal in self.0.forever() {
                match signal {
                    // What is typed at another program is meant for it.
                    SIGINT | SIGQUIT | SIGTSTP | SIGCONT if LENT.load(Ordering::Relaxed) => {}
                    SIGTSTP if SUSPENDS.swap(true, Ordering::Relaxed) => {}
                    SIGTSTP => drop(wake.send(Wake::Suspend)),
                    SIGCONT => drop(wake.send(Wake::Continued)),
                    SIGWINCH => drop(wake.send(Wake::Input(Event::Resized))),
                    _ => {
                        let _ = wake.send(Wake::Signal(signal));
                        end_if_stuck(Some(signal));
                    }
                }
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(pass_on).map(drop)
    }
}

/// Ends the process if the main loop has not done so in time: restores what can be restored without waiting for the terminal.
pub(super) fn end_if_stuck(signal: Option<i32>) {
    thread::sleep(PATIENCE);
    // Output that blocks must not keep the restoring write; who else has this terminal must not find it so.
    let stdout = rustix::stdio::stdout();
    let flags = rustix::fs::fcntl_getfl(stdout);
    let set = |flags| rustix::fs::fcntl_setfl(stdout, flags);
    let _ = flags.and_then(|flags| set(flags | rustix::fs::OFlags::NONBLOCK));
    terminal::restore_what_fits();
    let _ = flags.and_then(set);
    if let Some(signal) = signal {
        let _ = emulate_default_handler(signal);
    }
    std::process::exit(GONE);
}
