//! The real binary in a pseudo-terminal: it starts, takes keys, copies, ends, and gives the terminal back.

use std::path::{Path, PathBuf};

use crate::support::project;
use crate::support::pty::Session;

fn sample(name: &str) -> PathBuf {
    project().join("briefings").join(name)
}

fn visit() -> PathBuf {
    sample("visit-new-delhi.txt")
}

const HEADLINE: &str = "Putin Heads to New Delhi";

#[test]
fn it_opens_steps_and_quits() {
    let mut session = Session::start(&[&visit()], 120, 40);
    session.sees(HEADLINE);
    session.sees("[Defence");
    session.keys("3\x1b[C");
    session.sees("[S-400");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.is_given_back();
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_changes_while_it_is_open_is_told_and_read_again_on_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pier.txt");
    let article =
        |headline: &str| format!("{headline}\n\nThe port of Halmar opened its pier on Monday. Nobody had expected it.\n");
    std::fs::write(&file, article("Pier Opens in Halmar")).unwrap();
    let mut session = Session::start(&[&file], 120, 30);
    session.sees("Pier Opens in Halmar");
    session.sees("No topic of the taxonomy was found");
    std::fs::write(&file, "Pi").unwrap();
    session.sees("pier.txt has changed on the disk: R reads it again");
    session.sees("opened its pier");
    std::fs::write(&file, article("Pier Closes Again")).unwrap();
    session.keys("R").sees("Pier Closes Again");
    std::fs::remove_file(&file).unwrap();
    session.sees("pier.txt is not there any more; what was read of it stays");
    session.keys("!").sees("Notes");
    session.sees("pier.txt is not there any more");
    session.keys("q");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.is_given_back();
}

#[test]
fn each_frame_is_one_synchronized_update() {
    let mut session = Session::start(&[&visit()], 80, 24);
    session.sees(HEADLINE);
    session.keys("q");
    session.end();
    let count = |mark: &[u8]| session.written.windows(mark.len()).filter(|bytes| *bytes == mark).count();
    assert!(count(b"\x1b[?2026h") >= 1);
    assert!(count(b"\x1b[?2026l") >= count(b"\x1b[?2026h"));
}

#[test]
fn a_copy_goes_to_the_terminal_and_to_a_file_and_the_footer_says_so() {
    let mut session = Session::start(&[&visit()], 160, 40);
    session.sees("[Defence");
    session.keys("4Y");
    session.sees("sent, unconfirmed (terminal, OSC 52): section Tensions, ");
    session.keys("q");
    session.end();
    let kept = std::fs::read_to_string(session.home.path().join(".local/state/attache/exports/000001-tensions.txt")).unwrap();
    assert!(kept.contains("-- The Sample Wire, \"Putin Heads"), "{kept}");
    let start = session.written.windows(7).position(|bytes| bytes == b"\x1b]52;c;").expect("OSC 52") + 7;
    let length = session.written[start..].iter().position(|byte| *byte == 0x1b || *byte == 7).unwrap();
    let expected = base64(kept.trim_end().as_bytes());
    assert_eq!(std::str::from_utf8(&session.written[start..start + length]).unwrap(), expected);
}

/// Base64 (RFC 4648), written out so that the test does not trust the library that the program uses.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes.chunks(3).fold(String::new(), |mut out, chunk| {
        let word = (0..3).fold(0u32, |word, at| word << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * at) & 63) as usize];
            out.push(if at <= chunk.len() { char::from(letter) } else { '=' });
        }
        out
    })
}

