//! The rule files of a run: what is laid over what, and which kind of rules a file holds.

use std::cell::RefCell;
use std::path::Path;

use super::file::{FileError, read_file};
use crate::derive::Rules;
use crate::form::{Complaint, Source, document};
use crate::read::CruftRules;
use crate::text::Clean;
use crate::text::decode::decode;

/// A longer file is none of rules, keys or settings: the longest that is shipped has 40 KiB, and these are read before anything is shown.
const BYTES: u64 = 896 * 1024;

/// Names in such a file, by the signs that stand behind one: each may be a table of its own, for which a kibibyte is taken. A taxonomy of
/// ten thousand topics has fewer.
const NAMES: usize = 32_000;

/// Values and lines of such a file, by the signs that part them. The shipped ones have fewer by far in as many bytes.
const VALUES: usize = 100_000;

/// Whether `bytes` are within these bounds.
fn has_room(bytes: &[u8]) -> bool {
    let count = |signs: &[u8]| bytes.iter().filter(|byte| signs.contains(byte)).count();
    u64::try_from(bytes.len()).is_ok_and(|length| length <= BYTES) && count(b"=.") <= NAMES && count(b",[{\n") <= VALUES
}

/// That they are not, and what to do.
fn too_much() -> Clean {
    let kib = BYTES / 1024;
    format!("it has more than {kib} KiB, {NAMES} names, or {VALUES} values and lines: take out what is not needed").into()
}

/// A rule file as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleFile {
    /// Its path, as shown.
    pub name: Clean,
    /// Its characters.
    pub text: String,
}

impl RuleFile {
    /// The file at `path`.
    ///
    /// # Errors
    /// Says why it was not read.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let bytes = read_file(path, Some(BYTES + 1))?;
        if !has_room(&bytes) {
            return Err(FileError::TooMuch(too_much()));
        }
        Ok(Self { name: Clean::from(path.display().to_string()).into_line(), text: decode(&bytes).text.into_owned() })
    }

    /// The file as rules are read from it.
    pub fn source(&self) -> Source<'_> {
        Source { name: self.name.clone(), text: &self.text }
    }
}

/// The files of one kind, from the ground up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    /// In place of what attache ships.
    pub ground: Option<RuleFile>,
    /// Laid over it, in this order.
    pub over: Vec<RuleFile>,
}

impl Layers {
    /// The layers, `shipped` the lowest where no file takes its place.
    fn sources<'a>(&'a self, shipped: Source<'a>) -> Vec<Source<'a>> {
        let ground = self.ground.as_ref().map_or(shipped, RuleFile::source);
        std::iter::once(ground).chain(self.over.iter().map(RuleFile::source)).collect()
    }

    fn files(&self) -> impl Iterator<Item = &RuleFile> {
        self.ground.iter().chain(&self.over)
    }
}

/// A user's rule files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleFiles {
    /// Taxonomies.
    pub topics: Layers,
    /// Cues.
    pub cues: Layers,
    /// Cruft rules.
    pub cruft: Layers,
}

impl RuleFiles {
    /// The rules of derivation; what is wrong with the files is added to `complaints`.
    pub fn rules(&self, complaints: &RefCell<Vec<Complaint>>) -> Rules {
        let topics = self.topics.sources(Rules::shipped_topics());
        Rules::new(&topics, &self.cues.sources(Rules::shipped_cues()), complaints)
    }

    /// The cruft rules; what is wrong with the files is added to `complaints`.
    pub fn cruft(&self, complaints: &RefCell<Vec<Complaint>>) -> CruftRules {
        CruftRules::new(&self.cruft.sources(CruftRules::shipped_source()), complaints)
    }

    /// The same files with `file` laid over those of its kind, in place of itself where it is among them already.
    #[must_use]
    pub fn with(&self, file: RuleFile, kind: RuleKind) -> Self {
        let mut files = self.without(&file.name);
        match kind {
            RuleKind::Taxonomy => files.topics.over.push(file),
            RuleKind::Cues => files.cues.over.push(file),
        }
        files
    }

    /// The same files without the one of this name.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let mut files = self.clone();
        for layers in [&mut files.topics, &mut files.cues, &mut files.cruft] {
            layers.over.retain(|file| *file.name != *name);
        }
        files
    }

    /// The names of the files that are not the same in `other`, without their folders.
    pub fn changed(&self, other: &Self) -> Vec<String> {
        let (own, others): (Vec<&RuleFile>, Vec<&RuleFile>) = (self.files().collect(), other.files().collect());
        let gone = own.iter().filter(|file| !others.contains(file));
        let new = others.iter().filter(|file| !own.contains(file));
        let mut names: Vec<String> = gone.chain(new).map(|file| file_name(&file.name)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The text of every file and of what attache ships, from the ground up.
    #[cfg(feature = "terminal")]
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let shipped = [Rules::shipped_topics(), Rules::shipped_cues(), CruftRules::shipped_source()];
        shipped.into_iter().map(|source| source.text).chain(self.files().map(|file| &*file.text))
    }

    fn files(&self) -> impl Iterator<Item = &RuleFile> {
        self.topics.files().chain(self.cues.files()).chain(self.cruft.files())
    }
}

fn file_name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// What a rule file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// Topics and actors.
    Taxonomy,
    /// Cues and words of strain.
    Cues,
}

impl RuleKind {
    /// The kind that the names at the top of `file` show; none where no rule stands in it.
    pub fn of(file: &RuleFile) -> Option<Self> {
        let keys = document(&file.source(), &RefCell::default(), |root| {
            root.entries().into_iter().map(|(key, ..)| key.to_string()).collect::<Vec<_>>()
        });
        let has = |names: &[&str]| keys.iter().any(|key| names.contains(&key.as_str()));
        match () {
            () if has(&["article", "text", "title", "summary", "tensions"]) => None,
            () if has(&["topics", "actors"]) => Some(Self::Taxonomy),
            () if has(&["cues", "strain", "off"]) => Some(Self::Cues),
            () => None,
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taxonomy => "taxonomy",
            Self::Cues => "cues",
        }
    }
}
