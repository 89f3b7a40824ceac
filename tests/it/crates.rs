//! The crates that are in the release build: each was looked at for network code before it came in.
//!
//! tests/data/crates.txt names them. A crate whose source speaks of sockets of the internet stands there with the reason why none is
//! ever opened; a new version that begins to speak of them is noticed too, because the sources are searched each time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::project;

/// What no crate can do without that opens a connection over the internet, by the standard library or by the system's own names.
const WORDS: [&str; 5] = ["TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs", "AF_INET"];

/// What `cargo` prints; it asks no registry.
fn cargo(arguments: &[&str]) -> String {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(program).args(arguments).args(["--offline", "--locked"]).current_dir(project()).output().unwrap();
    assert!(output.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Name and version of each crate that is linked or runs inside the compiler, for the system that this runs on, without attache.
fn built() -> BTreeSet<(String, String)> {
    let tree = cargo(&["tree", "--edges", "normal", "--prefix", "none"]);
    let parts = tree.lines().map(|line| line.split(' '));
    let named = parts.map(|mut parts| (parts.next().unwrap().to_owned(), parts.next().unwrap().replacen('v', "", 1)));
    named.filter(|(name, _)| name != "attache").collect()
}

/// The crates that may be built, with the reason why a connection that they speak of is never opened.
fn known() -> BTreeMap<String, Option<String>> {
    let list = fs::read_to_string(project().join("tests/data/crates.txt")).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let halves = lines.map(|line| line.split_once(": ").map_or((line, None), |(name, reason)| (name, Some(reason.to_owned()))));
    halves.map(|(name, reason)| (name.to_owned(), reason)).collect()
}

#[test]
#[cfg(target_os = "linux")]
fn every_crate_of_the_release_build_was_looked_at() {
    let built: BTreeSet<String> = built().into_iter().map(|(name, _)| name).collect();
    let known: BTreeSet<String> = known().into_keys().collect();
    let new: Vec<&String> = built.difference(&known).collect();
    let gone: Vec<&String> = known.difference(&built).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "tests/data/crates.txt lacks {new:?}: look whether they open connections (attache never does), then add them; \
         it names {gone:?}, which are not built: take them out"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_crate_that_speaks_of_connections_has_a_reason() {
    let built = built();
    let known = known();
    // The folders of the sources; their dependencies are the tree's business.
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--format-version", "1", "--filter-platform", &host()])).unwrap();
    let mut found = 0;
    for package in metadata["packages"].as_array().unwrap() {
        let (name, version) = (package["name"].as_str().unwrap(), package["version"].as_str().unwrap());
        if !built.contains(&(name.to_owned(), version.to_owned())) {
            continue;
        }
        found += 1;
        let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap();
        let words = spoken(folder);
        let reason = known.get(name).and_then(Option::as_ref);
        assert_eq!(
            words.is_empty(),
            reason.is_none(),
            "{name} {version} speaks of {words:?}; tests/data/crates.txt says why that is never used (`{name}: reason`), and says nothing else"
        );
    }
    assert_eq!(found, built.len(), "every crate's source was searched");
}

/// The system that cargo builds for.
fn host() -> String {
    let said = Command::new("rustc").arg("-vV").output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    said.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// The words that the sources of the package in `folder` have, but for those that are never built into a program.
fn spoken(folder: &Path) -> BTreeSet<&'static str> {
    let is_built = |entry: &walkdir::DirEntry| !["tests", "benches", "examples"].iter().any(|aside| entry.file_name() == *aside);
    let files = walkdir::WalkDir::new(folder).into_iter().filter_entry(is_built).map(Result::unwrap);
    let sources = files.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    let texts = sources.map(|entry| String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned());
    texts.flat_map(|text| WORDS.into_iter().filter(move |word| text.contains(word))).collect()
}
