//! On a Wayland compositor without a screen: the copy is on the clipboard, and stays there when attache has ended.

use std::fs;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use crate::support::{Home, Running, printed, until, well};

/// Nobody, as every system numbers it.
const NOBODY: u32 = 65534;

/// A compositor of this test's own.
struct Sway {
    _child: Running,
    home: Home,
    /// Where its socket lies.
    runtime: Home,
    socket: String,
}

impl Sway {
    fn start() -> Self {
        let (home, runtime) = (Home::new(), Home::new());
        let mut sway = Command::new("sway");
        sway.args(["-c", "/dev/null"]).env_clear().env("PATH", "/usr/bin:/bin").env("XDG_RUNTIME_DIR", runtime.path());
        sway.env("WLR_BACKENDS", "headless").env("WLR_RENDERER", "pixman").env("WLR_LIBINPUT_NO_DEVICES", "1");
        if rustix::process::getuid().is_root() {
            // sway does not start as root, which a machine for tests often is.
            chown(runtime.path(), Some(NOBODY), Some(NOBODY)).unwrap();
            sway.uid(NOBODY).gid(NOBODY).current_dir(runtime.path());
        }
        let child = Running(sway.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("sway is installed"));
        let socket = until("the compositor's socket", || {
            let mut names = fs::read_dir(runtime.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
            names.find(|name| name.starts_with("wayland-") && !name.contains('.'))
        });
        let sway = Self { _child: child, home, runtime, socket };
        // The socket is there before anyone answers on it.
        until("the compositor's answer", || {
            let asked = sway.paste().output().unwrap().stderr;
            String::from_utf8_lossy(&asked).contains("No selection").then_some(())
        });
        sway
    }

    fn copy(&self, arguments: &[&str]) -> String {
        let mut copy = self.home.attache(&[&["copy", "visit.txt"], arguments].concat());
        well(&copy.env("XDG_RUNTIME_DIR", self.runtime.path()).env("WAYLAND_DISPLAY", &self.socket).output().unwrap())
    }

    /// What a program that pastes gets as `kind`.
    fn clipboard_as(&self, kind: &str) -> String {
        printed(self.paste().args(["--no-newline", "--type", kind]))
    }

    fn paste(&self) -> Command {
        let mut paste = Command::new("wl-paste");
        paste.env("XDG_RUNTIME_DIR", self.runtime.path()).env("WAYLAND_DISPLAY", &self.socket);
        paste
    }
}

#[test]
fn a_copy_is_read_back_and_outlives_attache() {
    let sway = Sway::start();
    let said = sway.copy(&["--section", "tensions"]);
    assert!(said.starts_with("copied and read back (clipboard): section Tensions, "), "{said}");
    let expected = sway.home.kept("000001-tensions.txt");
    assert!(expected.contains("\n-- The Sample Wire, \""), "{expected}");
    assert_eq!(sway.clipboard_as("text/plain;charset=utf-8"), expected);
}

#[test]
fn html_goes_with_the_plain_words_beside_it() {
    let sway = Sway::start();
    sway.copy(&[]);
    assert!(sway.copy(&["--format", "html"]).starts_with("copied and read back (clipboard): briefing, "));
    assert_eq!(sway.clipboard_as("text/html"), sway.home.kept("000002-briefing.html"));
    assert_eq!(sway.clipboard_as("text/plain"), sway.home.kept("000001-briefing.txt"));
}

#[test]
fn two_megabytes_come_through() {
    let sway = Sway::start();
    let said = sway.copy(&[sway.home.large(2_000_000), "--section", "text"]);
    assert!(said.starts_with("copied and read back (clipboard): section Full text of 2 documents, 2 lines, "), "{said}");
    let expected = sway.home.kept("000001-full-text-of-2-documents.txt");
    assert!(expected.len() > 2_000_000 && sway.clipboard_as("text/plain") == expected);
}
