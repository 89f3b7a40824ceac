//! The course of a topic: the articles that have it by date, its months, its silences.

use std::cmp::Reverse;

use super::{Month, Months, Silence};
use crate::library::{Count, Entries, Entry, TopicName};
use crate::model::Date;

/// The course of one topic through a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The topic, as the most articles call it.
    pub topic: TopicName,
    stops: Vec<Stop>,
    count: Count,
    months: Months,
    silences: Vec<Silence>,
    since: Option<Silence>,
}

/// An article that has the topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which one.
    pub entry: Entry,
    /// How many lines the topic has in it.
    pub points: u32,
}

impl Course {
    /// The course of `topic` through `entries`; topics are the same where their ids are. A topic without a line in an article is none of
    /// its topics.
    pub fn of(topic: &TopicName, entries: &Entries) -> Self {
        let mut stops = Vec::new();
        let mut others: Vec<Month> = Vec::new();
        for (entry, card) in entries.listed().iter().filter_map(|entry| Some((entry, entry.card()?))) {
            others.extend(card.date.map(Month::of));
            // A briefing file may name one topic twice.
            let own = card.topics.iter().filter(|count| count.topic.id == topic.id);
            let points = own.fold(0, |sum: u32, count| sum.saturating_add(count.points));
            if points > 0 {
                stops.push(Stop { entry: entry.clone(), points });
            }
        }
        others.sort_unstable();
        let within =
            |from: Month, to: Month| others.partition_point(|month| *month <= to) - others.partition_point(|month| *month < from);
        stops.sort_unstable_by_key(|stop| (stop.date().is_none(), stop.date(), stop.entry.id));
        let dated = stops.iter().filter_map(|stop| Some((Month::of(stop.date()?), stop.count())));
        let months = Months::new(dated);
        let spoken: Vec<Month> = months.all().filter(|(_, count)| count.points > 0).map(|(month, _)| month).collect();
        let next = spoken.iter().skip(1);
        let silences = spoken.iter().zip(next).filter_map(|(one, next)| Silence::between(*one, *next, within)).collect();
        let newest = others.last().map(|month| month.plus(1));
        let since = spoken.last().zip(newest).and_then(|(last, newest)| Silence::between(*last, newest, within));
        let count = stops
            .iter()
            .fold(Count::default(), |sum, stop| Count { points: sum.points + stop.points as usize, articles: sum.articles + 1 });
        Self { topic: topic.clone(), stops, count, months, silences, since }
    }

    /// The articles that have it, the oldest first or the newest; within a day as they were numbered, those without a date last.
    pub fn stops(&self, oldest_first: bool) -> Vec<Stop> {
        let mut stops = self.stops.clone();
        if !oldest_first {
            stops.sort_by_key(|stop| (stop.date().is_none(), Reverse(stop.date())));
        }
        stops
    }

    /// Lines and articles in all.
    pub fn count(&self) -> Count {
        self.count
    }

    /// How many of the articles say no date.
    pub fn undated(&self) -> usize {
        self.stops.iter().filter(|stop| stop.date().is_none()).count()
    }

    /// When it was seen first and last; none where no article of it has a date.
    pub fn seen(&self) -> Option<[Date; 2]> {
        let mut dates = self.stops.iter().filter_map(Stop::date);
        let first = dates.next()?;
        Some([first, dates.next_back().unwrap_or(first)])
    }

    /// Its months.
    pub fn months(&self) -> &Months {
        &self.months
    }

    /// The silences between months with lines, in order.
    pub fn silences(&self) -> &[Silence] {
        &self.silences
    }

    /// The silence from the last line on to the newest article of the library.
    pub fn since(&self) -> Option<Silence> {
        self.since
    }

    /// The silence that lies between two dates of articles, whichever is the later.
    pub fn silence_between(&self, one: Date, other: Date) -> Option<Silence> {
        let (before, after) = (Month::of(one.min(other)), Month::of(one.max(other)));
        let at = self.silences.partition_point(|silence| silence.from <= before);
        self.silences.get(at).filter(|silence| silence.to < after).copied()
    }
}

impl Stop {
    /// Its date.
    pub fn date(&self) -> Option<Date> {
        self.entry.card().and_then(|card| card.date)
    }

    /// Whether there are tensions in it, of this topic or of others: which, only the article knows.
    pub fn has_tensions(&self) -> bool {
        self.entry.card().is_some_and(|card| card.tensions > 0)
    }

    fn count(&self) -> Count {
        Count { points: self.points as usize, articles: 1 }
    }
}
