//! Bytes to an article or to what a briefing file says.
//!
//! Reading takes bytes and a name, never a path, and never fails: what it cannot make sense of becomes a note. It knows nothing
//! of topics and tensions.

mod articles;
mod assemble;
mod authors;
mod calendar;
mod carried;
mod compose;
mod cruft;
mod database;
mod date;
mod dateline;
mod draft;
mod feed;
mod file;
mod flow;
mod format;
mod gathered;
mod head;
mod html;
mod json;
mod lines;
mod mail;
mod markdown;
mod meta;
mod moment;
mod names;
mod office;
mod page;
mod path;
mod plain;
mod printed;
mod prose;
mod refused;
mod remarks;
mod rtf;
mod said;
mod shape;
mod typeset;
mod wire;
mod written;
mod xml;

pub use articles::Articles;
pub use cruft::CruftRules;
pub use file::File;
pub use format::{Format, recognise};
pub use plain::{plain, plain_owned};
pub use written::{too_long, written};
