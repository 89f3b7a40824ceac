//! What an article says of itself, or its file says of it.

use super::Moment;
use crate::text::{Clean, Span};

/// The fields of an article; what nothing says is absent. They are words of the file: of its text, or of what a format keeps
/// beside the text.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// The headline.
    pub headline: Option<Clean>,
    /// The line under the headline that says what the story is.
    pub standfirst: Option<Clean>,
    /// Who wrote it, as it is written, without "By".
    pub byline: Option<Clean>,
    /// The people, desks and agencies of the byline, one by one, in their order.
    pub authors: Vec<Clean>,
    /// The dateline's place, such as `MOSCOW`.
    pub place: Option<Clean>,
    /// Where the dateline's place stands, if the text itself opens with it.
    pub dateline: Option<Span>,
    /// When it was published.
    pub date: Option<Moment>,
    /// When it was changed.
    pub modified: Option<Moment>,
    /// The outlet or agency.
    pub outlet: Option<Clean>,
    /// The part of the outlet that it stood in, such as `World`.
    pub section: Option<Clean>,
    /// The address.
    pub url: Option<Clean>,
    /// The language, as a file's own tag has it, such as `en-GB`.
    pub language: Option<Clean>,
    /// What it is about, in the words or codes of who filed it.
    pub subjects: Vec<Subject>,
    /// What sort of piece it is, such as `Analysis`.
    pub genre: Option<Clean>,
    /// The urgency that an agency gave it, from 1 (flash) to 9.
    pub urgency: Option<u8>,
    /// Which version of the story it is.
    pub version: Option<Clean>,
    /// Whose it is: the copyright line or licence.
    pub rights: Option<Clean>,
    /// What stands against using it, the gravest first.
    pub restrictions: Vec<Restriction>,
}

/// A subject under which an article was filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its code, such as `medtop:20000587`.
    pub code: Option<Clean>,
    /// Its name.
    pub name: Option<Clean>,
}

/// A reason not to publish or quote an article without thinking twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restriction {
    /// Who sent it has taken it back.
    Cancelled,
    /// Not to be used until further notice.
    Withheld,
    /// Not to be published before this moment, as it was written.
    Embargoed(Clean),
    /// Terms of use, as they were written.
    Terms(Clean),
}

/// What the words for terms of use begin with.
const TERMS: &str = "Terms of use: ";

impl Restriction {
    /// Whether `words` are those for terms of use, which an agency sends with each of its articles.
    pub fn are_terms(words: &Clean) -> bool {
        words.starts_with(TERMS)
    }

    /// What is said of it, in one line.
    pub fn words(&self) -> Clean {
        match self {
            Self::Cancelled => "CANCELLED by its sender: not to be used".into(),
            Self::Withheld => "WITHHELD by its sender: not to be used until further notice".into(),
            Self::Embargoed(until) => Clean::from(format!("EMBARGOED until {}", until.one_line())),
            Self::Terms(terms) => Clean::from(format!("{TERMS}{}", terms.one_line())),
        }
    }
}
