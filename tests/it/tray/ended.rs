//! The binary at its end: what could not be kept until then is tried again, and told where it can't be kept.

use std::fs::{self, File};
use std::path::Path;

use crate::support::project;
use crate::support::pty::Session;

/// attache over an article, its state in the home.
fn start(prepare: impl FnOnce(&Path)) -> Session {
    let article = project().join("briefings/visit-new-delhi.txt");
    let mut session = Session::with(&[&article], 120, 40, |_, home| {
        fs::create_dir_all(home.join(".local/state")).unwrap();
        prepare(&home.join(".local/state/attache"));
    });
    session.until(|shown| shown.contains("3 Agenda") && !shown.contains("reading ..."));
    session
}

#[test]
fn what_another_program_keeps_from_the_disk_is_told_at_the_end() {
    for (lock, key, shown, told) in [
        (
            "tray.lock",
            " ",
            "in the tray: 1 line of 1 article",
            "the last changes of the tray are not kept on the disk: another attache holds the tray",
        ),
        ("marks.lock", "m", "marked", "the last changes of the marks are not kept on the disk: another attache holds them"),
    ] {
        let mut held = None;
        let mut session = start(|state| {
            fs::create_dir_all(state).unwrap();
            let file = File::create(state.join(lock)).unwrap();
            file.lock().unwrap();
            held = Some(file);
        });
        session.keys(key).sees(shown);
        session.keys("q");
        assert_eq!(session.end(), 2, "{lock}");
        let (_, behind) = session.screen().contents().split_once("attache: ").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        assert_eq!(behind.trim_end(), told);
        assert!(!session.screen().alternate_screen());
    }
}

#[test]
fn what_could_not_be_kept_before_is_tried_once_more_at_the_end() {
    let mut session = start(|state| fs::write(state, "in the way").unwrap());
    session.keys(" ").sees("the tray is not kept on the disk");
    fs::remove_file(session.home.path().join(".local/state/attache")).unwrap();
    session.keys("q");
    assert_eq!(session.end(), 0);
    let kept = fs::read_to_string(session.home.path().join(".local/state/attache/tray.json")).unwrap();
    assert!(kept.contains("NEW DELHI"), "{kept}");
}

#[test]
fn what_reading_leaves_by_itself_is_no_failure_where_nothing_can_be_kept() {
    let mut session = start(|state| fs::write(state, "in the way").unwrap());
    session.sees("marks are not kept on the disk");
    session.keys("q");
    assert_eq!(session.end(), 0);
}
