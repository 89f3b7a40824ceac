//! A library of a few articles in a folder, and what is looked for in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use attache::library::query::Query;
use attache::library::{Entries, Entry, State, searched};
use attache::text::Clean;
use attache::work::library::{Learnt, Library, ListError, Sources, Stamp, look};
use attache::work::{Desk, Origin};
use tempfile::{TempDir, tempdir};

/// A folder of articles and a place where its library is kept.
pub struct Archive {
    pub articles: TempDir,
    pub cache: TempDir,
    pub desk: Desk,
}

/// Brings `library` up to date. A program that another test has just begun is for a moment a copy of this one, and holds the lock of whatever
/// index was open: that is waited for.
pub fn patiently(
    library: &mut Library,
    desk: &Desk,
    files: &[(Origin, Stamp)],
    tell: &mut dyn FnMut(Learnt) -> bool,
) -> Result<(), ListError> {
    loop {
        match library.sync(desk, files, tell) {
            Err(ListError::Index(error)) if error.is_locked() => library.others().unwrap()().unwrap(),
            synced => return synced,
        }
    }
}

impl Archive {
    pub fn new() -> Self {
        Self { articles: tempdir().unwrap(), cache: tempdir().unwrap(), desk: Desk::default() }
    }

    pub fn of(files: &[(&str, &str)]) -> Self {
        let archive = Self::new();
        for (name, text) in files {
            archive.write(name, text);
        }
        archive
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.articles.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    pub fn sources(&self) -> Sources {
        Sources::new(&[self.articles.path().to_owned()])
    }

    pub fn kept(&self) -> PathBuf {
        self.cache.path().join("kept")
    }

    /// The library as a new start finds it, with what went wrong.
    pub fn open(&self) -> (Library, Option<String>) {
        Library::open(self.sources(), Some(self.kept()))
    }

    /// Brings `library` up to date; the names of the files that were read or are gone, in order.
    pub fn sync(&self, library: &mut Library) -> Vec<String> {
        self.sync_until(library, |_| false)
    }

    /// The same, until it learns what `enough` says is enough.
    pub fn sync_until(&self, library: &mut Library, enough: impl Fn(&Learnt) -> bool) -> Vec<String> {
        let mut names = Vec::new();
        let files = look(library.sources());
        let synced = patiently(library, &self.desk, &files, &mut |learnt| {
            let goes_on = !enough(&learnt);
            if let Learnt::Entries(news) = learnt {
                names.extend(news.iter().map(|(entry, origin)| {
                    let gone = if entry.state == State::Gone { "-" } else { "" };
                    format!("{gone}{}", self.short(&origin.name()))
                }));
            }
            goes_on
        });
        synced.unwrap();
        names.sort();
        names
    }

    /// A new start, brought up to date.
    pub fn current(&self) -> Library {
        let (mut library, fault) = self.open();
        assert_eq!(fault, None);
        self.sync(&mut library);
        library
    }

    pub fn short(&self, name: &str) -> String {
        name.strip_prefix(&*format!("{}/", self.articles.path().to_string_lossy())).unwrap_or(name).to_owned()
    }

    /// The files that the index finds, by name.
    pub fn found(&self, library: &Library, line: &str) -> Vec<String> {
        let (query, faults) = Query::parse(&Clean::from(line));
        assert_eq!(faults, []);
        let found = library.finder().unwrap().find(&query.words).unwrap();
        let names: BTreeMap<_, _> = library.catalogue().origins().map(|(id, origin, _)| (id, origin.name())).collect();
        let mut names: Vec<String> = found.iter().map(|id| self.short(&names[&id])).collect();
        names.sort();
        names
    }

    /// The files that a plain look at every article finds, by name.
    pub fn plainly_found(&self, line: &str) -> Vec<String> {
        let query = Query::parse(&Clean::from(line)).0;
        let mut names = Vec::new();
        for (origin, _) in look(&self.sources()) {
            let _ = self.desk.each(&origin, |own, _, opened| {
                let texts: Vec<&str> = searched(&opened.briefing).collect();
                names.extend(query.words.holds(&texts).then(|| self.short(&own.name())));
                true
            });
        }
        names.sort();
        names
    }
}

/// An article of this headline and text.
pub fn article(headline: &str, text: &str) -> String {
    format!("{headline}\n\n14 March 2026\n\n{text}\n")
}

pub const FERRY: (&str, &str) = (
    "2026/ferry.txt",
    "Ferry Deal Signed in Halmar\n\n14 March 2026\n\nThe two ports signed a ferry deal on Monday. While Ostrel welcomed it, Varn did not.\n",
);
pub const TARIFF: (&str, &str) = (
    "tariff.txt",
    "Tariffs Rise Again\n\n2 April 2026\n\nThe ministers agreed to raise tariffs on steel, though exporters had warned them.\n",
);

pub fn names(library: &Library) -> Vec<String> {
    let mut entries = Entries::default();
    entries.learn(library.catalogue().entries().collect());
    let name = |entry: &Entry| match &entry.state {
        State::Ready(card) => card.headline.to_string(),
        State::Bad(reason) => format!("! {}", reason.rsplit(": ").next().unwrap_or_default()),
        _ => entry.name.to_string(),
    };
    entries.listed().iter().map(name).collect()
}

/// Every file below `folder`.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() { all.extend(files(&entry.path())) } else { all.push(entry.path()) }
    }
    all.sort();
    all
}
