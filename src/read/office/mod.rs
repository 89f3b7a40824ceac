//! Documents of word processors and books: files that are zip archives of XML (.docx, .odt, .epub).
//!
//! Only the parts that are needed are unpacked, into memory and within bounds; nothing is written, no path of an archive is ever used
//! as one.

mod book;
mod container;
mod properties;
mod room;
mod rows;
mod word;
mod writer;
mod xml;

use super::draft::{Draft, Part};
use super::file::File;
use super::format::Refusal;
use super::meta::meta;
use crate::model::BlockKind;
use container::{Container, Kind};

/// A byline stands among the first parts.
const HEAD: usize = 8;

/// Whether a file's content is a Word document.
pub(super) fn is_word(file: &File<'_>) -> bool {
    container::kind(file.bytes) == Some(Kind::Word)
}

/// Whether a file's content is an `OpenDocument` text.
pub(super) fn is_writer(file: &File<'_>) -> bool {
    container::kind(file.bytes) == Some(Kind::Writer)
}

/// Whether a file's content is an EPUB book.
pub(super) fn is_book(file: &File<'_>) -> bool {
    container::kind(file.bytes) == Some(Kind::Book)
}

/// The text of the Word document `file`.
pub(super) fn read_word(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    word::draft(&mut Container::new(file.bytes)?).map(signed).map(finished)
}

/// The text of the `OpenDocument` text `file`.
pub(super) fn read_writer(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    writer::draft(&mut Container::new(file.bytes)?).map(signed).map(finished)
}

/// The text of the book `file`, as one article.
pub(super) fn read_book(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    book::draft(&mut Container::new(file.bytes)?).map(finished)
}

/// The draft without the author that its properties name, where the text names one: properties tell whose computer it was.
fn signed(mut draft: Draft) -> Draft {
    let says =
        |part: &Part| part.kind == BlockKind::Paragraph && meta(part.text.trim()).is_some_and(|said| said.byline.is_some());
    if draft.parts.iter().take(HEAD).any(says) {
        draft.fields.byline = None;
        draft.fields.authors.clear();
    }
    draft
}

/// The draft with its parts numbered, since these formats have no lines, and its headline said once.
fn finished(mut draft: Draft) -> Vec<Draft> {
    draft.parts.retain(|part| !part.text.trim().is_empty());
    for (part, number) in draft.parts.iter_mut().zip(1..) {
        part.line = number;
    }
    let has_headline = draft.parts.iter().any(|part| part.kind == BlockKind::Headline);
    if let Some(first) = draft.parts.first_mut().filter(|part| !has_headline && part.kind == BlockKind::Subhead) {
        // A heading over all is the headline; the title beside the text is often that of an older one.
        first.kind = BlockKind::Headline;
    }
    draft.headline_once();
    vec![draft]
}
