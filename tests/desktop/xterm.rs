//! A real terminal that takes OSC 52, alone and with GNU screen between: what is asked of it arrives.

use std::process::Command;

use crate::support::{Home, Running, until};
use crate::x_server::XServer;

/// A screen session of this test's own; its server outlives the terminal unless it is told to end.
struct Screen<'a> {
    home: &'a Home,
    _xterm: Running,
}

impl<'a> Screen<'a> {
    /// Starts screen in an xterm; `line` runs in it.
    fn start(server: &XServer, home: &'a Home, line: &str) -> Self {
        std::fs::write(home.path().join("line.sh"), format!("{line}\nread stay\n")).unwrap();
        let running = server.xterm(home, "SCREENDIR=\"$HOME\" screen -c /dev/null -S desktop-test sh line.sh");
        Self { home, _xterm: running }
    }
}

impl Drop for Screen<'_> {
    fn drop(&mut self) {
        let mut quit = Command::new("screen");
        let _ = quit.args(["-S", "desktop-test", "-X", "quit"]).env("SCREENDIR", self.home.path()).output();
    }
}

#[test]
fn the_terminal_takes_what_it_is_asked_to() {
    let (server, home) = (XServer::start(), Home::new());
    let _xterm = server.xterm(&home, "\"$ATTACHE\" copy visit.txt --section agenda 2> said");
    assert!(home.said("said").starts_with("sent, unconfirmed (terminal, OSC 52): section Agenda, "));
    let expected = home.kept("000001-agenda.txt");
    until("the copy", || (server.clipboard() == expected).then_some(()));
}

#[test]
fn past_what_many_terminals_take_it_says_so() {
    let (server, home) = (XServer::start(), Home::new());
    let line = format!("\"$ATTACHE\" copy {} --section text 2> said", home.large(2_000_000));
    let _xterm = server.xterm(&home, &line);
    assert!(home.said("said").contains("; many terminals cut past 74994 bytes, these are 200"), "{}", home.said("said"));
    // This one takes all of it.
    let expected = home.kept("000001-full-text.txt");
    until("the copy", || (server.clipboard() == expected).then_some(()));
}

#[test]
fn screen_hands_it_on_piece_by_piece() {
    let (server, home) = (XServer::start(), Home::new());
    let _screen = Screen::start(&server, &home, "echo \"$STY\" > inside; \"$ATTACHE\" copy visit.txt 2> said");
    assert!(home.said("inside").contains("desktop-test"));
    assert!(home.said("said").starts_with("sent, unconfirmed (terminal, OSC 52): briefing, "), "{}", home.said("said"));
    let expected = home.kept("000001-briefing.txt");
    assert!(expected.len() > 5000);
    until("the copy", || (server.clipboard() == expected).then_some(()));
}
