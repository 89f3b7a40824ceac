//! Other programs, given words, heard and waited for, but not for ever.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{Builder, scope};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::work::jobs::{NO_THREAD, begin};

/// How long a program may take; only one that hangs ever takes so long.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// So much is heard of what a program says, beyond words that it is asked to give back: an answer is a line, and one that prints without
/// end would take all memory meanwhile.
pub(super) const HEARD_BYTES: usize = 64 * 1024;

/// Runs `command` with `words` on its standard input, and waits for its end. Of what it prints `most` bytes are heard.
///
/// # Errors
/// Why it could not be run, that it did not end, or that it printed more; it is killed then.
pub(super) fn run(command: &mut Command, words: &str, most: usize) -> Result<Output, String> {
    let mut child = command.stdin(Stdio::piped()).spawn().map_err(|error| said(&error))?;
    let (id, stdin, words) = (Pid::from_child(&child), child.stdin.take(), words.to_owned());
    // On a thread of its own: a program may answer before it has read all, or read nothing.
    let feeds = begin("feed", move || {
        let _ = stdin.map(|mut stdin| stdin.write_all(words.as_bytes()));
    });
    let (tell, told) = channel();
    // One that gets no words would take none for all of them.
    if feeds {
        begin("wait", move || {
            let _ = tell.send(heard(&mut child, most));
        });
    } else {
        drop(tell);
    }
    answer(&told, id)?.map_err(|error| said(&error))
}

/// What comes from the thread that waits for the program `id`, which is killed where nothing comes.
///
/// # Errors
/// Why nothing came.
pub(super) fn answer<T>(told: &Receiver<T>, id: Pid) -> Result<T, String> {
    told.recv_timeout(PATIENCE).map_err(|error| {
        let _ = kill_process(id, Signal::KILL);
        match error {
            RecvTimeoutError::Timeout => format!("no answer in {} seconds", PATIENCE.as_secs()),
            RecvTimeoutError::Disconnected => NO_THREAD.to_owned(),
        }
    })
}

/// What `child` prints, and how it ends.
fn heard(child: &mut Child, most: usize) -> io::Result<Output> {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let heard = scope(|scope| {
        // Both at once: a program that can't get rid of the one does not go on with the other.
        let beside = Builder::new().spawn_scoped(scope, || hear(err, &mut stderr, HEARD_BYTES))?;
        if let Err(error) = hear(out, &mut stdout, most) {
            // It is waited for beside, too.
            let _ = child.kill();
            return Err(error);
        }
        beside.join().unwrap_or(Ok(()))
    });
    if heard.is_err() {
        let _ = child.kill();
    }
    let status = child.wait()?;
    heard.map(|()| Output { status, stdout, stderr })
}

/// Reads `from` to its end.
///
/// # Errors
/// Where there is more than `most`.
fn hear(from: Option<impl Read>, into: &mut Vec<u8>, most: usize) -> io::Result<()> {
    let Some(from) = from else { return Ok(()) };
    let bound = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    if from.take(bound).read_to_end(into)? > most { Err(io::Error::other("it prints without end")) } else { Ok(()) }
}

/// Why a program could not be run.
pub(super) fn said(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such program".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;
    use std::process::{Command, Stdio};
    use std::sync::mpsc::channel;

    use super::{HEARD_BYTES, Pid, answer, run};

    #[test]
    fn a_program_that_no_thread_waits_for_is_ended_and_that_is_the_reason() {
        let mut child = Command::new("sleep").arg("600").spawn().unwrap();
        let (tell, told) = channel::<()>();
        drop(tell);
        assert_eq!(answer(&told, Pid::from_child(&child)).unwrap_err(), "the system has no thread left for it");
        assert_eq!(child.wait().unwrap().signal(), Some(9));
    }

    #[test]
    fn so_much_is_heard_of_a_program_and_no_more() {
        let heard = |script: &str, most| {
            let mut command = Command::new("/bin/sh");
            let output = run(command.args(["-c", script]).stdout(Stdio::piped()).stderr(Stdio::piped()), "words", most);
            output.map(|output| String::from_utf8(output.stdout).unwrap())
        };
        assert_eq!(heard("cat; echo said >&2", 5).unwrap(), "words");
        assert_eq!(heard("cat", 4).unwrap_err(), "it prints without end");
        assert_eq!(heard("exec yes", HEARD_BYTES).unwrap_err(), "it prints without end");
        assert_eq!(heard("exec yes >&2", HEARD_BYTES).unwrap_err(), "it prints without end");
        assert_eq!(
            heard("trap '' PIPE; while :; do echo words; done 2>/dev/null", HEARD_BYTES).unwrap_err(),
            "it prints without end"
        );
    }
}
