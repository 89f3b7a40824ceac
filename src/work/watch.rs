//! The user's rule files watched: the kernel wakes a thread when one was written, and nothing runs before that.
//!
//! Folders are watched and not files, because editors replace a file by another of its name. Where the system has no inotify, or the
//! folder is not there yet, a key reads the files anew.

use std::path::PathBuf;

use super::settings::{Named, folder};

/// The names of rule files in the user's folder.
const NAMES: [&str; 3] = ["topics.toml", "cues.toml", "cruft.toml"];

/// The rule files of a run, each with the file it links to: a folder of links is a common way to keep one's settings.
fn watched(named: &Named) -> Vec<PathBuf> {
    let own = folder().into_iter().flat_map(|folder| NAMES.map(|name| folder.join(name)));
    let mut files: Vec<PathBuf> = own.chain(named.topics.clone()).chain(named.cues.clone()).collect();
    let targets: Vec<PathBuf> = files.iter().filter_map(|file| file.canonicalize().ok()).collect();
    files.extend(targets);
    files
}

/// Calls `changed` each time a rule file was written, until that returns false; returns at once where nothing can be watched.
#[cfg(target_os = "linux")]
pub(super) fn watch(named: &Named, changed: impl Fn() -> bool) {
    use std::mem::MaybeUninit;

    use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};

    let files = watched(named);
    let Ok(inotify) = init(CreateFlags::CLOEXEC) else { return };
    let here = std::path::Path::new(".");
    let folders =
        files.iter().filter_map(|file| file.parent()).map(|folder| if folder.as_os_str().is_empty() { here } else { folder });
    let flags = WatchFlags::CLOSE_WRITE | WatchFlags::MOVED_TO | WatchFlags::DELETE;
    if folders.filter(|folder| add_watch(&inotify, *folder, flags).is_ok()).count() == 0 {
        return;
    }
    let mut buffer = [MaybeUninit::uninit(); 4096];
    let mut events = Reader::new(inotify, &mut buffer);
    let mut goes_on = true;
    while let (true, Ok(event)) = (goes_on, events.next()) {
        let name = event.file_name().and_then(|name| name.to_str().ok());
        if files.iter().any(|file| file.file_name().and_then(|own| own.to_str()) == name && name.is_some()) {
            goes_on = changed();
        }
    }
}

/// Elsewhere nothing is watched.
#[cfg(not(target_os = "linux"))]
pub(super) fn watch(named: &Named, _changed: impl Fn() -> bool) {
    drop(watched(named));
}
