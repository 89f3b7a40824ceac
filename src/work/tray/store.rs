//! The file of the tray. Every change is made, under a lock, to what the file holds now, so that two programs never lose each other's
//! lines.

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;

use super::wire::{from_bytes, to_bytes};
use crate::library::tray::{Change, Tray};
use crate::text::Clean;
use crate::work::aside::free_name;
use crate::work::lock::lock;
use crate::work::own::make_folder;
use crate::work::settings::state_folder;
use crate::work::whole::write_whole;
use crate::work::{FileError, read_file};

/// Why the tray can't be had or changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no folder to keep it in.
    #[error("there is no home folder")]
    Homeless,
    /// The file is none of attache's.
    #[error("tray.json can't be read: {0}")]
    Corrupt(Clean),
    /// The file is of a newer attache: it is left alone.
    #[error("tray.json is of a newer attache (version {0})")]
    Newer(u32),
    /// Another program doesn't give the lock back.
    #[error("another attache holds the tray")]
    Held,
    /// The file is no regular file, or too large.
    #[error("tray.json: {0}; move it away to begin anew")]
    File(#[from] FileError),
    /// The disk says no.
    #[error("{0}")]
    Disk(#[from] io::Error),
}

/// What the file holds, after a change of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The tray.
    pub tray: Tray,
    /// How many lines it has no room for.
    pub refused: usize,
    /// What the file of before is called now, where it could not be read and was set aside.
    pub aside: Option<Clean>,
}

/// Where the tray is kept.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The tray kept in `folder`.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The user's own tray.
    ///
    /// # Errors
    /// Where there is no home folder.
    pub fn own() -> Result<Self, StoreError> {
        state_folder().map(Self::new).ok_or(StoreError::Homeless)
    }

    /// What the file holds; an empty tray where there is none. Changes nothing.
    ///
    /// # Errors
    /// Where it can't be read.
    pub fn look(&self) -> Result<Tray, StoreError> {
        match read_file(&self.path(), None) {
            Ok(bytes) => from_bytes(&bytes),
            Err(FileError::Missing) => Ok(Tray::default()),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes `changes` to what the file holds now, and writes it; without any, the file is looked at alone. A file that can't be read
    /// is set aside and begun anew.
    ///
    /// # Errors
    /// Where it can't be read or written, or another program doesn't let it go; the file is then as it was.
    pub fn change(&self, changes: &[Change]) -> Result<Kept, StoreError> {
        if changes.is_empty()
            && let Ok(tray) = self.look()
        {
            return Ok(Kept { tray, ..Kept::default() });
        }
        make_folder(&self.folder)?;
        let _lock = self.lock()?;
        let mut kept = Kept::default();
        kept.tray = match self.look() {
            Ok(tray) => tray,
            Err(StoreError::Corrupt(_)) => {
                kept.aside = Some(self.set_aside()?);
                Tray::default()
            }
            Err(error) => return Err(error),
        };
        let before = kept.tray.clone();
        kept.refused = changes.iter().map(|change| kept.tray.apply(change).refused).sum();
        if kept.tray != before {
            write_whole(&self.path(), &to_bytes(&kept.tray)?)?;
        }
        Ok(kept)
    }

    /// Empties the tray, and keeps what it held beside it; where, and how many lines.
    ///
    /// # Errors
    /// As in [`Store::change`], but that a file which can't be read stays as it is.
    pub fn clear(&self) -> Result<(PathBuf, usize), StoreError> {
        let beside = self.folder.join("tray.before-clear.json");
        make_folder(&self.folder)?;
        let _lock = self.lock()?;
        let tray = self.look()?;
        if !tray.is_empty() {
            write_whole(&beside, &to_bytes(&tray)?)?;
            write_whole(&self.path(), &to_bytes(&Tray::default())?)?;
        }
        Ok((beside, tray.lines().len()))
    }

    fn path(&self) -> PathBuf {
        self.folder.join("tray.json")
    }

    fn lock(&self) -> Result<File, StoreError> {
        lock(&self.folder.join("tray.lock"))?.ok_or(StoreError::Held)
    }

    /// Gives the file the first name that is free beside its own; that name.
    fn set_aside(&self) -> io::Result<Clean> {
        let name = free_name(&self.folder, "tray", ".json");
        fs::rename(self.path(), self.folder.join(&name))?;
        Ok(name.into())
    }
}
