//! Files watched by the system: a thread of the watcher is woken when one was written, and nothing runs before that.
//!
//! Folders are watched and not files, because editors replace a file by another of its name. Where nothing can be watched, a key reads
//! the rules anew, and the next start the library.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::library::Stamp;
use super::settings::{Named, folder};

/// The names of rule files in the user's folder.
const NAMES: [&str; 3] = ["topics.toml", "cues.toml", "cruft.toml"];

/// What is watched, as long as this lives.
pub(super) struct Watcher(#[expect(dead_code, reason = "it watches until it is dropped")] RecommendedWatcher);

/// Calls `changed` each time a rule file was written.
pub(super) fn watch_rules(named: &Named, changed: impl Fn() + Send + 'static) -> Option<Watcher> {
    let files = rule_files(named);
    let folders: BTreeSet<PathBuf> = files.iter().filter_map(|file| folder_of(file)).collect();
    let is_rule = move |path: &PathBuf| files.iter().any(|file| file.file_name() == path.file_name());
    watch(folders, RecursiveMode::NonRecursive, move |event| {
        if event.paths.iter().any(&is_rule) {
            changed();
        }
    })
}

/// Calls `changed` each time the file at `path`, which had the stamp `before`, has another, or is not there any more.
pub(super) fn watch_file(path: &Path, before: Stamp, changed: impl Fn(Option<Stamp>) + Send + 'static) -> Option<Watcher> {
    let (name, file) = (path.file_name()?.to_owned(), path.to_owned());
    let last = Mutex::new(Some(before));
    watch(folder_of(path), RecursiveMode::NonRecursive, move |event| {
        if event.paths.iter().all(|path| path.file_name() != Some(&name)) {
            return;
        }
        let now = fs::metadata(&file).ok().map(|meta| Stamp::of(&meta));
        let was = last.lock().map_or(now, |mut last| std::mem::replace(&mut *last, now));
        if was != now {
            changed(now);
        }
    })
}

/// The folder that a file is in.
fn folder_of(file: &Path) -> Option<PathBuf> {
    file.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder }.to_owned())
}

/// Calls `changed` each time a file below one of `folders` was written, moved or removed; none where they can't all be watched.
pub(super) fn watch_folders(folders: &[PathBuf], changed: impl Fn() + Send + 'static) -> Option<Watcher> {
    watch(folders.iter().cloned(), RecursiveMode::Recursive, move |_| changed())
}

fn watch(
    folders: impl IntoIterator<Item = PathBuf>,
    mode: RecursiveMode,
    changed: impl Fn(&Event) + Send + 'static,
) -> Option<Watcher> {
    let told = move |event: notify::Result<Event>| {
        if let Some(event) = event.ok().filter(is_change) {
            changed(&event);
        }
    };
    // The watcher has no other answer than a panic to there being no thread for it.
    thread::Builder::new().spawn(|| ()).ok()?.join().ok()?;
    let mut watcher = notify::recommended_watcher(told).ok()?;
    let count = folders.into_iter().filter(|folder| watcher.watch(folder, mode).is_ok()).count();
    (count > 0).then_some(Watcher(watcher))
}

/// Whether a file is another than before and whole: where the system says when one was closed, what was written until then is not told.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Remove(_)
        | EventKind::Modify(ModifyKind::Name(_)) => true,
        EventKind::Create(_) | EventKind::Modify(_) => !cfg!(target_os = "linux"),
        _ => event.need_rescan(),
    }
}

/// The rule files of a run, each with the file it links to: a folder of links is a common way to keep one's settings.
fn rule_files(named: &Named) -> Vec<PathBuf> {
    let own = folder().into_iter().flat_map(|folder| NAMES.map(|name| folder.join(name)));
    let mut files: Vec<PathBuf> = own.chain(named.topics.clone()).chain(named.cues.clone()).collect();
    let targets: Vec<PathBuf> = files.iter().filter_map(|file| file.canonicalize().ok()).collect();
    files.extend(targets);
    files
}
