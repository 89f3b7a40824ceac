//! An article to a briefing: its summary, agenda and tensions are found in it, the same on every run.
//!
//! Every line found is a place in the text with the reason it was found. It knows no file format and opens nothing.

mod agenda;
mod contrast;
mod cues;
mod enumeration;
mod heads;
mod lexicon;
mod overlay;
mod place;
mod poles;
mod quote;
mod rules;
mod strain;
mod summary;
mod tensions;
mod topics;
mod unit;

pub use overlay::overlay;
pub use rules::Rules;
pub use topics::TopicRule;

use std::sync::Arc;

use crate::model::{Article, Briefing};

/// The briefing that `rules` find in `article`.
pub fn brief(article: Arc<Article>, rules: &Rules) -> Briefing {
    let lower = article.text.to_ascii_lowercase();
    Briefing {
        summary: summary::summary(&article, &lower),
        agenda: agenda::agenda(&article, &lower, &rules.taxonomy),
        tensions: tensions::tensions(&article, &lower, &rules.cues),
        ..Briefing::bare(article)
    }
}
