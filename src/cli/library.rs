//! The library of the paths on the command line, brought up to date before anything is asked of it.

use std::io::{IsTerminal, Write, stderr};
use std::path::PathBuf;

use super::print::{Failure, say};
use crate::library::{Entries, Entry, State};
use crate::work::Desk;
use crate::work::library::{Learnt, Library, Sources, place};

/// The library of `paths`; files that can't be read are said, and how far it is while that is watched.
pub(super) fn library(desk: &Desk, paths: &[PathBuf]) -> Library {
    let sources = Sources::new(paths);
    let folder = place(&sources);
    let (mut library, fault, files) = Library::open_and_look(sources, folder);
    if let Some(fault) = fault {
        say(&format!("attache: {fault}"));
    }
    let is_watched = stderr().is_terminal();
    let mut shown = false;
    let synced = library.sync(desk, &files, &mut |learnt| {
        if let Learnt::Progress(progress) = learnt
            && is_watched
        {
            shown = true;
            let _ = write!(stderr().lock(), "\r{}\x1b[K", progress.words());
        }
        true
    });
    if shown {
        let _ = write!(stderr().lock(), "\r\x1b[K");
    }
    if let Err(error) = synced {
        say(&format!("attache: the library is as it was kept last: {error}"));
    }
    library
}

/// All entries of a library, newest first; those that can't be read are said on standard error.
pub(super) fn entries(library: &Library) -> Result<Entries, Failure> {
    let mut entries = Entries::default();
    let (read, unread): (Vec<Entry>, Vec<Entry>) =
        library.catalogue().entries().partition(|entry| matches!(entry.state, State::Ready(_)));
    for entry in unread {
        if let State::Bad(reason) = entry.state {
            say(&reason);
        }
    }
    entries.learn(read);
    if entries.is_empty() {
        return Err(Failure::Said("there is no article to be searched".to_owned()));
    }
    Ok(entries)
}
