//! On an X server: the copy is on the clipboard, and stays there when attache has ended.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

#[expect(dead_code, reason = "only a part of it is needed here")]
#[path = "../it/support/pty.rs"]
mod pty;

/// An X server of this test's own.
struct XServer {
    child: Child,
    display: String,
}

impl XServer {
    /// Starts Xvfb on a display that it chooses, and waits until it says which.
    fn start() -> Self {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "640x480x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = xvfb.spawn().expect("Xvfb is installed");
        let mut number = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self { child, display: format!(":{}", number.trim()) }
    }

    /// What a program that pastes would get.
    fn clipboard(&self) -> String {
        let mut xclip = Command::new("xclip");
        xclip.args(["-selection", "clipboard", "-o"]).env("DISPLAY", &self.display);
        String::from_utf8(xclip.output().expect("xclip is installed").stdout).unwrap()
    }
}

impl Drop for XServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn sample() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/briefings/visit-new-delhi.toml"))
}

#[test]
fn a_copy_is_read_back_and_outlives_attache() {
    let server = XServer::start();
    let mut session = pty::Session::with(&[sample()], 120, 40, |command, _| command.env("DISPLAY", &server.display));
    session.sees("Tensions");
    session.keys("4y");
    session.sees("copied and read back (clipboard): 1 tension");
    let while_open = server.clipboard();
    assert!(while_open.contains("\n-- The Sample Wire, \""), "{while_open}");
    session.keys("q");
    assert_eq!(session.end(), 0);
    assert_eq!(server.clipboard(), while_open);
}

#[test]
fn without_a_display_the_terminal_is_asked_and_the_footer_says_so() {
    let mut session = pty::Session::with(&[sample()], 160, 40, |command, _| command.env("DISPLAY", ":4711"));
    session.sees("Tensions");
    session.keys("4y");
    session.sees("sent, unconfirmed (terminal, OSC 52): 1 tension");
    assert!(session.written.windows(7).any(|bytes| bytes == b"\x1b]52;c;"));
    session.keys("q");
    session.end();
}
