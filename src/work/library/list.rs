//! The list on disk: all entries in the order in which they are listed, newest first, so that the first screen is at its beginning.
//!
//! A file of records, written whole beside the one of before and renamed when the index of its generation is on the disk; small changes stand
//! in a file beside it until then. Whatever is wrong with them, they are only a memory: it is begun anew.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Sources;
use super::catalogue::{Catalogue, Known};
use super::changes::{Changes, Touched};
use super::index::{self, Index, IndexError};
use super::line::{Line, Signed};
use super::records::{Records, write};
use super::rows::{Row, Topics, named, rows, write_rows};
use crate::library::alike::Signature;
use crate::library::{EntryId, Fold, TopicName};
use crate::work::Origin;
use crate::work::file::{is_plain, open_own, private};

/// The form that this attache writes; any other is begun anew.
pub(super) const VERSION: u32 = 3;

/// Why a list can't be kept.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The disk says no.
    #[error(transparent)]
    Disk(#[from] io::Error),
    /// The index can't be opened.
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl ListError {
    /// Whether another process writes there.
    pub(super) fn is_locked(&self) -> bool {
        matches!(self, Self::Index(error) if error.is_locked())
    }

    /// Whether it can only come of what lies there: it would come again.
    pub(super) fn is_damage(&self) -> bool {
        match self {
            Self::Index(error) => error.is_damage(),
            Self::Disk(error) => {
                matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::AlreadyExists | ErrorKind::NotADirectory)
            }
        }
    }
}

/// Where a list and its index are kept.
#[derive(Debug)]
pub(super) struct List {
    folder: PathBuf,
    sources: Vec<String>,
    /// The generation that was written whole; 0 before there is one.
    whole: u64,
    /// What has changed since.
    changes: Changes,
}

/// What was written and waits for its index.
#[derive(Clone, Copy, Debug)]
pub(super) enum Prepared {
    /// A list, beside the one of before.
    Whole,
    /// A batch of changes.
    Batch,
}

/// The first record.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Header {
    pub(super) generation: u64,
    next: u32,
    pub(super) entries: usize,
    sources: Vec<String>,
    /// Id and label of every topic; the lines name it by its place here.
    topics: Vec<(String, String)>,
}

impl Header {
    /// The header of the list of `sources` that is read from `records`, with its topics; none where that is another's, or of another form.
    pub(super) fn read<R: Read>(records: &mut Records<R>, sources: &[String]) -> Option<(Self, Vec<Arc<TopicName>>)> {
        if records.next::<u32>()? != VERSION {
            return None;
        }
        let mut header: Self = records.next().filter(|header: &Self| header.sources == sources)?;
        let topics = named(std::mem::take(&mut header.topics));
        Some((header, topics))
    }
}

impl List {
    /// The list and the index in `folder`, with what was wrong with those of before.
    pub(super) fn open(folder: PathBuf, sources: &Sources) -> Result<(Self, Catalogue, Index, Option<String>), ListError> {
        let mut list = Self { sources: names(sources), folder, whole: 0, changes: Changes::default() };
        match list.open_index() {
            Ok(index) => {
                let catalogue = list.read_fitting(&index);
                Ok((list, catalogue, index, None))
            }
            Err(error) if error.is_damage() => {
                list.set_aside()?;
                let index = Index::on_disk(&list.index_folder())?;
                Ok((list, Catalogue::default(), index, Some(format!("the index was broken, and is made anew: {error}"))))
            }
            Err(error) => Err(error),
        }
    }

    /// The index in the folder, which is made where there is none. The engine would wait for a named pipe and write where a link leads, so
    /// there are to be files alone.
    fn open_index(&self) -> Result<Index, ListError> {
        make(&self.folder)?;
        let index = self.index_folder();
        for entry in fs::read_dir(&self.folder)?.chain(fs::read_dir(&index)?) {
            let (path, kind) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
            if path != index || !kind.is_dir() {
                is_plain(&path, kind)?;
            }
        }
        Index::renew_other(&index)?;
        Ok(Index::on_disk(&index)?)
    }

    /// The catalogue that belongs to the last commit of `index`, if there is one; else the one that was kept last.
    pub(super) fn read_fitting(&mut self, index: &Index) -> Catalogue {
        let generation = index.generation().unwrap_or_default();
        let kept = self.read("list", generation);
        if kept.as_ref().is_none_or(|(kept, ..)| kept.generation != generation)
            && let Some(next) = self.read("list.next", generation).filter(|(next, ..)| next.generation == generation)
        {
            // The last attache ended between the index's commit and the list's new name.
            let _ = fs::rename(self.folder.join("list.next"), self.folder.join("list"));
            return self.take(next);
        }
        self.take(kept.unwrap_or_default())
    }

    fn take(&mut self, (catalogue, whole, changes): (Catalogue, u64, Changes)) -> Catalogue {
        (self.whole, self.changes) = (whole, changes);
        catalogue
    }

    /// The list called `name` with its changes up to that of the generation `until`: the catalogue, the generation that was written whole
    /// and the changes.
    fn read(&self, name: &str, until: u64) -> Option<(Catalogue, u64, Changes)> {
        let mut records = self.records(name)?;
        let (header, topics) = Header::read(&mut records, &self.sources)?;
        let changes = Changes::read(&self.folder, header.generation, until);
        // Whether somebody may follow an entry that has changed.
        let mut is_loose = changes.is_loose;
        let mut kept = Vec::new();
        for _ in 0..header.entries {
            let line: Line<'_> = records.next()?;
            let file = line.file();
            if changes.files.contains_key(&file) {
                is_loose |= line.fold() != Fold::Alone;
            } else {
                kept.push((line.place, line.at.is_some(), file, Known { entries: vec![line.held(&topics)], ..line.known() }));
            }
        }
        kept.sort_unstable_by_key(|(place, ..)| *place);
        let mut files = records
            .is_at_end()
            .then(|| Catalogue::files(kept.into_iter().map(|(_, several, file, known)| (several, file, known))))?;
        files.extend(changes.files.iter().filter_map(|(file, known)| Some((file.clone(), known.clone()?))));
        let next = header.next.max(changes.next);
        let mut catalogue = Catalogue { generation: changes.generation, next, files };
        if is_loose {
            catalogue.free(|_| {});
        }
        Some((catalogue, header.generation, changes))
    }

