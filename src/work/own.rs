//! Files and folders of attache's own, made for their owner alone, whatever the umask says, and in no other's place.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

use super::file::{kind, private};
use super::settings::with_tilde;

/// A new file at `path`: not one that is there, and none that a link leads to.
///
/// # Errors
/// The error of the disk.
pub(super) fn create(path: &Path) -> io::Result<File> {
    let file = private().create_new(true).open(path)?;
    let_owner_use(&file)?;
    Ok(file)
}

/// Lets the owner read and write a file that was made under a umask which takes that away: nothing could open it again.
#[cfg(unix)]
pub(super) fn let_owner_use(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = file.metadata()?.permissions().mode();
    // Not every file system knows of modes, so none is set without need.
    if mode & 0o600 == 0o600 { Ok(()) } else { file.set_permissions(fs::Permissions::from_mode(0o600)) }
}

/// On other systems there is no umask.
#[cfg(not(unix))]
pub(super) fn let_owner_use(_: &File) -> io::Result<()> {
    Ok(())
}

/// Makes the folder at `path`, and those above it that are not there, as the XDG specification wants them: for their owner alone.
///
/// # Errors
/// The error of the disk.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(above) = path.parent().filter(|above| !above.as_os_str().is_empty()) {
        make_folder(above)?;
    }
    match make_one(path) {
        // Another program may have been quicker.
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => made,
    }
}

#[cfg(unix)]
fn make_one(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new().mode(0o700).create(path)?;
    let mode = fs::metadata(path)?.permissions().mode();
    if mode & 0o700 == 0o700 { Ok(()) } else { fs::set_permissions(path, fs::Permissions::from_mode(0o700)) }
}

#[cfg(not(unix))]
fn make_one(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

/// What stands at `path`, where a file of attache's own should be, and is none; nothing is done to it.
pub(super) fn in_the_way(path: &Path) -> Option<io::Error> {
    let what = path.symlink_metadata().ok()?.file_type();
    let words = || format!("{} is {}, not a file: remove it", with_tilde(&path.to_string_lossy()), kind(what));
    (!what.is_file()).then(|| io::Error::other(words()))
}
