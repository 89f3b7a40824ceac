//! The binary: what is marked and read in a terminal is so at the next start, in another program, and under another name.

use std::fs;
use std::path::Path;

use crate::support::project;
use crate::support::pty::Session;

const HEADLINE: &str = "Putin Heads to New Delhi";

/// A folder of two articles.
fn articles() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["visit-new-delhi.txt", "border-round.txt"] {
        fs::copy(project().join("briefings").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

/// attache on a terminal, its state in `state`.
fn start(state: &Path, path: &Path) -> Session {
    Session::with(&[path], 120, 30, |command, _| command.env("XDG_STATE_HOME", state))
}

fn quit(mut session: Session) {
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_mark_is_there_at_the_next_start_whatever_the_file_is_called() {
    let (state, folder) = (tempfile::tempdir().unwrap(), articles());
    let mut session = start(state.path(), folder.path());
    session.sees("> 2025-11-28  Putin");
    session.keys("m");
    session.sees(">*2025-11-28  Putin");
    quit(session);
    fs::rename(folder.path().join("visit-new-delhi.txt"), folder.path().join("zebra.txt")).unwrap();
    let mut again = start(state.path(), folder.path());
    again.sees(">*2025-11-28  Putin");
    let mut other = start(state.path(), &folder.path().join("zebra.txt"));
    other.until(|shown| shown.starts_with(" * Putin") && !shown.contains("reading ..."));
    other.keys("m");
    other.sees("not marked any more");
    quit(other);
    again.keys("j\r");
    again.sees("[");
    again.keys("\x7f");
    again.sees(" 2025-11-28  Putin");
    quit(again);
}

#[test]
fn an_article_opens_where_it_was_left_at_the_end() {
    let (state, folder) = (tempfile::tempdir().unwrap(), articles());
    let article = folder.path().join("visit-new-delhi.txt");
    let mut session = start(state.path(), &article);
    session.until(|shown| shown.contains("3 Agenda") && !shown.contains("reading ..."));
    session.keys("2jjjjjj");
    session.sees("Text 1.2");
    quit(session);
    let mut again = start(state.path(), &article);
    again.until(|shown| shown.contains("Text 1.2") && shown.contains("back where you were"));
    quit(again);
    let journal = fs::read_to_string(state.path().join("attache/marks")).unwrap();
    let lines: Vec<&str> = journal.lines().skip(1).map(|line| line.split_once(' ').unwrap().1).collect();
    assert!(matches!(lines[..], ["read", at] if at.starts_with("at ")), "{journal}");
}

#[test]
fn a_full_disk_is_told_and_costs_nothing_else() {
    let line = "ulimit -f 0; exec \"$ATTACHE\" \"$ARTICLE\"";
    let article = project().join("briefings/visit-new-delhi.txt");
    let mut session = Session::shell(line, 120, 30, |command| command.env("ARTICLE", article));
    session.sees("marks are not kept on the disk: ");
    session.keys("m");
    session.until(|shown| shown.starts_with(" * Putin") && shown.contains("marked (u undoes it)"));
    session.keys("2");
    session.until(|shown| shown.contains("Text ") && !shown.contains("not kept"));
    session.keys("q");
    assert_eq!(session.end(), 2);
    assert!(session.screen().contents().contains("attache: the last changes of the marks are not kept on the disk: "));
}

#[test]
fn lines_that_can_t_be_read_are_told() {
    let (state, folder) = (tempfile::tempdir().unwrap(), articles());
    fs::create_dir_all(state.path().join("attache")).unwrap();
    fs::write(state.path().join("attache/marks"), "attache marks 1 0000000000000001\nnonsense\n").unwrap();
    let mut session = start(state.path(), folder.path());
    session.sees("the file of marks has 1 line that can't be read (kept in marks.unreadable-1)");
    session.sees(HEADLINE);
    quit(session);
    let copy = fs::read_to_string(state.path().join("attache/marks.unreadable-1")).unwrap();
    assert!(copy.ends_with("nonsense\n"));
}
