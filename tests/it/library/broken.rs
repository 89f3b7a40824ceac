//! What is kept of a library is broken, or can't be written: it is made anew or done without, and said, and every search finds what there is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use attache::work::library::{Head, Learnt, Library, look};

use super::archive::{Archive, FERRY, TARIFF, files, names, patiently};

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

/// Brings `library` up to date; what is said of what is kept.
fn synced(archive: &Archive, library: &mut Library) -> (Vec<String>, Result<(), String>) {
    let (files, mut said) = (look(library.sources()), Vec::new());
    let synced = patiently(library, &archive.desk, &files, &mut |learnt| {
        if let Learnt::Anew(_, why) = learnt {
            said.push(why);
        }
        true
    });
    (said, synced.map_err(|error| error.to_string()))
}

/// A new start, brought up to date, whatever it says of what it finds.
fn current(archive: &Archive) -> Library {
    let mut library = archive.open().0;
    archive.sync(&mut library);
    library
}

const ANEW: &str = "the index was broken, and is made anew: a file of it is damaged, missing or in the way";

#[test]
fn what_a_commit_left_behind_that_was_ended_is_in_nobody_s_way() {
    let (archive, _) = ended_in_a_commit();
    let library = archive.current();
    assert_eq!(archive.found(&library, "praised"), [FERRY.0]);
    assert_eq!(archive.found(&library, "welcomed "), [""; 0]);
    assert_eq!(names(&archive.open().0), BOTH);
}

#[test]
fn where_a_commit_fails_on_what_is_there_the_index_is_made_anew() {
    let (archive, before) = ended_in_a_commit();
    // Nobody knows any more that it was left behind.
    write(&before, "index/.managed.json");
    let mut library = archive.open().0;
    let ids = |library: &Library| library.catalogue().origins().map(|(id, origin, _)| (origin, id)).collect::<BTreeMap<_, _>>();
    let numbers = ids(&library);
    assert_eq!(synced(&archive, &mut library), (vec![ANEW.to_owned()], Ok(())));
    assert_eq!(ids(&library), numbers, "who runs already knows them by their numbers");
    for mut library in [library, archive.open().0] {
        assert_eq!(names(&library), BOTH);
        assert_eq!(archive.found(&library, "praised"), [FERRY.0]);
        assert_eq!(archive.found(&library, "welcomed "), [""; 0]);
        assert_eq!(archive.found(&library, "tariffs"), [TARIFF.0]);
        assert_eq!(synced(&archive, &mut library), (Vec::new(), Ok(())), "nothing is left to be done");
    }
    assert!(archive.kept().with_extension("broken").join("index/meta.json").exists(), "it is set aside");
}

#[test]
fn no_commit_is_made_to_a_damaged_index() {
    for ending in ["term", "idx", "pos", "store", "fast"] {
        let archive = Archive::of(&[FERRY, TARIFF]);
        drop(archive.current());
        let mut library = archive.open().0;
        let damaged = files(&archive.kept()).into_iter().find(|file| file.extension().is_some_and(|own| own == ending));
        let Some(damaged) = damaged else { panic!("no file .{ending}") };
        let bytes: Vec<u8> = fs::read(&damaged).unwrap();
        let behind = bytes.len() - bytes.len().min(120);
        fs::write(&damaged, [&bytes[..behind].iter().map(|byte| byte ^ 0x3c).collect::<Vec<u8>>(), &bytes[behind..]].concat())
            .unwrap();
        archive.write(FERRY.0, &FERRY.1.replace("welcomed", "praised"));
        assert_eq!(synced(&archive, &mut library), (vec![ANEW.to_owned()], Ok(())), ".{ending}");
        assert_eq!(archive.found(&library, "praised"), [FERRY.0]);
        assert_eq!(archive.found(&archive.open().0, "tariffs"), [TARIFF.0]);
    }
}

