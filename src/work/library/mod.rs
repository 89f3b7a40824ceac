//! A library on disk: its files, what is remembered of each, and the index that is searched.
//!
//! [`sync`](Library::sync) makes what is remembered meet what lies on the disk; everything else reads what is remembered. A
//! library of folders keeps it in the user's cache, so that the next start needs no file of it; any other keeps it in memory.

mod catalogue;
mod catch_up;
mod changes;
mod commit;
mod copies;
mod gather;
mod head;
mod index;
mod line;
mod list;
mod look;
mod mend;
mod place;
mod pool;
mod records;
mod rows;
mod stamp;
mod sync;
mod syncing;

use std::path::PathBuf;

pub use catalogue::Catalogue;
pub use head::Head;
pub use index::{Finder, Index, IndexError};
pub use list::ListError;
pub use look::look;
pub use place::place;
pub use stamp::Stamp;
pub use syncing::Learnt;

use super::Origin;
use crate::library::alike::Groups;
use crate::text::Clean;
use list::List;

/// What a library is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Documents that were named one by one.
    pub named: Vec<Origin>,
    /// Folders, whose files are looked for.
    pub folders: Vec<PathBuf>,
}

/// A library.
#[derive(Debug)]
pub struct Library {
    sources: Sources,
    /// What is remembered of each file.
    catalogue: Catalogue,
    index: Index,
    /// Where the catalogue is kept, if it is.
    list: Option<List>,
    /// Which articles tell one story, once something has changed: until then, what was kept of it is enough.
    groups: Option<Groups>,
    /// The number of files that a search could find before more was read.
    searchable: usize,
    /// Whether the index was looked at before something is written to it.
    is_sound: bool,
    /// Whether what was kept was begun anew.
    is_renewed: bool,
}

impl Sources {
    /// What `paths` name: `-` is standard input, a folder stands for the files below it.
    pub fn new(paths: &[PathBuf]) -> Self {
        let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.iter().cloned().partition(|path| path.as_os_str() != "-" && path.is_dir());
        let named = if paths.is_empty() || !files.is_empty() { super::origins(&files) } else { Vec::new() };
        Self { named, folders }
    }

    /// What the list of them is called: the folders, or how attache is called where there is none.
    pub fn name(&self) -> Clean {
        let folders: Vec<String> = self.folders.iter().map(|folder| folder.to_string_lossy().into_owned()).collect();
        Clean::from(folders.join(" ")).one_line()
    }

    /// Whether there may be more than one document, so that there is a list.
    pub fn are_many(&self) -> bool {
        !self.folders.is_empty() || self.named.len() > 1
    }

    /// Whether what is remembered is worth keeping: it is of folders, and of nothing that can be had only once.
    pub fn is_kept(&self) -> bool {
        !self.folders.is_empty() && self.named.iter().all(|origin| matches!(origin, Origin::Path(_)))
    }
}

impl Library {
    /// The library of `sources`, which remembers what was kept in `folder` for it, with what went wrong there.
    pub fn open(sources: Sources, folder: Option<PathBuf>) -> (Self, Option<String>) {
        let kept = folder.filter(|_| sources.is_kept()).map(|folder| List::open(folder, &sources));
        match kept {
            Some(Ok((list, catalogue, index, fault))) => {
                (Self { list: Some(list), catalogue, index, ..Self::in_memory(sources) }, fault)
            }
            Some(Err(error)) => (Self::in_memory(sources), Some(format!("the library is kept in memory alone: {error}"))),
            None => (Self::in_memory(sources), None),
        }
    }

    /// The same, and the files that `sources` have now, which are looked for meanwhile.
    pub fn open_and_look(sources: Sources, folder: Option<PathBuf>) -> (Self, Option<String>, Vec<(Origin, Stamp)>) {
        let also = sources.clone();
        std::thread::scope(|scope| {
            let looking = std::thread::Builder::new().spawn_scoped(scope, move || look(&also));
            let (library, fault) = Self::open(sources, folder);
            let files = looking.ok().and_then(|looking| looking.join().ok());
            let files = files.unwrap_or_else(|| look(library.sources()));
            (library, fault, files)
        })
    }

    fn in_memory(sources: Sources) -> Self {
        Self {
            catalogue: Catalogue::of(&sources.named),
            sources,
            index: Index::in_memory(),
            list: None,
            groups: None,
            searchable: 0,
            is_sound: false,
            is_renewed: false,
        }
    }

    /// What it is of.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// What is remembered of each file.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The index of its words.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The one that searches it.
    ///
    /// # Errors
    /// Where the index can't be read.
    pub fn finder(&self) -> Result<Finder, IndexError> {
        self.index.finder()
    }
}
