//! Templates: which lines of briefings make a page, under which headings, in which order and form.
//!
//! A template takes lines and never writes any: what needs the analyst's judgement is a slot, which stays empty and named.

mod fill;
mod read;

pub use fill::Filled;

use super::Form;
use crate::form::Source;
use crate::model::Section;
use crate::text::Clean;

/// The files of the templates that come with attache, in the order in which they are offered.
const SHIPPED: [(&str, &str); 3] = [
    ("press-digest.toml", include_str!("../../../assets/templates/press-digest.toml")),
    ("note.toml", include_str!("../../../assets/templates/note.toml")),
    ("points-to-make.toml", include_str!("../../../assets/templates/points-to-make.toml")),
];

/// The parts of a template: more than any page has, and each may take the whole of every article.
const PARTS: usize = 50;

/// The longest heading of a page once its names are filled in: a headline, an outlet and a date go into it many times, and some tables say
/// it beside every line.
const HEADING_BYTES: usize = 1024;

/// A page to be made of briefings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The name that people call it by.
    pub name: Clean,
    /// What stands above the page.
    pub title: Option<Clean>,
    /// The form it is meant for.
    pub form: Form,
    parts: Vec<TemplatePart>,
}

/// One part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TemplatePart {
    /// May hold `{headline}`, `{outlet}` and `{date}`, which give each article a part of its own, and `{topic}`, which gives each topic one.
    heading: Option<Clean>,
    content: Content,
}

/// What stands under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Content {
    /// Lines of a section.
    Lines { section: Section, topic: Option<Clean>, by_strength: bool, most: usize },
    /// Nothing: the analyst is to write what this says.
    Slot(Clean),
}

impl Template {
    /// The templates that come with attache.
    pub fn shipped() -> Vec<Self> {
        let read = |(name, text): (&str, &str)| Self::read(&Source { name: name.into(), text }, &std::cell::RefCell::default());
        SHIPPED.into_iter().map(read).collect()
    }
}
