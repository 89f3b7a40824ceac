//! The topics of a library, with how much there is of each, and the one that somebody means by a name.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

use crate::library::{Count, Entries, TopicName};
use crate::text::terms::terms;

/// The topics of a library, those of the most articles first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topics(Vec<TopicRow>);

/// A topic of a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicRow {
    /// Its id, with the label that the most articles give it.
    pub topic: Arc<TopicName>,
    /// Its lines, and the articles that have them.
    pub count: Count,
}

/// How like a topic's name another one must be (Jaro-Winkler, 0 to 1) to be named in its place.
const LIKENESS: f64 = 0.7;

impl Topics {
    /// All topics that have lines in `entries`.
    pub fn of(entries: &Entries) -> Self {
        let cards = entries.listed().iter().filter_map(|entry| entry.card());
        let counts = cards.flat_map(|card| &card.topics).filter(|count| count.points > 0);
        let row = |topic, points: u32| TopicRow { topic, count: Count { points: points as usize, articles: 1 } };
        let mut rows: Vec<TopicRow> = Vec::new();
        let mut all: Vec<(&Arc<TopicName>, u32)> = counts.map(|count| (&count.topic, count.points)).collect();
        // A library shares its names: by where they lie, most rows fall together without a look at a letter.
        all.sort_unstable_by_key(|(topic, _)| Arc::as_ptr(topic));
        for (topic, points) in all {
            match rows.last_mut().filter(|last| Arc::ptr_eq(&last.topic, topic)) {
                Some(last) => last.add(Count { points: points as usize, articles: 1 }),
                None => rows.push(row(Arc::clone(topic), points)),
            }
        }
        // One name may have lain in several places.
        rows.sort_unstable_by(|one, other| one.topic.cmp(&other.topic));
        merge(&mut rows, |one, other| one == other);
        rows.sort_by(|one, other| one.topic.id.cmp(&other.topic.id).then(other.count.articles.cmp(&one.count.articles)));
        merge(&mut rows, |one, other| one.id == other.id);
        rows.sort_by(|one, other| one.rank().cmp(&other.rank()).then_with(|| one.topic.cmp(&other.topic)));
        Self(rows)
    }

    /// All of them.
    pub fn all(&self) -> &[TopicRow] {
        &self.0
    }

    /// The topic whose id is `name`, else the one whose label is, else one that has the same letters and digits (`s 400` for
    /// S-400); capitals do not count, and of several the one of the most articles is it.
    pub fn named(&self, name: &str) -> Option<&TopicRow> {
        let lower = name.trim().to_lowercase();
        let bare: Vec<Cow<'_, str>> = terms(name).map(|(_, term)| term).collect();
        let same = |text: &str| !bare.is_empty() && terms(text).map(|(_, term)| term).eq(bare.iter().cloned());
        let find = |is: &dyn Fn(&TopicName) -> bool| self.0.iter().find(|row| is(&row.topic));
        find(&|topic| topic.id.to_lowercase() == lower)
            .or_else(|| find(&|topic| topic.label.to_lowercase() == lower))
            .or_else(|| find(&|topic| same(&topic.id) || same(&topic.label)))
    }

    /// At most `most` topics that may be meant by `name`: those that hold it first, then those that are like it, the likest first.
    pub fn nearest(&self, name: &str, most: usize) -> Vec<&TopicRow> {
        let lower = name.trim().to_lowercase();
        let like = |text: &str| {
            let text = text.to_lowercase();
            if !lower.is_empty() && text.contains(&lower) { 1.0 } else { strsim::jaro_winkler(&text, &lower) }
        };
        let rows = self.0.iter().map(|row| (like(&row.topic.id).max(like(&row.topic.label)), row));
        let mut near: Vec<(f64, &TopicRow)> = rows.filter(|(like, _)| *like >= LIKENESS).collect();
        near.sort_by(|one, other| other.0.total_cmp(&one.0));
        near.into_iter().map(|(_, row)| row).take(most).collect()
    }
}

impl TopicRow {
    fn add(&mut self, count: Count) {
        self.count.points += count.points;
        self.count.articles += count.articles;
    }

    /// The most articles come first, then the most lines.
    fn rank(&self) -> Reverse<(usize, usize)> {
        Reverse((self.count.articles, self.count.points))
    }
}

/// Makes one row of neighbours that are the same; the first gives it its name.
fn merge(rows: &mut Vec<TopicRow>, same: impl Fn(&TopicName, &TopicName) -> bool) {
    rows.dedup_by(|next, before| {
        let one = same(&before.topic, &next.topic);
        if one {
            before.add(next.count);
        }
        one
    });
}
