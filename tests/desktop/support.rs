//! What the tests share: a home of its own, a program that is ended with its test, waiting for what comes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output};
use std::time::{Duration, Instant};

/// How long anything may take to come; only a failing test ever waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until `look` sees something, and gives it. What is waited for lies in other programs, which can only be asked again.
#[track_caller]
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(Instant::now() < deadline, "it never came: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A program that is killed with its test.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A home folder with an article in it.
pub struct Home(tempfile::TempDir);

impl Home {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // As a folder for sockets has to be.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        fs::copy(sample(), folder.path().join("visit.txt")).unwrap();
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// attache with these arguments, run in this home with nothing of the test's own environment.
    pub fn attache(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(arguments).current_dir(self.path()).env_clear().env("HOME", self.path()).env("TERM", "xterm-256color");
        command
    }

    /// The kept export of this name, as it went to the clipboard.
    pub fn kept(&self, name: &str) -> String {
        let path = self.path().join(".local/state/attache/exports").join(name);
        let text = until(&path.display().to_string(), || fs::read_to_string(&path).ok());
        text.strip_suffix('\n').unwrap().to_owned()
    }

    /// What stands in the file `name`, once it ends with a line end.
    pub fn said(&self, name: &str) -> String {
        until(name, || fs::read_to_string(self.path().join(name)).ok().filter(|text| text.ends_with('\n')))
    }

    /// Writes an article of more than `bytes` bytes, and gives its name.
    pub fn large(&self, bytes: usize) -> &'static str {
        let article: String = (0..)
            .map(|at| format!("Sentence {at} says that the talks “went on”, naïve as they were.\n\n"))
            .scan(0, |length, line| {
                *length += line.len();
                (*length < bytes + 100).then_some(line)
            })
            .collect();
        fs::write(self.path().join("large.txt"), article).unwrap();
        "large.txt"
    }
}

pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/visit-new-delhi.txt")
}

/// The words of a program that ended well.
#[track_caller]
pub fn well(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{}: {said}", output.status);
    said
}

/// What a program prints, or nothing where it fails.
pub fn printed(command: &mut Command) -> String {
    String::from_utf8(command.output().expect("the tools of .ci/run are installed").stdout).unwrap()
}
