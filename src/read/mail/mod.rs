//! Mail: single messages, mailboxes that hold many, and web pages that browsers save as if they were mail (MHTML).
//!
//! The headers say headline, author and date. Of the text only what the sender wrote is the article: what is quoted, signed and
//! appended is set apart, but where a mail was forwarded the forwarded words are the article.

mod body;
mod bounds;
mod fields;
mod flowed;
mod forward;
mod headers;
mod mbox;
mod message;
mod page;
mod sort;
mod tail;

use super::draft::{Draft, bounded};
use super::file::File;
use super::format::Refusal;
use super::prose::prose;
use super::remarks::decoding;
use crate::model::{BlockKind, Note, NoteKind};

/// Whether a file's content is a message.
pub(super) fn is_mail(file: &File<'_>) -> bool {
    headers::begins_as_mail(file.head())
}

/// Whether a file's content is a mailbox.
pub(super) fn is_mbox(file: &File<'_>) -> bool {
    mbox::begins_as_mbox(file.head())
}

/// Whether a file's content is a web page in the form of a mail.
pub(super) fn is_page(file: &File<'_>) -> bool {
    page::begins_as_page(file.head())
}

/// The message in `file`, and those that are attached to it.
pub(super) fn read_mail(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let drafts = bounded(message::drafts(file.bytes, 0), file.bytes.len());
    if drafts.iter().any(|draft| !draft.parts.is_empty() || draft.fields.headline.is_some()) {
        return Ok(drafts);
    }
    if drafts.iter().any(|draft| draft.notes.iter().any(|note| *note.message == *message::ENCRYPTED)) {
        return Err("the mail is encrypted: open it in your mail program and save its text".into());
    }
    Ok(vec![as_text(file)])
}

/// The messages of the mailbox `file`, in their order there.
pub(super) fn read_mbox(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let drafts = mbox::drafts(file.bytes);
    if drafts.is_empty() && file.bytes.trim_ascii().is_empty() {
        return Err("there is no mail in this mailbox: it is empty".into());
    }
    Ok(if drafts.is_empty() { vec![as_text(file)] } else { drafts })
}

/// The web page in `file`.
pub(super) fn read_page(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    page::draft(file.bytes).map(|draft| vec![draft])
}

/// What is called mail and is none: its text.
fn as_text(file: &File<'_>) -> Draft {
    let decoded = file.decoded();
    let mut notes = decoding(decoded);
    notes.push(Note::new(NoteKind::File, "no mail headers found: read as plain text"));
    Draft { parts: prose(&decoded.text, BlockKind::Paragraph, |line| line), notes, ..Draft::default() }
}
