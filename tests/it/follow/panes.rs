//! Keys in, screens out: a topic followed from the list and from a briefing, its page, its articles and the way back.

use std::sync::Arc;

use attache::app::event::{Effect, Event};
use attache::library::{Entry, EntryId, State};
use attache::model::{Briefing, Date, Head, Section};
use attache::work::{Desk, Origin};
use insta::assert_snapshot;

use crate::support::screen::Typist;

const SAMPLES: [&str; 6] = [
    "visit-new-delhi.txt",
    "border-round.txt",
    "sanctions-package.txt",
    "energy-deal.txt",
    "peace-talks-readout.txt",
    "chip-export-rule.txt",
];

fn list(width: u16, height: u16) -> Typist {
    Typist::open(&SAMPLES, width, height)
}

/// The page of sanctions, opened from the list.
fn sanctions(width: u16, height: u16) -> Typist {
    let mut typist = list(width, height);
    typist.keys("f").text("sanct").keys("enter");
    typist
}

/// The row with the mark of the chosen line.
fn chosen(typist: &mut Typist) -> String {
    let shown = typist.shown();
    shown.lines().find(|line| line.starts_with('>')).unwrap_or_else(|| panic!("nothing is chosen:\n{shown}")).to_owned()
}

#[test]
fn the_list_asks_which_topic() {
    let mut typist = list(100, 24);
    typist.keys("f");
    assert_snapshot!("chooser", typist.text("e").keys("down").styled());
    assert!(typist.text("qqq").shown().contains("no topic has these letters"));
    assert!(!typist.keys("esc").shown().contains("Follow which topic?"));
}

#[test]
fn the_page_of_a_topic() {
    let mut typist = sanctions(110, 30);
    assert_snapshot!("page", typist.styled());
    assert_snapshot!("page_narrow", typist.resize(44, 20).styled());
    typist.resize(20, 5).shown();
    typist.resize(110, 30).keys("o");
    let shown = typist.shown();
    assert!(shown.contains("oldest first") && shown.contains("2025-10-14"), "{shown}");
}

#[test]
fn the_tensions_of_a_topic_are_two_poles_each() {
    let mut typist = sanctions(110, 30);
    assert_snapshot!("tensions", typist.keys("T").styled());
    let page = typist.shown();
    typist.keys("down enter");
    assert_eq!(typist.app.reader().unwrap().focus(), Section::Text);
    typist.keys("backspace up");
    assert_eq!(typist.shown(), page);
    assert!(typist.keys("3").shown().contains("Sanctions |") && !typist.shown().contains("tensions in"));
}

#[test]
fn enter_opens_the_article_there_and_backspace_returns_to_the_same_row() {
    let mut typist = sanctions(110, 30);
    for _ in 0..6 {
        typist.keys("down");
        let row = chosen(&mut typist);
        let words: String = row.trim_start_matches(['>', ' ']).chars().take(40).collect();
        let before = typist.shown();
        typist.keys("enter");
        let reader = typist.app.reader().expect("it is open");
        assert_eq!(reader.focus(), Section::Text);
        let (extract, _) = reader.taken().unwrap();
        assert!(extract.words.starts_with(&words), "{words:?}: {extract:?}");
        assert_eq!(typist.keys("backspace").shown(), before);
    }
    typist.keys("backspace");
    assert!(typist.shown().contains("6 entries"), "{}", typist.shown());
}

#[test]
fn the_way_back_is_one_step_where_the_list_was_searched_too() {
    let mut typist = list(110, 30);
    typist.keys("/").text("sanctions").keys("enter f").text("sanct").keys("enter down");
    let before = typist.shown();
    typist.keys("enter");
    assert!(typist.app.reader().is_some());
    assert_eq!(typist.keys("backspace").shown(), before);
}

#[test]
fn the_next_briefing_is_the_next_article_of_the_topic() {
    let mut typist = sanctions(110, 30);
    typist.keys("enter ]");
    let title = typist.shown().lines().next().unwrap().to_owned();
    typist.keys("backspace");
    let row = chosen(&mut typist);
    typist.keys("enter");
    assert_eq!(typist.shown().lines().next().unwrap(), title, "{row}");
    assert!(typist.keys("[ [").shown().contains("this is the first article of Sanctions"), "{}", typist.shown());
}

#[test]
fn a_topic_of_the_agenda_and_the_topics_of_a_sentence_are_followed_from_a_briefing() {
    let mut typist = list(120, 40);
    typist.keys("enter 3 right right down");
    let before = typist.shown();
    typist.keys("f");
    assert!(typist.shown().contains(" in ") && typist.shown().contains("newest first"), "{}", typist.shown());
    assert_eq!(typist.keys("esc").shown(), before, "back where it was begun");
    typist.keys("4 g f");
    let shown = typist.shown();
    assert!(shown.contains("Follow which topic of this line?"), "{shown}");
    typist.keys("enter");
    assert!(typist.shown().contains("tensions in"), "a tension leads to tensions: {}", typist.shown());
    typist.keys("enter f enter backspace backspace backspace");
    assert_eq!(typist.app.reader().unwrap().focus(), Section::Tensions, "page over page leads back the same way");
}

