//! What has changed since a list was written whole: a file beside it, to which each small commit adds a batch of lines.
//!
//! A batch follows the list or batch of one generation and makes it one of the next. It counts once the index is of its generation;
//! what an attache has left behind that ended before that is written over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::catalogue::{Catalogue, Known};
use super::line::{Line, Signed};
use super::list::VERSION;
use super::records::{Records, write};
use super::rows::{Topics, named, rows, write_rows};
use crate::library::alike::Signature;
use crate::library::{EntryId, Fold};
use crate::work::Origin;
use crate::work::file::{open_own, private};

/// With more lines than these the list is written whole: all of them are read before the first screen is shown.
const MOST_LINES: usize = 500;

/// The changes since a list was written whole.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Which generation the list is of with them.
    pub(super) generation: u64,
    /// The number that the next new entry gets, where anything has changed.
    pub(super) next: u32,
    /// The number of entries with them, where anything has changed.
    pub(super) entries: usize,
    /// Every file that has changed; none where it is gone.
    pub(super) files: BTreeMap<Origin, Option<Known>>,
    /// What their lines say of copies.
    pub(super) signed: BTreeMap<EntryId, Signed>,
    /// Whether somebody may follow an entry that has changed again.
    pub(super) is_loose: bool,
    /// Bytes of the batches that count.
    bytes: u64,
    lines: usize,
}

/// The files of which something else is remembered than was written last.
#[derive(Debug, Default)]
pub(super) struct Touched {
    files: BTreeSet<Origin>,
    /// Whether there were more of them than changes have lines.
    too_many: bool,
}

/// The first record of a batch; its lines follow.
#[derive(Debug, Serialize, Deserialize)]
struct Batch {
    version: u32,
    /// The generation that it follows, and its own.
    from: u64,
    generation: u64,
    next: u32,
    /// Entries of the list with it.
    entries: usize,
    topics: Vec<(String, String)>,
    /// Paths of files that are gone.
    gone: Vec<Vec<u8>>,
    lines: usize,
}

impl Touched {
    /// Counts a file in.
    pub(super) fn add(&mut self, file: &Origin) {
        if self.files.len() > MOST_LINES {
            self.too_many = true;
            self.files.clear();
        }
        if !self.too_many && !self.files.contains(file) {
            self.files.insert(file.clone());
        }
    }
}

impl Changes {
    /// The changes in `folder` that follow a list of the generation `from`, up to that of `until`.
    pub(super) fn read(folder: &Path, from: u64, until: u64) -> Self {
        let mut changes = Self { generation: from, ..Self::default() };
        let Ok(file) = open_own(File::options().read(true), &path(folder)) else { return changes };
        let mut records = Records::new(BufReader::new(file));
        while let Some(batch) = records.next::<Batch>() {
            let follows = batch.version == VERSION && batch.from == changes.generation && batch.generation <= until;
            if !follows || changes.take(batch, &mut records).is_none() {
                break;
            }
        }
        changes
    }

    /// Takes the lines of a batch in, if they are whole.
    fn take(&mut self, batch: Batch, records: &mut Records<BufReader<File>>) -> Option<()> {
        let topics = named(batch.topics);
        let (mut files, mut signed) = (BTreeMap::<Origin, Option<Known>>::new(), BTreeMap::new());
        files.extend(batch.gone.iter().map(|path| (super::line::file(path), None)));
        for _ in 0..batch.lines {
            let line: Line<'_> = records.next()?;
            let known = files.entry(line.file()).or_default().get_or_insert_with(|| line.known());
            known.entries.push(line.held(&topics));
            signed.extend(line.signed().map(|signed| (signed.id, signed)));
        }
        for held in files.keys().filter_map(|file| self.files.get(file)?.as_ref()).flat_map(|known| &known.entries) {
            self.signed.remove(&held.id);
            self.is_loose |= held.fold != Fold::Alone;
        }
        self.lines += files.len() + batch.lines;
        self.files.append(&mut files);
        self.signed.append(&mut signed);
        (self.generation, self.next, self.entries, self.bytes) = (batch.generation, batch.next, batch.entries, records.bytes());
        Some(())
    }

    /// Whether the changes of `touched` fit behind these.
    pub(super) fn have_room(&self, catalogue: &Catalogue, touched: &Touched) -> bool {
        let lines = touched.files.iter().map(|origin| 1 + catalogue.files.get(origin).map_or(0, |known| known.entries.len()));
        !touched.too_many && self.lines + lines.sum::<usize>() <= MOST_LINES
    }

    /// Writes what the catalogue has of the files `touched` behind these, as the batch of its generation.
    pub(super) fn add<'s>(
        &self,
        folder: &Path,
        catalogue: &Catalogue,
        touched: &Touched,
        signature: impl Fn(EntryId) -> Option<&'s Signature>,
    ) -> io::Result<()> {
        let known = touched.files.iter().filter_map(|origin| catalogue.files.get_key_value(origin));
        let all = rows(known);
        let there: BTreeSet<&[u8]> = all.iter().map(|row| row.path).collect();
        let paths = touched.files.iter().filter_map(|origin| if let Origin::Path(path) = origin { Some(path) } else { None });
        let paths = paths.map(|path| path.as_os_str().as_encoded_bytes());
        let topics = Topics::of(&all);
        let batch = Batch {
            version: VERSION,
            from: self.generation,
            generation: catalogue.generation,
            next: catalogue.next,
            entries: catalogue.len(),
            topics: topics.names.clone(),
            gone: paths.filter(|path| !there.contains(path)).map(<[u8]>::to_vec).collect(),
            lines: all.len(),
        };
        let mut bytes = Vec::new();
        write(&mut bytes, &batch, &mut Vec::new())?;
        write_rows(&mut bytes, &all, &topics, signature)?;
        let mut file = open_own(private().create(true).truncate(false), &path(folder))?;
        if file.metadata()?.len() != self.bytes {
            file.set_len(self.bytes)?;
        }
        file.seek(SeekFrom::End(0))?;
        file.write_all(&bytes)
    }

    /// Takes the changes away that a list written whole has in it.
    pub(super) fn clear(folder: &Path) {
        // Where they stay, they follow no list that is there.
        let _ = fs::remove_file(path(folder));
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("list.changes")
}
