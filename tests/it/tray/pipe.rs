//! The binary: lines taken in a terminal are there at the next start, in another program, and in a pipe.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::project;
use crate::support::pty::Session;

fn sample(name: &str) -> PathBuf {
    project().join("briefings").join(name)
}

/// attache on a terminal, its state in `state`.
fn start(state: &Path, article: &str) -> Session {
    let mut session = Session::with(&[&sample(article)], 120, 40, |command, _| command.env("XDG_STATE_HOME", state));
    session.until(is_read);
    session
}

/// Whether all of the article has come.
fn is_read(shown: &str) -> bool {
    shown.contains("3 Agenda") && !shown.contains("reading ...")
}

fn quit(mut session: Session) {
    session.keys("q");
    assert_eq!(session.end(), 0);
}

fn tray(state: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.arg("tray").args(arguments).env_clear().env("HOME", state).env("XDG_STATE_HOME", state).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn lines(state: &Path) -> Vec<String> {
    let output = tray(state, &["export", "--format", "json"]);
    if output.stdout.is_empty() {
        return Vec::new();
    }
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let extracts = document["parts"][0]["extracts"].as_array().unwrap();
    extracts.iter().map(|extract| extract["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_line_that_was_taken_is_there_at_the_next_start() {
    let state = tempfile::tempdir().unwrap();
    let mut session = start(state.path(), "visit-new-delhi.txt");
    session.keys(" ");
    session.sees("in the tray: 1 line of 1 article");
    session.keys("ta");
    session.sees("your remark:");
    session.keys("see the note of March\r");
    session.sees("analyst: see the note of March");
    session.keys("tq");
    assert_eq!(session.end(), 0);
    let mut again = start(state.path(), "border-round.txt");
    again.keys("t");
    again.sees("Tray | 1 line of 1 article");
    again.sees("analyst: see the note of March");
    again.keys("t4 ");
    again.sees("in the tray: 2 lines of 2 articles");
    quit(again);
    let shown = text(&tray(state.path(), &["show"]).stdout);
    assert!(shown.starts_with("Tray\n2 lines of 2 articles\n\n1. NEW DELHI: "), "{shown}");
    assert!(shown.contains("\n   [analyst: see the note of March]\n") && shown.contains("\n[2] "), "{shown}");
}

#[test]
fn two_at_once_have_the_lines_of_both() {
    let state = tempfile::tempdir().unwrap();
    let mut one = start(state.path(), "visit-new-delhi.txt");
    let mut other = start(state.path(), "border-round.txt");
    one.keys(" ");
    other.keys(" ");
    one.sees("in the tray: 1 line");
    other.sees("in the tray: 1 line");
    // Both are on the screen at once; in the file they are soon.
    let both = (0..1000).any(|_| lines(state.path()).len() == 2);
    assert!(both, "{:?}", lines(state.path()));
    one.keys("t");
    one.sees("Tray | 2 lines of 2 articles");
    one.keys("tj ");
    other.keys("j ");
    quit(one);
    quit(other);
    assert_eq!(lines(state.path()).len(), 4);
}

#[test]
fn a_line_taken_just_before_the_end_is_kept() {
    let state = tempfile::tempdir().unwrap();
    let mut session = start(state.path(), "visit-new-delhi.txt");
    session.keys("4 q");
    assert_eq!(session.end(), 0);
    assert_eq!(lines(state.path()).len(), 1);
}

#[test]
fn a_corrupt_file_is_named_and_begun_anew() {
    let state = tempfile::tempdir().unwrap();
    let folder = state.path().join("attache");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("tray.json"), "{\"version\": 1, \"lines\"").unwrap();
    let failed = tray(state.path(), &["show"]);
    assert_eq!(failed.status.code(), Some(2));
    assert!(text(&failed.stderr).starts_with("attache: tray.json can't be read: "), "{}", text(&failed.stderr));
    let mut session =
        Session::with(&[&sample("visit-new-delhi.txt")], 120, 40, |command, _| command.env("XDG_STATE_HOME", state.path()));
    session.sees("tray.unreadable-1.json");
    session.until(is_read);
    session.keys(" ");
    session.sees("in the tray: 1 line of 1 article");
    quit(session);
    assert_eq!(lines(state.path()).len(), 1);
    assert!(folder.join("tray.unreadable-1.json").exists());
}

#[test]
fn the_commands_say_what_they_do_and_end_as_they_should() {
    let state = tempfile::tempdir().unwrap();
    for arguments in [["show"], ["export"], ["clear"]] {
        let empty = tray(state.path(), &arguments);
        assert_eq!((empty.status.code(), text(&empty.stderr)), (Some(1), "attache: the tray is empty\n".to_owned()));
    }
    let mut session = start(state.path(), "visit-new-delhi.txt");
    session.keys(" j 4 ");
    session.sees("in the tray: 3 lines of 1 article");
    quit(session);
    let plain = text(&tray(state.path(), &["export"]).stdout);
    assert!(plain.contains("\n-- The Sample Wire, \"Putin Heads") && plain.contains("\nSource: "), "{plain}");
    for form in attache::export::Form::ALL {
        let output = tray(state.path(), &["export", "--format", form.word()]);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{}", form.word());
        assert!(output.stdout.len() > 40, "{}", form.word());
    }
    let cleared = tray(state.path(), &["clear"]);
    let said = text(&cleared.stdout);
    assert!(said.starts_with("3 lines dropped; ") && said.contains("tray.before-clear.json"), "{said}");
    assert_eq!(tray(state.path(), &["show"]).status.code(), Some(1));
    let folder = state.path().join("attache");
    std::fs::rename(folder.join("tray.before-clear.json"), folder.join("tray.json")).unwrap();
    assert_eq!(text(&tray(state.path(), &["export"]).stdout), plain);
    let homeless = Command::new(env!("CARGO_BIN_EXE_attache")).args(["tray", "export", "--format", "wat"]).output().unwrap();
    assert_eq!(homeless.status.code(), Some(2));
}