#[test]
fn lines_are_copied_and_taken_with_their_source() {
    let mut typist = sanctions(110, 30);
    let row = chosen(&mut typist);
    typist.keys("y");
    let copied = typist.copied().unwrap().text.clone();
    assert!(copied.contains("¶") || copied.contains("standfirst"), "{copied}");
    assert!(copied.starts_with(row.trim_start_matches(['>', ' ']).get(..30).unwrap()), "{copied}\n{row}");
    assert!(typist.keys("space").shown().contains("in the tray: 1 line of 1 article"), "{}", typist.shown());
    assert!(chosen(&mut typist).starts_with(">+"));
    assert!(typist.keys("space").shown().contains("in the tray already"));
    assert!(typist.keys("u").shown().contains("undone"));
}

#[test]
fn months_are_stepped_and_the_ends_are_reached() {
    let mut typist = sanctions(110, 30);
    let first = chosen(&mut typist);
    typist.keys("]");
    assert_ne!(chosen(&mut typist), first);
    assert!(typist.keys("G ]").shown().contains("there is no month below"), "{}", typist.shown());
    typist.keys("[ [ [ [ g");
    assert_eq!(chosen(&mut typist), first);
    assert!(typist.keys("[").shown().contains("there is no month above"));
}

#[test]
fn only_what_is_seen_is_read_and_what_was_overtaken_is_asked_for_again() {
    let mut typist = sanctions(110, 8);
    let asked = |typist: &Typist| {
        let wishes = typist.effects.iter().filter_map(|effect| match effect {
            Effect::Follow { entries, .. } => Some(entries.len()),
            _ => None,
        });
        wishes.sum::<usize>()
    };
    assert_eq!(asked(&typist), 2, "no more than the page has room for");
    typist.keys("G g G");
    assert!(asked(&typist) <= 3, "what was read is not read again");
}

#[test]
fn what_the_library_learns_is_on_the_page_and_a_gone_article_is_not() {
    let mut typist = sanctions(110, 30);
    let row = chosen(typist.keys("down"));
    let news = vec![Entry { state: State::Gone, ..Entry::waiting(EntryId(2), "sanctions-package.txt".into()) }];
    typist.app.handle(Event::Listed(news));
    let shown = typist.keys("down up").shown();
    assert!(!shown.contains("Union Agrees New Tarvia Sanctions"), "{shown}");
    assert_eq!(chosen(&mut typist), row);
}

#[test]
fn a_silence_stands_between_its_lines() {
    let desk = Desk::default();
    let one = desk.open(&Origin::Shipped("border-round.txt")).unwrap().briefing;
    let dated = |date: Option<Date>| Arc::new(Briefing { head: Head { date, ..one.head.clone() }, ..one.clone() });
    let days = [Date::new(2025, 1, 5).ok(), Date::new(2025, 8, 1).ok(), None];
    let names = ["old.txt", "new.txt", "undated.txt"].map(Into::into).to_vec();
    let mut typist = Typist::over(days.map(dated).to_vec(), names, 100, 60);
    typist.keys("f").text("border").keys("enter");
    let silence = "no line for 6 months, Feb 2025 to Jul 2025 (no article at all)";
    let order = |shown: &str| {
        let at = |words: &str| shown.rfind(words).unwrap_or_else(|| panic!("{words}:\n{shown}"));
        let mut order =
            [(at("  2025-08-01"), "new"), (at(silence), "silence"), (at("  2025-01-05"), "old"), (at("  no date"), "undated")];
        order.sort_unstable();
        order.map(|(_, name)| name)
    };
    assert!(typist.shown().contains("1 silence: no line for 6 months"));
    assert_eq!(order(&typist.shown()), ["new", "silence", "old", "undated"]);
    assert_eq!(order(&typist.keys("o").shown()), ["old", "silence", "new", "undated"]);
}

#[test]
fn an_article_that_cannot_be_read_says_so_on_its_row() {
    let mut typist = sanctions(110, 30);
    let (stamp, id) = typist
        .effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Follow { stamp, entries, .. } => Some((*stamp, entries[0])),
            _ => None,
        })
        .unwrap();
    typist.app.handle(Event::Followed { stamp: stamp + 1, read: vec![(id, None)] });
    assert!(!typist.shown().contains("can't be read now"), "it answers another page");
    typist.app.handle(Event::Followed { stamp, read: vec![(id, None)] });
    assert!(typist.shown().contains("this article can't be read now"), "{}", typist.shown());
    assert!(typist.keys("y").shown().contains("there is no line here to take"));
}

#[test]
fn an_article_alone_has_nothing_to_be_followed_through() {
    let mut typist = Typist::open(&["visit-new-delhi.txt"], 100, 30);
    typist.keys("3 f");
    assert!(typist.app.reader().is_none() || typist.shown().contains("no article"), "{}", typist.shown());
    typist.keys("backspace");
    assert!(typist.app.reader().is_some());
    assert!(typist.keys("?").text("follow").shown().contains("Follow a topic through all articles"), "{}", typist.shown());
}
