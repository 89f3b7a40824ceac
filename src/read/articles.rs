//! What a file holds: one article or many, whatever its format.

use super::assemble::assemble;
use super::draft::Draft;
use super::file::File;
use super::remarks::left_out;
use super::{CruftRules, Format, plain};
use crate::model::{Article, Note};
use crate::text::Clean;
use crate::text::decode::Decoded;

/// The articles of a file, in their order there, each of them made when it is asked for.
#[derive(Debug)]
pub struct Articles<'a>(Held<'a>);

#[derive(Debug)]
enum Held<'a> {
    /// The file is one plain text.
    Text(&'a Decoded<'a>),
    Drafts(Vec<Draft>),
}

impl Articles<'static> {
    /// The articles of `file` where its format takes it apart: the file is not needed any more. There is none in a format that is read as
    /// plain text.
    ///
    /// # Errors
    /// Says in one sentence why the file can't be read as that format, and what to do.
    pub fn apart(file: &File<'_>, format: Format) -> Result<Self, Clean> {
        let drafts = format.reader().map(|read| read(file)).transpose()?;
        Ok(Self(Held::Drafts(drafts.unwrap_or_default())))
    }
}

impl<'a> Articles<'a> {
    /// The articles of `file`, read as `format`. A briefing file is read as the plain text that it also is.
    ///
    /// # Errors
    /// Says in one sentence why the file can't be read as that format, and what to do.
    pub fn new(file: &'a File<'a>, format: Format) -> Result<Self, Clean> {
        if format.reader().is_some() { Articles::apart(file, format) } else { Ok(Self(Held::Text(file.decoded()))) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Held::Text(_) => 1,
            Held::Drafts(drafts) => drafts.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is said where the file holds more than are read.
    pub fn left_out(&self) -> Option<Note> {
        match &self.0 {
            Held::Text(_) => None,
            Held::Drafts(drafts) => drafts.last()?.last_of.map(left_out),
        }
    }

    /// The article with this number, from 0, called `origin`, as often as it is asked for.
    pub fn get(&self, at: usize, origin: Clean, rules: &CruftRules) -> Option<Article> {
        match &self.0 {
            Held::Text(text) => (at == 0).then(|| plain(origin, text, rules)),
            Held::Drafts(drafts) => drafts.get(at).map(|draft| assemble(origin, draft.clone(), rules)),
        }
    }

    /// The same, which can be had once: nothing of the file is copied.
    pub fn take(&mut self, at: usize, origin: Clean, rules: &CruftRules) -> Option<Article> {
        match &mut self.0 {
            Held::Text(text) => (at == 0).then(|| plain(origin, text, rules)),
            Held::Drafts(drafts) => drafts.get_mut(at).map(|draft| assemble(origin, std::mem::take(draft), rules)),
        }
    }
}
