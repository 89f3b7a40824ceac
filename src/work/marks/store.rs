//! The file of the marks. What is changed is added behind what others have added meanwhile, under a lock; only what is new since the last
//! look is read.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use super::wire::{self, HEAD_BYTES, Head};
use crate::library::Changing;
use crate::library::marks::{Change, Marks};
use crate::text::Clean;
use crate::work::aside::free_name;
use crate::work::file::private;
use crate::work::lock::lock;
use crate::work::own::make_folder;
use crate::work::settings::state_folder;
use crate::work::whole::write_whole;
use crate::work::{FILE_BYTES, FileError, read_file};

/// A journal may have so many lines more than twice those that it needs, before it is written anew.
const SPARE: usize = 64;

/// Why marks can't be had or kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no folder to keep them in.
    #[error("there is no home folder")]
    Homeless,
    /// The file is of a newer attache: it is left alone.
    #[error("the file of marks is of a newer attache (version {0})")]
    Newer(u32),
    /// Another program doesn't give the lock back.
    #[error("another attache holds them")]
    Held,
    /// The file is no regular file, or too large.
    #[error("the file of marks: {0}; move it away to begin anew")]
    File(#[from] FileError),
    /// The disk says no.
    #[error("{0}")]
    Disk(#[from] io::Error),
}

/// What is known of the file after a look or a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it holds, or what has come to it.
    pub held: Held,
    /// How many lines could not be read and are left out.
    pub bad: usize,
    /// What the copy is called that has these lines, where there could be one.
    pub aside: Option<Clean>,
}

/// What the file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// All of it, what was changed now included.
    All(Marks),
    /// What others have added since the last look, before what was changed now.
    New(Vec<Change>),
}

/// Where the marks are kept, and how much of the file is known.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    seen: Option<Seen>,
}

/// How far a journal was read.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// The number in its head: another one is another journal.
    begun: u64,
    /// Its bytes, up to the end of the last whole line.
    end: u64,
}

