//! A statement that sets two things against each other.

use super::{Point, Strength};
use crate::text::{Clean, Span};

/// A tension: its line, the word that makes it one, and the two things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tension {
    /// The line itself.
    pub point: Point,
    /// What kind of opposition.
    pub kind: TensionKind,
    /// The cue or strain term in the text.
    pub cue: Option<Span>,
    /// The cue as a briefing file writes it, where the text has none.
    pub written_cue: Option<Clean>,
    /// The two things, where the grammar or the file gives two.
    pub poles: Option<[Pole; 2]>,
    /// Whom its words speak against, where the text says so.
    pub target: Option<Span>,
    /// How strong it is beside others.
    pub strength: Strength,
}

/// What kind of opposition a tension is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TensionKind {
    /// One thing holds although the other does ("although", "despite", "yet").
    Concession,
    /// Two things differ ("while", "but", "by contrast").
    Contrast,
    /// One thing is under strain: criticism, refusal, delay, dependence.
    Strain,
}

impl TensionKind {
    /// All kinds, in the order of their names.
    pub const ALL: [Self; 3] = [Self::Concession, Self::Contrast, Self::Strain];

    /// The word for it in files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Concession => "concession",
            Self::Contrast => "contrast",
            Self::Strain => "strain",
        }
    }
}

/// One of the two things a tension sets against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pole {
    /// Words of the article.
    Found(Span),
    /// Words of a briefing file.
    Written(Clean),
}
