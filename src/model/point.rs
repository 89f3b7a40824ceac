//! One line of a section: found in the text, or written by hand.

use super::Anchor;
use crate::text::{Clean, Span};

/// One line of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Point {
    /// A place in the text. It has no words of its own, so nothing can be invented.
    Found {
        /// Where.
        anchor: Anchor,
        /// Why this place.
        reason: Reason,
    },
    /// The words of a briefing file.
    Written {
        /// What it says.
        wording: Clean,
        /// Where its quotation stands, if it has one and the article holds it.
        anchor: Option<Anchor>,
        /// A quotation that the article does not hold.
        unanchored: Option<Clean>,
        /// Where it is written.
        reason: Reason,
    },
}

/// Why a line is here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// One sentence or more, such as `term "alignment" with "Beijing" in topic China alignment`.
    pub because: Clean,
    /// Where the rule is written.
    pub rule: Option<RulePlace>,
    /// The words of the article that the rule met, in text order.
    pub hits: Vec<Span>,
}

/// Where a rule is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePlace {
    /// The rule file, as shown.
    pub file: Clean,
    /// The line, from 1.
    pub line: u32,
}

impl Point {
    /// Where it leads, if anywhere.
    pub fn anchor(&self) -> Option<Anchor> {
        match self {
            Self::Found { anchor, .. } => Some(*anchor),
            Self::Written { anchor, .. } => *anchor,
        }
    }

    /// Why it is here.
    pub fn reason(&self) -> &Reason {
        match self {
            Self::Found { reason, .. } | Self::Written { reason, .. } => reason,
        }
    }

    /// Whether it was found and not written.
    pub fn is_found(&self) -> bool {
        matches!(self, Self::Found { .. })
    }

    /// The quotation that the article does not hold.
    pub fn unanchored(&self) -> Option<&Clean> {
        match self {
            Self::Found { .. } => None,
            Self::Written { unanchored, .. } => unanchored.as_ref(),
        }
    }
}
