//! Files of attache's own, made for their owner alone and in no other's place.

use std::fs::File;
use std::io;
use std::path::Path;

use super::file::{kind, private};
use super::settings::with_tilde;

/// A new file at `path`: not one that is there, and none that a link leads to.
///
/// # Errors
/// The error of the disk.
pub(super) fn create(path: &Path) -> io::Result<File> {
    private().create_new(true).open(path)
}

/// What stands at `path`, where a file of attache's own should be, and is none; nothing is done to it.
pub(super) fn in_the_way(path: &Path) -> Option<io::Error> {
    let what = path.symlink_metadata().ok()?.file_type();
    let words = || format!("{} is {}, not a file: remove it", with_tilde(&path.to_string_lossy()), kind(what));
    (!what.is_file()).then(|| io::Error::other(words()))
}
