//! Many articles and briefings: what is remembered of each without its text, and their order.
//!
//! It opens no file itself; the program around it does, and hands in what it found.

mod card;
mod entry;
mod tally;

pub use card::Card;
pub use entry::{Entries, Entry, EntryId, State};
pub use tally::{Changes, Count, Tally, TopicChange};
