//! What is looked for: taxonomies and cues as the rule files say, compiled once.

use std::cell::RefCell;

use crate::form::{Complaint, Source};

/// The rules of derivation, compiled.
#[derive(Debug, Default)]
pub struct Rules {}

impl Rules {
    /// The rules of these files, later files of a kind over earlier ones; what is wrong in them is added to `complaints`.
    pub fn new(_topics: &[Source<'_>], _cues: &[Source<'_>], _complaints: &RefCell<Vec<Complaint>>) -> Self {
        Self {}
    }
}
