//! What is remembered of libraries: how many, how much room they take, whether they can be read. Of their names and folders nothing is said.

use std::fmt::Write;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use serde::Serialize;

use super::place;
use crate::work::settings::cache_folder;

/// What lies in the folder of the libraries.
#[derive(Serialize)]
pub(super) struct Caches {
    path: Option<String>,
    libraries: usize,
    /// What all their files take.
    bytes: u64,
    /// Those of which a file can't be read; each is made anew when it is opened.
    unreadable: usize,
    /// Those whose list is not there: their first reading was not ended.
    unfinished: usize,
}

impl Caches {
    /// Looks at each library's files, without reading them.
    pub(super) fn here() -> Self {
        let folder = cache_folder();
        let mut found = Self { path: folder.as_deref().map(place), libraries: 0, bytes: 0, unreadable: 0, unfinished: 0 };
        for library in folder.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten() {
            let path = library.path();
            if !path.is_dir() {
                continue;
            }
            found.libraries += 1;
            found.unfinished += usize::from(!path.join("list").is_file());
            match bytes_below(&path) {
                Ok(bytes) => found.bytes += bytes,
                Err(_) => found.unreadable += 1,
            }
        }
        found
    }

    /// The same as rows of a page.
    pub(super) fn rows(&self) -> Vec<(String, String)> {
        let Some(path) = &self.path else { return vec![("no home folder".to_owned(), "nothing is remembered".to_owned())] };
        let mb = self.bytes.div_ceil(1_000_000);
        let libraries = if self.libraries == 1 { "1 library".to_owned() } else { format!("{} libraries", self.libraries) };
        let mut state = format!("{libraries}, {mb} MB");
        for (count, word) in [(self.unreadable, "can't be read"), (self.unfinished, "not read to the end yet")] {
            if count > 0 {
                let _ = write!(state, ", {count} of them {word}");
            }
        }
        vec![(path.clone(), state)]
    }
}

/// The bytes of the files in `folder` and below.
///
/// # Errors
/// Where one of them can't be opened for reading.
fn bytes_below(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            bytes += File::open(entry.path())?.metadata()?.len();
        }
    }
    Ok(bytes)
}
