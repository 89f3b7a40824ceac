//! The list on disk: all entries in the order in which they are listed, newest first, so that the first screen is at its beginning.
//!
//! A file of records, written whole beside the one of before and renamed when the index of its generation is on the disk. Whatever is
//! wrong with it, it is only a memory: it is begun anew.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Sources;
use super::catalogue::{Catalogue, Held, Known};
use super::index::{self, Index, IndexError};
use super::line::{Line, Parts};
use super::records::{Records, write};
use crate::library::alike::{Groups, Signature};
use crate::library::{Entry, EntryId, State, TopicName};
use crate::model::Date;
use crate::text::Clean;
use crate::work::Origin;
use crate::work::file::private;

/// The form that this attache writes; any other is begun anew.
const VERSION: u32 = 2;

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

/// The first record.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Header {
    generation: u64,
    next: u32,
    entries: usize,
    sources: Vec<String>,
    /// Id and label of every topic; the lines name it by its place here.
    topics: Vec<(String, String)>,
}

impl Header {
    /// The header of the list of `sources` that is read from `records`, with its topics; none where that is another's, or of another form.
    fn read<R: Read>(records: &mut Records<R>, sources: &[String]) -> Option<(Self, Vec<Arc<TopicName>>)> {
        if records.next::<u32>()? != VERSION {
            return None;
        }
        let mut header: Self = records.next().filter(|header: &Self| header.sources == sources)?;
        let name = |(id, label): (String, String)| Arc::new(TopicName { id: Clean::from(id), label: Clean::from(label) });
        let topics = std::mem::take(&mut header.topics).into_iter().map(name).collect();
        Some((header, topics))
    }
}

impl Head {
    /// The beginning of the list that is kept in `folder` for `sources`; none where there is none.
    pub fn read(folder: &Path, sources: &Sources) -> Option<Self> {
        let mut bytes = Vec::new();
        File::open(folder.join("list")).ok()?.take(HEAD_BYTES).read_to_end(&mut bytes).ok()?;
        let mut records = Records::new(&*bytes);
        let (header, topics) = Header::read(&mut records, &names(sources))?;
        let mut entries = Vec::new();
        while let Some(line) = records.next::<Line<'_>>() {
            let file = line.file();
            let origin = line.at.map_or(file.clone(), |at| Origin::Within(Box::new(file), at));
            let entry = Entry { id: EntryId(line.id), name: origin.name(), state: line.state(&topics), fold: line.fold() };
            entries.push((entry, origin));
        }
        Some(Self { entries, total: header.entries })
    }
}

impl List {
    /// The list and the index in `folder`, with what was wrong with those of before.
    pub(super) fn open(folder: PathBuf, sources: &Sources) -> Result<(Self, Catalogue, Index, Option<String>), ListError> {
        make(&folder)?;
        let list = Self { sources: names(sources), folder };
        Index::renew_other(&list.index_folder())?;
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
    pub(super) fn read_fitting(&self, index: &Index) -> Catalogue {
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
        let mut records = self.records(name)?;
        let (header, topics) = Header::read(&mut records, &self.sources)?;
        let mut kept = Vec::new();
        for _ in 0..header.entries {
            let line: Line<'_> = records.next()?;
            let (id, at) = (EntryId(line.id), line.at.unwrap_or_default());
            let held = Held { at, id, state: line.state(&topics), fold: line.fold() };
            kept.push((line.file(), Known { stamp: line.stamp(), rules: line.rules, entries: vec![held] }));
        }
        let files = records.is_at_end().then(|| Catalogue::files(kept))?;
        Some(Catalogue { generation: header.generation, next: header.next, files })
    }

    /// Which of its entries tell one story, as it is kept.
    pub(super) fn groups(&self) -> Groups {
        let Some(mut records) = self.records("list") else { return Groups::default() };
        let Some((header, _)) = Header::read(&mut records, &self.sources) else { return Groups::default() };
        let lines = (0..header.entries).map_while(|_| Some(records.next::<Line<'_>>()?.signed()));
        Groups::restored(lines.flatten())
    }

    fn records(&self, name: &str) -> Option<Records<BufReader<File>>> {
        Some(Records::new(BufReader::with_capacity(1 << 16, File::open(self.folder.join(name)).ok()?)))
    }

    /// Writes the list of `catalogue` beside the one of before.
    pub(super) fn prepare(&self, catalogue: &Catalogue, groups: &Groups) -> io::Result<()> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (origin, known) in &catalogue.files {
            let Origin::Path(path) = origin else { continue };
            let path = path.as_os_str().as_encoded_bytes();
            let held = known.entries.iter().filter(|held| matches!(held.state, State::Ready(_) | State::Bad(_)));
            rows.extend(held.map(|held| Row { path, known, held }));
        }
        // A card lies anywhere in memory: each is looked at once, not at every comparison.
        rows.sort_by_cached_key(|row| order(row.held));
        let mut topics = Topics::default();
        for row in &rows {
            topics.take(&row.held.state);
        }
        let header = Header {
            generation: catalogue.generation,
            next: catalogue.next,
            entries: rows.len(),
            sources: self.sources.clone(),
            topics: topics.names,
        };
        let (mut out, mut buffer) = (self.next_list()?, Vec::new());
        write(&mut out, &VERSION, &mut buffer)?;
        write(&mut out, &header, &mut buffer)?;
        for Row { path, known, held } in &rows {
            let parts = Parts {
                id: held.id,
                path,
                at: (known.entries.len() > 1).then_some(held.at),
                stamp: known.stamp,
                rules: known.rules,
                state: &held.state,
                fold: held.fold,
                signature: groups.signature(held.id).map(Signature::to_bytes),
            };
            let place = |topic: &TopicName| topics.places.get(topic).copied().unwrap_or(u32::MAX);
            write(&mut out, &Line::of(&parts, place), &mut buffer)?;
        }
        out.flush()
    }

    fn next_list(&self) -> io::Result<BufWriter<File>> {
        let file = private().create(true).truncate(true).open(self.folder.join("list.next"))?;
        Ok(BufWriter::with_capacity(1 << 18, file))
    }

    /// Puts the list that was prepared in place of the one of before.
    pub(super) fn settle(&self) -> io::Result<()> {
        fs::rename(self.folder.join("list.next"), self.folder.join("list"))
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
        let _ = fs::remove_dir_all(&aside);
        fs::rename(&self.folder, &aside)?;
        make(&self.folder)
    }
}

/// One line to be written.
struct Row<'a> {
    path: &'a [u8],
    known: &'a Known,
    held: &'a Held,
}

/// The topics of a list, each once.
#[derive(Default)]
struct Topics<'a> {
    names: Vec<(String, String)>,
    places: BTreeMap<&'a TopicName, u32>,
}

impl<'a> Topics<'a> {
    fn take(&mut self, state: &'a State) {
        let State::Ready(card) = state else { return };
        for topic in card.topics.iter().map(|count| &*count.topic) {
            if !self.places.contains_key(topic) {
                self.places.insert(topic, u32::try_from(self.names.len()).unwrap_or(u32::MAX));
                self.names.push((topic.id.to_string(), topic.label.to_string()));
            }
        }
    }
}

/// The key by which the list is ordered: newest first, what can't be read last.
fn order(held: &Held) -> (bool, Reverse<Option<Date>>, EntryId) {
    match &held.state {
        State::Ready(card) => (false, Reverse(card.date), held.id),
        _ => (true, Reverse(None), held.id),
    }
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
