//! Signals: the main loop is told first, so that a frame is never cut; a main loop that does not answer is not waited for.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::{Wake, terminal};
use crate::work::jobs::begin;

/// How long the main loop has to end by itself: it may be waiting for a terminal that takes no more output.
const PATIENCE: Duration = Duration::from_millis(300);

/// The status of a program whose terminal has gone, as shells count it: 128 and SIGHUP.
const GONE: i32 = 129;

/// The signals, caught from now on: before the terminal is taken, so that none finds it half taken.
pub(super) struct Caught(Signals);

impl Caught {
    /// Catches the signals that end or suspend a program.
    ///
    /// # Errors
    /// Where the signals can't be had.
    pub(super) fn new() -> io::Result<Self> {
        Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP]).map(Self)
    }

    /// Starts the thread that passes them on, the ones that have come already first.
    pub(super) fn listen(mut self, wake: &Sender<Wake>) {
        let wake = wake.clone();
        begin("signals", move || {
            for signal in self.0.forever() {
                if signal == SIGTSTP {
                    let _ = wake.send(Wake::Suspend);
                    continue;
                }
                let _ = wake.send(Wake::Signal(signal));
                end_if_stuck(Some(signal));
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
