//! Many articles and briefings: what is remembered of each without its text, their order, which of them tell one story, and the tray
//! of lines taken out of them.
//!
//! It opens no file itself; the program around it does, and hands in what it found.

pub mod alike;
mod card;
mod entry;
mod tally;
pub mod tray;

pub use card::{Card, TopicCount, TopicName};
pub use entry::{Entries, Entry, EntryId, State};
pub use tally::{Changes, Count, Tally, TopicChange};
