//! The course of a topic, held against a plain look at every briefing; the lines of one article; the topic somebody means.

use std::sync::Arc;

use attache::export::Followed;
use attache::library::follow::{Course, Month, SILENCE, Topics, bars};
use attache::library::{Card, Entries, Entry, EntryId, State, TopicName};
use attache::model::{Anchor, Briefing, Date, Head, Origin, Point, Reason, Topic};
use attache::text::Span;
use attache::work::{Desk, Origin as From};
use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;

fn point() -> Point {
    Point::Found { anchor: Anchor { sentence: 0, focus: Span::default() }, reason: Reason::default() }
}

/// A briefing of this month (counted from January 2020, none without) and day, with so many lines of topics a, b and c.
fn briefing(month: Option<u8>, day: i8, lines: [usize; 3]) -> Briefing {
    let date = month.map(|month| Date::new(2020 + i16::from(month / 12), i8::try_from(month % 12).unwrap() + 1, day).unwrap());
    let topic = |(id, lines): (&str, usize)| Topic {
        id: id.into(),
        label: id.to_uppercase().into(),
        points: vec![point(); lines],
        origin: Origin::Taxonomy,
    };
    let agenda = ["a", "b", "c"].into_iter().zip(lines).filter(|(_, lines)| *lines > 0).map(topic).collect();
    Briefing { head: Head { date, ..Head::default() }, agenda, ..Briefing::default() }
}

fn library(briefings: &[Briefing]) -> Entries {
    let entry = |(id, briefing): (u32, &Briefing)| Entry {
        state: State::Ready(Arc::new(Card::of(briefing))),
        ..Entry::waiting(EntryId(id), format!("{id}.txt").into())
    };
    let mut entries = Entries::default();
    entries.learn((0..).zip(briefings).map(entry).collect());
    entries
}

fn name(id: &str) -> TopicName {
    TopicName { id: id.into(), label: id.to_uppercase().into() }
}

fn lines(briefing: &Briefing) -> usize {
    briefing.agenda.iter().filter(|topic| &*topic.id == "a").map(|topic| topic.points.len()).sum()
}

proptest! {
    #[test]
    fn a_course_is_what_a_plain_look_at_every_briefing_gives(
        all in prop::collection::vec((prop::option::weighted(0.9, 0..40u8), 1..28i8, prop::array::uniform3(0..3usize)), 0..30),
    ) {
        let all: Vec<Briefing> = all.into_iter().map(|(month, day, lines)| briefing(month, day, lines)).collect();
        let course = Course::of(&name("a"), &library(&all));
        let mut own: Vec<(u32, &Briefing)> = (0..).zip(&all).filter(|(_, briefing)| lines(briefing) > 0).collect();
        let total: usize = own.iter().map(|(_, briefing)| lines(briefing)).sum();
        prop_assert_eq!((course.count().points, course.count().articles), (total, own.len()));
        let shown = |oldest: bool| course.stops(oldest).iter().map(|stop| (stop.entry.id.0, stop.points as usize)).collect::<Vec<_>>();
        let plain = |own: &[(u32, &Briefing)]| own.iter().map(|(id, briefing)| (*id, lines(briefing))).collect::<Vec<_>>();
        own.sort_by_key(|(_, briefing)| (briefing.head.date.is_none(), briefing.head.date));
        prop_assert_eq!(shown(true), plain(&own));
        own.sort_by_key(|(_, briefing)| (briefing.head.date.is_none(), std::cmp::Reverse(briefing.head.date)));
        prop_assert_eq!(shown(false), plain(&own));

        let dates: Vec<Date> = own.iter().filter_map(|(_, briefing)| briefing.head.date).collect();
        prop_assert_eq!(course.undated(), own.len() - dates.len());
        prop_assert_eq!(course.seen(), dates.iter().min().zip(dates.iter().max()).map(|(first, last)| [*first, *last]));
        let months: Vec<_> = course.months().all().collect();
        for two in months.windows(2) {
            prop_assert_eq!(two[1].0.since(two[0].0), 1, "months stand without a gap");
        }
        for (month, count) in &months {
            let here = own.iter().filter(|(_, briefing)| briefing.head.date.map(Month::of) == Some(*month));
            prop_assert_eq!(here.clone().map(|(_, briefing)| lines(briefing)).sum::<usize>(), count.points);
            prop_assert_eq!(here.count(), count.articles);
        }
        prop_assert!(months.first().is_none_or(|(_, count)| count.points > 0) && months.last().is_none_or(|(_, count)| count.points > 0));

        let mut silent: Vec<Vec<Month>> = Vec::new();
        let mut run = Vec::new();
        for (month, count) in &months {
            if count.points == 0 {
                run.push(*month);
            } else if run.len() >= usize::try_from(SILENCE).unwrap() {
                silent.push(std::mem::take(&mut run));
            } else {
                run.clear();
            }
        }
        let others = |from: Month, to: Month| {
            all.iter().filter_map(|briefing| briefing.head.date.map(Month::of)).filter(|month| (from..=to).contains(month)).count()
        };
        let found: Vec<_> = course.silences().iter().map(|silence| (silence.from, silence.to, silence.others)).collect();
        let plain: Vec<_> = silent.iter().map(|run| (run[0], run[run.len() - 1], others(run[0], run[run.len() - 1]))).collect();
        prop_assert_eq!(found, plain);
        if let Some(since) = course.since() {
            let newest = all.iter().filter_map(|briefing| briefing.head.date.map(Month::of)).max();
            prop_assert_eq!(Some(since.to), newest);
            prop_assert!(since.months() >= SILENCE && since.others > 0);
        }
    }

    #[test]
    fn bars_of_any_width_hold_every_line(
        all in prop::collection::vec((0..240u8, 1..4usize), 1..20),
        width in 1..50usize,
    ) {
        let all: Vec<Briefing> = all.into_iter().map(|(month, lines)| briefing(Some(month), 1, [lines, 0, 0])).collect();
        let course = Course::of(&name("a"), &library(&all));
        let (cells, step) = course.months().cells(width);
        prop_assert!(cells.len() <= width && !cells.is_empty());
        prop_assert_eq!(cells.iter().map(|cell| cell.count.points).sum::<usize>(), course.count().points);
        for two in cells.windows(2) {
            prop_assert_eq!(two[1].first.since(two[0].first), step);
        }
        let drawn = bars(&cells);
        prop_assert_eq!(drawn.chars().count(), cells.len());
        for (bar, cell) in drawn.chars().zip(&cells) {
            prop_assert_eq!(bar == ' ', cell.count.points == 0);
            prop_assert_eq!((bar.width(), bar.width_cjk()), (Some(1), Some(1)), "no terminal shows it wider");
        }
    }

    #[test]
    fn the_topics_of_a_library_count_what_is_there(all in prop::collection::vec(prop::array::uniform3(0..3usize), 0..20)) {
        let all: Vec<Briefing> = all.into_iter().map(|lines| briefing(None, 1, lines)).collect();
        let entries = library(&all);
        let topics = Topics::of(&entries);
        for row in topics.all() {
            prop_assert_eq!(row.count, Course::of(&row.topic, &entries).count());
        }
        let there = ["a", "b", "c"].iter().filter(|id| all.iter().any(|b| b.agenda.iter().any(|t| &*t.id == **id))).count();
        prop_assert_eq!(topics.all().len(), there);
        prop_assert!(topics.all().windows(2).all(|two| two[0].count.articles >= two[1].count.articles));
    }
}

