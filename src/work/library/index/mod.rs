//! The index: which entries hold which terms, on disk or in memory, kept by a search engine.
//!
//! It holds terms and numbers, never an article's words or what was found in it: those are read from the article itself when they are
//! shown. Each commit carries the generation of the list that belongs to it.

mod draft;
mod earliest;
mod error;
mod find;
mod schema;
mod tokens;

use std::num::NonZero;
use std::path::Path;
use std::thread::available_parallelism;

use tantivy::indexer::NoMergePolicy;
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Term};

use crate::library::query::Words;
use crate::library::{EntryId, EntrySet, Rank};
use crate::work::Origin;
use draft::key;
pub(super) use draft::{Draft, Drafter};
pub use error::IndexError;
pub(super) use error::guarded;
use schema::Fields;

/// The memory in which the engine gathers terms before it writes a segment, in bytes. More would make fewer segments, and would be most of
/// what attache needs while it reads a library.
const GATHERED_BYTES: usize = 60_000_000;

/// More threads would wait for the longest segment.
const MOST_SEARCHERS: usize = 8;

/// So many segments are searched one by one; more are made into one.
const SEGMENTS: usize = 20;

/// The file in an index's folder that is locked by who writes to it: the engine's own.
pub(super) const WRITER_LOCK: &str = ".tantivy-writer.lock";

/// An index that can be written to and searched.
#[derive(Clone, Debug)]
pub struct Index {
    engine: tantivy::Index,
    fields: Fields,
}

/// The one that writes to an index: no other process can meanwhile.
pub struct Writer {
    engine: IndexWriter,
    fields: Fields,
}

/// The one that searches it, as it was at some commit.
#[derive(Clone)]
pub struct Finder {
    reader: IndexReader,
    fields: Fields,
}

impl Index {
    /// The index in `folder`, which is made where there is none.
    ///
    /// # Errors
    /// Where the folder can't be written, or what lies there is no whole index of this version.
    pub fn on_disk(folder: &Path) -> Result<Self, IndexError> {
        let (schema, fields) = schema::schema();
        let folder = tantivy::directory::MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
        // It keeps no document, so it needs no thread to pack them.
        let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
        Ok(Self::ready(tantivy::Index::builder().schema(schema).settings(settings).open_or_create(folder)?, fields))
    }

    /// Takes an index out of `folder` that another version of attache has made: it is no fault that it has other fields.
    ///
    /// # Errors
    /// Where the folder can't be read or written.
    pub fn renew_other(folder: &Path) -> std::io::Result<()> {
        let of_another = |index: tantivy::Index| index.schema() != schema::schema().0;
        if tantivy::Index::open_in_dir(folder).is_ok_and(of_another) {
            std::fs::remove_dir_all(folder)?;
            std::fs::create_dir(folder)?;
        }
        Ok(())
    }

    /// An empty index that nobody else sees and nothing outlives.
    pub fn in_memory() -> Self {
        let (schema, fields) = schema::schema();
        Self::ready(tantivy::Index::create_in_ram(schema), fields)
    }

    fn ready(engine: tantivy::Index, fields: Fields) -> Self {
        engine.tokenizers().register(tokens::NAME, tokens::Terms::default());
        Self { engine, fields }
    }

    /// The generation that its last commit carries; 0 before the first.
    ///
    /// # Errors
    /// Where the index can't be read.
    pub fn generation(&self) -> Result<u64, IndexError> {
        Ok(self.engine.load_metas()?.payload.and_then(|payload| payload.parse().ok()).unwrap_or_default())
    }

    /// Whether a file of it is not as it was written. All of it is read.
    pub(super) fn is_damaged(&self) -> bool {
        let damaged = guarded(|| {
            let damaged = self.engine.validate_checksum()?;
            // What no sum is kept of is at least looked at.
            let _: IndexReader = self.engine.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
            Ok::<_, IndexError>(!damaged.is_empty())
        });
        damaged.unwrap_or_else(|error| error.is_damage())
    }

