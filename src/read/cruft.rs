//! What scraping leaves in a text besides the article, by rules a user can extend.

use std::cell::RefCell;

use crate::form::{Complaint, Source};

/// The cruft rules, compiled.
#[derive(Debug, Default)]
pub struct CruftRules {}

impl CruftRules {
    /// The name and the text of the rules that attache ships.
    pub const SHIPPED: (&'static str, &'static str) = ("cruft.toml", include_str!("../../assets/cruft.toml"));

    /// The rules of `sources`, later files over earlier ones; what is wrong in them is added to `complaints`.
    pub fn new(_sources: &[Source<'_>], _complaints: &RefCell<Vec<Complaint>>) -> Self {
        Self {}
    }
}
