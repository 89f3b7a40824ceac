//! A file written whole or not at all.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::own::{create, in_the_way};

/// The ending of a file that is not finished.
const UNFINISHED: &str = "part";

/// Puts `bytes` in place of the file at `path`, readable by its owner alone. A crash leaves the file of before or the new one. Who calls
/// it has the lock of that file: what others began and did not finish is removed.
///
/// # Errors
/// The error of the disk; the file of before stays as it was.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    remove_unfinished(path);
    let part = path.with_extension(format!("{}.{UNFINISHED}", std::process::id()));
    let written = write(&part, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written?;
    // The new name is on the disk when the folder is; a file system that can't say so has the file all the same.
    if let Some(folder) = path.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = create(path).map_err(|error| in_the_way(path).unwrap_or(error))?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Removes what programs left beside the file at `path` that were ended while they wrote it, or another under its lock, anew. What can't
/// be removed stays.
fn remove_unfinished(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(OsStr::to_str)) else { return };
    // The files under one lock have one first word: `tray.json`, `tray.before-clear.json`.
    let first = name.split('.').next().unwrap_or_default();
    let is_unfinished = |name: &OsStr| {
        let between = name.to_str().and_then(|name| name.strip_prefix(first)?.strip_suffix(UNFINISHED)?.strip_suffix('.'));
        let id = between.filter(|between| between.starts_with('.')).and_then(|between| Some(between.rsplit_once('.')?.1));
        id.is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| is_unfinished(&entry.file_name())) {
        let _ = fs::remove_file(entry.path());
    }
}
