//! `attache search`, and what is left of a library when attache is ended in the midst of reading it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use attache::library::marks::{Change, To};
use attache::model::ContentId;
use attache::work::marks::Store;
use tempfile::tempdir;

use crate::support::pty::Session;

/// `attache search` with these arguments, its library kept in `cache`.
fn search(cache: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.arg("search").args(arguments).env("XDG_CACHE_HOME", cache).env("XDG_CONFIG_HOME", cache).stdin(Stdio::null());
    command
}

/// What it prints, ended with this code.
#[track_caller]
fn printed(mut command: Command, code: i32) -> String {
    let ended = command.output().unwrap();
    assert_eq!(ended.status.code(), Some(code), "{}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stdout).unwrap()
}

/// A folder of `count` articles, every third of them about a ferry.
fn archive(folder: &Path, count: usize) {
    for number in 0..count {
        let what = if number % 3 == 0 { "The ferry sailed. While Ostrel cheered, Varn did not." } else { "Tariffs rose again." };
        let day = number % 28 + 1;
        fs::write(
            folder.join(format!("{number}.txt")),
            format!("Story {number}\n\n{day} March 2026\n\nNews of the day. {what}\n"),
        )
        .unwrap();
    }
}

#[test]
fn what_is_found_is_printed_newest_first_with_its_sentence() {
    let (cache, folder) = (tempdir().unwrap(), tempdir().unwrap());
    archive(folder.path(), 7);
    let path = folder.path().to_str().unwrap();
    for turn in ["made", "kept"] {
        let found = printed(search(cache.path(), &["ferry", path]), 0);
        let lines: Vec<&str> = found.lines().collect();
        assert_eq!(lines.len(), 6, "{turn}: {found}");
        assert!(lines[0].starts_with("2026-03-07  Story 6  ([no outlet])  "), "{found}");
        assert_eq!(lines[1], "            The ferry sailed.  1.2");
    }
    let json = printed(search(cache.path(), &["ferry before:2026-03-04", path, "--format", "json"]), 0);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 1);
    assert_eq!(json[0]["headline"], "Story 0");
    assert_eq!(json[0]["sentence"], "The ferry sailed.");
    assert_eq!(json[0]["hits"], serde_json::json!([[4, 9]]));
    assert_eq!(json[0]["tensions"], 1);
    assert_eq!(printed(search(cache.path(), &["airport", path]), 1), "");
    assert_eq!(printed(search(cache.path(), &["airport", path, "--format", "json"]), 1), "[]\n");
    assert_eq!(printed(search(cache.path(), &["  ", path]), 2), "");
}

#[test]
fn what_was_read_and_marked_is_known() {
    let (cache, folder) = (tempdir().unwrap(), tempdir().unwrap());
    archive(folder.path(), 4);
    let path = folder.path().to_str().unwrap();
    let ask = |line: &str, code| {
        let mut command = search(cache.path(), &[line, path, "--format", "jsonl"]);
        command.env("XDG_STATE_HOME", cache.path().join("state"));
        printed(command, code).lines().count()
    };
    assert_eq!(ask("ferry read:no", 0), 2);
    assert_eq!(ask("ferry marked:yes", 1), 0);
    let content = ContentId::of(&fs::read(folder.path().join("0.txt")).unwrap());
    let marked = [Change { content, to: To::Marked(true) }, Change { content, to: To::Read(true) }];
    Store::new(cache.path().join("state/attache")).change(&marked).unwrap();
    assert_eq!(ask("ferry marked:yes", 0), 1);
    assert_eq!(ask("ferry read:no", 0), 1);
    assert_eq!(ask("read:no", 0), 3);
}

#[test]
fn the_shipped_articles_are_searched_where_no_path_is_named() {
    let cache = tempdir().unwrap();
    let found = printed(search(cache.path(), &["s-400"]), 0);
    assert!(found.contains("S-400"), "{found}");
    assert_eq!(fs::read_dir(cache.path()).unwrap().count(), 0, "nothing of them is kept");
}

