//! Where following begins: a line of a briefing, or a choice among the topics of the library.

use std::sync::Arc;

use super::{Chooser, FollowView};
use crate::app::App;
use crate::app::event::Effect;
use crate::app::pages::Page;
use crate::app::sheet::Sheet;
use crate::library::follow::{TopicRow, Topics};
use crate::library::{Count, TopicName};
use crate::model::{Section, Topic};

impl App {
    /// Follows the topic of the chosen line of the agenda, else one that the chosen sentence is a line of; from a tension its tensions.
    pub(in crate::app) fn follow_from_reader(&mut self) -> Vec<Effect> {
        let Some(reader) = self.reader() else { return Vec::new() };
        let tensions = reader.focus() == Section::Tensions;
        let row = |topic: &Topic| TopicRow {
            topic: Arc::new(TopicName { id: topic.id.clone(), label: topic.label.clone() }),
            count: Count { points: topic.points.len(), articles: 1 },
        };
        let here: Vec<TopicRow> = reader.topics_here().into_iter().map(row).collect();
        let all: Vec<TopicRow> = reader.briefing().agenda.iter().map(row).collect();
        match (&*here, &*all) {
            ([only], _) => self.follow(&only.topic.clone(), tensions),
            ([], []) => {
                self.tell("this article has no topic to follow");
                Vec::new()
            }
            ([], _) => self.choose_among(all, tensions, "This is a line of no topic; follow which of the article?"),
            _ => self.choose_among(here, tensions, "Follow which topic of this line?"),
        }
    }

    /// Asks which topic of the library to follow.
    pub(in crate::app) fn follow_any(&mut self) -> Vec<Effect> {
        let topics = Topics::of(&self.shelf.entries);
        if topics.all().is_empty() {
            self.tell("no article has been read yet that has a topic");
            return Vec::new();
        }
        self.choose_among(topics.all().to_vec(), false, "Follow which topic? (type to filter)")
    }

    fn choose_among(&mut self, topics: Vec<TopicRow>, tensions: bool, title: &str) -> Vec<Effect> {
        self.sheet = Some(Sheet::topics(title, Chooser::new(topics, tensions)));
        Vec::new()
    }

    /// Follows `topic`: its lines, or its `tensions`.
    pub(in crate::app) fn follow(&mut self, topic: &TopicName, tensions: bool) -> Vec<Effect> {
        self.stamps += 1;
        let view = FollowView::new(topic, &self.shelf.entries, tensions, self.stamps);
        if view.is_empty() {
            let what = if tensions { "tensions on it" } else { "lines on it" };
            self.tell(format!("{}: no article of the list has {what}, as far as they are read", topic.label));
            return Vec::new();
        }
        self.show_page(Page::Follow(Box::new(view)));
        Vec::new()
    }
}
