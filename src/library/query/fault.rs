//! What in a line can't be meant as it was typed. The rest of the line is searched all the same.

use crate::text::{Clean, Span};

/// One misuse of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which bytes of the line.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: Clean,
    /// What may stand there, or what happens now, in one sentence.
    pub help: Clean,
}

impl Fault {
    pub(super) fn new(span: Span, message: impl Into<Clean>, help: impl Into<Clean>) -> Self {
        Self { span, message: message.into(), help: help.into() }
    }
}
