//! Many articles: how they are listed and kept, what is asked of them, and which of them tell one story.

mod alike;
mod archive;
mod broken;
mod divided;
mod entries;
mod filters;
mod folded;
mod kept;
mod outlined;
mod pipe;
mod query;
mod tellings;
mod words;

use attache::library::query::{Fault, Query};
use attache::text::Clean;

pub fn query(line: &str) -> Query {
    parse(line).0
}

pub fn parse(line: &str) -> (Query, Vec<Fault>) {
    Query::parse(&Clean::from(line))
}
