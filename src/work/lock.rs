//! The lock under which programs change a file that they share. It is a file of its own, because the shared one is replaced.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// How often the lock is asked for, and how long to wait between: another program has it for milliseconds, unless it was stopped with
/// it in its hand, and then nobody is to wait for ever.
const ASK: (u32, Duration) = (200, Duration::from_millis(10));

/// A lock file holds nothing and is never written, so it is opened for reading alone; the standard library makes none that way.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    Ok(rustix::fs::open(path, OFlags::RDONLY | OFlags::CREATE | OFlags::CLOEXEC, Mode::RUSR | Mode::WUSR)?.into())
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
    let file = open(path)?;
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