#[test]
fn a_year_of_silence_is_said_with_what_the_library_has_of_it() {
    let mut all = vec![briefing(Some(0), 3, [2, 0, 0]), briefing(Some(13), 3, [1, 0, 0]), briefing(Some(20), 1, [0, 1, 0])];
    let words = |all: &[Briefing]| {
        let course = Course::of(&name("a"), &library(all));
        let all = course.silences().iter().copied().chain(course.since());
        all.map(|silence| silence.words().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        words(&all),
        [
            "no line for 12 months, Feb 2020 to Jan 2021 (no article at all)",
            "no line for 7 months, Mar 2021 to Sep 2021 (1 other article)"
        ]
    );
    all.extend([briefing(Some(5), 3, [0, 1, 0]), briefing(Some(12), 28, [0, 1, 0])]);
    assert_eq!(words(&all)[0], "no line for 12 months, Feb 2020 to Jan 2021 (2 other articles)");
}

#[test]
fn a_topic_is_met_by_id_or_label_and_a_mistyped_one_is_near() {
    let topic = |id: &str, label: &str| Topic { id: id.into(), label: label.into(), points: vec![point()], origin: Origin::Text };
    let of = |topics: &[(&str, &str)]| Briefing {
        agenda: topics.iter().map(|(id, label)| topic(id, label)).collect(),
        ..Briefing::default()
    };
    let all = [
        of(&[("s-400", "S-400"), ("border", "Borders & territory")]),
        of(&[("border", "Borders & territory"), ("energy", "Énergie")]),
        of(&[("border", "Frontiers")]),
    ];
    let topics = Topics::of(&library(&all));
    let meant = |name: &str| topics.named(name).map(|row| (&*row.topic.id, &*row.topic.label, row.count.articles));
    let border = Some(("border", "Borders & territory", 3));
    assert_eq!([meant("border"), meant("BORDERS & territory"), meant("borders territory")], [border; 3]);
    assert_eq!([meant("S-400"), meant("s 400"), meant(" s400")].map(|found| found.is_some()), [true, true, false]);
    assert_eq!(meant("energie").map(|found| found.0), Some("energy"));
    assert_eq!([meant(""), meant("-"), meant("fish")], [None; 3]);
    let near = |name: &str| topics.nearest(name, 2).iter().map(|row| row.topic.id.to_string()).collect::<Vec<_>>();
    assert_eq!((near("bordr"), near("territory")), (vec!["border".to_owned()], vec!["border".to_owned()]));
}

#[test]
fn a_followed_line_is_the_articles_and_its_tensions_rest_on_it() {
    let briefing = Desk::default().open(&From::Shipped("visit-new-delhi.txt")).unwrap().briefing;
    for topic in &briefing.agenda {
        let followed = Followed::of(&briefing, &topic.id);
        assert_eq!(followed.points.len(), topic.points.len());
        for (line, point) in followed.points.iter().zip(&topic.points) {
            assert_eq!(&*line.words, briefing.words(point));
            assert!(briefing.article.text.contains(&*line.words));
            let hits: Vec<&str> = point.reason().hits.iter().map(|hit| briefing.article.slice(*hit)).collect();
            assert!(line.lit.iter().all(|lit| hits.contains(&lit.of(&line.words))), "{line:?}");
        }
        let on_it = |sentence| topic.points.iter().any(|point| point.anchor().map(|anchor| anchor.sentence) == sentence);
        let plain = briefing.tensions.iter().map(|tension| tension.point.anchor().map(|anchor| anchor.sentence));
        let found: Vec<_> = followed.tensions.iter().map(|line| line.sentence).collect();
        assert_eq!(found, plain.filter(|sentence| on_it(*sentence)).collect::<Vec<_>>());
    }
    assert_eq!(Followed::of(&briefing, "no such topic").points, []);
}