#[test]
fn what_cannot_be_meant_is_said_with_its_place_and_the_rest_is_searched() {
    let (cache, folder) = (tempdir().unwrap(), tempdir().unwrap());
    archive(folder.path(), 3);
    let ended = search(cache.path(), &["ferry tension:maybe", folder.path().to_str().unwrap()]).output().unwrap();
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(told.contains("   | ferry tension:maybe\n   |               ^^^^^\n"), "{told}");
    assert!(String::from_utf8(ended.stdout).unwrap().contains("Story 0"));
    assert_eq!(ended.status.code(), Some(0));
}

#[test]
fn ended_at_any_moment_the_library_is_whole_at_the_next_start() {
    let folder = tempdir().unwrap();
    archive(folder.path(), 60);
    let path = folder.path().to_str().unwrap();
    let whole = printed(search(tempdir().unwrap().path(), &["ferry", path]), 0);
    let cache = tempdir().unwrap();
    for patience in [1, 20, 200, 1000, 3000, 9000, 20_000] {
        let mut running = search(cache.path(), &["ferry", path]).stdout(Stdio::null()).spawn().unwrap();
        // Not time, but how often one can ask whether it is over, decides when it is ended.
        let is_over = (0..patience).any(|_| running.try_wait().unwrap().is_some());
        if !is_over {
            running.kill().unwrap();
            running.wait().unwrap();
        }
        assert_eq!(printed(search(cache.path(), &["ferry", path]), 0), whole, "ended after {patience}");
        fs::remove_dir_all(cache.path().join("attache")).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_place_that_cannot_be_written_costs_the_memory_and_nothing_else() {
    let (cache, folder) = (tempdir().unwrap(), tempdir().unwrap());
    archive(folder.path(), 3);
    fs::write(cache.path().join("attache"), "a file where a folder should be").unwrap();
    let ended = search(cache.path(), &["ferry", folder.path().to_str().unwrap()]).output().unwrap();
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(told.contains("kept in memory alone"), "{told}");
    assert!(String::from_utf8(ended.stdout).unwrap().contains("Story 0"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_less_than_a_library_needs_costs_the_memory_and_nothing_else() {
    let folder = tempdir().unwrap();
    archive(folder.path(), 60);
    let path = folder.path().to_str().unwrap();
    let whole = printed(search(tempdir().unwrap().path(), &["ferry", path]), 0);
    // In blocks of 512 bytes: none, too few for an index, for its meta data, for the list, and enough.
    for (blocks, is_enough) in
        [("0", false), ("1", false), ("2", false), ("4", false), ("8", false), ("16", false), ("999", true)]
    {
        let cache = tempdir().unwrap();
        let mut command = Command::new("sh");
        command.args([
            "-c",
            "trap '' XFSZ; ulimit -f $0; exec \"$@\"",
            blocks,
            env!("CARGO_BIN_EXE_attache"),
            "search",
            "ferry",
            path,
        ]);
        command.env("XDG_CACHE_HOME", cache.path()).env("XDG_CONFIG_HOME", cache.path()).stdin(Stdio::null());
        let ended = command.output().unwrap();
        let told = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(0), "{blocks}: {told}");
        assert_eq!(String::from_utf8_lossy(&ended.stdout), whole, "{blocks}: {told}");
        let is_told =
            told.lines().count() == 1 && told.starts_with("attache: the library is kept in memory alone: File too large");
        assert!(if is_enough { told.is_empty() } else { is_told }, "{blocks}: {told}");
        assert_eq!(printed(search(cache.path(), &["ferry", path]), 0), whole, "{blocks}: with room again");
    }
}

/// The file of the only segment of the library in `cache` that ends so.
fn segment(cache: &Path, ending: &str) -> PathBuf {
    let files = walkdir::WalkDir::new(cache.join("attache")).into_iter().map(|entry| entry.unwrap().into_path());
    let named = files.filter(|file| file.extension().is_some_and(|own| own == ending));
    let mut named = named.filter(|file| !file.to_string_lossy().contains(".broken/"));
    named.next().filter(|_| named.next().is_none()).unwrap()
}

/// A file of an index with all bits of its terms or numbers turned; what the engine looks at when it is opened stands behind them.
fn garbled(bytes: &[u8]) -> Vec<u8> {
    let behind = bytes.len() - bytes.len().min(150);
    bytes.iter().enumerate().map(|(at, byte)| if at < behind { !byte } else { *byte }).collect()
}

#[test]
fn a_damaged_index_is_made_anew_and_searched() {
    let (cache, folder) = (tempdir().unwrap(), tempdir().unwrap());
    archive(folder.path(), 40);
    let path = folder.path().to_str().unwrap();
    let whole = printed(search(cache.path(), &["\"the ferry", path]), 0);
    let mut renewed = 0;
    for ending in ["term", "idx", "pos", "store", "fast"] {
        for how in ["cut", "gone", "garbled"] {
            let file = segment(cache.path(), ending);
            let bytes = fs::read(&file).unwrap();
            match how {
                "cut" => fs::write(&file, &bytes[..bytes.len() / 2]).unwrap(),
                "gone" => fs::remove_file(&file).unwrap(),
                _ => fs::write(&file, garbled(&bytes)).unwrap(),
            }
            let ended = search(cache.path(), &["\"the ferry", path]).output().unwrap();
            let told = String::from_utf8(ended.stderr).unwrap();
            assert_eq!(ended.status.code(), Some(0), ".{ending} {how}: {told}");
            assert_eq!(String::from_utf8(ended.stdout).unwrap(), whole, ".{ending} {how}: {told}");
            assert!(told.lines().count() <= 1, ".{ending} {how}: {told}");
            renewed += usize::from(told.starts_with("attache: the index was broken, and is made anew: "));
            let ended = search(cache.path(), &["\"the ferry", path]).output().unwrap();
            assert_eq!(String::from_utf8_lossy(&ended.stderr), "", ".{ending} {how}: once is enough");
            assert_eq!(String::from_utf8(ended.stdout).unwrap(), whole);
        }
    }
    // Nothing is read of what the engine stores beside the index.
    assert_eq!(renewed, 14);
}

#[cfg(unix)]
#[test]
fn a_damaged_index_is_made_anew_under_the_panes() {
    let mut session = Session::with(&[], 100, 30, |command, home| {
        let folder = home.join("articles");
        fs::create_dir(&folder).unwrap();
        archive(&folder, 40);
        let path = folder.to_str().unwrap();
        let mut first = search(&home.join("cache"), &["ferry", path]);
        first.env("HOME", home).env("XDG_CONFIG_HOME", home.join("config"));
        printed(first, 0);
        let file = segment(&home.join("cache"), "fast");
        fs::write(&file, garbled(&fs::read(&file).unwrap())).unwrap();
        command.env("XDG_CACHE_HOME", home.join("cache"));
        command.arg(path);
    });
    session.sees("Story 27");
    session.keys("/ferry").sees("14 of 40");
    session.keys("\r!").sees("the index was broken, and is made anew");
    // The terminal goes with the session, and attache with the terminal.
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_thread_to_read_with_it_is_said_what_is_missing() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let (cache, folder) = (tempdir().unwrap(), tempdir().unwrap());
    archive(folder.path(), 5);
    for folder in [cache.path(), folder.path()] {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
    }
    for ask in ["search", "follow"] {
        let mut command = Command::new("bash");
        command.args(["-c", "ulimit -u 1; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_attache"), ask, "ferry"]).arg(folder.path());
        command.env("XDG_CACHE_HOME", cache.path()).env("XDG_CONFIG_HOME", cache.path()).stdin(Stdio::null());
        if rustix::process::getuid().is_root() {
            // No number of processes is too large for root.
            command.uid(65_534);
        }
        let ended = command.output().unwrap();
        let told = String::from_utf8_lossy(&ended.stderr);
        if ended.status.code() == Some(126) {
            // Nobody else may run what root has built here.
            return;
        }
        assert_eq!(ended.status.code(), Some(2), "{ask}: {told}");
        assert!(
            told.contains("the library can't be read: ") && told.contains("thread") && !told.contains("panicked"),
            "{ask}: {told}"
        );
    }
}
