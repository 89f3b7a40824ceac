//! On an X server: the copy is on the clipboard, and stays there when attache has ended.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use crate::pty;
use crate::support::{Home, sample, until, well};
use crate::x_server::XServer;

#[test]
fn a_copy_is_read_back_and_outlives_attache() {
    let server = XServer::start();
    let mut session = pty::Session::with(&[&sample()], 120, 40, |command, _| command.env("DISPLAY", &server.display));
    session.sees("[Defence");
    session.keys("4y");
    session.sees("copied and read back (clipboard): 1 tension");
    let while_open = server.clipboard();
    assert!(while_open.contains("\n-- The Sample Wire, \""), "{while_open}");
    session.keys("q");
    assert_eq!(session.end(), 0);
    assert_eq!(server.clipboard(), while_open);
}

#[test]
fn the_command_copies_and_two_programs_paste() {
    let (server, home) = (XServer::start(), Home::new());
    let mut copy = home.attache(&["copy", "visit.txt", "--section", "agenda"]);
    let said = well(&copy.env("DISPLAY", &server.display).output().unwrap());
    assert!(said.starts_with("copied and read back (clipboard): section Agenda, "), "{said}");
    let expected = home.kept("000001-agenda.txt");
    assert_eq!(server.clipboard(), expected);
    assert_eq!(server.clipboard_by_xsel(), expected);
}

#[test]
fn html_goes_with_the_plain_words_beside_it() {
    let (server, home) = (XServer::start(), Home::new());
    let copy =
        |form| well(&home.attache(&["copy", "visit.txt", "--format", form]).env("DISPLAY", &server.display).output().unwrap());
    assert!(copy("plain").starts_with("copied and read back (clipboard): briefing, "));
    assert!(copy("html").contains(" lines as html, "));
    assert_eq!(server.clipboard_as("text/html"), home.kept("000002-briefing.html"));
    assert_eq!(server.clipboard(), home.kept("000001-briefing.txt"));
    assert!(server.clipboard_as("TARGETS").contains("text/html"));
}

#[test]
fn two_megabytes_come_through() {
    let (server, home) = (XServer::start(), Home::new());
    let mut copy = home.attache(&["copy", home.large(2_000_000), "--section", "text"]);
    let said = well(&copy.env("DISPLAY", &server.display).output().unwrap());
    assert!(said.starts_with("copied and read back (clipboard): section Full text, 1 line, "), "{said}");
    let expected = home.kept("000001-full-text.txt");
    assert!(expected.len() > 2_000_000);
    assert!(server.clipboard() == expected, "xclip pastes other words");
    assert!(server.clipboard_by_xsel() == expected, "xsel pastes other words");
}

/// How many processes own a clipboard for this home.
fn owners(home: &Home) -> usize {
    let folders = std::fs::read_dir("/proc").unwrap().filter_map(|entry| Some(entry.ok()?.path()));
    let has = |path: &Path, words: &str| {
        std::fs::read(path).is_ok_and(|bytes| bytes.windows(words.len()).any(|part| part == words.as_bytes()))
    };
    let home = format!("HOME={}\0", home.path().display());
    folders.filter(|folder| has(&folder.join("cmdline"), "--own-clipboard") && has(&folder.join("environ"), &home)).count()
}

#[test]
fn the_end_of_the_display_ends_the_owner() {
    let (server, home) = (XServer::start(), Home::new());
    well(&home.attache(&["copy", "visit.txt"]).env("DISPLAY", &server.display).output().unwrap());
    assert_eq!(owners(&home), 1);
    drop(server);
    until("the owner's end", || (owners(&home) == 0).then_some(()));
}

#[test]
fn another_programs_copy_ends_the_owner() {
    let (server, home) = (XServer::start(), Home::new());
    well(&home.attache(&["copy", "visit.txt"]).env("DISPLAY", &server.display).output().unwrap());
    assert_eq!(owners(&home), 1);
    let mut xclip = server.xclip();
    let mut other = xclip.arg("-i").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    other.stdin.take().unwrap().write_all(b"other words").unwrap();
    other.wait().unwrap();
    until("the owner's end", || (owners(&home) == 0).then_some(()));
    assert_eq!(server.clipboard(), "other words");
}

#[test]
fn without_a_display_the_terminal_is_asked_and_the_footer_says_so() {
    let mut session = pty::Session::with(&[&sample()], 220, 40, |command, _| command.env("DISPLAY", ":4711"));
    session.sees("[Defence");
    session.keys("4y");
    let shown = session.sees("sent, unconfirmed (terminal, OSC 52): 1 tension");
    assert!(shown.contains("; failed: ") && shown.contains("(native)"), "{shown}");
    assert!(session.written.windows(7).any(|bytes| bytes == b"\x1b]52;c;"));
    session.keys("q");
    session.end();
}

#[test]
fn over_ssh_the_desktop_here_is_not_the_readers() {
    let server = XServer::start();
    let mut session = pty::Session::with(&[&sample()], 160, 40, |command, _| {
        command.env("DISPLAY", &server.display);
        command.env("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22");
    });
    session.sees("[Defence");
    session.keys("4y");
    session.sees("sent, unconfirmed (terminal, OSC 52): 1 tension");
    assert_eq!(server.clipboard(), "");
    session.keys("q");
    session.end();
}

#[test]
fn doctor_finds_the_display() {
    let (server, home) = (XServer::start(), Home::new());
    let output = home.attache(&["doctor"]).env("DISPLAY", &server.display).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(page.contains("Clipboard: native (a desktop is here)"), "{page}");
    assert!(page.contains("native   yes: the clipboard of X11 can be opened"), "{page}");
}
