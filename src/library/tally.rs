//! How much was found in one briefing or in many, and what another way of finding changes.

use crate::model::Briefing;
use crate::text::Clean;
use crate::text::wrap::columns;

/// How often something was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Lines.
    pub points: usize,
    /// Articles that have such lines.
    pub articles: usize,
}

/// The counts of briefings, topic by topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Id, label and count, in the order they were first met.
    topics: Vec<(Clean, Clean, Count)>,
    tensions: Count,
}

/// One topic counted twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicChange {
    /// The topic's id.
    pub id: Clean,
    /// Its label.
    pub label: Clean,
    /// Before and after.
    pub counts: [Count; 2],
}

/// What is found after a change of the rules, against what was found before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// All topics found before or after, those of after first.
    pub topics: Vec<TopicChange>,
    /// The tensions, before and after.
    pub tensions: [Count; 2],
}

impl Count {
    fn add(&mut self, points: usize) {
        self.points += points;
        self.articles += usize::from(points > 0);
    }
}

impl Tally {
    /// The counts of one briefing.
    pub fn of(briefing: &Briefing) -> Self {
        let mut tally = Self::default();
        tally.add(briefing);
        tally
    }

    /// Adds the counts of one more briefing.
    pub fn add(&mut self, briefing: &Briefing) {
        for topic in &briefing.agenda {
            let at = self.topics.iter().position(|(id, ..)| *id == topic.id).unwrap_or(self.topics.len());
            if at == self.topics.len() {
                self.topics.push((topic.id.clone(), topic.label.clone(), Count::default()));
            }
            self.topics.get_mut(at).into_iter().for_each(|(.., count)| count.add(topic.points.len()));
        }
        self.tensions.add(briefing.tensions.len());
    }

    /// What is other in `after`.
    pub fn changes(&self, after: &Self) -> Changes {
        let known = |id: &Clean, tally: &Self| tally.topics.iter().find(|(other, ..)| other == id).map(|(.., count)| *count);
        let gone = self.topics.iter().filter(|(id, ..)| known(id, after).is_none());
        let topics = after.topics.iter().chain(gone).map(|(id, label, _)| TopicChange {
            id: id.clone(),
            label: label.clone(),
            counts: [self, after].map(|tally| known(id, tally).unwrap_or_default()),
        });
        Changes { topics: topics.collect(), tensions: [self.tensions, after.tensions] }
    }
}

impl TopicChange {
    /// Whether the counts are not the same.
    pub fn is_change(&self) -> bool {
        let [before, after] = self.counts;
        before != after
    }
}

impl Changes {
    /// The topics whose counts are not the same.
    pub fn changed(&self) -> impl Iterator<Item = &TopicChange> {
        self.topics.iter().filter(|topic| topic.is_change())
    }

    /// Whether any count is not the same.
    pub fn any(&self) -> bool {
        let [before, after] = self.tensions;
        before != after || self.changed().next().is_some()
    }

    /// The changes of one article in a line: `Trade 4 -> 6, Energy 3 new, Ports gone, 1 tension fewer`.
    pub fn in_words(&self) -> Clean {
        let mut parts: Vec<Clean> = self.changed().map(in_words).collect();
        let [before, after] = self.tensions.map(|count| count.points);
        if before != after {
            let many = before.abs_diff(after);
            let noun = if many == 1 { "tension" } else { "tensions" };
            parts.push(format!("{many} {noun} {}", if after > before { "more" } else { "fewer" }).into());
        }
        let parts: Vec<&str> = parts.iter().map(|part| &**part).collect();
        if parts.is_empty() { "nothing changes here".into() } else { parts.join(", ").into() }
    }

    /// A heading and a row for each topic that changes (or for `all` of them) and one for the tensions, set in columns: points and, of
    /// `many` articles, in how many they stand.
    pub fn table(&self, all: bool, many: bool) -> Vec<Clean> {
        let topics = self.topics.iter().filter(|topic| all || topic.is_change());
        let [before, after] = self.tensions;
        let mut rows: Vec<[Clean; 3]> = vec![["topic", "points", "articles"].map(Clean::from)];
        rows.extend(topics.map(|topic| cells(&topic.label, topic.counts)));
        if all || before != after {
            rows.push(cells("Tensions", self.tensions));
        }
        let wide = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| columns(cell)).max().unwrap_or(0);
        let (labels, points) = (wide(0), wide(1));
        let row = |[label, count, articles]: &[Clean; 3]| {
            let articles = if many { format!("{:points$}  {articles}", &**count) } else { count.to_string() };
            Clean::from(format!("{label}{}  {articles}", " ".repeat(labels - columns(label))).trim_end())
        };
        rows.iter().map(row).collect()
    }
}

fn cells(label: &str, [before, after]: [Count; 2]) -> [Clean; 3] {
    let both =
        |one: usize, other: usize| if one == other { Clean::from(one.to_string()) } else { format!("{one} -> {other}").into() };
    [label.into(), both(before.points, after.points), both(before.articles, after.articles)]
}

fn in_words(topic: &TopicChange) -> Clean {
    let words = match topic.counts.map(|count| count.points) {
        [0, after] => format!("{} new ({after})", topic.label),
        [before, 0] => format!("{} gone ({before})", topic.label),
        [before, after] => format!("{} {before} -> {after}", topic.label),
    };
    words.into()
}
