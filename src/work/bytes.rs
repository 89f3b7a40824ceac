//! The bytes of what is no file by its path alone: samples, standard input, the article beside a briefing file.

use std::path::Path;

use super::file::{FileError, read_file};
use super::{Origin, shipped};
use crate::text::Clean;

/// The bytes of the article at `path` beside the briefing file at `origin`; a link that leads out of its folder is refused.
pub(super) fn beside(origin: &Origin, path: &Clean) -> Result<Vec<u8>, String> {
    let Origin::Path(file) = origin else {
        return shipped_bytes(path).map(<[u8]>::to_vec).ok_or_else(|| format!("{path}: {}", FileError::Missing));
    };
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let reason = |error: FileError| format!("{path}: {error}");
    let folder = folder.canonicalize().map_err(|error| reason(error.into()))?;
    let article = folder.join(&**path).canonicalize().map_err(|error| reason(error.into()))?;
    if !article.starts_with(&folder) {
        return Err(format!("{path}: it is a link out of the briefing's folder"));
    }
    read_file(&article, None).map_err(reason)
}

/// What is in a sample that attache ships.
pub(super) fn shipped_bytes(name: &str) -> Option<&'static [u8]> {
    shipped().iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}

/// All that comes on standard input.
///
/// # Errors
/// Why it can't be read: it is too long, or the system says no.
pub(super) fn read_stdin() -> Result<Vec<u8>, String> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(super::FILE_BYTES + 1).read_to_end(&mut bytes);
    match (read, u64::try_from(bytes.len())) {
        (Err(error), _) => Err(FileError::Other(error).to_string()),
        (Ok(_), Ok(read)) if read <= super::FILE_BYTES => Ok(bytes),
        _ => Err(FileError::Endless.to_string()),
    }
}
