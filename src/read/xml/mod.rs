//! XML, as far as the formats that are written in it need it.
//!
//! A file is one tree of elements and text. Nothing is fetched, no entity of a file's own is expanded, and a file that breaks off or is not
//! well-formed gives what could be read of it, with a note.

mod characters;
mod flow;
mod parse;
mod root;
mod tree;

pub(super) use characters::characters;
pub(super) use flow::parts;
pub(super) use parse::parse;
pub(super) use root::root;
pub(super) use tree::Node;