    /// The one that writes to it. What a commit that did not come to its end has left behind is swept away first: the next one would give a
    /// file the same name, and the engine writes over none.
    ///
    /// # Errors
    /// Where another process writes to it already, or it can't be written.
    pub fn writer(&self) -> Result<Writer, IndexError> {
        let engine = self.engine.writer_with_num_threads(1, GATHERED_BYTES)?;
        engine.set_merge_policy(Box::new(NoMergePolicy));
        engine.garbage_collect_files().wait()?;
        Ok(Writer { engine, fields: self.fields })
    }

    /// The one that searches it, its segments on all cores.
    ///
    /// # Errors
    /// Where the index can't be read.
    pub fn finder(&self) -> Result<Finder, IndexError> {
        let mut engine = self.engine.clone();
        let cores = available_parallelism().map_or(1, NonZero::get).min(MOST_SEARCHERS);
        guarded(|| {
            if cores > 1 {
                // Where the system gives no threads, the one that asks searches all segments.
                let _ = engine.set_multithread_executor(cores);
            }
            let reader = engine.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
            Ok(Finder { reader, fields: self.fields })
        })
    }
}

impl Writer {
    /// What makes drafts of articles for it, on any thread.
    pub(super) fn drafter(&self) -> Drafter {
        Drafter::new(self.fields)
    }

    /// Puts an article into the index, as `id`.
    ///
    /// # Errors
    /// Where the engine can't write, for want of room for example.
    pub(super) fn put(&self, id: EntryId, draft: Draft) -> Result<(), IndexError> {
        self.engine.add_document(draft.numbered(id, self.fields))?;
        Ok(())
    }

    /// Forgets all articles of this file that were put before.
    pub fn forget(&self, file: &Origin) {
        self.engine.delete_term(Term::from_field_u64(self.fields.file, key(file)));
    }

    /// Forgets everything.
    ///
    /// # Errors
    /// Where the engine can't write.
    pub fn clear(&self) -> Result<(), IndexError> {
        self.engine.delete_all_documents()?;
        Ok(())
    }

    /// Writes what was put and forgotten, whole or not at all, as this generation.
    ///
    /// # Errors
    /// Where the engine can't write.
    pub fn commit(&mut self, generation: u64) -> Result<(), IndexError> {
        let mut prepared = self.engine.prepare_commit()?;
        prepared.set_payload(&generation.to_string());
        prepared.commit()?;
        Ok(())
    }

    /// Makes one segment of all where there are many, so that a search asks few; what is not used any more leaves the disk.
    ///
    /// # Errors
    /// Where the engine can't write.
    pub fn tidy(&mut self, index: &Index) -> Result<(), IndexError> {
        let segments = index.engine.searchable_segment_ids()?;
        if segments.len() > SEGMENTS {
            self.engine.merge(&segments).wait()?;
        }
        self.engine.garbage_collect_files().wait()?;
        Ok(())
    }
}

impl Finder {
    /// The entries that hold `words`; those that hold none of what is excluded, where nothing else is asked for.
    ///
    /// # Errors
    /// Where the index can't be read, or the engine fails on what it reads.
    pub fn find(&self, words: &Words) -> Result<EntrySet, IndexError> {
        guarded(|| Ok(find::find(words, self.fields, &self.reader.searcher())?))
    }

    /// The earliest article that holds `words`, if that is earlier than `own`.
    ///
    /// # Errors
    /// Where the index can't be read.
    pub fn earlier(&self, words: &Words, own: Rank) -> Result<Option<EntryId>, IndexError> {
        guarded(|| Ok(earliest::earlier(words, own, self.fields, &self.reader.searcher())?))
    }

    /// Sees what was committed since.
    ///
    /// # Errors
    /// Where the index can't be read.
    pub fn renew(&self) -> Result<(), IndexError> {
        guarded(|| Ok(self.reader.reload()?))
    }
}
