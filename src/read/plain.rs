//! A plain-text article: its paragraphs, its fields and what was cruft.

use super::CruftRules;
use crate::model::Article;
use crate::text::Clean;
use crate::text::decode::Decoded;

/// The article in `decoded`, which is called `origin` when it is shown.
pub fn plain(origin: Clean, decoded: &Decoded<'_>, _rules: &CruftRules) -> Article {
    Article { origin, text: Clean::from(decoded.text.as_ref()), ..Article::default() }
}
