//! The rules for texts that are not in English: the names among the terms, which are names in any language, and the rule files that
//! say they are for that language. Each set is compiled when the first text needs it, but for those of a user's own files, whose faults
//! have to be told.

use std::cell::RefCell;
use std::sync::OnceLock;

use super::Rules;
use super::cues::Cues;
use super::language::declared;
use super::topics::Taxonomy;
use crate::form::{Complaint, Source, document};
use crate::model::Language;
use crate::text::Clean;

/// The rules for other languages.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    topics: Vec<Kept>,
    cues: Vec<Kept>,
    /// For the languages of rule files.
    own: Vec<(Language, Rules)>,
    /// For all others.
    other: OnceLock<Box<Rules>>,
}

/// A rule file kept until it is needed.
#[derive(Debug)]
struct Kept {
    name: Clean,
    text: String,
    language: Language,
}

impl Foreign {
    /// The rules of these files, none compiled yet.
    pub(super) fn new(topics: &[Source<'_>], cues: &[Source<'_>]) -> Self {
        Self { topics: keep(topics), cues: keep(cues), ..Self::default() }
    }

    /// The taxonomies and the cue files that are for texts in English.
    pub(super) fn english(&self) -> [Vec<Source<'_>>; 2] {
        [&self.topics, &self.cues].map(|files| sources(files, Some(Language::ENGLISH)))
    }

    /// Compiles the sets of the user's own files; what is wrong with those is added to `complaints`.
    pub(super) fn compile_own(&mut self, complaints: &RefCell<Vec<Complaint>>) {
        let mut languages: Vec<Language> = self.files().map(|file| file.language).collect();
        languages.sort_unstable();
        languages.dedup();
        for language in languages.into_iter().filter(|language| *language != Language::ENGLISH) {
            let all = RefCell::default();
            let rules = self.compile(Some(language), &all);
            let own = |file: &Clean| self.files().any(|kept| kept.language == language && kept.name == *file);
            complaints.borrow_mut().extend(all.into_inner().into_iter().filter(|complaint| own(&complaint.file)));
            self.own.push((language, rules));
        }
    }

    /// The rules for texts in `language`.
    pub(super) fn of(&self, language: Language) -> &Rules {
        match self.own.iter().find(|(own, _)| *own == language) {
            Some((_, rules)) => rules,
            None => self.other.get_or_init(|| Box::new(self.compile(None, &RefCell::default()))),
        }
    }

    /// Whether a taxonomy, and a cue file, is for `language`.
    pub(super) fn has(&self, language: Language) -> (bool, bool) {
        let any = |files: &[Kept]| files.iter().any(|file| file.language == language);
        (any(&self.topics), any(&self.cues))
    }

    fn files(&self) -> impl Iterator<Item = &Kept> {
        self.topics.iter().chain(&self.cues)
    }

    fn compile(&self, language: Option<Language>, complaints: &RefCell<Vec<Complaint>>) -> Rules {
        let names = sources(&self.topics, Some(Language::ENGLISH));
        let taxonomy = Taxonomy::new(&names, &sources(&self.topics, language), complaints);
        Rules { taxonomy, cues: Cues::new(&sources(&self.cues, language), complaints), foreign: Self::default() }
    }
}

fn keep(sources: &[Source<'_>]) -> Vec<Kept> {
    let kept =
        |source: &Source<'_>| Kept { name: source.name.clone(), text: source.text.to_owned(), language: language_of(source) };
    sources.iter().map(kept).collect()
}

fn sources(files: &[Kept], language: Option<Language>) -> Vec<Source<'_>> {
    let wanted = files.iter().filter(|file| Some(file.language) == language);
    wanted.map(|file| Source { name: file.name.clone(), text: &file.text }).collect()
}

/// The language that a rule file is for; only a file with such a line is parsed for it.
fn language_of(source: &Source<'_>) -> Language {
    let opens_line = |at: usize| {
        let before = source.text.get(..at).unwrap_or_default().trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    };
    let says = source.text.match_indices("language").any(|(at, _)| opens_line(at));
    let declared = says.then(|| document(source, &RefCell::default(), declared)).flatten();
    declared.unwrap_or(Language::ENGLISH)
}
