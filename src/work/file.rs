//! Reading a file that a stranger named: only regular files, only so large, never waiting.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::text::Clean;

/// The largest file that is opened. A year of a newspaper fits; a disk image given by mistake does not.
pub const FILE_BYTES: u64 = 256 * 1024 * 1024;

/// For a file of so many bytes room is asked for that the system gives apart, and takes back whole: what is less than [`APART`] the allocator of
/// glibc may keep for the thread that read it (`M_MMAP_THRESHOLD`, `mallopt(3)`). Of room that nothing is written to there is no memory.
const LONG: usize = 512 * 1024;
const APART: usize = 33 * 1024 * 1024;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "each says what it is")]
pub enum FileError {
    #[error("there is no such file")]
    Missing,
    #[error("it may not be read: permission denied")]
    Denied,
    #[error("it is {0}, not a file")]
    NotAFile(&'static str),
    #[error("it has {} MB; the most that is opened is {} MB", .0 / 1_000_000, FILE_BYTES / 1_000_000)]
    TooLarge(u64),
    #[error("it is longer than the {} MB that are opened at most", FILE_BYTES / 1_000_000)]
    Endless,
    #[error("{0}")]
    TooMuch(Clean),
    #[error("it can't be read: {0}")]
    Other(std::io::Error),
}

impl From<std::io::Error> for FileError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            std::io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::Other(error),
        }
    }
}

/// The first `most` bytes of the file at `path`, or all of it, as long as it is when it is opened.
///
/// What says that it is empty is not read: such files of the kernel (`/proc/kmsg`) wait for ever or never end.
///
/// # Errors
/// Says why it was not read: absent, no regular file, too large, not readable.
pub fn read_file(path: &Path, most: Option<u64>) -> Result<Vec<u8>, FileError> {
    let meta = fs::metadata(path)?;
    if !meta.is_file() {
        return Err(FileError::NotAFile(kind(meta.file_type())));
    }
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > FILE_BYTES {
        return Err(FileError::TooLarge(length));
    }
    let wanted = most.unwrap_or(u64::MAX).min(length);
    // Room for one byte more: that nothing follows is seen without growing.
    let room = usize::try_from(wanted).unwrap_or_default() + 1;
    let mut bytes = Vec::with_capacity(if room < LONG { room } else { room.max(APART) });
    if wanted > 0 {
        file.take(wanted).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// What something is that is no regular file; opening a FIFO or a device could wait for ever.
pub(super) fn kind(file_type: fs::FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if file_type.is_fifo() {
            return "a named pipe";
        }
        if file_type.is_socket() {
            return "a socket";
        }
        if file_type.is_char_device() || file_type.is_block_device() {
            return "a device";
        }
    }
    match () {
        () if file_type.is_dir() => "a folder",
        () if file_type.is_symlink() => "a link",
        () => "something else",
    }
}

/// To open a file for writing that its owner alone may read, if it is made.
#[cfg(feature = "terminal")]
pub(super) fn private() -> std::fs::OpenOptions {
    let mut options = std::fs::File::options();
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

/// Opens a file of a library's own as `options` say: nothing that a link names, and nothing that would have to be waited for.
///
/// # Errors
/// Where it can't be opened, or is no file.
#[cfg(feature = "terminal")]
pub(super) fn open_own(options: &mut fs::OpenOptions, path: &Path) -> std::io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;

        use rustix::fs::OFlags;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    let file = options.open(path)?;
    is_plain(path, file.metadata()?.file_type())?;
    Ok(file)
}

/// Says of what is no regular file what it is.
///
/// # Errors
/// Where it is none.
#[cfg(feature = "terminal")]
pub(super) fn is_plain(path: &Path, file_type: fs::FileType) -> std::io::Result<()> {
    if file_type.is_file() {
        return Ok(());
    }
    let what = if file_type.is_symlink() { "a link" } else { kind(file_type) };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Err(std::io::Error::new(std::io::ErrorKind::InvalidData, format!("{name} is {what}, not a file")))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::path::Path;

    use super::{FileError, read_file};

    #[test]
    fn files_of_the_kernel_that_wait_or_never_end_are_empty() {
        for path in ["/proc/kmsg", "/proc/self/pagemap"] {
            let read = read_file(Path::new(path), None);
            assert!(
                matches!(&read, Ok(bytes) if bytes.is_empty()) || matches!(read, Err(FileError::Denied | FileError::Missing))
            );
        }
    }
}
