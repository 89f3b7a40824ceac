//! What is kept of a library is broken, or can't be written: it is made anew or done without, and said, and every search finds what there is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::kept::{Archive, FERRY, TARIFF, files, names};

const BOTH: [&str; 2] = ["Tariffs Rise Again", "Ferry Deal Signed in Halmar"];

/// What lies in `folder`, to be laid there again.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    files(folder).into_iter().filter_map(|file| Some((file.clone(), fs::read(file).ok()?))).collect()
}

fn write(contents: &BTreeMap<PathBuf, Vec<u8>>, name: &str) {
    let (path, bytes) = contents.iter().find(|(path, _)| path.ends_with(name)).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A library as a process leaves it that is killed in its second commit, when all is written but what says that it counts.
fn ended_in_a_commit() -> (Archive, BTreeMap<PathBuf, Vec<u8>>) {
    // The article that is forgotten lies in one segment with another: else the whole segment would go.
    let archive = Archive::of(&[FERRY, TARIFF]);
    drop(archive.current());
    let before = contents(&archive.kept());
    archive.write(FERRY.0, &FERRY.1.replace("welcomed", "praised"));
    drop(archive.current());
    assert!(files(&archive.kept()).iter().any(|file| file.extension().is_some_and(|ending| ending == "del")));
    write(&before, "index/meta.json");
    write(&before, "list");
    (archive, before)
}

#[test]
fn what_a_commit_left_behind_that_was_ended_is_in_nobody_s_way() {
    let (archive, _) = ended_in_a_commit();
    let library = archive.current();
    assert_eq!(archive.found(&library, "praised"), [FERRY.0]);
    assert_eq!(archive.found(&library, "welcomed "), [""; 0]);
    assert_eq!(names(&archive.open().0), BOTH);
}
