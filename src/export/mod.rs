//! A briefing to words that leave attache, always with their source.
//!
//! What is taken out of a briefing becomes [`Extracts`], and each form writes those: one file per form. What
//! is exported is source text, never screen cells, and the same briefing gives the same bytes.

mod cited;
mod defused;
mod draft;
mod explain;
mod extracts;
mod followed;
mod form;
mod forms;
mod json;
mod page;
mod source;
mod template;
mod tray;

pub use draft::draft;
pub use explain::{explains, place_in_words, reasons, write_explained, write_explained_json};
pub use extracts::{extracts, source};
pub use followed::{Followed, FollowedLine};
pub use form::{Form, Style};
pub use json::{json, write_json};
pub use page::{page, sheets};
pub use source::short_line;
pub use template::{Filled, Template};
pub use tray::{tray_in_words, tray_page};

use crate::model::{Briefing, Extracts, Point, Restriction, Section, Tension, Topic};
use crate::text::{Clean, Span};

/// What is taken out of a briefing.
#[derive(Clone, Copy, Debug)]
pub enum Selection<'a> {
    /// One line of summary or agenda.
    Point(&'a Point),
    /// One tension.
    Tension(&'a Tension),
    /// A stretch of the text, from sentences or words.
    Stretch(Span),
    /// One topic.
    Topic(&'a Topic),
    /// One section.
    Section(Section),
    /// The whole briefing, or the wanted sections of it.
    Whole(&'a Wanted),
}

/// Words ready to leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// What it is, for the status line: `section Tensions, 5 points`.
    pub what: Clean,
    /// The form.
    pub form: Form,
    /// The words. Of controls they hold line ends alone, and tabs in TSV.
    pub text: String,
    /// The same as plain text, for programs that do not take the form as rich text.
    pub plain: Option<String>,
    /// What stands against using it, each with the file it is said in; terms of use are the same for many files and stand alone.
    pub restrictions: Vec<Clean>,
}

impl Export {
    /// `extracts`, which are `what`, in `form`.
    pub fn new(what: Clean, extracts: &Extracts, form: Form) -> Self {
        let plain = (form == Form::Html).then(|| Form::Plain.write(extracts));
        let said = extracts.sources.iter().flat_map(|source| source.restrictions.iter().map(move |words| (&source.file, words)));
        let restrictions = said
            .map(
                |(file, words)| {
                    if Restriction::are_terms(words) { words.clone() } else { Clean::from(format!("{words} ({file})")) }
                },
            )
            .collect();
        Self { what, form, text: form.write(extracts), plain, restrictions }
    }

    /// `selection` in `form`.
    pub fn of(briefing: &Briefing, selection: Selection<'_>, form: Form) -> Self {
        let (what, extracts) = extracts(briefing, selection);
        Self::new(what, &extracts, form)
    }

    /// The number of characters.
    pub fn characters(&self) -> usize {
        self.text.chars().count()
    }
}

/// Which sections a shown briefing has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The sections; empty for all.
    pub sections: Vec<Section>,
    /// The only topic of the agenda to show.
    pub topic: Option<Clean>,
}

impl Wanted {
    /// Whether `section` is to be shown.
    pub fn has(&self, section: Section) -> bool {
        self.sections.is_empty() || self.sections.contains(&section)
    }

    /// Whether `topic` is to be shown.
    pub fn has_topic(&self, topic: &Topic) -> bool {
        self.topic.as_ref().is_none_or(|id| *id == topic.id)
    }
}

/// `count` and the word for it: `1 point`, `5 points`.
pub fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
