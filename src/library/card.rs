//! What is remembered of a briefing without its text.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Article, Briefing, ContentId, Date, Outline};
use crate::text::Clean;

/// What a list shows of a briefing, and what its filters ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The headline; where the article has none, its first words.
    pub headline: Clean,
    /// The outlet.
    pub outlet: Option<Clean>,
    /// The publication date.
    pub date: Option<Date>,
    /// The topics, in their order.
    pub topics: Box<[TopicCount]>,
    /// How many tensions.
    pub tensions: u32,
    /// The id of the format the article was read as, such as `html`.
    pub format: Option<&'static str>,
    /// Whether it comes from a briefing file.
    pub written: bool,
    /// How many written lines have a quotation that the article does not hold.
    pub unanchored: u32,
    /// The beginning of the SHA-256 of the bytes it was read from, as it is shown.
    pub hash: Option<Clean>,
    /// What is in it, whatever it is called.
    pub content: ContentId,
}

/// A topic of a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicCount {
    /// Which one.
    pub topic: Arc<TopicName>,
    /// How many lines it has.
    pub points: u32,
}

/// How a topic is called. Many cards share one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TopicName {
    /// The name that rules, files and the command line use.
    pub id: Clean,
    /// The name that people read.
    pub label: Clean,
}

/// The names of topics, each once, so that a hundred thousand cards share them.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeSet<Arc<TopicName>>);

impl Names {
    /// Lets `card` share the names that others have.
    pub fn share(&mut self, card: &mut Card) {
        for count in &mut card.topics {
            match self.0.get(&count.topic) {
                Some(known) => count.topic = Arc::clone(known),
                None => drop(self.0.insert(Arc::clone(&count.topic))),
            }
        }
    }
}

/// How many characters of an article without a headline stand for one.
const FIRST_WORDS: usize = 100;

impl Card {
    /// The card of `briefing`.
    pub fn of(briefing: &Briefing) -> Self {
        let head = &briefing.head;
        let topic = |topic: &crate::model::Topic| TopicCount {
            topic: Arc::new(TopicName { id: topic.id.clone(), label: topic.label.clone() }),
            points: number(topic.points.len()),
        };
        Self {
            headline: headline(head.headline.as_ref(), &briefing.article),
            outlet: head.outlet.clone(),
            date: head.date,
            topics: briefing.agenda.iter().map(topic).collect(),
            tensions: number(briefing.tensions.len()),
            format: briefing.article.format,
            written: briefing.written,
            unanchored: number(briefing.unanchored()),
            hash: briefing.article.hash.clone(),
            content: briefing.article.content,
        }
    }

    /// The card of the briefing of `article` alone, of which `outline` has the counts.
    pub fn outlined(article: &Article, outline: Outline) -> Self {
        let fields = &article.fields;
        let topics = outline.agenda.into_iter().map(|topic| TopicCount {
            topic: Arc::new(TopicName { id: topic.id, label: topic.label }),
            points: number(topic.points),
        });
        Self {
            headline: headline(fields.headline.as_ref(), article),
            outlet: fields.outlet.clone(),
            date: fields.date.as_ref().map(|moment| moment.day),
            topics: topics.collect(),
            tensions: number(outline.tensions),
            format: article.format,
            written: false,
            unanchored: 0,
            hash: article.hash.clone(),
            content: article.content,
        }
    }
}

/// The headline on one line, or the first words of an article without one.
fn headline(said: Option<&Clean>, article: &Article) -> Clean {
    let first_words = || Clean::from(article.text.chars().take(FIRST_WORDS).collect::<String>());
    said.cloned().unwrap_or_else(first_words).one_line()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
