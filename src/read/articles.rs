//! What a file holds: one article or many, whatever its format.

use super::assemble::assemble;
use super::draft::Draft;
use super::file::File;
use super::remarks::left_out;
use super::{CruftRules, Format, plain};
use crate::model::{Article, Note};
use crate::text::Clean;

/// The articles of a file, in their order there, each of them made when it is asked for.
#[derive(Debug)]
pub struct Articles<'a> {
    file: &'a File<'a>,
    /// None where the file is one plain text.
    drafts: Option<Vec<Draft>>,
}

impl<'a> Articles<'a> {
    /// The articles of `file`, read as `format`. A briefing file is read as the plain text that it also is.
    ///
    /// # Errors
    /// Says in one sentence why the file can't be read as that format, and what to do.
    pub fn new(file: &'a File<'a>, format: Format) -> Result<Self, Clean> {
        let drafts = format.reader().map(|read| read(file)).transpose()?;
        Ok(Self { file, drafts })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.drafts.as_ref().map_or(1, Vec::len)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is said where the file holds more than are read.
    pub fn left_out(&self) -> Option<Note> {
        self.drafts.as_ref()?.last()?.last_of.map(left_out)
    }

    /// The article with this number, from 0, called `origin`. It can be had once.
    pub fn take(&mut self, at: usize, origin: Clean, rules: &CruftRules) -> Option<Article> {
        match &mut self.drafts {
            None => (at == 0).then(|| plain(origin, self.file.decoded(), rules)),
            Some(drafts) => drafts.get_mut(at).map(|draft| assemble(origin, std::mem::take(draft), rules)),
        }
    }
}
