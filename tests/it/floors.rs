//! The floors of ARCHITECTURE.md, held by reading the source: who may know whom, and what must be absent where.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::project;

/// From the ground up; a floor knows only those before it, but for the pairs of one floor, which do not know each other.
const FLOORS: &[&[&str]] =
    &[&["text"], &["form"], &["model"], &["read", "derive"], &["library", "export"], &["app"], &["work"], &["tui"], &["cli"]];

fn sources(under: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&project().join("src").join(under), &mut found);
    found.sort();
    assert!(!found.is_empty(), "nothing under src/{under}");
    found
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            (path, text)
        })
        .collect()
}

/// The code of a file: no comments, and not the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn absent(floors: &[&str], words: &[&str], except: &[&str]) {
    for floor in floors {
        for (path, text) in sources(floor) {
            let name = path.display().to_string();
            if except.iter().any(|part| name.contains(part)) {
                continue;
            }
            for word in words {
                assert!(!code(&text).contains(word), "{name} has {word:?}");
            }
        }
    }
}

#[test]
fn a_floor_knows_only_those_below() {
    for (at, floor) in FLOORS.iter().enumerate() {
        let below: Vec<&str> = FLOORS[..at].iter().flat_map(|f| f.iter().copied()).collect();
        for name in *floor {
            for (path, text) in sources(name) {
                for used in code(&text).split("crate::").skip(1) {
                    let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    let known = used == *name || below.contains(&used.as_str());
                    // rustfmt may join imports in braces: none are joined at the crate's root here.
                    assert!(known, "{} knows `{used}`", path.display());
                }
            }
        }
    }
}

#[test]
fn every_folder_is_a_floor() {
    let all: Vec<&str> = FLOORS.iter().flat_map(|f| f.iter().copied()).collect();
    for entry in fs::read_dir(project().join("src")).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            let name = entry.file_name().into_string().unwrap();
            assert!(all.contains(&name.as_str()), "src/{name} stands on no floor");
        }
    }
}

#[test]
fn only_tui_draws() {
    absent(&["text", "form", "model", "read", "derive", "library", "export", "app", "work"], &["ratatui", "crossterm"], &[]);
    absent(&["cli"], &["ratatui", "crossterm"], &[]);
}

#[test]
fn the_same_input_gives_the_same_briefing() {
    let floors = ["text", "form", "model", "read", "derive", "library", "export", "app"];
    absent(
        &floors,
        &["std::fs", "std::env", "std::time", "SystemTime", "Instant", "std::thread", "rand::", "HashMap", "HashSet"],
        &["abbreviation"],
    );
}

#[test]
fn foreign_text_is_clean_by_type() {
    absent(&["model", "library"], &[": String", "Vec<String>", "Option<String>"], &[]);
}

#[test]
fn model_types_know_no_wire_format() {
    absent(&["text", "model"], &["serde"], &[]);
}

#[test]
fn nothing_opens_a_connection() {
    absent(
        &["text", "form", "model", "read", "derive", "library", "export", "app", "work", "tui", "cli"],
        &["std::net", "TcpStream", "UdpSocket"],
        &[],
    );
}

#[test]
fn files_stay_short() {
    let all = FLOORS.iter().flat_map(|f| f.iter()).flat_map(|floor| sources(floor));
    for (path, text) in all.filter(|(path, _)| path.extension().is_some_and(|e| e == "rs")) {
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines: split it by idea", path.display());
    }
}
