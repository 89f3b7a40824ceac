//! The shell above attache, and stopping for it (job control).
//!
//! A stopped program goes on when its shell says so; where there is none, nobody ever does.

use rustix::process::{Pid, Signal, getpgid, getpgrp, getppid, getsid, kill_current_process_group};

/// A shell stands no further above than this: programs between start the one and wait for it.
const GENERATIONS: usize = 64;

/// Stops attache, and what was started together with it, until the shell lets them go on.
///
/// The whole group stops, as at a key in a terminal that is not raw: a shell watches the program that it started, which may be a script around
/// this one. All of them are stopped by one call: of two, a shell that is quick could let the group go on in between, and the second stop would stay.
pub fn stop() {
    let _ = kill_current_process_group(Signal::STOP);
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
