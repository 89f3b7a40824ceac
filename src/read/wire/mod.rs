//! What news agencies send: ninjs, NewsML and NITF, each of which says beside its words what may be done with them.

mod newsml;
mod newsml1;
mod ninjs;
mod nitf;
mod status;
mod subject;

pub(super) use newsml::{is_newsml, newsml};
pub(super) use ninjs::{is_ninjs, ninjs};
pub(super) use nitf::{is_nitf, nitf};
pub(super) use subject::file_under;

use crate::model::{Note, NoteKind};

/// That so many items of a file that holds texts are none.
fn left_out(pictures: usize) -> Option<Note> {
    let many = if pictures == 1 { "1 picture or film".to_owned() } else { format!("{pictures} pictures or films") };
    (pictures > 0).then(|| Note::new(NoteKind::Partial, format!("{many} in the file that no text goes with: left out")))
}
