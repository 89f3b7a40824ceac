//! `attache doctor`: what it finds, what it leaves out, and its exit code.

use std::fs;
use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::project;
use crate::support::pty::Session;

/// A home whose files have faults and words that are nobody's business.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/attache");
    fs::create_dir_all(&folder).unwrap();
    fs::create_dir(folder.join("cruft.toml")).unwrap();
    fs::write(folder.join("config.toml"), "[clipboard]\ncommand = [\"/bin/true\", \"secret-word\"]\nsecret-name = 1\n").unwrap();
    fs::write(folder.join("keys.toml"), "[reader]\nsecret-action = \"c\"\n").unwrap();
    fs::write(folder.join("topics.toml"), "\n\n[[topics]]\nid = \"secret-topic\"\nterms = 4\n").unwrap();
    home
}

fn doctor(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.arg("doctor").args(arguments).current_dir(home).env_clear().env("HOME", home).envs(variables.iter().copied());
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn it_fits_one_screen_and_tells_nothing_private() {
    let home = home();
    let (code, page) = doctor(home.path(), &[], &[("TERM", "dumb"), ("LANG", "C.UTF-8"), ("NO_COLOR", "1")]);
    assert_eq!(code, Some(0), "the command would work");
    let version = format!("attache {}, ", env!("CARGO_PKG_VERSION"));
    assert!(page.starts_with(&version) && page.lines().count() <= 40, "{page}");
    assert!(!page.contains("secret") && !page.contains(home.path().to_str().unwrap()), "{page}");
    let (_, behind_the_system) = page.split_once('\n').unwrap();
    assert_snapshot!(behind_the_system, @r"

    Terminal
      TERM             dumb
      COLORTERM        not set
      TERM_PROGRAM     not set
      size             not known
      standard input   no terminal
      standard output  no terminal
      NO_COLOR         set
      panes            no: standard output is no terminal
      locale           C.UTF-8
      inside           neither tmux nor screen nor SSH
      desktop          none

    Clipboard: command (config.toml says so)
      native   no: no display
      tmux     no: not inside tmux
      osc52    no: this terminal is dumb
      command  yes: true is there; it was not run
      file     yes: exports can be kept

    Files
      ~/.config/attache               a folder
      ~/.config/attache/config.toml   1 warning, the first in line 3
      ~/.config/attache/keys.toml     1 error, the first in line 2
      ~/.config/attache/topics.toml   1 error, the first in line 5
      ~/.config/attache/cues.toml     not there
      ~/.config/attache/cruft.toml    it is a folder, not a file
      ~/.local/state/attache          not there
      ~/.local/state/attache/exports  0 exports kept

    Index
      ~/.cache/attache  0 libraries, 0 MB
    ");
}

#[test]
fn as_json_it_says_the_same() {
    let home = home();
    fs::remove_file(home.path().join(".config/attache/config.toml")).unwrap();
    let (code, json) = doctor(home.path(), &["--format", "json"], &[("DISPLAY", ""), ("SSH_TTY", "/dev/pts/secret")]);
    assert_eq!(code, Some(1), "only a file would work");
    let found: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(found["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(found["clipboard"]["way"], "osc52");
    assert_eq!(found["terminal"]["inside"], serde_json::json!(["SSH"]));
    let works = |way: &str| {
        let ways = found["clipboard"]["ways"].as_array().unwrap();
        ways.iter().find(|tried| tried["way"] == way).unwrap()["works"].as_bool().unwrap()
    };
    assert_eq!(["native", "tmux", "osc52", "command", "file"].map(works), [false, false, false, false, true]);
    assert!(!json.contains("secret"), "{json}");
}

#[test]
fn libraries_are_counted_and_not_named() {
    let home = home();
    let caches = home.path().join(".cache/attache");
    for (name, files) in [("aa", &["list", "secret.idx"][..]), ("bb", &["meta.json"])] {
        fs::create_dir_all(caches.join(name)).unwrap();
        for file in files {
            fs::write(caches.join(name).join(file), "secret").unwrap();
        }
    }
    let (_, page) = doctor(home.path(), &[], &[]);
    assert!(page.contains("~/.cache/attache  2 libraries, 1 MB, 1 of them not read to the end yet"), "{page}");
    assert!(!page.contains("secret") && !page.contains("idx"), "{page}");
}

#[test]
fn what_the_environment_says_is_cleaned_and_the_terminal_is_found() {
    let mut session = Session::shell("\"$ATTACHE\" doctor; echo \"exit $?\"", 160, 60, |command| {
        command.env("TERM_PROGRAM", "\u{1b}]52;c;aGFybQ==\u{7}\u{202e}");
        command.env("TERM", "xterm-256color");
        command.env("TMUX", "/nowhere,1,0");
        command.cwd(project());
    });
    let shown = session.sees("exit 0");
    session.end();
    assert!(shown.contains("xterm-256color") && shown.contains("160x60"), "{shown}");
    assert!(shown.contains("Clipboard: tmux (inside tmux, where nothing else is sure to arrive); then osc52"), "{shown}");
    assert!(shown.contains("osc52    yes: the terminal can be asked, through tmux; it does not answer"), "{shown}");
    let written = String::from_utf8_lossy(&session.written).into_owned();
    assert!(!written.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{written:?}");
}

#[test]
#[cfg(all(unix, not(target_os = "macos")))]
fn a_display_on_the_network_is_not_spoken_to() {
    let home = home();
    for display in ["192.0.2.7:0", "localhost:10.0", "tcp/:0"] {
        let (_, page) = doctor(home.path(), &[], &[("DISPLAY", display)]);
        let expected = "native   no: no connection is opened, and DISPLAY is on no socket of this machine";
        assert!(page.contains(expected) && !page.contains(display), "{page}");
    }
}

#[test]
fn folders_elsewhere_and_what_tmux_says_name_nobody() {
    use std::os::unix::fs::PermissionsExt;
    let (home, elsewhere) = (home(), tempfile::tempdir().unwrap());
    let folders = ["config", "state", "cache"].map(|name| elsewhere.path().join("secret").join(name).display().to_string());
    let [config, state, cache] = folders.each_ref().map(String::as_str);
    let tmux = home.path().join("tmux");
    fs::write(&tmux, "#!/bin/sh\necho \"error connecting to $TMUX\" >&2\nexit 1\n").unwrap();
    fs::set_permissions(&tmux, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", home.path().display());
    let home_with_slash = format!("{}/", home.path().display());
    let variables = [
        ("XDG_CONFIG_HOME", config),
        ("XDG_STATE_HOME", state),
        ("XDG_CACHE_HOME", cache),
        ("TMUX", "/tmp/secret/socket,1,0"),
        ("PATH", &path),
        ("HOME", &home_with_slash),
    ];
    let (_, page) = doctor(home.path(), &[], &variables);
    assert!(!page.contains("secret") && !page.contains(elsewhere.path().to_str().unwrap()), "{page}");
    assert!(page.contains("tmux     no: tmux does not answer here (exit status: 1)"), "{page}");
    for place in ["$XDG_CONFIG_HOME/attache/keys.toml ", "$XDG_STATE_HOME/attache/exports ", "$XDG_CACHE_HOME/attache "] {
        assert!(page.contains(place), "{page}");
    }
    // Where nothing can be made, the place is not named either.
    fs::write(elsewhere.path().join("secret"), "").unwrap();
    let (_, page) = doctor(home.path(), &[], &variables);
    assert!(!page.contains("secret"), "{page}");
    let (_, page) = doctor(home.path(), &[], &[("HOME", &home_with_slash)]);
    assert!(page.contains("  ~/.config/attache/keys.toml"), "{page}");
}
