//! An X server of a test's own, what can be pasted there, and a terminal in it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::support::{Home, Running, printed};

/// A running X server.
pub struct XServer {
    _child: Running,
    pub display: String,
}

impl XServer {
    /// Starts Xvfb on a display that it chooses, and waits until it says which.
    pub fn start() -> Self {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "640x480x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = xvfb.spawn().expect("Xvfb is installed");
        let mut number = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self { _child: Running(child), display: format!(":{}", number.trim()) }
    }

    /// What a program that pastes gets as `target`, by xclip.
    pub fn clipboard_as(&self, target: &str) -> String {
        printed(self.xclip().args(["-o", "-t", target]))
    }

    /// What a program that pastes gets.
    pub fn clipboard(&self) -> String {
        self.clipboard_as("UTF8_STRING")
    }

    /// The same by xsel.
    pub fn clipboard_by_xsel(&self) -> String {
        printed(Command::new("xsel").args(["--clipboard", "--output"]).env("DISPLAY", &self.display))
    }

    pub fn xclip(&self) -> Command {
        let mut xclip = Command::new("xclip");
        xclip.args(["-selection", "clipboard"]).env("DISPLAY", &self.display);
        xclip
    }

    /// An xterm that takes OSC 52, with a shell in it that runs `line` in `home` and then stays. `$ATTACHE` is the program; no display
    /// is known inside, so that only the terminal can help.
    pub fn xterm(&self, home: &Home, line: &str) -> Running {
        let line = format!("unset DISPLAY; {line}\nread stay");
        let mut xterm = Command::new("xterm");
        // tmux names no clipboard, which in xterm means the selection unless it is told otherwise.
        let allowed = ["-xrm", "XTerm*disallowedWindowOps: 20,21,SetXprop", "-xrm", "XTerm*selectToClipboard: true"];
        xterm.arg("-u8").args(allowed).args(["-e", "sh", "-c", &line]);
        xterm.current_dir(home.path()).env_clear().env("HOME", home.path()).env("PATH", "/usr/local/bin:/usr/bin:/bin");
        xterm.env("DISPLAY", &self.display).env("LC_ALL", "C.UTF-8").env("ATTACHE", env!("CARGO_BIN_EXE_attache"));
        Running(xterm.stderr(Stdio::null()).spawn().expect("xterm is installed"))
    }
}
