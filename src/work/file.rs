//! Reading a file that a stranger named: only regular files, only so large, never waiting.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// The largest file that is opened. A year of a newspaper fits; a disk image given by mistake does not.
pub const FILE_BYTES: u64 = 256 * 1024 * 1024;

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

/// The first `most` bytes of the file at `path`, or all of it.
///
/// # Errors
/// Says why it was not read: absent, no regular file, too large, not readable.
pub fn read_file(path: &Path, most: Option<u64>) -> Result<Vec<u8>, FileError> {
    let meta = fs::metadata(path)?;
    if !meta.is_file() {
        return Err(FileError::NotAFile(kind(meta.file_type())));
    }
    if meta.len() > FILE_BYTES {
        return Err(FileError::TooLarge(meta.len()));
    }
    // Room for one byte more: that nothing follows is seen without growing.
    let room = usize::try_from(most.unwrap_or(u64::MAX).min(meta.len())).unwrap_or_default();
    let mut bytes = Vec::with_capacity(room + 1);
    File::open(path)?.take(most.unwrap_or(FILE_BYTES + 1)).read_to_end(&mut bytes)?;
    match u64::try_from(bytes.len()) {
        Ok(read) if read <= FILE_BYTES => Ok(bytes),
        _ => Err(FileError::TooLarge(FILE_BYTES)),
    }
}

/// What something is that is no regular file; opening a FIFO or a device could wait for ever.
fn kind(file_type: fs::FileType) -> &'static str {
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
    if file_type.is_dir() { "a folder" } else { "something else" }
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
