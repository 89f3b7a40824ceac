//! The library of the paths on the command line, brought up to date before anything is asked of it.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write, stderr};
use std::path::PathBuf;

use super::print::{Failure, say};
use crate::library::query::Words;
use crate::library::{Entries, Entry, EntryId, EntrySet, State};
use crate::work::library::{Learnt, Library, Sources, Stamp, look, place};
use crate::work::{Desk, Origin};

/// The library of `paths`; files that can't be read are said, and how far it is while that is watched.
pub(super) fn library(desk: &Desk, paths: &[PathBuf]) -> Result<Library, Failure> {
    let sources = Sources::new(paths);
    let folder = place(&sources);
    let (mut library, fault, files) = Library::open_and_look(sources, folder);
    if let Some(fault) = fault {
        say(&format!("attache: {fault}"));
    }
    bring_up(&mut library, desk, &files)?;
    Ok(library)
}

/// The entries of a library that have `words`; where the index is broken it is made anew first.
pub(super) fn find(library: &mut Library, desk: &Desk, words: &Words) -> Result<EntrySet, Failure> {
    loop {
        let error = match quietly(|| library.finder().and_then(|finder| finder.find(words))) {
            Ok(found) => return Ok(found),
            Err(error) => error,
        };
        let told = format!("the library can't be searched: {error}");
        let Some(why) = quietly(|| library.renew(error)) else { return Err(Failure::Said(told)) };
        say(&format!("attache: {why}"));
        let files = look(library.sources());
        bring_up(library, desk, &files)?;
    }
}

/// Reads what of `files` is new; a fault is said, and is one where there is nothing to go on with.
fn bring_up(library: &mut Library, desk: &Desk, files: &[(Origin, Stamp)]) -> Result<(), Failure> {
    let is_watched = stderr().is_terminal();
    let mut shown = false;
    let mut tell = |learnt| {
        match &learnt {
            Learnt::Progress(progress) if is_watched => {
                shown = true;
                let _ = write!(stderr().lock(), "\r{}\x1b[K", progress.words());
            }
            Learnt::Anew(_, why) => say(&format!("attache: {why}")),
            _ => {}
        }
        // What is asked here is asked of each article: none is to wait until it is known which are copies.
        !matches!(learnt, Learnt::Current)
    };
    let synced = quietly(|| library.sync(desk, files, &mut tell));
    if shown {
        let _ = write!(stderr().lock(), "\r\x1b[K");
    }
    match synced {
        Err(error) if library.catalogue().is_empty() => Err(Failure::Said(format!("the library can't be read: {error}"))),
        Err(error) => {
            say(&format!("attache: the library is as it was kept last: {error}"));
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}

/// Does `work`, which catches its own panics and says what came of them: what Rust says of one is no news for a reader.
fn quietly<T>(work: impl FnOnce() -> T) -> T {
    std::panic::set_hook(Box::new(|_| {}));
    let done = work();
    drop(std::panic::take_hook());
    done
}

/// The entries of a library that `has` says are wanted, newest first, and where each comes from; those that can't be read are said on
/// standard error.
pub(super) fn entries(library: &Library, has: impl Fn(EntryId) -> bool) -> Result<(Entries, BTreeMap<EntryId, Origin>), Failure> {
    let (mut entries, mut origins, mut is_empty) = (Entries::default(), BTreeMap::new(), true);
    let wanted = library.catalogue().entries_of(|id, state| {
        match state {
            State::Bad(reason) => say(reason),
            State::Ready(_) => is_empty = false,
            State::Waiting | State::Gone => {}
        }
        matches!(state, State::Ready(_)) && has(id)
    });
    let told = wanted.map(|(entry, origin)| {
        origins.insert(entry.id, origin);
        entry
    });
    let told: Vec<Entry> = told.collect();
    if is_empty {
        return Err(Failure::Said("there is no article to be searched".to_owned()));
    }
    entries.learn(told);
    Ok((entries, origins))
}
