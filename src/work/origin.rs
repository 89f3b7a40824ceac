//! Where a document comes from, and what a list of paths stands for.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::shipped;
use crate::text::Clean;

/// Where a document comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A file.
    Path(PathBuf),
    /// One of the samples that attache ships, by its name.
    Shipped(&'static str),
    /// Standard input.
    Stdin,
    /// One of the articles of a file that holds several, by its number there, from 0.
    Within(Box<Origin>, u32),
}

impl Origin {
    /// What orders it among others: its kind, its name as bytes, its number in its file.
    fn key(&self) -> (u8, &[u8], u32) {
        match self {
            Self::Path(path) => (0, path.as_os_str().as_encoded_bytes(), 0),
            Self::Shipped(name) => (1, name.as_bytes(), 0),
            Self::Stdin => (2, &[], 0),
            Self::Within(file, at) => {
                let (kind, name, _) = file.key();
                (kind, name, at.saturating_add(1))
            }
        }
    }

    /// The file or stream it is read from.
    pub fn file(&self) -> &Self {
        match self {
            Self::Within(file, _) => file,
            whole => whole,
        }
    }

    /// Which of the file's articles it is, from 0.
    pub(super) fn at(&self) -> usize {
        match self {
            Self::Within(_, at) => *at as usize,
            _ => 0,
        }
    }

    /// Its `count` articles; itself where that is one.
    pub(super) fn divided(&self, count: usize) -> Vec<Self> {
        match count {
            1 => vec![self.clone()],
            _ => (0..u32::try_from(count).unwrap_or(u32::MAX)).map(|at| Self::Within(Box::new(self.clone()), at)).collect(),
        }
    }

    /// That attache itself failed on it.
    #[cfg(feature = "terminal")]
    pub(super) fn failed(&self) -> Clean {
        Clean::from(format!("{}: attache failed on this file; this is a fault of attache's, please report it", self.name()))
    }

    /// What it is called when it is shown.
    pub fn name(&self) -> Clean {
        match self {
            Self::Path(path) => Clean::from(path.to_string_lossy().as_ref()).into_line(),
            Self::Shipped(name) => format!("briefings/{name}").into(),
            Self::Stdin => "standard input".into(),
            Self::Within(file, at) => Clean::from(format!("{}#{}", file.name(), at + 1)),
        }
    }
}

/// As bytes, not part by part as paths are compared: a library asks this millions of times.
impl Ord for Origin {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Origin {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Origin {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Origin {}

/// The documents that `paths` stand for: `-` is standard input, a folder all files below it in the order of their names (hidden ones,
/// links and the folders that browsers save beside a page left out), nothing at all the shipped samples.
pub fn origins(paths: &[PathBuf]) -> Vec<Origin> {
    if paths.is_empty() {
        return shipped().iter().map(|(name, _)| Origin::Shipped(name)).collect();
    }
    let mut all = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            all.push(Origin::Stdin);
        } else if path.is_dir() {
            let mut files: Vec<PathBuf> = below(path).collect();
            files.sort();
            all.extend(files.into_iter().map(Origin::Path));
        } else {
            all.push(Origin::Path(path.clone()));
        }
    }
    all
}

/// Whether a folder holds the pictures and scripts of a saved page: it stands beside `NAME.html` and is called `NAME_files`, or the same
/// in another language.
fn is_of_a_page(folder: &Path) -> bool {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let cuts = name.match_indices(['_', '-', '.']).filter_map(|(at, _)| name.get(..at).filter(|stem| !stem.is_empty()));
    let pages = cuts.flat_map(|stem| ["html", "htm", "xhtml"].map(|ending| format!("{stem}.{ending}")));
    let has_word =
        ["_files", "-files", ".files", "_file", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden", "-filer"]
            .iter()
            .any(|word| name.ends_with(word));
    has_word && pages.into_iter().any(|page| folder.with_file_name(page).is_file())
}

/// Every file below `folder`, in any order.
pub(super) fn below(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let walk = WalkDir::new(folder).into_iter();
    let seen = walk.filter_entry(move |entry| {
        entry.depth() == 0 || !(hidden(entry.file_name()) || entry.file_type().is_dir() && is_of_a_page(entry.path()))
    });
    seen.filter_map(|entry| {
        let entry = entry.ok()?;
        (!entry.file_type().is_dir() && !entry.path_is_symlink()).then(|| entry.into_path())
    })
}
