//! Attache stopped and let go on, by a shell, a script, an editor, or nobody; and what other programs leave of the terminal.

use std::path::{Path, PathBuf};

use crate::support::pty::Session;

/// The article that is opened: a copy in the home folder, so that an editor may change it.
fn article(home: &Path) -> PathBuf {
    let path = home.join("story.txt");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/visit-new-delhi.txt"), &path).unwrap();
    path
}

/// A line of shell on a terminal, where `$ATTACHE story.txt` can be run and the editor runs `script` first, then changes the headline.
fn shell(line: &str, script: &str) -> Session {
    let script = format!("{script}\nsed 's/Putin Heads to New Delhi/Putin Stays at Home/' story.txt > new\nmv new story.txt\n");
    let mut session = Session::shell("read ready; eval \"$LINE\"", 100, 30, |command| {
        command.env("LINE", line);
        command.env("EDITOR", "sh editor");
    });
    article(session.home.path());
    std::fs::write(session.home.path().join("editor"), script).unwrap();
    session.keys("\n");
    session
}

const HEADLINE: &str = "Putin Heads to New Delhi";
const EDITED: &str = "Putin Stays at Home";

#[test]
fn where_no_shell_stands_above_it_is_not_stopped() {
    let mut session = shell("exec \"$ATTACHE\" story.txt", "");
    session.sees(HEADLINE);
    session.keys("\x1a");
    session.sees("there is no shell");
    session.keys("4");
    session.sees("Tensions 1/");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.is_given_back();
}

#[test]
fn a_script_around_it_stops_with_it() {
    let mut session = shell("set -m; sh -c '\"$ATTACHE\" story.txt; true'; echo stopped; read answer; fg", "");
    session.sees(HEADLINE);
    session.keys("\x1a");
    session.sees("stopped");
    session.keys("\n");
    session.until(|shown| shown.contains(HEADLINE) && shown.contains("keys"));
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn an_editor_that_stops_lets_the_shell_have_the_terminal() {
    let mut session = shell("set -m; \"$ATTACHE\" story.txt; echo stopped; read answer; fg", "kill -STOP $$");
    session.sees(HEADLINE);
    session.keys("E");
    session.sees("stopped");
    session.keys("\n");
    session.sees(EDITED);
    session.keys("q");
    assert_eq!(session.end(), 0);
}

/// Edits the article where no shell stands above; the editor runs `script` first.
#[track_caller]
fn is_edited(script: &str) {
    let mut session = shell("exec \"$ATTACHE\" story.txt", script);
    session.sees(HEADLINE);
    session.keys("E");
    session.sees(EDITED);
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.is_given_back();
}

#[test]
fn an_editor_that_stops_goes_on_where_there_is_no_shell() {
    is_edited("kill -STOP $$");
}

#[test]
fn what_an_editor_leaves_of_the_terminal_is_mended() {
    is_edited("stty raw -echo");
}

#[test]
fn a_limit_on_the_size_of_files_ends_nothing() {
    let mut session = shell("ulimit -f 0; \"$ATTACHE\" story.txt; echo ended $?", "");
    session.sees(HEADLINE);
    session.keys("m");
    session.sees("File too large");
    session.keys("q");
    let shown = session.sees("ended ");
    assert!(!shown.contains("ended 153"), "the signal of a file that is too large: {shown}");
    session.end();
    session.is_given_back();
}
