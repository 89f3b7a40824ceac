//! The files a user writes: TOML read with its places, and what is wrong with it said by line, column and caret.
//!
//! Briefings, taxonomies, cues, cruft rules and key tables are all read through here, so an error looks the same in each. It
//! knows the shape of TOML, not what any key means.

mod complaint;
mod nearest;
mod syntax;
mod table;

pub use complaint::{Complaint, Severity, Source};
pub use nearest::nearest;
pub use table::{Item, Table, document};