#[test]
fn what_can_t_be_written_costs_what_was_to_be_written_and_nothing_else() {
    let archive = Archive::of(&[FERRY, TARIFF]);
    drop(archive.current());
    archive.write(FERRY.0, &FERRY.1.replace("welcomed", "praised"));
    let mut library = archive.open().0;
    let in_the_way = archive.kept().join("list.changes");
    fs::create_dir(&in_the_way).unwrap();
    let (said, synced) = synced(&archive, &mut library);
    assert_eq!(said, [""; 0]);
    assert!(synced.unwrap_err().contains("directory"));
    // What runs goes on with what it knows; the next start has what was kept before.
    assert_eq!(names(&library), BOTH);
    fs::remove_dir(&in_the_way).unwrap();
    let kept = archive.open().0;
    assert_eq!((names(&kept), archive.found(&kept, "welcomed")), (BOTH.map(str::to_owned).to_vec(), vec![FERRY.0.to_owned()]));
    archive.sync(&mut library);
    assert_eq!(archive.found(&library, "praised"), [FERRY.0], "it is read again by who runs");
    assert_eq!(archive.found(&archive.current(), "praised"), [FERRY.0]);
}

#[test]
fn where_nothing_can_be_written_all_is_searched_in_memory() {
    for kept in [&[][..], &[FERRY]] {
        let archive = Archive::of(kept);
        drop(archive.current());
        for (name, text) in [FERRY, TARIFF, ("pier.txt", "A New Pier\n\nThe pier is new.\n")] {
            archive.write(name, text);
        }
        let mut library = archive.open().0;
        let folder = archive.kept().parent().unwrap().to_owned();
        fs::remove_dir_all(&folder).unwrap();
        fs::write(folder, "a file where a folder should be").unwrap();
        let (said, synced) = synced(&archive, &mut library);
        assert_eq!(synced, Ok(()));
        assert!(said.len() == 1 && said[0].starts_with("the library is kept in memory alone: "), "{said:?}");
        assert_eq!(names(&library).len(), 3);
        assert_eq!(archive.found(&library, "ferry"), [FERRY.0]);
        assert_eq!(archive.found(&library, "pier"), ["pier.txt"]);
        archive.write("pier.txt", "A New Quay\n\nThe quay is newer.\n");
        archive.sync(&mut library);
        assert_eq!(archive.found(&library, "quay"), ["pier.txt"], "what changes is taken in as ever");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_in_the_folder_of_a_library_is_set_aside_and_nobody_waits() {
    use std::os::unix::fs::symlink;
    let pipe = |path: &Path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    let names_of_files =
        ["list", "list.changes", "list.next", "index/meta.json", "index/.managed.json", "index/.tantivy-meta.lock", "index"];
    for name in names_of_files {
        for what in ["pipe", "folder", "link", "link to nothing"] {
            let archive = Archive::of(&[FERRY, TARIFF]);
            drop(archive.current());
            let (file, precious) = (archive.kept().join(name), archive.path("precious"));
            fs::write(&precious, "precious words").unwrap();
            fs::remove_file(&file).or_else(|_| fs::remove_dir_all(&file)).unwrap_or_default();
            match what {
                "pipe" => pipe(&file),
                "folder" => fs::create_dir_all(file.join("more")).unwrap(),
                "link" => symlink(&precious, &file).unwrap(),
                _ => symlink("nothing", &file).unwrap(),
            }
            assert!(name != "list" || Head::read(&archive.kept(), &archive.sources()).is_none());
            archive.write(FERRY.0, &FERRY.1.replace("welcomed", "praised"));
            let (mut library, fault) = archive.open();
            let fault = fault.unwrap_or_default();
            assert!(fault.starts_with("the index was broken, and is made anew: "), "{name}, {what}: {fault}");
            assert_eq!(synced(&archive, &mut library).1, Ok(()), "{name}, {what}");
            for library in [library, archive.current()] {
                assert_eq!(archive.found(&library, "praised"), [FERRY.0], "{name}, {what}");
            }
            assert_eq!(fs::read_to_string(&precious).unwrap(), "precious words", "{name}, {what}");
        }
    }
}

#[cfg(unix)]
#[test]
fn no_list_is_written_where_a_link_leads() {
    for (name, more) in [("list.changes", 1), ("list.next", 600)] {
        let archive = Archive::of(&[FERRY, TARIFF]);
        drop(archive.current());
        let precious = archive.path("precious");
        fs::write(&precious, "precious words").unwrap();
        let mut library = archive.open().0;
        std::os::unix::fs::symlink(&precious, archive.kept().join(name)).unwrap();
        for number in 0..more {
            archive.write(&format!("{number}.txt"), "A New Pier\n\nThe pier is new.\n");
        }
        let _ = synced(&archive, &mut library);
        assert_eq!(fs::read_to_string(&precious).unwrap(), "precious words", "{name}");
        assert_eq!(archive.found(&current(&archive), "pier").len(), more, "{name}");
    }
}
