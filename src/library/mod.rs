//! Many articles and briefings: what is remembered of each without its text, their order, what a search asks of them, the course of a
//! topic through them, which of them tell one story, the user's marks on them, and the tray of lines taken out of them.
//!
//! It opens no file itself; the program around it does, and hands in what it found.

pub mod alike;
mod card;
mod entries;
mod entry;
mod entry_set;
mod fold;
pub mod follow;
mod history;
mod hit;
pub mod marks;
mod order;
mod progress;
pub mod query;
mod rank;
mod searched;
mod sought;
mod tally;
pub mod tray;

pub use card::{Card, Names, TopicCount, TopicName};
pub use entries::Entries;
pub use entry::{Entry, EntryId, State};
pub use entry_set::EntrySet;
pub use fold::Fold;
pub use history::{Changing, History};
pub use hit::Hit;
pub use order::Order;
pub use progress::{Progress, thousands};
pub use rank::Rank;
pub use searched::{blocks, searched};
pub use sought::Sought;
pub use tally::{Changes, Count, Tally, TopicChange};
