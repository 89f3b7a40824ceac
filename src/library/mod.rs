//! Many articles and briefings: what is remembered of each without its text, their order, the user's marks on
//! them, and the tray of lines taken out of them.
//!
//! It opens no file itself; the program around it does, and hands in what it found.

mod card;
mod entries;
mod entry;
mod history;
pub mod marks;
mod order;
mod tally;
pub mod tray;

pub use card::{Card, TopicCount, TopicName};
pub use entries::Entries;
pub use entry::{Entry, EntryId, State};
pub use history::{Changing, History};
pub use order::Order;
pub use tally::{Changes, Count, Tally, TopicChange};
