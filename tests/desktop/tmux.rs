//! Inside tmux: the copy lands in tmux's buffer, and the panes stand straight.

use std::path::Path;
use std::process::{Command, Output};

/// A tmux server of this test's own.
struct Tmux {
    folder: tempfile::TempDir,
}

impl Tmux {
    fn start(columns: u16, rows: u16) -> Self {
        let tmux = Self { folder: tempfile::tempdir().unwrap() };
        let (columns, rows) = (columns.to_string(), rows.to_string());
        let shell = format!("env HOME={} {} {}", tmux.folder.path().display(), env!("CARGO_BIN_EXE_attache"), sample().display());
        tmux.run(&["-f", "/dev/null", "new-session", "-d", "-x", &columns, "-y", &rows, &shell]);
        tmux
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.arg("-S").arg(self.folder.path().join("socket")).args(arguments);
        command.env_remove("TMUX").env("TERM", "xterm-256color").output().expect("tmux is installed")
    }

    /// The screen, once it shows `text`. tmux answers at once and cannot be waited on; each look is a process, so this does not spin.
    fn sees(&self, text: &str) -> String {
        for _ in 0..2000 {
            let shown = String::from_utf8(self.run(&["capture-pane", "-p"]).stdout).unwrap();
            if shown.contains(text) {
                return shown;
            }
        }
        panic!("{text:?} never came:\n{}", String::from_utf8_lossy(&self.run(&["capture-pane", "-p"]).stdout));
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

fn sample() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/briefings/visit-new-delhi.toml"))
}

#[test]
fn a_copy_lands_in_the_tmux_buffer() {
    let tmux = Tmux::start(120, 40);
    tmux.sees("Tensions");
    tmux.run(&["send-keys", "4"]);
    tmux.run(&["send-keys", "Y"]);
    tmux.sees("copied and read back (tmux buffer;");
    let buffer = String::from_utf8(tmux.run(&["show-buffer"]).stdout).unwrap();
    assert!(buffer.contains("The Sample Wire, \""), "{buffer}");
    let kept = tmux.folder.path().join(".local/state/attache/exports/000001-tensions.txt");
    assert_eq!(std::fs::read_to_string(kept).unwrap().trim_end(), buffer.trim_end());
}

#[test]
fn three_sizes_stand_straight() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 50)] {
        let tmux = Tmux::start(columns, rows);
        let shown = tmux.sees("Summary");
        assert_eq!(shown.lines().count(), usize::from(rows), "{shown}");
        assert!(shown.lines().last().unwrap().contains("keys"), "{shown}");
    }
}