impl Store {
    /// The marks kept in `folder`.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), seen: None }
    }

    /// The user's own marks; none without a home folder.
    pub fn own() -> Option<Self> {
        state_folder().map(Self::new)
    }

    /// Adds `changes` to the file, and says what else is new there; without any, only that. A file with lines that can't be read is
    /// copied, and written anew without them, as is one that has grown too long.
    ///
    /// # Errors
    /// Where it can't be read or written, or another program doesn't let it go; nothing was added then.
    pub fn change(&mut self, changes: &[Change]) -> Result<Kept, StoreError> {
        let kept = if changes.is_empty() {
            self.news()
        } else {
            make_folder(&self.folder).map_err(StoreError::from).and_then(|()| self.locked(changes))
        };
        if kept.is_err() {
            // What was read and not told is read again.
            self.seen = None;
        }
        kept
    }

    /// What is new, without the lock where the file needs no mending.
    fn news(&mut self) -> Result<Kept, StoreError> {
        let (kept, is_fit) = self.look()?;
        if is_fit {
            return Ok(kept);
        }
        let seen = self.seen.take();
        // Where it can't be mended, what was read of it is good all the same.
        Ok(self.locked(&[]).unwrap_or_else(|_| {
            self.seen = seen;
            kept
        }))
    }

    /// Mends the file where it is not fit, and adds `changes`, under the lock.
    fn locked(&mut self, changes: &[Change]) -> Result<Kept, StoreError> {
        let _lock = lock(&self.folder.join("marks.lock"))?.ok_or(StoreError::Held)?;
        let (mut kept, mut is_fit) = self.look()?;
        if !is_fit && self.seen.take().is_some() {
            (kept, is_fit) = self.look()?;
        }
        if kept.bad > 0 {
            let name = free_name(&self.folder, "marks", "");
            fs::copy(self.path(), self.folder.join(&name))?;
            kept.aside = Some(name.into());
        }
        match &mut kept.held {
            Held::All(marks) => {
                for change in changes {
                    marks.make(change);
                }
                if is_fit && self.seen.is_some() { self.add(changes)? } else { self.write(marks)? }
            }
            Held::New(_) => self.add(changes)?,
        }
        Ok(kept)
    }

    /// What has come to the file since the last look, or all of it; and whether it is as it should be.
    fn look(&mut self) -> Result<(Kept, bool), StoreError> {
        if let Some(seen) = self.seen
            && let Some(bytes) = self.behind(seen)?
        {
            let mut new = Vec::new();
            let lines = wire::lines(&bytes, |change| new.push(change));
            self.seen = Some(Seen { end: seen.end + number(lines.bytes), ..seen });
            return Ok((Kept { held: Held::New(new), bad: lines.bad, aside: None }, lines.bad == 0));
        }
        self.seen = None;
        let bytes = match read_file(&self.path(), None) {
            Err(FileError::Missing) => return Ok((Kept { held: Held::All(Marks::default()), bad: 0, aside: None }, true)),
            bytes => bytes?,
        };
        let (begun, start) = match wire::head(&bytes) {
            Head::Ours { begun, bytes } => (Some(begun), bytes),
            Head::Newer(version) => return Err(StoreError::Newer(version)),
            Head::None => (None, 0),
        };
        let mut changes = Vec::new();
        let lines = wire::lines(bytes.get(start..).unwrap_or_default(), |change| changes.push(change));
        let marks: Marks = changes.into_iter().collect();
        self.seen = begun.map(|begun| Seen { begun, end: number(start + lines.bytes) });
        let is_fit = begun.is_some() && lines.bad == 0 && lines.count <= 2 * marks.len() + SPARE;
        Ok((Kept { held: Held::All(marks), bad: lines.bad, aside: None }, is_fit))
    }

    /// The bytes of the journal behind those that were `seen`; none where it is another one by now.
    fn behind(&self, seen: Seen) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.path();
        if !fs::metadata(&path).is_ok_and(|meta| meta.is_file() && (seen.end..=FILE_BYTES).contains(&meta.len())) {
            return Ok(None);
        }
        let mut file = File::open(&path)?;
        let mut bytes = Vec::new();
        Read::by_ref(&mut file).take(number(HEAD_BYTES)).read_to_end(&mut bytes)?;
        if !matches!(wire::head(&bytes), Head::Ours { begun, .. } if begun == seen.begun) {
            return Ok(None);
        }
        bytes.clear();
        file.seek(SeekFrom::Start(seen.end))?;
        file.take(FILE_BYTES).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    /// Adds the lines of `changes` in one write, in the place of what another did not write to its end.
    fn add(&mut self, changes: &[Change]) -> Result<(), StoreError> {
        let Some(seen) = self.seen.as_mut().filter(|_| !changes.is_empty()) else { return Ok(()) };
        let bytes = wire::added(changes);
        let mut file = private().open(self.folder.join(NAME))?;
        file.set_len(seen.end)?;
        let mut write = || {
            file.seek(SeekFrom::Start(seen.end))?;
            file.write_all(&bytes)?;
            file.sync_data()
        };
        if let Err(error) = write() {
            let _ = file.set_len(seen.end);
            return Err(error.into());
        }
        seen.end += number(bytes.len());
        Ok(())
    }

    /// Puts a new journal of `marks` in the place of the one that is there.
    fn write(&mut self, marks: &Marks) -> Result<(), StoreError> {
        let begun = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        let begun = u64::try_from(begun).unwrap_or_default();
        let bytes = wire::whole(marks, begun);
        self.seen = None;
        write_whole(&self.path(), &bytes)?;
        self.seen = Some(Seen { begun, end: number(bytes.len()) });
        Ok(())
    }

    fn path(&self) -> PathBuf {
        self.folder.join(NAME)
    }
}

/// What the file is called.
const NAME: &str = "marks";

fn number(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}
