//! What went less than well: shown, never swallowed.

use crate::text::Clean;

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// Bytes that could not be decoded, or a legacy encoding that was guessed.
    Encoding,
    /// Characters that could not be let through as they were.
    Cleaned,
    /// A date that can be read in two ways, or contradicts itself.
    Date,
    /// Something was too long and was cut or divided.
    Limit,
    /// A file of the user's says something that could not be taken.
    File,
    /// A quotation that is not in the article.
    Unanchored,
    /// A text in a language that the rules are not made for.
    Language,
    /// The file may not hold the whole article.
    Partial,
}

impl NoteKind {
    /// The word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::Cleaned => "cleaned",
            Self::Date => "date",
            Self::Limit => "limit",
            Self::File => "file",
            Self::Unanchored => "unanchored",
            Self::Language => "language",
            Self::Partial => "partial",
        }
    }
}

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// One or more sentences; a complaint keeps its lines and its caret.
    pub message: Clean,
    /// The line of the file it speaks of, from 1.
    pub line: Option<u32>,
}

impl Note {
    /// A note without a line.
    pub fn new(kind: NoteKind, message: impl Into<Clean>) -> Self {
        Self { kind, message: message.into(), line: None }
    }
}
