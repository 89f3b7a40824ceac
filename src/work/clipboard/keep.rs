//! The last exports, kept as files: whatever became of a copy, the words are there.
//!
//! Names count up (`000123-tensions.md`), so that their order is that of the copies, and no clock is in them. Several instances may
//! keep exports at the same time: a number is taken by creating its unfinished file, which only one can do.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::slug::{is_slug, slug};
use crate::export::{Export, Form};
use crate::work::own::{create, make_folder};
use crate::work::settings::{exports_folder, with_tilde};

/// So many exports are kept.
const KEPT: usize = 20;

/// The ending of a file that is not finished.
const UNFINISHED: &str = "part";

/// The digits of a name, and the last number that has no more of them: a longer one is somebody's date.
const DIGITS: usize = 6;
const LAST: u64 = 999_999;

/// Keeps `export` among the last ones, whole or not at all, readable by its owner alone; gives its path.
///
/// # Errors
/// The error of the disk; what was kept before stays.
pub fn keep(export: &Export) -> Result<PathBuf, String> {
    let folder = exports_folder().ok_or("there is no home folder")?;
    keep_in(&folder, export).map_err(|error| error.to_string())
}

/// How many exports are kept in `folder`.
pub fn kept_in(folder: &Path) -> usize {
    numbered(folder).map_or(0, |all| all.iter().filter(|(_, path)| is_finished(path)).count())
}

fn keep_in(folder: &Path, export: &Export) -> io::Result<PathBuf> {
    make_folder(folder)?;
    let (number, unfinished) = take_number(folder)?;
    let path = folder.join(format!("{number:0DIGITS$}-{}.{}", slug(&export.what), export.form.extension()));
    if let Err(error) = write(&unfinished.file, &export.text).and_then(|()| fs::rename(&unfinished.path, &path)) {
        let _ = fs::remove_file(&unfinished.path);
        return Err(error);
    }
    remove_oldest(folder);
    Ok(path)
}

/// A file that no other instance writes.
struct Unfinished {
    path: PathBuf,
    file: File,
}

/// Takes the next number by creating its unfinished file.
fn take_number(folder: &Path) -> io::Result<(u64, Unfinished)> {
    let first = highest(folder, |_| true)? + 1;
    for number in first..=LAST {
        let path = folder.join(format!("{number:0DIGITS$}.{UNFINISHED}"));
        match create(&path) {
            Ok(file) => {
                // Another instance may have finished with this very number since the folder was read.
                if highest(folder, is_finished)? < number {
                    return Ok((number, Unfinished { path, file }));
                }
                fs::remove_file(&path)?;
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other(format!(
        "the numbers of kept files are used up: remove those with the highest from {}",
        with_tilde(&folder.to_string_lossy())
    )))
}

fn write(mut file: &File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        file.write_all(b"\n")?;
    }
    file.sync_all()
}

/// Removes all but the last exports, and what was begun before them and never finished. One that can't be removed stays.
fn remove_oldest(folder: &Path) {
    let Ok(mut all) = numbered(folder) else { return };
    all.sort_unstable();
    let finished: Vec<u64> = all.iter().filter(|(_, path)| is_finished(path)).map(|(number, _)| *number).collect();
    let Some(oldest) = finished.iter().rev().nth(KEPT - 1) else { return };
    for (_, path) in all.iter().filter(|(number, _)| number < oldest) {
        let _ = fs::remove_file(path);
    }
}

fn highest(folder: &Path, counts: impl Fn(&Path) -> bool) -> io::Result<u64> {
    Ok(numbered(folder)?.into_iter().filter(|(_, path)| counts(path)).map(|(number, _)| number).max().unwrap_or_default())
}

/// The files that are attache's own, by their number; others in the folder are no business of its.
fn numbered(folder: &Path) -> io::Result<Vec<(u64, PathBuf)>> {
    let paths = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths.filter_map(|path| Some((number(path.file_name()?)?, path))).collect())
}

/// The number of a file whose name is one that attache gives: `000123-tensions.md` or `000123.part`.
fn number(name: &OsStr) -> Option<u64> {
    let (digits, rest) = name.to_str()?.split_at_checked(DIGITS)?;
    let is_ours = match rest.strip_prefix('-') {
        Some(rest) => rest
            .rsplit_once('.')
            .is_some_and(|(words, ending)| is_slug(words) && Form::ALL.into_iter().any(|form| form.extension() == ending)),
        None => rest.strip_prefix('.') == Some(UNFINISHED),
    };
    (is_ours && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

fn is_finished(path: &Path) -> bool {
    path.extension() != Some(OsStr::new(UNFINISHED))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Export, keep_in};
    use crate::export::Form;

    fn export(text: &str) -> Export {
        Export {
            what: "section Tensions, 5 points".into(),
            form: Form::Markdown,
            text: text.to_owned(),
            plain: None,
            restrictions: Vec::new(),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_last_twenty_stay() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("state/attache/exports");
        for number in 1..=23 {
            let path = keep_in(&below, &export(&format!("words {number}"))).unwrap();
            assert_eq!(fs::read_to_string(path).unwrap(), format!("words {number}\n"));
        }
        let names = names(&below);
        assert_eq!((names.len(), names[0].as_str(), names[19].as_str()), (20, "000004-tensions.md", "000023-tensions.md"));
    }

    #[test]
    fn what_is_not_attaches_own_stays_and_what_was_never_finished_goes() {
        let folder = tempfile::tempdir().unwrap();
        let own = [
            "notes.txt",
            "123-own.txt",
            "2025-11-28.md",
            "20251128-my-notes.md",
            "18446744073709551615-x.md",
            "000005.txt",
            "000006-My-Notes.md",
            "000006-draft.docx",
            "000006-a-.md",
            "000006é.md",
            "000006",
        ];
        for name in ["000002.part", "000007-old.txt"].into_iter().chain(own) {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("000003-folder")).unwrap();
        for _ in 0..21 {
            keep_in(folder.path(), &export("a")).unwrap();
        }
        let names = names(folder.path());
        assert_eq!(names.len(), 20 + own.len() + 1, "{names:?}");
        assert!(
            own.iter().chain(&["000003-folder", "000028-tensions.md"]).all(|name| names.contains(&(*name).into())),
            "{names:?}"
        );
        assert!(!names.contains(&"000002.part".into()) && !names.contains(&"000007-old.txt".into()));
    }

    #[test]
    fn instances_at_the_same_time_keep_all_they_have() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for instance in 0..4 {
                let folder = folder.path();
                scope.spawn(move || {
                    for at in 0..5 {
                        let words = format!("{instance} {at}\n");
                        let path = keep_in(folder, &export(&words)).unwrap();
                        assert_eq!(fs::read_to_string(path).unwrap(), words);
                    }
                });
            }
        });
        let mut kept: Vec<String> =
            names(folder.path()).iter().map(|name| fs::read_to_string(folder.path().join(name)).unwrap()).collect();
        kept.sort();
        kept.dedup();
        assert_eq!(kept.len(), 20);
    }

    #[test]
    #[cfg(unix)]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = keep_in(folder.path(), &export("a")).unwrap();
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn where_no_number_is_left_it_is_said_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("999999-last.txt"), "").unwrap();
        let error = keep_in(folder.path(), &export("a")).unwrap_err().to_string();
        assert!(error.starts_with("the numbers of kept files are used up: remove those with the highest from /"), "{error}");
    }
}
