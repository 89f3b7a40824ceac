//! Looking which files a library has, without opening any.

use std::fs;

use super::{Sources, Stamp};
use crate::work::Origin;
use crate::work::origin::below;

/// Every document of `sources` with its stamp, each once; one that can't be looked at has the empty stamp, and says why when it is read.
pub fn look(sources: &Sources) -> Vec<(Origin, Stamp)> {
    let stamp = |origin: &Origin| match origin {
        Origin::Path(path) => fs::symlink_metadata(path).map(|meta| Stamp::of(&meta)).unwrap_or_default(),
        _ => Stamp::default(),
    };
    let files = sources.folders.iter().flat_map(|folder| below(folder));
    let stamped = |origin: Origin| {
        let stamp = stamp(&origin);
        (origin, stamp)
    };
    let mut all: Vec<(Origin, Stamp)> = sources.named.iter().cloned().chain(files).map(stamped).collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all.dedup_by(|one, other| one.0 == other.0);
    all
}
