//! Signals: the main loop is told first, so that a frame is never cut; a main loop that does not answer is not waited for.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::{Wake, terminal};
use crate::app::event::Event;
use crate::work::jobs::begin;

/// How long the main loop has to end by itself: it may be waiting for a terminal that takes no more output.
const PATIENCE: Duration = Duration::from_millis(300);

/// The status of a program whose terminal has gone, as shells count it: 128 and SIGHUP.
const GONE: i32 = 129;

/// Whether another program has the terminal.
static LENT: AtomicBool = AtomicBool::new(false);

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
        Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH]).map(Self)
    }

    /// Starts the thread that passes them on, the ones that have come already first.
    pub(super) fn listen(mut self, wake: &Sender<Wake>) {
        let wake = wake.clone();
        begin("signals", move || {
            for signal in self.0.forever() {
                match signal {
                    // What is typed at another program is meant for it.
                    SIGINT | SIGQUIT | SIGTSTP if LENT.load(Ordering::Relaxed) => {}
                    SIGTSTP => drop(wake.send(Wake::Suspend)),
                    SIGWINCH => drop(wake.send(Wake::Input(Event::Resized))),
                    _ => {
                        let _ = wake.send(Wake::Signal(signal));
                        end_if_stuck(Some(signal));
                    }
                }
            }
        });
    }
}

/// Ends the process if the main loop has not done so in time: restores what can be restored without waiting for the terminal.
pub(super) fn end_if_stuck(signal: Option<i32>) {
    thread::sleep(PATIENCE);
    // Output that blocks must not keep the restoring write.
    let stdout = rustix::stdio::stdout();
    if let Ok(flags) = rustix::fs::fcntl_getfl(stdout) {
        let _ = rustix::fs::fcntl_setfl(stdout, flags | rustix::fs::OFlags::NONBLOCK);
    }
    terminal::restore();
    if let Some(signal) = signal {
        let _ = emulate_default_handler(signal);
    }
    std::process::exit(GONE);
}
