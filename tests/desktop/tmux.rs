//! Inside tmux: the copy lands in tmux's buffer and in the terminal around tmux, and the panes stand straight.

use std::process::{Command, Output};

use crate::support::{Home, sample, until};
use crate::x_server::XServer;

/// A tmux server of this test's own, by its socket in a home folder.
struct Tmux<'a> {
    home: &'a Home,
    socket: &'static str,
}

impl<'a> Tmux<'a> {
    /// tmux with a shell's `line` in it, on no terminal.
    fn detached(home: &'a Home, columns: u16, rows: u16, line: &str) -> Self {
        let tmux = Self { home, socket: "socket" };
        let (columns, rows) = (columns.to_string(), rows.to_string());
        let line = format!("env HOME={} ATTACHE={} sh -c '{line}'", home.path().display(), env!("CARGO_BIN_EXE_attache"));
        tmux.run(&["-f", "/dev/null", "new-session", "-d", "-x", &columns, "-y", &rows, &line]);
        tmux
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.arg("-S").arg(self.home.path().join(self.socket)).args(arguments);
        command.env_remove("TMUX").env("TERM", "xterm-256color").output().expect("tmux is installed")
    }

    fn buffer(&self) -> String {
        String::from_utf8(self.run(&["save-buffer", "-"]).stdout).unwrap()
    }

    /// The screen, once it shows `text`.
    #[track_caller]
    fn sees(&self, text: &str) -> String {
        until(text, || {
            Some(String::from_utf8(self.run(&["capture-pane", "-p"]).stdout).unwrap()).filter(|shown| shown.contains(text))
        })
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

/// A line that starts tmux with `options` on the terminal where it runs, with a script in it that runs `line` and stays.
fn tmux_line(home: &Home, socket: &str, options: &str, line: &str) -> String {
    std::fs::write(home.path().join(format!("{socket}.conf")), options).unwrap();
    std::fs::write(home.path().join(format!("{socket}.sh")), format!("{line}\nread stay\n")).unwrap();
    format!("tmux -S \"$HOME/{socket}\" -f {socket}.conf new-session sh {socket}.sh")
}

const READ_BACK: &str = "copied and read back (tmux buffer; the terminal around it unconfirmed): ";

#[test]
fn a_copy_lands_in_the_tmux_buffer() {
    let home = Home::new();
    let tmux = Tmux::detached(&home, 120, 40, &format!("\"$ATTACHE\" {}", sample().display()));
    tmux.sees("[Defence");
    tmux.run(&["send-keys", "4"]);
    tmux.run(&["send-keys", "Y"]);
    tmux.sees("copied and read back (tmux buffer;");
    let buffer = tmux.buffer();
    assert!(buffer.contains("The Sample Wire, \""), "{buffer}");
    assert_eq!(home.kept("000001-tensions.txt"), buffer);
}

#[test]
fn three_sizes_stand_straight() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 50)] {
        let home = Home::new();
        let tmux = Tmux::detached(&home, columns, rows, &format!("\"$ATTACHE\" {}", sample().display()));
        let shown = tmux.sees("? keys");
        assert_eq!(shown.lines().count(), usize::from(rows), "{shown}");
        assert!(shown.lines().last().unwrap().contains("keys"), "{shown}");
    }
}

#[test]
fn two_megabytes_come_through() {
    let home = Home::new();
    let line =
        format!("cd {}; \"$ATTACHE\" copy {} --section text 2> said; read stay", home.path().display(), home.large(2_000_000));
    let tmux = Tmux::detached(&home, 80, 24, &line);
    assert!(home.said("said").starts_with(READ_BACK), "{}", home.said("said"));
    let expected = home.kept("000001-full-text.txt");
    assert!(expected.len() > 2_000_000 && tmux.buffer() == expected);
}

#[test]
fn whatever_set_clipboard_says_the_terminal_around_gets_it() {
    let server = XServer::start();
    for setting in ["on", "external", "off"] {
        let home = Home::new();
        let tmux = Tmux { home: &home, socket: "socket" };
        let line = "\"$ATTACHE\" copy visit.txt --section tensions 2> said; \"$ATTACHE\" doctor > found";
        let _xterm = server.xterm(&home, &tmux_line(&home, "socket", &format!("set -s set-clipboard {setting}\n"), line));
        assert!(home.said("said").starts_with(READ_BACK), "{}", home.said("said"));
        let expected = home.kept("000001-tensions.txt");
        assert_eq!(tmux.buffer(), expected);
        until(&format!("the copy with set-clipboard {setting}"), || (server.clipboard() == expected).then_some(()));
        let found = until("doctor", || Some(home.said("found")).filter(|page| page.contains("1 export kept")));
        assert!(found.contains(&format!("set-clipboard {setting}, allow-passthrough off")), "{found}");
        let mut clear = server.xclip();
        clear.args(["-i", "/dev/null"]).stdout(std::process::Stdio::null()).status().unwrap();
    }
}

#[test]
fn in_nested_tmux_the_inner_buffer_has_it_and_the_outer_where_it_takes_it() {
    let home = Home::new();
    let inner = tmux_line(&home, "inner", "", "\"$ATTACHE\" copy visit.txt --section agenda 2> said");
    std::fs::write(home.path().join("outer.sh"), format!("cd {}; unset TMUX; {inner}\n", home.path().display())).unwrap();
    let outer = Tmux { home: &home, socket: "outer" };
    let inner = Tmux { home: &home, socket: "inner" };
    let line = format!(
        "env HOME={} ATTACHE={} sh {}/outer.sh",
        home.path().display(),
        env!("CARGO_BIN_EXE_attache"),
        home.path().display()
    );
    std::fs::write(home.path().join("outer.conf"), "set -s set-clipboard on\n").unwrap();
    outer.run(&["-f", home.path().join("outer.conf").to_str().unwrap(), "new-session", "-d", "-x", "120", "-y", "40", &line]);
    assert!(home.said("said").starts_with(READ_BACK), "{}", home.said("said"));
    let expected = home.kept("000001-agenda.txt");
    assert_eq!(inner.buffer(), expected);
    until("the copy in the outer buffer", || (outer.buffer() == expected).then_some(()));
}

#[test]
fn where_tmux_can_not_be_reached_it_is_asked_as_a_terminal() {
    let server = XServer::start();
    for options in ["set -s set-clipboard on\n", "set -s set-clipboard off\nset -g allow-passthrough on\n"] {
        let home = Home::new();
        let _tmux = Tmux { home: &home, socket: "socket" };
        let line = "TMUX=/nowhere/at/all,1,0; export TMUX; \"$ATTACHE\" copy visit.txt --section agenda 2> said";
        let _xterm = server.xterm(&home, &tmux_line(&home, "socket", options, line));
        let said = home.said("said");
        assert!(said.starts_with("sent, unconfirmed (terminal, OSC 52): section Agenda, "), "{said}");
        assert!(said.contains("; failed: ") && said.contains("(tmux)"), "{said}");
        let expected = home.kept("000001-agenda.txt");
        until(&format!("the copy with {options}"), || (server.clipboard() == expected).then_some(()));
        let mut clear = server.xclip();
        clear.args(["-i", "/dev/null"]).stdout(std::process::Stdio::null()).status().unwrap();
    }
}
