//! An article on its way into the index: made ready where it was read, numbered where it is put.

use tantivy::TantivyDocument;

use super::earliest::day;
use super::schema::Fields;
use crate::library::EntryId;
use crate::model::{ContentId, Date};
use crate::work::Origin;

/// More than the engine needs for a text beside the text, and for all numbers.
const BYTES_BESIDE: usize = 32;

/// An article without its number.
#[derive(Debug)]
pub(crate) struct Draft {
    document: TantivyDocument,
    bytes: usize,
}

/// Makes drafts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drafter(Fields);

impl Drafter {
    pub(super) fn new(fields: Fields) -> Self {
        Self(fields)
    }

    /// The article of `file` and this date in which `texts` are to be found.
    pub(crate) fn draft<'t>(self, file: &Origin, date: Option<Date>, texts: impl Iterator<Item = &'t str> + Clone) -> Draft {
        let bytes = BYTES_BESIDE + texts.clone().map(|text| text.len() + BYTES_BESIDE).sum::<usize>();
        let mut document = TantivyDocument::with_capacity(bytes);
        document.add_u64(self.0.file, key(file));
        document.add_u64(self.0.day, day(date));
        texts.for_each(|text| document.add_text(self.0.words, text));
        Draft { document, bytes }
    }
}

impl Draft {
    /// About the memory it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// What the engine takes.
    pub(super) fn numbered(mut self, id: EntryId, fields: Fields) -> TantivyDocument {
        self.document.add_u64(fields.entry, u64::from(id.0));
        self.document
    }
}

/// The key of a file in the index.
pub(super) fn key(file: &Origin) -> u64 {
    let name = match file {
        Origin::Path(path) => path.as_os_str().as_encoded_bytes().to_vec(),
        other => other.name().as_bytes().to_vec(),
    };
    ContentId::of(&name).0
}
