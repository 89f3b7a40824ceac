//! What can go wrong with an index, in words that name no folder: the engine's own name the home of whoever reads them.

use std::fmt;
use std::io::{self, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};

use crate::work::settings::with_tilde;

/// What can go wrong with an index.
#[derive(Debug)]
pub enum IndexError {
    /// The engine says no.
    Engine(TantivyError),
    /// The bytes of a file are not those that were written.
    Damaged,
    /// The engine did not come to an end: it takes for granted that what it reads is what it wrote.
    Failed,
}

impl From<TantivyError> for IndexError {
    fn from(error: TantivyError) -> Self {
        Self::Engine(error)
    }
}

impl std::error::Error for IndexError {}

impl fmt::Display for IndexError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed => out.write_str("the search engine failed on it"),
            _ if self.is_damage() => out.write_str("a file of it is damaged, missing or in the way"),
            _ if self.is_locked() => out.write_str("another attache writes to it"),
            Self::Engine(TantivyError::SystemError(words) | TantivyError::ErrorInThread(words)) => {
                out.write_str(&with_tilde(words))
            }
            Self::Engine(error) => match disk(error) {
                // Of a file that it could not make the engine says where: in the cache, which says nothing to a reader.
                Some(error) => out.write_str(error.to_string().split(" at path ").next().unwrap_or_default()),
                None => out.write_str(&with_tilde(&error.to_string())),
            },
            Self::Damaged => Ok(()),
        }
    }
}

impl IndexError {
    /// Whether another process writes to the index.
    pub fn is_locked(&self) -> bool {
        matches!(self, Self::Engine(TantivyError::LockFailure(LockError::LockBusy, _)))
    }

    /// Whether it can only come of files that are not as the engine left them: it would come again.
    pub(in crate::work::library) fn is_damage(&self) -> bool {
        let Self::Engine(error) = self else { return true };
        match (disk(error), error) {
            // No system gives these kinds: they are said of bytes that were read.
            (Some(error), _) => {
                matches!(
                    error.kind(),
                    ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof | ErrorKind::Other
                )
            }
            (
                None,
                TantivyError::LockFailure(..)
                | TantivyError::OpenDirectoryError(_)
                | TantivyError::ErrorInThread(_)
                | TantivyError::SystemError(_),
            ) => false,
            (None, _) => true,
        }
    }
}

/// What the disk has said, where it was that.
fn disk(error: &TantivyError) -> Option<&io::Error> {
    match error {
        TantivyError::IoError(error)
        | TantivyError::LockFailure(LockError::IoError(error), _)
        | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError { io_error: error, .. })
        | TantivyError::OpenReadError(OpenReadError::IoError { io_error: error, .. })
        | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error: error, .. }) => Some(error),
        _ => None,
    }
}

/// What `work` gives; a panic is a fault of the index.
pub(in crate::work::library) fn guarded<T, E: From<IndexError>>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(IndexError::Failed.into()))
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use tantivy::TantivyError;

    use super::IndexError;

    #[test]
    fn what_the_disk_says_names_no_folder() {
        let full = Error::new(ErrorKind::StorageFull, "No space left on device (os error 28) at path \"/home/ann/.cache/.tmpx\"");
        let error = IndexError::from(TantivyError::from(full));
        assert_eq!(error.to_string(), "No space left on device (os error 28)");
        assert!(!error.is_damage() && !error.is_locked());
        let cut = IndexError::from(TantivyError::from(Error::new(ErrorKind::UnexpectedEof, "cut: /home/ann/.cache/a.term")));
        assert_eq!(cut.to_string(), "a file of it is damaged, missing or in the way");
        assert!(cut.is_damage());
    }
}
