//! What tells that a file is another than it was, without reading it.

use std::fs::Metadata;
use std::time::UNIX_EPOCH;

/// The size of a file and when it was changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// Nanoseconds since 1970; 0 where the system does not say.
    pub modified: u64,
}

impl Stamp {
    /// The stamp of a file.
    pub fn of(meta: &Metadata) -> Self {
        let since = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Self { size: meta.len(), modified: since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default() }
    }
}
