//! What a user types to search the library, and what it means for one article.
//!
//! A line is words, which are sought in headlines and texts, and filters, which ask a [`Card`]: all of it has to hold. The
//! meaning is given here by a plain look at one text or card, quick enough for a shelf, and what any index has to agree with. It
//! knows no index, no file and no screen.

mod clause;
mod dates;
mod fault;
mod field;
mod filter;
mod help;
mod parse;
mod pieces;
mod sieve;
mod words;

pub use clause::Clause;
pub use fault::Fault;
pub use filter::{Filter, Kind, Known, Test};
pub use help::HELP;
pub use sieve::Sieve;
pub use words::Words;

use super::Card;

/// A line that was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is sought in headline and text.
    pub words: Words,
    /// What is asked of the card, in the order of the line.
    pub filters: Box<[Filter]>,
}

impl Query {
    /// Whether nothing is asked, so that everything is found.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }

    /// Whether every filter lets the article of `card` through; for many cards, [`Sieve`] is quicker. The words are not asked: see
    /// [`Words::holds`].
    pub fn admits(&self, card: &Card, known: Known) -> bool {
        self.filters.iter().all(|filter| filter.admits(card, known))
    }
}
