//! The filters of a search on cards.

use std::sync::Arc;

use attache::library::query::{Known, Sieve};
use attache::library::{Card, TopicCount, TopicName};
use attache::model::Date;

use super::query;

fn card() -> Card {
    let topic = |id: &str, label: &str| {
        let topic = Arc::new(TopicName { id: id.into(), label: label.into() });
        TopicCount { topic, points: 1 }
    };
    Card {
        outlet: Some("The Hill Courier".into()),
        date: Date::new(2025, 11, 28).ok(),
        topics: [topic("defence", "Defence and arms"), topic("s400", "Air-defence systems"), topic("economie", "Économie")]
            .into(),
        tensions: 2,
        format: Some("html"),
        ..Card::default()
    }
}

#[track_caller]
fn admitted(card: &Card, yes: &[&str], no: &[&str]) {
    let known = Known { read: true, marked: false };
    for (lines, expected) in [(yes, true), (no, false)] {
        for line in lines {
            let query = query(line);
            assert_eq!(query.admits(card, known), expected, "{line}");
            let mut sieve = Sieve::new(&query);
            assert_eq!([card; 2].map(|card| sieve.admits(card, known)), [expected; 2], "{line}");
        }
    }
}

#[test]
fn topics_and_outlets_by_their_words() {
    admitted(
        &card(),
        &[
            "",
            "peace",
            "topic:defence",
            "topic:arm",
            "topic:S400",
            "topic:air-def",
            "topic:\"defence AND a\"",
            "topic:econo",
            "-topic:trade",
        ],
        &["topic:efence", "topic:trade", "topic:\"arms defence\"", "-topic:def", "topic:arms topic:trade"],
    );
    admitted(&card(), &["outlet:courier", "outlet:\"the hill\"", "outlet:\"hill c\""], &["outlet:wire", "-outlet:hill"]);
    admitted(&Card::default(), &["-topic:a", "-outlet:a"], &["topic:a", "outlet:a"]);
}

#[test]
fn dates_by_year_month_and_day() {
    admitted(
        &card(),
        &[
            "date:2025",
            "date:2025-11",
            "date:2025-11-28",
            "after:2025",
            "after:2025-11-28",
            "before:2025-12",
            "before:2025-11-29",
        ],
        &[
            "date:2024",
            "date:2025-10",
            "date:2025-11-27",
            "after:2025-12",
            "after:2025-11-29",
            "before:2025-11",
            "before:2025-11-28",
        ],
    );
    admitted(&Card::default(), &["-date:2025", "-after:2025"], &["date:2025", "after:2025", "before:2025"]);
}

#[test]
fn what_it_is_and_what_was_done_with_it() {
    admitted(
        &card(),
        &["tension:yes", "type:html", "type:article", "read:yes", "marked:no", "-marked:yes"],
        &["tension:no", "type:docx", "type:briefing", "read:no", "marked:yes", "-type:html"],
    );
    let briefing = Card { written: true, ..Card::default() };
    admitted(&briefing, &["type:briefing", "tension:no"], &["type:article", "type:html", "tension:yes"]);
}

#[test]
fn a_sieve_tells_topics_and_outlets_apart_that_are_many() {
    let cards: Vec<Card> = (0..3000).map(numbered).collect();
    for line in ["topic:7", "topic:number", "outlet:7", "-outlet:7 topic:\"number 12\""] {
        let query = query(line);
        let mut sieve = Sieve::new(&query);
        for card in cards.iter().chain(&cards) {
            assert_eq!(sieve.admits(card, Known::default()), query.admits(card, Known::default()), "{line}");
        }
    }
}

/// A card with a topic and an outlet of its own.
fn numbered(number: usize) -> Card {
    let topic = TopicName { id: number.to_string().into(), label: format!("Number {number}").into() };
    let outlet = (!number.is_multiple_of(3)).then(|| format!("{} Courier", number / 2).into());
    Card { outlet, topics: [TopicCount { topic: Arc::new(topic), points: 1 }].into(), ..Card::default() }
}
