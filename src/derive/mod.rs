//! An article to a briefing: its summary, agenda and tensions are found in it, the same on every run.
//!
//! Every line found is a place in the text with the reason it was found. It knows no file format and opens nothing.

mod agenda;
mod base_forms;
mod begun;
mod border;
mod contrast;
mod cues;
mod enumeration;
mod evidence;
mod foreign;
mod forms;
mod grammar;
mod heads;
mod key_terms;
mod language;
mod lexicon;
mod many;
mod opening;
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

use crate::model::{Article, Briefing, Language, Note, NoteKind, Outline};

/// The briefing that `rules` find in `article`; in a text that is not in English, what the rules for its language find.
pub fn brief(article: Arc<Article>, rules: &Rules) -> Briefing {
    let language = language::language(&article);
    let foreign = foreign(language);
    let remark = foreign.and_then(|language| {
        let (topics, cues) = rules.foreign.has(language);
        language::remark(language, topics, cues)
    });
    let rules = foreign.map_or(rules, |language| rules.foreign.of(language));
    let begun = begun::begun(&article);
    let reading = Reading::new(begun.as_ref().unwrap_or(&article));
    let summary = summary::summary(&reading);
    let (agenda, all) = agenda::agenda(&reading, &rules.taxonomy);
    let tensions = tensions::tensions(&reading, &rules.cues);
    let mut briefing = Briefing { language, summary, agenda, tensions, ..Briefing::bare(article) };
    briefing.notes.extend(remark.map(|remark| Note::new(NoteKind::Language, remark)));
    briefing.notes.extend(begun::remark(&briefing.agenda));
    briefing.notes.extend((!all).then(begun::too_many_terms));
    briefing.notes.extend(begun.as_ref().map(begun::note));
    briefing
}

/// How much `rules` find in `article`: the counts of its [`brief`]ing for a part of the work. No sentence is chosen for a summary, and
/// no reason put into words.
pub fn outline(article: &Article, rules: &Rules) -> Outline {
    let rules = foreign(language::language(article)).map_or(rules, |language| rules.foreign.of(language));
    let begun = begun::begun(article);
    let reading = Reading::new(begun.as_ref().unwrap_or(article));
    Outline { agenda: agenda::outline(&reading, &rules.taxonomy), tensions: tensions::count(&reading, &rules.cues) }
}

/// The language whose own rules are asked.
fn foreign(language: Option<Language>) -> Option<Language> {
    language.filter(|language| *language != Language::ENGLISH)
}
