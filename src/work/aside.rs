//! The name under which a file of ours that can't be read is kept, so that nothing is lost by beginning anew.

use std::path::Path;

/// The first name that is free in `folder`: `stem.unreadable-1`, then 2 and so on, with `ending` behind.
pub(super) fn free_name(folder: &Path, stem: &str, ending: &str) -> String {
    let mut number = 1u32;
    loop {
        let name = format!("{stem}.unreadable-{number}{ending}");
        if folder.join(&name).symlink_metadata().is_err() {
            return name;
        }
        number += 1;
    }
}
