//! The lock under which programs change a file that they share. It is a file of its own, because the shared one is replaced.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::own::{in_the_way, let_owner_use};
use super::settings::with_tilde;

/// How often the lock is asked for, and how long to wait between: another program has it for milliseconds, unless it was stopped with
/// it in its hand, and then nobody is to wait for ever.
const ASK: (u32, Duration) = (200, Duration::from_millis(10));

/// A lock file holds nothing and is never written, so it is opened for reading alone; the standard library makes none that way. No link
/// is followed, and a named pipe does not wait for its other end.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::CREATE | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
    Ok(rustix::fs::open(path, flags, Mode::RUSR | Mode::WUSR)?.into())
}

/// On other systems a file is made by opening it for writing.
#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    super::file::private().create(true).truncate(false).open(path)
}

/// The lock at `path`, given back when it is dropped; none where another program doesn't let it go.
///
/// # Errors
/// Where there can't be such a file.
pub(super) fn lock(path: &Path) -> io::Result<Option<File>> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", with_tilde(&path.to_string_lossy())));
    let is_file = |file: File| if file.metadata()?.is_file() { Ok(file) } else { Err(ErrorKind::Unsupported.into()) };
    let file = open(path).and_then(is_file).map_err(|error| in_the_way(path).unwrap_or_else(|| named(error)))?;
    // One that was made under a strange umask could not be opened again; where it is another's, it could be all the same.
    let _ = let_owner_use(&file);
    let (times, pause) = ASK;
    for _ in 0..times {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => sleep(pause),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(None)
}
