//! What press databases hand out: Factiva's and Nexis's exports, many articles in one file, each with a head of fields.
//!
//! The layouts are those of the plain text downloads; the same texts come in RTF. A plain article is not to be taken for an export,
//! so each is told by several of its marks together.

mod coded;
mod display;
mod lines;
mod nexis;
mod subjects;

use super::draft::{Draft, bounded};
use super::file::File;
use super::format::Refusal;
use super::remarks::decoding;

/// Whether a file's content is an export of Factiva.
pub(super) fn is_factiva(file: &File<'_>) -> bool {
    let text = &*file.decoded().text;
    coded::is_coded(text) || display::is_display(text)
}

/// Whether a file's content is an export of Nexis.
pub(super) fn is_nexis(file: &File<'_>) -> bool {
    nexis::is_nexis(&file.decoded().text)
}

/// The articles of the export `file`.
pub(super) fn read(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let decoded = file.decoded();
    let mut drafts = drafts(&decoded.text)
        .filter(|drafts| !drafts.is_empty())
        .ok_or("no article of a database export was found in it: read it with --as text")?;
    if let Some(first) = drafts.first_mut() {
        first.notes.splice(0..0, decoding(decoded));
    }
    Ok(drafts)
}

/// The articles of `text`, if it is an export.
pub(super) fn drafts(text: &str) -> Option<Vec<Draft>> {
    let drafts = if coded::is_coded(text) {
        coded::drafts(text)
    } else if display::is_display(text) {
        display::drafts(text)
    } else if nexis::is_nexis(text) {
        nexis::drafts(text)
    } else {
        return None;
    };
    Some(bounded(drafts, text.len()))
}
