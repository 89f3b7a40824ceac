//! The shell above attache, and stopping for it (job control).
//!
//! A stopped program goes on when its shell says so; where there is none, nobody ever does.

use std::sync::atomic::{AtomicBool, Ordering};

use rustix::process::{Pid, Signal, getpgid, getpgrp, getppid, getsid, kill_current_process_group};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

/// A shell stands no further above than this: programs between start the one and wait for it.
const GENERATIONS: usize = 64;

/// Whether the next request to stop is the one that attache sends its own group.
static OWN_REQUEST: AtomicBool = AtomicBool::new(false);

/// Stops attache, and what was started together with it, until the shell lets them go on.
///
/// The whole group stops, as at a key in a terminal that is not raw: a shell watches the program that it started, which may be a script around
/// this one.
pub fn stop() {
    OWN_REQUEST.store(true, Ordering::Relaxed);
    let _ = kill_current_process_group(Signal::TSTP);
    let _ = emulate_default_handler(SIGTSTP);
}

/// Whether a request to stop that has come is the one that [`stop`] sent. It is asked once for each.
pub fn is_own_request() -> bool {
    OWN_REQUEST.swap(false, Ordering::Relaxed)
}

/// Whether a shell stands above: a parent of someone in this group is of the same session and another group. A group without one is an
/// orphan (POSIX.1, 3.264), which the system itself doesn't stop at a key.
pub fn is_above() -> bool {
    let (group, Ok(session)) = (getpgrp(), getsid(None)) else { return false };
    let mut above = getppid();
    for _ in 0..GENERATIONS {
        let Some(pid) = above.filter(|pid| getsid(Some(*pid)) == Ok(session)) else { return false };
        match getpgid(Some(pid)) {
            Ok(of_parent) if of_parent == group => above = parent_of(pid),
            Ok(_) => return true,
            Err(_) => return false,
        }
    }
    false
}

/// The parent of another process, where the system tells.
fn parent_of(pid: Pid) -> Option<Pid> {
    let said = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name, in brackets, may hold anything; its state stands behind it, then its parent.
    let (_, behind) = said.rsplit_once(')')?;
    Pid::from_raw(behind.split_ascii_whitespace().nth(1)?.parse().ok()?)
}
