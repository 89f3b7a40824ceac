//! What is looked for: taxonomies and cues as the rule files say, compiled once.

use std::cell::RefCell;

use crate::form::{Complaint, Source};

/// The rules of derivation, compiled.
#[derive(Debug, Default)]
pub struct Rules {}

impl Rules {
    /// The name and the text of the taxonomy that attache ships.
    pub const SHIPPED_TOPICS: (&'static str, &'static str) = ("topics.toml", include_str!("../../assets/topics.toml"));

    /// The name and the text of the cues that attache ships.
    pub const SHIPPED_CUES: (&'static str, &'static str) = ("cues.toml", include_str!("../../assets/cues.toml"));

    /// The rules of these files, later files of a kind over earlier ones; what is wrong in them is added to `complaints`.
    pub fn new(_topics: &[Source<'_>], _cues: &[Source<'_>], _complaints: &RefCell<Vec<Complaint>>) -> Self {
        Self {}
    }
}
