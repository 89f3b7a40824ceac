//! `attache copy`, with and without a terminal: what leaves, by which way, and what is said of it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::project;
use crate::support::pty::Session;

/// A home with two documents and, in it, a config file that says this.
fn home(config: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    for name in ["visit-new-delhi.txt", "border-round.toml", "border-round.txt"] {
        fs::copy(project().join("briefings").join(name), home.path().join(name)).unwrap();
    }
    let folder = home.path().join(".config/attache");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), config).unwrap();
    home
}

/// Runs attache in `home` with nothing around it: no terminal that is known, no desktop.
fn attache(home: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(arguments).current_dir(home).env_clear().env("HOME", home).output().unwrap()
}

/// The exit code and what is said; standard output is empty.
#[track_caller]
fn copy(home: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = attache(home, &[&["copy"], arguments].concat());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "");
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

fn kept(home: &Path, name: &str) -> String {
    let folder = home.join(".local/state/attache/exports");
    fs::read_to_string(folder.join(name)).unwrap_or_else(|error| {
        let names: Vec<_> = fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().file_name()).collect();
        panic!("{name}: {error}; there are {names:?}")
    })
}

#[test]
fn what_is_copied_is_what_show_prints() {
    let home = home("");
    for (at, form) in ["plain", "markdown", "html", "bibtex", "csl-json", "ris", "csv", "tsv", "chicago"].iter().enumerate() {
        let extension = ["txt", "md", "html", "bib", "json", "ris", "csv", "tsv", "txt"][at];
        let arguments = ["--format", form, "visit-new-delhi.txt", "border-round.toml"];
        let (code, said) = copy(home.path(), &[&arguments[..], &["--clipboard", "file"]].concat());
        assert_eq!(code, Some(0), "{said}");
        let name = format!("{:06}-briefings.{extension}", at + 1);
        assert!(said.starts_with(&format!("kept in ~/.local/state/attache/exports/{name}: 2 briefings, ")), "{said}");
        let shown = attache(home.path(), &[&["show"], &arguments[..]].concat()).stdout;
        assert_eq!(kept(home.path(), &name), String::from_utf8(shown).unwrap());
    }
}

#[test]
fn where_no_way_works_the_file_is_named_and_the_exit_code_is_2() {
    let home = home("");
    let (code, said) = copy(home.path(), &["visit-new-delhi.txt", "--section", "tensions"]);
    assert_eq!(code, Some(2));
    let expected = "attache: failed: TERM is not set (osc52); kept in ~/.local/state/attache/exports/000001-tensions.txt: section Tensions, ";
    assert!(said.starts_with(expected) && said.lines().count() == 1, "{said}");
    let (code, said) = copy(home.path(), &["visit-new-delhi.txt", "--clipboard", "native"]);
    assert_eq!(code, Some(2));
    assert!(said.starts_with("attache: failed: no display (native); kept in "), "{said}");
    let (code, said) = copy(home.path(), &["visit-new-delhi.txt", "--clipboard", "none"]);
    assert!(
        code == Some(0) && said.starts_with("kept in ~/.local/state/attache/exports/000003-briefing.txt: briefing, "),
        "{said}"
    );
}

#[test]
fn a_command_gets_the_words_on_its_standard_input() {
    let home = home("[clipboard]\ncommand = [\"/bin/sh\", \"-c\", \"cat > out.txt\"]\n");
    let (code, said) =
        copy(home.path(), &["visit-new-delhi.txt", "--section", "agenda", "--topic", "s-400", "--format", "markdown"]);
    assert_eq!(code, Some(0));
    assert!(said.starts_with("given to sh, which ended well: section Agenda, 1 line as markdown, "), "{said}");
    let words = fs::read_to_string(home.path().join("out.txt")).unwrap();
    assert_eq!(words.clone() + "\n", kept(home.path(), "000001-agenda.md"));
    assert!(words.contains("S-400"), "{words}");
}

#[test]
fn a_command_that_fails_is_named() {
    for (command, reason) in [("/bin/false", "false: exit status: 1"), ("/nowhere/at/all", "all: there is no such program")] {
        let home = home(&format!("[clipboard]\nuse = \"command\"\ncommand = [\"{command}\"]\n"));
        let (code, said) = copy(home.path(), &["visit-new-delhi.txt"]);
        assert_eq!(code, Some(2));
        assert!(said.starts_with(&format!("attache: failed: {reason} (command); kept in ")), "{said}");
    }
}

#[test]
fn nothing_to_copy_is_said_and_nothing_is_kept() {
    let home = home("");
    fs::write(home.path().join("bare.txt"), "").unwrap();
    for (arguments, reason) in [
        (&["visit-new-delhi.txt", "--topic", "herring"][..], "no agenda has a topic \"herring\""),
        (&["bare.txt", "--section", "tensions"], "no line is in what was asked for"),
        (&["bare.txt"], "no line is in what was asked for"),
    ] {
        let (code, said) = copy(home.path(), &[arguments, &["--clipboard", "file"]].concat());
        assert_eq!((code, said), (Some(1), format!("attache: there is nothing to copy: {reason}\n")));
    }
    assert!(!home.path().join(".local").exists());
}

