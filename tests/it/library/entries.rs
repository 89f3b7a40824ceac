//! The list of a library: its orders, and how it takes in what is learnt.

use std::collections::BTreeSet;
use std::sync::Arc;

use attache::library::{Card, Entries, Entry, EntryId, EntrySet, Order, State, TopicCount, TopicName};
use attache::model::Date;
use attache::text::Clean;
use proptest::prelude::*;

fn entry(id: u32, state: State) -> Entry {
    Entry { state, ..Entry::waiting(EntryId(id), format!("{id}.txt").into()) }
}

/// An entry of this day of March 2026 (0 for none), outlet and leading topic (empty for none).
fn ready(id: u32, day: i8, outlet: &str, topic: &str) -> Entry {
    let name = |label: &str| Arc::new(TopicName { id: label.into(), label: label.into() });
    let card = Card {
        date: Date::new(2026, 3, day).ok(),
        outlet: Some(Clean::from(outlet)).filter(|outlet| !outlet.is_empty()),
        topics: (!topic.is_empty()).then(|| TopicCount { topic: name(topic), points: 1 }).into_iter().collect(),
        ..Card::default()
    };
    entry(id, State::Ready(Arc::new(card)))
}

fn ids(entries: &Entries) -> Vec<u32> {
    entries.listed().iter().map(|entry| entry.id.0).collect()
}

#[test]
fn newest_first_and_what_cannot_be_read_last() {
    let mut entries = Entries::waiting(["a", "b", "c", "d", "e"].map(Into::into));
    entries.learn(vec![entry(0, State::Bad("not text".into())), ready(1, 3, "", ""), ready(2, 0, "", ""), ready(3, 9, "", "")]);
    assert_eq!(ids(&entries), [3, 1, 2, 4, 0]);
    entries.learn(vec![entry(3, State::Gone), ready(7, 4, "", "")]);
    assert_eq!(ids(&entries), [7, 1, 2, 4, 0]);
    // Of what is told twice at once, the last holds.
    entries.learn(vec![ready(8, 1, "", ""), ready(7, 4, "", ""), ready(8, 6, "", ""), entry(7, State::Gone)]);
    assert_eq!(ids(&entries), [8, 1, 2, 4, 0]);
}

#[test]
fn each_order_has_its_groups() {
    let mut entries = Entries::default();
    entries.learn(vec![
        ready(0, 1, "Hill Courier", "Trade"),
        ready(1, 2, "", "Defence"),
        ready(2, 3, "Bay Post", ""),
        ready(3, 4, "Bay Post", "Trade"),
        entry(4, State::Bad("not text".into())),
    ]);
    let mut groups = |order: Order| {
        entries.sort(order);
        let all = entries.listed().iter().map(|entry| format!("{} {}", order.group(entry), entry.id.0));
        all.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(groups(Order::Date), "March 2026 3, March 2026 2, March 2026 1, March 2026 0, Can't be read 4");
    assert_eq!(groups(Order::Outlet), "Bay Post 3, Bay Post 2, Hill Courier 0, No outlet 1, Can't be read 4");
    assert_eq!(groups(Order::Topic), "Defence 1, Trade 3, Trade 0, No topic 2, Can't be read 4");
}

proptest! {
    #[test]
    fn whatever_is_learnt_in_whatever_batches_the_list_is_as_if_learnt_at_once(
        news in prop::collection::vec((0..20u32, 0..6i8, 0..3usize, 0..5u8), 0..40),
        batch in 1..7usize,
        order in 0..3usize,
    ) {
        let order = Order::ALL[order];
        let news: Vec<Entry> = news.into_iter().map(|(id, day, name, kind)| match kind {
            0 => entry(id, State::Gone),
            1 => entry(id, State::Bad("no".into())),
            _ => ready(id, day, ["", "Bay Post", "Hill Courier"][name], ["Trade", "", "Defence"][name]),
        }).collect();
        let mut entries = Entries::default();
        entries.sort(order);
        for batch in news.chunks(batch) {
            // Of two news of one entry in a batch the later counts.
            let mut own: Vec<Entry> = Vec::new();
            for entry in batch {
                own.retain(|known| known.id != entry.id);
                own.push(entry.clone());
            }
            entries.learn(own);
        }
        let mut last: Vec<Entry> = Vec::new();
        for entry in news {
            last.retain(|known| known.id != entry.id);
            last.push(entry);
        }
        last.retain(|entry| entry.state != State::Gone);
        let mut plain = Entries::default();
        plain.learn(last);
        plain.sort(order);
        prop_assert_eq!(entries.listed(), plain.listed());
        for two in entries.listed().windows(2) {
            prop_assert_eq!(order.is_one_group(&two[0], &two[1]), order.group(&two[0]) == order.group(&two[1]));
        }
    }
}

proptest! {
    #[test]
    fn a_set_holds_what_was_put_into_it(one in prop::collection::btree_set(0u32..300, 0..40), other in prop::collection::btree_set(0u32..300, 0..40)) {
        let set = |ids: &BTreeSet<u32>| ids.iter().copied().map(EntryId).collect::<EntrySet>();
        let plainly = |set: &EntrySet| set.iter().map(|id| id.0).collect::<BTreeSet<_>>();
        prop_assert_eq!(plainly(&set(&one)), one.clone());
        prop_assert!((0..300).all(|id| set(&one).has(EntryId(id)) == one.contains(&id)));
        let (mut both, mut without, mut all) = (set(&one), set(&one), set(&one));
        both.keep(&set(&other), false);
        without.keep(&set(&other), true);
        all.add(&set(&other));
        prop_assert_eq!(plainly(&both), &one & &other);
        prop_assert_eq!(plainly(&without), &one - &other);
        prop_assert_eq!(plainly(&all), &one | &other);
        prop_assert_eq!(set(&one) == set(&other), one == other);
    }
}
