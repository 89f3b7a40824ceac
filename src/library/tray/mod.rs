//! The evidence tray: lines out of many articles, in an order of the analyst's own, with their remarks.
//!
//! A line is known by what it says and where: the same words at the same place of the same file are one line, whoever took them and
//! however often. So two programs that change one tray mean the same line by the same id, without asking each other.

mod change;

use std::sync::Arc;

use sha2::{Digest, Sha256};

pub use change::{Applied, Change, Spot};

use crate::model::{Extract, Extracts, Part, Place, Reference, Source, Voice};
use crate::text::Clean;

/// The most lines a tray holds: far more than a memo quotes, and few enough that it is written anew, and laid out, at every change.
pub const MOST_LINES: usize = 1000;

/// Which line: the same for the same words at the same place of the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineId(u64);

/// One line of the tray, with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    id: LineId,
    extract: Extract,
    /// Lines that are read from one file share what they were taken from.
    source: Arc<Source>,
}

/// Lines that were taken out of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tray {
    title: Option<Clean>,
    lines: Vec<Line>,
}

impl Line {
    /// The line that `extract` out of `source` is.
    pub fn new(extract: Extract, source: impl Into<Arc<Source>>) -> Self {
        let source = source.into();
        Self { id: LineId::of(&extract, &source), extract: Extract { source: 0, ..extract }, source }
    }

    /// Its id.
    pub fn id(&self) -> LineId {
        self.id
    }

    /// Its words, place and remark.
    pub fn extract(&self) -> &Extract {
        &self.extract
    }

    /// Where it was taken from.
    pub fn source(&self) -> &Source {
        &self.source
    }
}

impl Tray {
    /// What stands above the lines.
    pub fn title(&self) -> Option<&Clean> {
        self.title.as_ref()
    }

    /// The lines in their order.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Whether there is neither line nor title.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.title.is_none()
    }

    /// Whether no line can be added.
    pub fn is_full(&self) -> bool {
        self.lines.len() >= MOST_LINES
    }

    /// The line with this id.
    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// Where the line with this id stands, from 0.
    pub fn position(&self, id: LineId) -> Option<usize> {
        self.lines.iter().position(|line| line.id == id)
    }

    /// All lines in one part, with their sources numbered in the order in which they are met.
    pub fn extracts(&self) -> Extracts {
        let mut all = Extracts { title: self.title.clone(), ..Extracts::default() };
        let own = |line: &Line| Extract { source: all.cite(&line.source), ..line.extract.clone() };
        let extracts = self.lines.iter().map(own).collect();
        all.parts.push(Part { extracts, ..Part::default() });
        all
    }
}

impl LineId {
    /// The beginning of the SHA-256 of what tells a line from others. A file that was hashed is known by its hash, wherever it lies
    /// and whatever it is called; topic, poles and remark are said of a line and do not make it another one.
    fn of(extract: &Extract, source: &Source) -> Self {
        let mut hash = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
            hash.update(bytes);
        };
        match &source.hash {
            Some(known) => add(known.as_bytes()),
            None => [Some(&source.file), source.headline.as_ref()].into_iter().flatten().for_each(|text| add(text.as_bytes())),
        }
        add(&[u8::from(extract.voice == Voice::Source)]);
        for number in place(extract.place).as_flattened() {
            add(&number.to_le_bytes());
        }
        add(extract.words.as_bytes());
        Self(hash.finalize().iter().take(8).fold(0, |id, byte| id << 8 | u64::from(*byte)))
    }
}

/// A place as numbers, no two places the same.
fn place(place: Place) -> [[u32; 3]; 3] {
    let of = |reference| match reference {
        Reference::Headline => [1, 0, 0],
        Reference::Standfirst => [2, 0, 0],
        Reference::Aside => [3, 0, 0],
        Reference::Paragraph(paragraph, sentence) => [4, paragraph, sentence],
    };
    match place {
        Place::Sentence(reference) => [[1, 0, 0], of(reference), [0; 3]],
        Place::Stretch(first, last) => [[2, 0, 0], of(first), of(last)],
        Place::Whole(paragraphs) => [[3, paragraphs, 0], [0; 3], [0; 3]],
        Place::Unquoted => [[4, 0, 0], [0; 3], [0; 3]],
        Place::Unanchored => [[5, 0, 0], [0; 3], [0; 3]],
    }
}
