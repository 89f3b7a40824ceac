//! Where what is remembered of a library is kept.

use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::Sources;
use crate::work::Origin;
use crate::work::settings::cache_folder;

/// The folder of the library of `sources`, below `$XDG_CACHE_HOME/attache/` or the place that the system has for it; none where there is
/// no home, or nothing to be kept.
pub fn place(sources: &Sources) -> Option<PathBuf> {
    if !sources.is_kept() {
        return None;
    }
    let mut hash = Sha256::new();
    let named = sources.named.iter().filter_map(|origin| match origin {
        Origin::Path(path) => Some(path),
        _ => None,
    });
    for path in sources.folders.iter().chain(named) {
        // The names in the list are as they were given: from another place, the same folder is called otherwise.
        hash.update(path.as_os_str().as_encoded_bytes());
        hash.update([0]);
        hash.update(fs::canonicalize(path).unwrap_or_default().as_os_str().as_encoded_bytes());
        hash.update([0]);
    }
    let name = hash.finalize().iter().take(8).fold(0u64, |name, byte| name << 8 | u64::from(*byte));
    Some(cache_folder()?.join(format!("{name:016x}")))
}
