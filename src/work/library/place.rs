//! Where what is remembered of a library is kept.

use std::fs;
use std::path::PathBuf;

use super::Sources;
use crate::model::ContentId;
use crate::work::Origin;
use crate::work::settings::cache_folder;

/// The folder of the library of `sources`, below `$XDG_CACHE_HOME/attache/` or the place that the system has for it; none where there is
/// no home, or nothing to be kept.
pub fn place(sources: &Sources) -> Option<PathBuf> {
    if !sources.is_kept() {
        return None;
    }
    let mut bytes = Vec::new();
    let named = sources.named.iter().filter_map(|origin| match origin {
        Origin::Path(path) => Some(path),
        _ => None,
    });
    for path in sources.folders.iter().chain(named) {
        // The names in the list are as they were given: from another place, the same folder is called otherwise.
        bytes.extend_from_slice(path.as_os_str().as_encoded_bytes());
        bytes.push(0);
        bytes.extend_from_slice(fs::canonicalize(path).unwrap_or_default().as_os_str().as_encoded_bytes());
        bytes.push(0);
    }
    Some(cache_folder()?.join(ContentId::of(&bytes).to_string()))
}