    /// What is kept of which entries tell one story, but for the entries in `stale`.
    pub(super) fn signed(&self, stale: &BTreeMap<EntryId, Fold>) -> Vec<Signed> {
        let Some(mut records) = self.records("list") else { return Vec::new() };
        let Some((header, _)) = Header::read(&mut records, &self.sources) else { return Vec::new() };
        let lines = (0..header.entries).map_while(|_| {
            let line = records.next::<Line<'_>>()?;
            Some(line.signed().filter(|_| !self.changes.files.contains_key(&line.file())))
        });
        let mut all: Vec<Signed> = lines.flatten().collect();
        all.extend(self.changes.signed.values().copied());
        all.retain(|signed| !stale.contains_key(&signed.id));
        all
    }

    fn records(&self, name: &str) -> Option<Records<BufReader<File>>> {
        Some(Records::new(BufReader::with_capacity(1 << 16, open_own(File::options().read(true), &self.folder.join(name)).ok()?)))
    }

    /// Whether what the catalogue has of the files `touched` can be written as changes.
    pub(super) fn has_room(&self, catalogue: &Catalogue, touched: &Touched) -> bool {
        self.whole > 0 && self.changes.have_room(catalogue, touched)
    }

    /// Writes the list of `catalogue`, in which the files `touched` are others than they were: as changes where there is room for them, else
    /// whole, beside the one of before.
    pub(super) fn prepare<'s>(
        &self,
        catalogue: &Catalogue,
        touched: &Touched,
        signature: impl Fn(EntryId) -> Option<&'s Signature>,
    ) -> io::Result<Prepared> {
        if self.has_room(catalogue, touched) {
            self.changes.add(&self.folder, catalogue, touched, signature)?;
            return Ok(Prepared::Batch);
        }
        let mut all = rows(catalogue.files.iter());
        // A card lies anywhere in memory: each is looked at once, not at every comparison.
        all.sort_by_cached_key(Row::order);
        let topics = Topics::of(&all);
        let header = Header {
            generation: catalogue.generation,
            next: catalogue.next,
            entries: all.len(),
            sources: self.sources.clone(),
            topics: topics.names.clone(),
        };
        let (mut out, mut buffer) = (self.next_list()?, Vec::new());
        write(&mut out, &VERSION, &mut buffer)?;
        write(&mut out, &header, &mut buffer)?;
        write_rows(&mut out, &all, &topics, signature)?;
        out.flush()?;
        Ok(Prepared::Whole)
    }

    fn next_list(&self) -> io::Result<BufWriter<File>> {
        let path = self.folder.join("list.next");
        // What the last attache did not come to rename is nobody's, and may be no file.
        let _ = fs::remove_file(&path);
        let file = private().create_new(true).open(path)?;
        Ok(BufWriter::with_capacity(1 << 18, file))
    }

    /// Takes what was prepared for the list, now that the index is of its `generation`.
    pub(super) fn settle(&mut self, prepared: Prepared, generation: u64) -> io::Result<()> {
        if let Prepared::Whole = prepared {
            fs::rename(self.folder.join("list.next"), self.folder.join("list"))?;
            Changes::clear(&self.folder);
            self.whole = generation;
        }
        self.changes = Changes::read(&self.folder, self.whole, generation);
        Ok(())
    }

    /// Begins anew, with an empty index; what was kept is set aside.
    ///
    /// # Errors
    /// Where the disk says no, or another process writes there.
    pub(super) fn begin_anew(&mut self) -> Result<Index, ListError> {
        // Until the folder has its new name nobody else is to begin to write in it.
        let lock = open_own(File::options().read(true), &self.writer_lock());
        if let Ok(lock) = &lock {
            lock.try_lock().map_err(io::Error::from)?;
        }
        self.set_aside()?;
        (self.whole, self.changes) = (0, Changes::default());
        Ok(Index::on_disk(&self.index_folder())?)
    }

    /// The file that is locked by who writes to the index.
    pub(super) fn writer_lock(&self) -> PathBuf {
        self.index_folder().join(index::WRITER_LOCK)
    }

    fn index_folder(&self) -> PathBuf {
        self.folder.join("index")
    }

    /// Puts what is in the folder aside, in place of what was put there before.
    fn set_aside(&self) -> io::Result<()> {
        let aside = self.folder.with_extension("broken");
        let _ = fs::remove_dir_all(&aside).or_else(|_| fs::remove_file(&aside));
        fs::rename(&self.folder, &aside)?;
        make(&self.folder)
    }
}

/// What `sources` are called, so that a list is never taken for another's.
pub(super) fn names(sources: &Sources) -> Vec<String> {
    let files = sources.named.iter().filter_map(|origin| match origin {
        Origin::Path(path) => Some(path),
        _ => None,
    });
    sources.folders.iter().chain(files).map(|path| path.to_string_lossy().into_owned()).collect()
}

/// Makes a folder that its owner alone may look into.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder.join("index"))
}
