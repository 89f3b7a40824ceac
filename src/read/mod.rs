//! Bytes to an article or to what a briefing file says.
//!
//! Reading takes bytes and a name, never a path, and never fails: what it cannot make sense of becomes a note. It knows nothing
//! of topics and tensions.

mod compose;
mod cruft;
mod date;
mod dateline;
mod flow;
mod format;
mod head;
mod lines;
mod meta;
mod names;
mod page;
mod path;
mod plain;
mod shape;
mod written;

pub use cruft::CruftRules;
pub use format::{Format, recognise};
pub use plain::plain;
pub use written::written;
