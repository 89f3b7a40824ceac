//! What is looked for: taxonomies and cues as the rule files say, compiled once.

use std::cell::RefCell;

use super::cues::Cues;
use super::foreign::Foreign;
use super::topics::{Taxonomy, TopicRule};
use crate::form::{Complaint, Source};
use crate::text::Clean;

/// The rules of derivation, compiled.
#[derive(Debug, Default)]
pub struct Rules {
    pub(super) taxonomy: Taxonomy,
    pub(super) cues: Cues,
    /// Those for texts in other languages.
    pub(super) foreign: Foreign,
}

impl Rules {
    /// The rules of these files, later files of a kind over earlier ones; what is wrong in them is added to `complaints`. A file that
    /// says a language holds for texts in that language, every other file for texts in English.
    pub fn new(topics: &[Source<'_>], cues: &[Source<'_>], complaints: &RefCell<Vec<Complaint>>) -> Self {
        let mut foreign = Foreign::new(topics, cues);
        let [english_topics, english_cues] = foreign.english();
        let taxonomy = Taxonomy::new(&[], &english_topics, complaints);
        let cues = Cues::new(&english_cues, complaints);
        foreign.compile_own(complaints);
        Self { taxonomy, cues, foreign }
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
