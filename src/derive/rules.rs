//! What is looked for: taxonomies and cues as the rule files say, compiled once.

use std::cell::RefCell;

use super::cues::Cues;
use super::topics::{Taxonomy, TopicRule};
use crate::form::{Complaint, Source};
use crate::text::Clean;

/// The rules of derivation, compiled.
#[derive(Debug, Default)]
pub struct Rules {
    pub(super) taxonomy: Taxonomy,
    pub(super) cues: Cues,
}

impl Rules {
    /// The rules of these files, later files of a kind over earlier ones; what is wrong in them is added to `complaints`.
    pub fn new(topics: &[Source<'_>], cues: &[Source<'_>], complaints: &RefCell<Vec<Complaint>>) -> Self {
        Self { taxonomy: Taxonomy::new(topics, complaints), cues: Cues::new(cues, complaints) }
    }

    /// The rules that come with the program.
    pub fn shipped() -> Self {
        Self::new(&[Self::shipped_topics()], &[Self::shipped_cues()], &RefCell::default())
    }

    /// The taxonomy that comes with the program, for a user's files to be laid over.
    pub fn shipped_topics() -> Source<'static> {
        Source { name: Clean::from("topics.toml"), text: include_str!("../../assets/topics.toml") }
    }

    /// The cues that come with the program, for a user's files to be laid over.
    pub fn shipped_cues() -> Source<'static> {
        Source { name: Clean::from("cues.toml"), text: include_str!("../../assets/cues.toml") }
    }

    /// The topics of the taxonomy, in the order of the files.
    pub fn topics(&self) -> &[TopicRule] {
        &self.taxonomy.topics
    }
}
