//! What is remembered of a briefing without its text.

use crate::model::{Briefing, Date};
use crate::text::Clean;

/// What a list shows of a briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The headline; where the article has none, its first words.
    pub headline: Clean,
    /// The outlet.
    pub outlet: Option<Clean>,
    /// The publication date.
    pub date: Option<Date>,
    /// The labels of the topics, in their order.
    pub topics: Vec<Clean>,
    /// How many tensions.
    pub tensions: usize,
    /// The lines of the summary.
    pub summary: Vec<Clean>,
    /// Whether it comes from a briefing file.
    pub written: bool,
    /// How many written lines have a quotation that the article does not hold.
    pub unanchored: usize,
    /// The beginning of the SHA-256 of the article's bytes.
    pub hash: Option<Clean>,
}

/// How many characters of an article without a headline stand for one.
const FIRST_WORDS: usize = 100;

impl Card {
    /// The card of `briefing`.
    pub fn of(briefing: &Briefing) -> Self {
        let head = &briefing.head;
        let first_words = || Clean::from(briefing.article.text.chars().take(FIRST_WORDS).collect::<String>()).one_line();
        Self {
            headline: head.headline.clone().unwrap_or_else(first_words).one_line(),
            outlet: head.outlet.clone(),
            date: head.date,
            topics: briefing.agenda.iter().map(|topic| topic.label.clone()).collect(),
            tensions: briefing.tensions.len(),
            summary: briefing.summary.iter().map(|point| Clean::from(briefing.words(point))).collect(),
            written: briefing.written,
            unanchored: briefing.unanchored(),
            hash: briefing.article.hash.clone(),
        }
    }
}
