//! An article to a briefing: its summary, agenda and tensions are found in it, the same on every run.
//!
//! Every line found is a place in the text with the reason it was found. It knows no file format and opens nothing.

mod agenda;
mod border;
mod contrast;
mod cues;
mod enumeration;
mod evidence;
mod forms;
mod grammar;
mod heads;
mod key_terms;
mod lexicon;
mod overlay;
mod phrases;
mod place;
mod poles;
mod quote;
mod reading;
mod rules;
mod stated;
mod stopwords;
mod strain;
mod stretch;
mod summary;
mod tensions;
mod tokens;
mod topic_file;
mod topics;
mod trim;
mod vocabulary;

pub use overlay::overlay;
pub use rules::Rules;
pub use topics::TopicRule;

use std::sync::Arc;

use reading::Reading;

use crate::model::{Article, Briefing};

/// The briefing that `rules` find in `article`.
pub fn brief(article: Arc<Article>, rules: &Rules) -> Briefing {
    let reading = Reading::new(&article);
    let summary = summary::summary(&reading);
    let agenda = agenda::agenda(&reading, &rules.taxonomy);
    let tensions = tensions::tensions(&reading, &rules.cues);
    Briefing { summary, agenda, tensions, ..Briefing::bare(article) }
}