#[test]
fn misuse_and_faults_of_the_config_file_are_told() {
    let home = home("[clipboard]\nuse = \"osc\"\n");
    let (code, said) = copy(home.path(), &["visit-new-delhi.txt", "--clipboard", "file"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("config.toml:2:7: there is no way \"osc\" to the clipboard") && said.contains("\"osc52\"?"), "{said}");
    let (code, said) = copy(home.path(), &["visit-new-delhi.txt", "--clipboard", "command"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("there is no command; config.toml names one"), "{said}");
    assert_eq!(copy(home.path(), &["visit-new-delhi.txt", "--clipboard", "carrier-pigeon"]).0, Some(2));
    assert_eq!(copy(home.path(), &["absent.txt", "--clipboard", "file"]).0, Some(2));
}

#[test]
fn the_terminal_is_asked_and_a_pipe_on_standard_output_is_not() {
    let line = "\"$ATTACHE\" copy \"$ARTICLE\" --section tensions | od -c; echo done";
    let mut session =
        Session::shell(line, 160, 40, |command| command.env("ARTICLE", project().join("briefings/visit-new-delhi.txt")));
    session.sees("sent, unconfirmed (terminal, OSC 52): section Tensions, ");
    session.sees("done");
    session.end();
    let written = String::from_utf8_lossy(&session.written).into_owned();
    assert_eq!(written.matches("\x1b]52;c;").count(), 1, "{written}");
    assert!(written.contains("0000000\r\n"), "nothing came through the pipe: {written}");
}

#[test]
fn a_text_that_means_harm_never_reaches_the_terminal() {
    let home = home("");
    let harm = "The minister said \u{1b}]52;c;aGFybQ==\u{7} the talks, however, \u{202e}would fail\u{9d}52;c;aGFybQ==\u{9c} in spring.\n";
    fs::write(home.path().join("harm.txt"), harm).unwrap();
    let line = "cd \"$FOLDER\"; \"$ATTACHE\" copy harm.txt --format html; \"$ATTACHE\" copy harm.txt --topic \"$(cat harm.txt)\"; echo done";
    let mut session = Session::shell(line, 160, 40, |command| command.env("FOLDER", home.path()));
    session.sees("sent, unconfirmed (terminal, OSC 52): briefing, ");
    session.sees("no agenda has a topic ");
    session.sees("done");
    session.end();
    let written = String::from_utf8_lossy(&session.written).into_owned();
    let (before, after) = written.split_once("\x1b]52;c;").unwrap();
    let (asked, behind) = after.split_once('\u{7}').unwrap();
    assert!(asked.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)), "{asked}");
    for said in [before, behind] {
        assert!(!said.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{9d}', '\u{9c}']), "{said:?}");
    }
    let kept = fs::read_to_string(session.home.path().join(".local/state/attache/exports/000001-briefing.html")).unwrap();
    assert!(kept.contains("would fail") && !kept.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{9d}', '\u{9c}']), "{kept:?}");
}

#[test]
fn a_umask_that_takes_everything_away_leaves_folders_and_files_to_their_owner() {
    use std::os::unix::fs::PermissionsExt;
    let home = home("");
    let line = "umask 0777; exec \"$0\" copy visit-new-delhi.txt --clipboard file";
    let mut command = Command::new("/bin/sh");
    command.args(["-c", line, env!("CARGO_BIN_EXE_attache")]).current_dir(home.path()).env_clear().env("HOME", home.path());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mode = |path: &str| fs::metadata(home.path().join(path)).unwrap().permissions().mode() & 0o777;
    for folder in [".local", ".local/state", ".local/state/attache", ".local/state/attache/exports"] {
        assert_eq!(mode(folder), 0o700, "{folder}");
    }
    assert_eq!(mode(".local/state/attache/exports/000001-briefing.txt"), 0o600);
}

#[cfg(target_os = "linux")]
#[test]
fn a_parent_that_hears_of_no_child_keeps_no_copy_from_being_told() {
    let home = home("[clipboard]\ncommand = [\"/bin/sh\", \"-c\", \"cat > out.txt\"]\n");
    let mut command = Command::new("env");
    command.args([
        "--ignore-signal=CHLD",
        env!("CARGO_BIN_EXE_attache"),
        "copy",
        "visit-new-delhi.txt",
        "--clipboard",
        "command",
    ]);
    let output = command.current_dir(home.path()).env("HOME", home.path()).env_remove("XDG_CONFIG_HOME").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.starts_with("given to sh, which ended well: briefing, "), "{said}");
}

#[test]
fn a_tmux_that_prints_without_end_is_not_heard_to_the_end() {
    use std::os::unix::fs::PermissionsExt;
    let home = home("");
    let tmux = home.path().join("tmux");
    fs::write(&tmux, "#!/bin/sh\nexec yes \"$(printf %01000d 1)\"\n").unwrap();
    fs::set_permissions(&tmux, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", home.path().display());
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(arguments).current_dir(home.path()).env_clear().env("HOME", home.path());
        command.env("PATH", &path).env("TMUX", "/nowhere,1,0").output().unwrap()
    };
    let said = String::from_utf8(run(&["copy", "visit-new-delhi.txt"]).stderr).unwrap();
    assert!(said.starts_with("attache: failed: it prints without end (tmux); "), "{said}");
    let page = String::from_utf8(run(&["doctor"]).stdout).unwrap();
    assert!(page.contains("tmux     no: it prints without end"), "{page}");
}

#[test]
fn below_a_relative_home_nothing_is_kept() {
    let home = home("");
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(["copy", "visit-new-delhi.txt", "--clipboard", "file"]).current_dir(home.path()).env_clear();
    let output = command.env("HOME", "rel/al").env("XDG_STATE_HOME", "state").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("attache: not kept as a file: there is no home folder: briefing, "), "{said}");
    for made in ["rel", "state", ".local", ".cache"] {
        assert!(!home.path().join(made).exists(), "{made}");
    }
}
