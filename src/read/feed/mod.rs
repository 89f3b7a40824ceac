//! Feeds: RSS of all versions, Atom and JSON Feed. Each entry is an article, what the feed says of itself holds for all of them.

mod atom;
mod entry;
mod json_feed;
mod rss;

pub(super) use atom::{atom, is_atom};
pub(super) use json_feed::{is_json_feed, json_feed};
pub(super) use rss::{is_rss, rss};
