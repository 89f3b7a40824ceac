//! An article on its way into the index: made ready where it was read, numbered where it is put.

use tantivy::TantivyDocument;

use super::earliest::day;
use super::schema::Fields;
use crate::library::EntryId;
use crate::model::{ContentId, Date};
use crate::work::Origin;

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
    pub(crate) fn draft<'t>(self, file: &Origin, date: Option<Date>, texts: impl Iterator<Item = &'t str>) -> Draft {
        let mut draft = Draft { document: TantivyDocument::default(), bytes: 0 };
        draft.document.add_u64(self.0.file, key(file));
        draft.document.add_u64(self.0.day, day(date));
        for text in texts {
            draft.document.add_text(self.0.words, text);
            draft.bytes += text.len();
        }
        draft
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
