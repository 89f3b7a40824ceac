//! Bytes to an article or to what a briefing file says.
//!
//! Reading takes bytes and a name, never a path, and never fails: what it cannot make sense of becomes a note. It knows nothing
//! of topics and tensions.

mod cruft;
mod plain;
mod written;

pub use cruft::CruftRules;
pub use plain::plain;
pub use written::written;

use crate::text::decode::Decoded;

/// What some bytes turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An article in plain text.
    Plain,
    /// A briefing file.
    Briefing,
}

/// What `name` and the beginning of `decoded` say the format is: a name that ends in `.toml` is a briefing file.
pub fn recognise(name: &str, _decoded: &Decoded<'_>) -> Format {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    if extension.eq_ignore_ascii_case("toml") { Format::Briefing } else { Format::Plain }
}
