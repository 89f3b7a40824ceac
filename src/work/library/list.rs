//! The list on disk: all entries in the order in which they are listed, newest first, so that the first screen is at its beginning.
//!
//! A file of JSON lines, written whole beside the one of before and renamed when the index of its generation is on the disk. Whatever is
//! wrong with it, it is only a memory: it is begun anew.

use std::cmp::Reverse;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Sources;
use super::catalogue::{Catalogue, Held, Known};
use super::index::{Index, IndexError};
use super::line::Line;
use crate::library::{Entry, EntryId, Names, State};
use crate::model::Date;
use crate::work::Origin;
use crate::work::file::private;

/// The form that this attache writes; any other is begun anew.
const VERSION: u32 = 1;

/// So many bytes hold more entries than any screen has rows.
const HEAD_BYTES: u64 = 64 * 1024;

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

/// Where a list and its index are kept.
#[derive(Debug)]
pub(super) struct List {
    folder: PathBuf,
    sources: Vec<String>,
}

/// The beginning of a list.
#[derive(Debug, Default)]
pub struct Head {
    /// Its first entries.
    pub entries: Vec<(Entry, Origin)>,
    /// How many there are in all.
    pub total: usize,
}

/// The first line.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Header {
    version: u32,
    generation: u64,
    next: u32,
    entries: usize,
    sources: Vec<String>,
}

/// The last line: without it, the list is not whole.
#[derive(Debug, Serialize, Deserialize)]
struct End {
    end: usize,
}

impl Head {
    /// The beginning of the list that is kept in `folder` for `sources`; none where there is none.
    pub fn read(folder: &Path, sources: &Sources) -> Option<Self> {
        let file = File::open(folder.join("list")).ok()?;
        let mut bytes = Vec::new();
        file.take(HEAD_BYTES).read_to_end(&mut bytes).ok()?;
        let whole = bytes.get(..bytes.iter().rposition(|byte| *byte == b'\n')?)?;
        let mut lines = whole.split(|byte| *byte == b'\n');
        let header: Header = serde_json::from_slice(lines.next()?).ok()?;
        if header.version != VERSION || header.sources != names(sources) {
            return None;
        }
        let mut entries = Vec::new();
        let mut shared = Names::default();
        for line in lines.map_while(|line| serde_json::from_slice::<Line<'_>>(line).ok()) {
            let file = Origin::Path(PathBuf::from(&*line.path));
            let origin = line.at.map_or(file.clone(), |at| Origin::Within(Box::new(file), at));
            entries.push((Entry { id: EntryId(line.id), name: origin.name(), state: line.state(&mut shared) }, origin));
        }
        Some(Self { entries, total: header.entries })
    }
}

impl List {
    /// The list and the index in `folder`, with what was wrong with those of before.
    pub(super) fn open(folder: PathBuf, sources: &Sources) -> Result<(Self, Catalogue, Index, Option<String>), ListError> {
        make(&folder)?;
        let list = Self { sources: names(sources), folder };
        match Index::on_disk(&list.index_folder()) {
            Ok(index) => {
                let catalogue = list.read_fitting(&index);
                Ok((list, catalogue, index, None))
            }
            Err(error) => {
                list.set_aside()?;
                let index = Index::on_disk(&list.index_folder())?;
                Ok((list, Catalogue::default(), index, Some(format!("the index was broken, and is made anew: {error}"))))
            }
        }
    }

    /// The catalogue that belongs to the last commit of `index`, if there is one; else the one that was kept last.
    fn read_fitting(&self, index: &Index) -> Catalogue {
        let generation = index.generation().unwrap_or_default();
        let kept = self.read("list");
        if kept.as_ref().is_some_and(|kept| kept.generation == generation) {
            return kept.unwrap_or_default();
        }
        // The last attache ended between the index's commit and the list's new name.
        match self.read("list.next").filter(|next| next.generation == generation) {
            Some(next) => {
                let _ = fs::rename(self.folder.join("list.next"), self.folder.join("list"));
                next
            }
            None => kept.unwrap_or_default(),
        }
    }

    fn read(&self, name: &str) -> Option<Catalogue> {
        let mut reader = BufReader::with_capacity(1 << 16, File::open(self.folder.join(name)).ok()?);
        let mut text = String::new();
        reader.read_line(&mut text).ok()?;
        let header: Header = serde_json::from_str(&text).ok()?;
        if header.version != VERSION || header.sources != self.sources {
            return None;
        }
        let mut catalogue = Catalogue { generation: header.generation, next: header.next, ..Catalogue::default() };
        let mut shared = Names::default();
        let mut count = 0;
        loop {
            text.clear();
            if reader.read_line(&mut text).ok()? == 0 {
                return None;
            }
            if let Ok(End { end }) = serde_json::from_str(&text) {
                return (end == count && count == header.entries).then(|| catalogue.settled());
            }
            let line: Line<'_> = serde_json::from_str(&text).ok()?;
            let state = line.state(&mut shared);
            catalogue.remember(&line, state);
            count += 1;
        }
    }

    /// Writes the list of `catalogue` beside the one of before.
    pub(super) fn prepare(&self, catalogue: &Catalogue) -> io::Result<()> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (origin, known) in &catalogue.files {
            // A name that is no Unicode can't be written; its file is read anew at the next start.
            let Origin::Path(path) = origin else { continue };
            let Some(path) = path.to_str() else { continue };
            let held = known.entries.iter().filter(|held| matches!(held.state, State::Ready(_) | State::Bad(_)));
            rows.extend(held.map(|held| Row { path, known, held }));
        }
        rows.sort_by_key(|row| order(row.held));
        let file = private().create(true).truncate(true).open(self.folder.join("list.next"))?;
        let mut out = BufWriter::with_capacity(1 << 18, file);
        let header = Header {
            version: VERSION,
            generation: catalogue.generation,
            next: catalogue.next,
            entries: rows.len(),
            sources: self.sources.clone(),
        };
        write_line(&mut out, &header)?;
        for Row { path, known, held } in &rows {
            let at = (known.entries.len() > 1).then_some(held.at);
            write_line(&mut out, &Line::of(held.id, (path, at), known.stamp, known.rules, &held.state))?;
        }
        write_line(&mut out, &End { end: rows.len() })?;
        out.flush()
    }

    /// Puts the list that was prepared in place of the one of before.
    pub(super) fn settle(&self) -> io::Result<()> {
        fs::rename(self.folder.join("list.next"), self.folder.join("list"))
    }

    fn index_folder(&self) -> PathBuf {
        self.folder.join("index")
    }

    /// Puts what is in the folder aside, in place of what was put there before.
    fn set_aside(&self) -> io::Result<()> {
        let aside = self.folder.with_extension("broken");
        let _ = fs::remove_dir_all(&aside);
        fs::rename(&self.folder, &aside)?;
        make(&self.folder)
    }
}

/// One line to be written.
struct Row<'a> {
    path: &'a str,
    known: &'a Known,
    held: &'a Held,
}

/// The key by which the list is ordered: newest first, what can't be read last.
fn order(held: &Held) -> (bool, Reverse<Option<Date>>, EntryId) {
    match &held.state {
        State::Ready(card) => (false, Reverse(card.date), held.id),
        _ => (true, Reverse(None), held.id),
    }
}

fn write_line(out: &mut impl Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

/// What `sources` are called, so that a list is never taken for another's.
fn names(sources: &Sources) -> Vec<String> {
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
