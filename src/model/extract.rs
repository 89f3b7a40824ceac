//! Words taken out of articles, with everything that a memo has to say of where they stand.
//!
//! An extract holds its words and its source as they were when it was taken, so that it outlives the article: in a clipboard, a
//! file, the tray.

use super::{Date, Reference};
use crate::text::Clean;

/// Words out of one or more articles, in parts, ready to be written in any form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extracts {
    /// What stands above them all.
    pub title: Option<Clean>,
    /// The parts in their order.
    pub parts: Vec<Part>,
    /// The sources that the extracts name by index.
    pub sources: Vec<Source>,
}

/// Extracts under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The heading, if it has one.
    pub heading: Option<Clean>,
    /// What the analyst is to write here: nobody's words yet.
    pub slot: Option<Clean>,
    /// Its extracts in their order.
    pub extracts: Vec<Extract>,
}

/// Words with the place they stand at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The words: of the source, or of the analyst where [`Place::Unquoted`] or [`Place::Unanchored`] say so.
    pub words: Clean,
    /// Whose words they are.
    pub voice: Voice,
    /// Where they stand.
    pub place: Place,
    /// The topic they are a point of.
    pub topic: Option<Clean>,
    /// What they set against what.
    pub opposed: Option<Opposed>,
    /// The analyst's own line on them, never the source's words.
    pub remark: Option<Clean>,
    /// Index into [`Extracts::sources`].
    pub source: usize,
}

/// Whose words an extract has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The source's, verbatim.
    Source,
    /// Those of who wrote the briefing file.
    Analyst,
}

/// Where words stand in their source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In one sentence.
    Sentence(Reference),
    /// From one sentence to another.
    Stretch(Reference, Reference),
    /// The whole text, with so many paragraphs.
    Whole(u32),
    /// Nowhere: the line quotes nothing.
    Unquoted,
    /// Nowhere: what the line quotes is not in the source.
    Unanchored,
}

/// Two things set against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opposed {
    /// The kind of tension, such as `contrast`.
    pub kind: &'static str,
    /// The words that set them so.
    pub cue: Option<Clean>,
    /// The two, where they are told apart.
    pub poles: Option<[Clean; 2]>,
}

/// What a source says of itself; what it does not say is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The headline.
    pub headline: Option<Clean>,
    /// Who wrote it, person or agency.
    pub byline: Option<Clean>,
    /// The dateline's place.
    pub place: Option<Clean>,
    /// The outlet.
    pub outlet: Option<Clean>,
    /// The publication date.
    pub date: Option<Date>,
    /// The address.
    pub url: Option<Clean>,
    /// The name of the file, without its folders.
    pub file: Clean,
    /// The beginning of the SHA-256 of the file's bytes, in hexadecimal digits.
    pub hash: Option<Clean>,
    /// When the analyst read it, where that was asked for.
    pub read: Option<Date>,
    /// What stands against using it, in words: an embargo, a recall, terms of use.
    pub restrictions: Vec<Clean>,
}

impl Extracts {
    /// Extracts of one source under no heading.
    pub fn of(source: Source, extracts: Vec<Extract>) -> Self {
        Self { title: None, parts: vec![Part { extracts, ..Part::default() }], sources: vec![source] }
    }

    /// All of `several` in one, each part headed by the title it stood under.
    pub fn joined(mut several: Vec<Self>) -> Self {
        let mut all = Self::default();
        if several.len() == 1 {
            return several.pop().unwrap_or_default();
        }
        for one in several {
            let numbers: Vec<usize> = one.sources.iter().map(|source| all.cite(source)).collect();
            for mut part in one.parts {
                for extract in &mut part.extracts {
                    extract.source = numbers.get(extract.source).copied().unwrap_or_default();
                }
                let titles = [&one.title, &part.heading].into_iter().flatten().map(|title| &**title).collect::<Vec<_>>();
                part.heading = (!titles.is_empty()).then(|| Clean::from(titles.join(": ")));
                all.parts.push(part);
            }
        }
        all
    }

    /// Says of every source when it was read.
    pub fn read_on(&mut self, date: Option<Date>) {
        for source in &mut self.sources {
            source.read = date;
        }
    }

    /// All extracts, in order.
    pub fn all(&self) -> impl Iterator<Item = &Extract> {
        self.parts.iter().flat_map(|part| &part.extracts)
    }

    /// The source of `extract`.
    pub fn source(&self, extract: &Extract) -> Option<&Source> {
        self.sources.get(extract.source)
    }

    /// The number of `source` among the sources, from 0; it is added where it is new.
    pub fn cite(&mut self, source: &Source) -> usize {
        self.sources.iter().position(|known| known == source).unwrap_or_else(|| {
            self.sources.push(source.clone());
            self.sources.len() - 1
        })
    }
}
