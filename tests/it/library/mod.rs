//! What is asked of many articles: the language of a search, its words in texts, its filters on cards.

mod entries;
mod filters;
mod kept;
mod query;
mod words;

use attache::library::query::{Fault, Query};
use attache::text::Clean;

pub fn query(line: &str) -> Query {
    parse(line).0
}

pub fn parse(line: &str) -> (Query, Vec<Fault>) {
    Query::parse(&Clean::from(line))
}
