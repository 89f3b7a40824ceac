//! The last export, kept as a file: whatever became of the copy, the words are there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes `text` to `last-export.txt` in `folder`, whole or not at all, readable by its owner alone; gives its path.
///
/// # Errors
/// The error of the disk; a file kept before then stays as it was.
pub fn keep(folder: &Path, text: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join("last-export.txt");
    let part = folder.join(format!("last-export.{}.part", std::process::id()));
    let written = write(&part, text).and_then(|()| fs::rename(&part, &path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.map(|()| path)
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        file.write_all(b"\n")?;
    }
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::keep;

    #[test]
    fn the_last_export_replaces_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("state/attache");
        keep(&below, "one").unwrap();
        let path = keep(&below, "two\n").unwrap();
        assert_eq!(std::fs::read_to_string(path).unwrap(), "two\n");
        assert_eq!(std::fs::read_dir(below).unwrap().count(), 1);
    }
}
