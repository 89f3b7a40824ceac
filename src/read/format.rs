//! What some bytes are, told by their name, and by their content where they have none.

use super::written::KEYS;
use crate::text::decode::Decoded;

/// What some bytes turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An article in plain text.
    Plain,
    /// A briefing file.
    Briefing,
}

/// What `name` and the beginning of `decoded` say the format is.
///
/// A name that ends in `.toml` is a briefing file; one without an ending, as standard input has none, is one if it begins as a
/// briefing file does.
pub fn recognise(name: &str, decoded: &Decoded<'_>) -> Format {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let briefing = match file.rsplit_once('.') {
        Some((_, extension)) => extension.eq_ignore_ascii_case("toml"),
        None => begins_as_briefing(&decoded.text),
    };
    if briefing { Format::Briefing } else { Format::Plain }
}

/// Whether the first line that is neither blank nor a comment sets a known key or opens a known table.
fn begins_as_briefing(text: &str) -> bool {
    let Some(line) = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')) else {
        return false;
    };
    let key = match line.strip_prefix("[[").and_then(|rest| rest.split_once("]]")) {
        Some((name, _)) => Some(name),
        None => line.split_once('=').map(|(key, _)| key),
    };
    key.is_some_and(|key| KEYS.contains(&key.trim()))
}