#[test]
fn a_resize_is_followed() {
    let mut session = Session::start(&[&visit()], 120, 40);
    session.sees("2 Full text");
    session.resize(60, 16);
    session.sees("[1 Summary]");
    session.resize(140, 40);
    session.until(|shown| shown.contains("1 Summary") && shown.contains("4 Tensions") && shown.contains("3 Agenda"));
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn signals_end_it_and_give_the_terminal_back() {
    use rustix::process::{Pid, Signal, kill_process};
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut session = Session::start(&[&visit()], 80, 24);
        session.sees(HEADLINE);
        let pid = Pid::from_raw(i32::try_from(session.pid()).unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
        assert_ne!(session.end(), 0, "{signal:?}");
        session.is_given_back();
    }
}

#[test]
fn suspended_it_gives_the_terminal_back_and_comes_again_with_fg() {
    let line = "set -m; \"$ATTACHE\" \"$ARTICLE\"; echo stopped; read answer; fg";
    let mut session = Session::shell(line, 80, 24, |command| command.env("ARTICLE", visit()));
    session.sees(HEADLINE);
    session.keys("\x1a");
    session.sees("stopped");
    assert!(!session.screen().alternate_screen() && !session.screen().hide_cursor());
    session.keys("\n");
    session.until(|shown| shown.contains(HEADLINE) && shown.contains("keys"));
    assert!(session.screen().alternate_screen());
    session.keys("4");
    session.sees("[4 Tensions]");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn pasted_text_is_no_key() {
    let mut session = Session::start(&[&visit()], 80, 24);
    session.sees("[1 Summary]");
    session.keys("\x1b[200~qqq\r\x1b[201~");
    session.keys("/");
    session.sees("type to search");
    session.keys("\x1b[200~New Delhi\x1b[201~");
    session.sees("/New Delhi");
    session.keys("\x1b");
    session.until(|shown| !shown.contains("/New Delhi"));
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn standard_input_is_read_and_keys_come_from_the_terminal() {
    // The shell makes the pipe; the terminal stays the controlling one.
    let mut session = Session::shell("cat \"$ARTICLE\" | \"$ATTACHE\" -", 120, 40, |command| command.env("ARTICLE", visit()));
    session.sees("[Defence");
    session.keys("3\x1b[C");
    session.sees("[S-400");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_folder_is_a_list_and_a_bad_file_an_entry_of_it() {
    let mut session = Session::with(&[Path::new("files")], 120, 24, |_, home| {
        let folder = home.join("files/below");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::copy(visit(), folder.join("visit.txt")).unwrap();
        std::fs::write(home.join("files/empty.txt"), "").unwrap();
        std::os::unix::fs::symlink("nowhere", home.join("files/broken.txt")).unwrap();
        std::fs::write(home.join("files/big.txt"), "").unwrap();
        std::fs::File::options()
            .write(true)
            .open(home.join("files/big.txt"))
            .unwrap()
            .set_len(attache::work::FILE_BYTES + 1)
            .unwrap();
    });
    session.sees("3 entries");
    session.sees("the most that is opened");
    session.sees(HEADLINE);
    session.keys("\r");
    session.sees("[Defence");
    session.keys("\x7f");
    session.sees("3 entries");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_users_keys_are_laid_over_and_their_faults_told() {
    let mut session = Session::with(&[&visit()], 120, 40, |_, home| {
        let folder = home.join(".config/attache");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("keys.toml"), "[everywhere]\nquit = \"Q\"\nqiut = \"z\"\n").unwrap();
    });
    session.sees("keys.toml:3:1: there is no action \"qiut\"");
    session.keys("!");
    session.sees("did you mean \"quit\"?");
    session.keys("\x1b");
    session.until(|shown| !shown.contains("did you mean"));
    session.keys("Q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_terminal_that_can_do_nothing_gets_the_text() {
    for term in ["dumb", ""] {
        let mut session = Session::with(&[&visit()], 80, 24, |command, _| command.env("TERM", term));
        assert_eq!(session.end(), 0);
        let written = String::from_utf8_lossy(&session.written).into_owned();
        assert!(written.contains("the text follows") && written.contains("TENSIONS") && !written.contains('\x1b'), "{written}");
    }
}

#[test]
fn no_color_means_none() {
    let colours = |no_color: &str| {
        let mut session = Session::with(&[&visit()], 120, 40, |command, _| command.env("NO_COLOR", no_color));
        session.sees("[Defence");
        session.keys("q");
        session.end();
        let text = String::from_utf8_lossy(&session.written).into_owned();
        text.split("\x1b[")
            .filter_map(|part| part.split_once(|c: char| c.is_alphabetic() || c == '?').map(|(codes, _)| (codes, part)))
            .filter(|(codes, part)| part.as_bytes().get(codes.len()) == Some(&b'm'))
            .flat_map(|(codes, _)| codes.split(';'))
            .any(|code| matches!(code.parse(), Ok(30..=38 | 40..=48 | 90..=107)))
    };
    assert!(colours(""), "the sixteen colours are used");
    assert!(!colours("1"), "and not with NO_COLOR");
}

#[test]
fn a_plain_page_lies_on_the_main_screen_until_a_key() {
    let mut session = Session::start(&[&visit()], 120, 40);
    session.sees("[Defence");
    session.keys("4p");
    session.sees("[any key returns to attache]");
    assert!(!session.screen().alternate_screen());
    assert!(session.screen().contents().contains("Source: The Sample Wire"), "{}", session.screen().contents());
    session.keys("x");
    session.sees("[Defence");
    assert!(session.screen().alternate_screen());
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.is_given_back();
}

#[test]
fn the_editor_is_opened_at_the_line_and_what_it_wrote_is_read() {
    let mut session = Session::with(&[Path::new("story.txt")], 120, 40, |command, home| {
        std::fs::copy(visit(), home.join("story.txt")).unwrap();
        let script = "#!/bin/sh\necho \"$1\" > told\nread typed\nsed \"s/Putin Heads to New Delhi/$typed/\" story.txt > new\nmv new story.txt\n";
        let editor = home.join("editor");
        std::fs::write(&editor, script).unwrap();
        command.env("EDITOR", format!("sh {}", editor.display()));
        command.env("PATH", "/usr/bin:/bin");
    });
    session.sees("[Defence");
    session.keys("2GE");
    session.until(|shown| !shown.contains("[Defence"));
    session.keys("Putin Stays at Home\r");
    session.sees("Putin Stays at Home");
    session.sees("[Defence");
    let told = std::fs::read_to_string(session.home.path().join("told")).unwrap();
    let lines = std::fs::read_to_string(visit()).unwrap().lines().count();
    let line: usize = told.trim().strip_prefix('+').unwrap().parse().unwrap();
    assert!(line > 10 && line <= lines, "{told} of {lines}");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.is_given_back();
}

#[test]
fn what_is_no_file_can_t_be_edited() {
    let mut session = Session::start(&[], 120, 40);
    session.sees("visit-new-delhi");
    session.keys("\r");
    session.sees("1 Summary");
    session.keys("E");
    session.sees("this is no file of yours");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn the_mouse_is_the_terminals_until_it_is_asked_for() {
    use vt100::MouseProtocolMode;
    let mut session = Session::start(&[&visit()], 120, 30);
    session.sees("[Defence");
    assert_eq!(session.screen().mouse_protocol_mode(), MouseProtocolMode::None);
    session.keys("M");
    session.sees("the mouse is attache's");
    assert_ne!(session.screen().mouse_protocol_mode(), MouseProtocolMode::None);
    let first = session.screen().contents();
    session.keys("\x1b[<65;100;10M");
    session.until(|shown| !shown.contains("the mouse is") && shown != first);
    session.keys("\x1b[<0;10;28M\x1b[<0;10;28m");
    session.sees("Tensions 1/10");
    session.keys("M");
    session.sees("the mouse is the terminal's");
    assert_eq!(session.screen().mouse_protocol_mode(), MouseProtocolMode::None);
    session.keys("Mq");
    assert_eq!(session.end(), 0);
    assert_eq!(session.screen().mouse_protocol_mode(), MouseProtocolMode::None);
}

#[test]
fn a_key_that_comes_with_a_new_size_is_taken() {
    let mut session = Session::start(&[&visit()], 120, 40);
    session.sees("[Defence");
    for turn in 0..10 {
        session.resize(if turn % 2 == 0 { 100 } else { 120 }, 40);
        session.keys("1g\x1b[B");
        session.until(|shown| shown.contains("Summary 2/3"));
        session.keys("4");
        session.until(|shown| shown.contains("Tensions 1/10"));
    }
    session.resize(80, 24).keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_file_of_more_articles_than_are_read_says_so_over_the_list() {
    let feed =
        format!("<rss><channel><title>Wire</title>{}</channel></rss>", "<item><title>Talks resume</title></item>".repeat(2_500));
    let most = 2_000 + feed.len() / 1_000;
    let mut session = Session::with(&[Path::new("feed.xml")], 120, 40, |_, home| {
        std::fs::write(home.join("feed.xml"), feed).unwrap();
    });
    session.sees(&format!("the file holds more than {most} articles"));
    session.keys("!");
    session.sees("Notes");
    session.sees("those behind were left out");
    session.keys("\x1b");
    session.until(|shown| !shown.contains("Notes"));
    session.keys("q");
    assert_eq!(session.end(), 0);
}
