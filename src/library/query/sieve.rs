//! The filters of a query over a whole library: what was found of one topic or outlet is not looked for again.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Query;
use super::filter::{Filter, Known, Test, is_called};
use crate::library::{Card, TopicName};

/// How many names a filter remembers: more than a taxonomy has topics, or a library outlets. Beyond it each is looked at again.
const REMEMBERED: usize = 1024;

/// A query's filters on their way through many cards that share their topics.
#[derive(Debug)]
pub struct Sieve<'a> {
    rows: Vec<Row<'a>>,
}

/// A filter, and what it said of the names it met.
#[derive(Debug)]
struct Row<'a> {
    filter: &'a Filter,
    /// By where they lie: the cards are borrowed as long as the sieve, so another topic can't lie there meanwhile.
    topics: BTreeMap<*const TopicName, bool>,
    outlets: BTreeMap<&'a str, bool>,
}

impl<'a> Sieve<'a> {
    /// The sieve of `query`.
    pub fn new(query: &'a Query) -> Self {
        let row = |filter| Row { filter, topics: BTreeMap::new(), outlets: BTreeMap::new() };
        Self { rows: query.filters.iter().map(row).collect() }
    }

    /// What [`Query::admits`] says.
    pub fn admits(&mut self, card: &'a Card, known: Known) -> bool {
        self.rows.iter_mut().all(|row| row.admits(card, known))
    }
}

impl<'a> Row<'a> {
    fn admits(&mut self, card: &'a Card, known: Known) -> bool {
        let Self { filter, topics, outlets } = self;
        let meets = match (&filter.test, &card.outlet) {
            (Test::Topic(words), _) => {
                let mut all = card.topics.iter().map(|count| &count.topic);
                all.any(|topic| remembered(topics, Arc::as_ptr(topic), || is_called(topic, words)))
            }
            (Test::Outlet(words), Some(outlet)) => remembered(outlets, &**outlet, || words.stands_in(outlet)),
            _ => return filter.admits(card, known),
        };
        meets != filter.not
    }
}

fn remembered<K: Ord>(verdicts: &mut BTreeMap<K, bool>, name: K, look: impl FnOnce() -> bool) -> bool {
    if let Some(verdict) = verdicts.get(&name) {
        return *verdict;
    }
    let verdict = look();
    if verdicts.len() < REMEMBERED {
        verdicts.insert(name, verdict);
    }
    verdict
}
