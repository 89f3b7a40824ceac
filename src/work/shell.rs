//! The shell above attache, and stopping for it (job control).
//!
//! A stopped program goes on when its shell says so; where there is none, nobody ever does.

use rustix::process::{Signal, kill_current_process_group};

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
    Process::of(None).is_some_and(|own| own.has_shell(|pid| Process::of(Some(pid))))
}

/// Where a process stands, by the numbers that the system tells.
///
/// 0 is one that stands outside of the container (its PID namespace, `pid_namespaces(7)`): a process there may well be the parent, or lead the
/// group or the session, of one in it. It has no other number here, so nothing more can be asked of it.
#[derive(Clone, Copy)]
struct Process {
    parent: i32,
    group: i32,
    session: i32,
}

impl Process {
    /// Whether a shell stands above this one, as [`is_above`] says; `of` tells of others.
    fn has_shell(self, of: impl Fn(i32) -> Option<Self>) -> bool {
        let mut below = self;
        for _ in 0..GENERATIONS {
            let Some(parent) = of(below.parent).filter(|parent| parent.session == self.session) else { return false };
            if parent.group != self.group {
                return true;
            }
            below = parent;
        }
        false
    }

    /// A process by its number, or this one.
    #[cfg(target_os = "linux")]
    fn of(pid: Option<i32>) -> Option<Self> {
        let who = pid.map_or_else(|| "self".to_owned(), |pid| pid.to_string());
        Self::said(&std::fs::read_to_string(format!("/proc/{who}/stat")).ok()?)
    }

    /// What a `stat` file of the system says of its process (`proc_pid_stat(5)`).
    #[cfg(target_os = "linux")]
    fn said(stat: &str) -> Option<Self> {
        // The name, in brackets, may hold anything; its state stands behind it, then the three numbers.
        let (_, behind) = stat.rsplit_once(')')?;
        let mut numbers = behind.split_ascii_whitespace().skip(1).map_while(|number| number.parse().ok());
        Some(Self { parent: numbers.next()?, group: numbers.next()?, session: numbers.next()? })
    }

    /// A process by its number, or this one; the parent of another is not told here.
    #[cfg(not(target_os = "linux"))]
    fn of(pid: Option<i32>) -> Option<Self> {
        use rustix::process::{Pid, getpgid, getppid, getsid};
        let who = match pid {
            Some(pid) => Some(Pid::from_raw(pid)?),
            None => None,
        };
        let parent = if who.is_none() { Pid::as_raw(getppid()) } else { 0 };
        Some(Self { parent, group: getpgid(who).ok()?.as_raw_pid(), session: getsid(who).ok()?.as_raw_pid() })
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::Process;

    /// Looks whether a shell stands above the process that the first `stat` file tells of; the others are told of by the number in front.
    #[track_caller]
    fn check(own: &str, others: &[&str], expected: bool) {
        let of = |pid: i32| Process::said(others.iter().find(|stat| stat.starts_with(&format!("{pid} (")))?);
        assert_eq!(Process::said(own).map(|own| own.has_shell(of)), Some(expected), "{own}");
    }

    #[test]
    fn a_shell_is_of_the_session_and_of_another_group() {
        let shell = "7 (sh) S 1 7 7 34816 9";
        check("9 (attache) S 7 9 7 34816 9", &[shell], true);
        // A script between, of any name; another session; a parent that is gone.
        check("10 (attache) S 9 9 7 34816 9", &["9 (a) S 0 0 (sh) S 7 9 7 34816 9", shell], true);
        check("9 (attache) S 7 9 9 34816 9", &[shell], false);
        check("9 (attache) S 8 9 9 34816 9", &[], false);
    }

    #[test]
    fn who_stands_outside_of_the_container_is_no_shell() {
        // The parent; what the parent's session began with; all of the group. A shell inside is one on the terminal of a session outside, too.
        check("9 (attache) S 0 9 9 34816 9", &[], false);
        check("9 (attache) S 7 9 9 34816 9", &["7 (cargo) S 0 0 0 0 -1"], false);
        check("9 (attache) S 1 0 0 34816 0", &["1 (sh) S 0 0 0 34816 0"], false);
        check("9 (attache) S 1 9 0 34816 9", &["1 (sh) S 0 1 0 34816 9"], true);
    }
}
