//! One topic followed through many articles: when they speak of it, how often, and when they are silent.
//!
//! All of it is counted from cards; the words of a line are its article's, and are read when somebody looks at it. It opens nothing
//! and lays nothing out.

mod course;
mod month;
mod months;
mod silence;
mod topics;

pub use course::{Course, Stop};
pub use month::Month;
pub use months::{Cell, Months, bars};
pub use silence::{SILENCE, Silence};
pub use topics::{TopicRow, Topics};
