//! Keys in, screens out: the panes at three sizes, and what each key does to them.

use attache::app::page::Row;
use insta::assert_snapshot;

use crate::support::screen::Typist;

const VISIT: &str = "visit-new-delhi.txt";

fn at(width: u16, height: u16) -> Typist {
    Typist::open(&[VISIT], width, height)
}

#[test]
fn panes_side_by_side() {
    assert_snapshot!("wide", at(120, 40).keys("3 right").styled());
    assert_snapshot!("widest", at(200, 50).keys("4").styled());
}

#[test]
fn panes_as_tabs() {
    assert_snapshot!("narrow_agenda", at(80, 24).keys("3 right").styled());
    assert_snapshot!("narrow_text", at(80, 24).keys("2").styled());
    assert_snapshot!("narrowest_tensions", at(40, 14).keys("4").styled());
}

#[test]
fn a_topic_of_the_texts_own_words_is_marked() {
    let screen = Typist::open(&["border-round.txt"], 120, 40).keys("3").shown();
    assert!(screen.contains(" from the text"), "{screen}");
}

#[test]
fn every_size_is_drawn_and_a_small_one_says_so() {
    for width in [0, 1, 2, 19, 20, 21, 39, 40, 41, 60, 79, 99, 100, 101, 127, 300] {
        for height in [0, 1, 4, 5, 6, 24] {
            let mut typist = at(width, height);
            let screen = typist.keys("3 down enter J pgdn tab ? esc").screen();
            assert_eq!((screen.size.width, screen.size.height), (width, height));
            if width >= 20 && height >= 5 {
                typist.shown();
                typist.keys("4").shown();
            } else {
                assert!(screen.panes.panes.is_empty());
            }
        }
    }
    assert!(at(19, 10).screen().title.words().contains("too small"));
}

#[test]
fn right_and_left_walk_the_briefing_in_reading_order() {
    let mut typist = at(120, 40);
    let mut stops = vec![position(&mut typist)];
    loop {
        typist.keys("right");
        let here = position(&mut typist);
        if stops.last() == Some(&here) || here.contains("end of the briefing") {
            break;
        }
        stops.push(here);
    }
    assert!(stops[0].starts_with("Summary") && stops[1].starts_with("Text"), "{stops:?}");
    assert!(stops[2].starts_with("Defence") && stops[3].starts_with("S-400"), "{stops:?}");
    assert!(stops.last().unwrap().starts_with("Tensions"), "{stops:?}");
    let back: Vec<String> = (1..stops.len())
        .map(|_| {
            typist.keys("left");
            position(&mut typist)
        })
        .collect();
    let tail: Vec<&str> = back.iter().map(|s| s.split(' ').next().unwrap()).collect();
    let expected: Vec<&str> = stops.iter().rev().skip(1).map(|s| s.split(' ').next().unwrap()).collect();
    assert_eq!(tail, expected);
}

/// The footer's first words: where one is.
fn position(typist: &mut Typist) -> String {
    let footer = typist.screen().footer.words();
    footer.trim_start().split("  ").next().unwrap_or_default().to_owned()
        + if footer.contains("end of the briefing") { " end of the briefing" } else { "" }
}

#[test]
fn enter_goes_to_the_evidence_and_backspace_comes_back() {
    let mut typist = at(80, 24);
    let before = typist.keys("4 down").shown();
    let there = typist.keys("enter").shown();
    assert!(there.contains("[2 Full text]") && there != before, "{there}");
    assert!(typist.screen().panes.panes[0].rows.iter().any(|row| row.selected), "the sentence is chosen");
    assert_eq!(typist.keys("backspace").shown(), before);
}

#[test]
fn enter_on_a_sentence_goes_to_a_line_that_rests_on_it() {
    let mut typist = at(120, 40);
    typist.keys("4 enter");
    assert_eq!(typist.app.reader().unwrap().focus(), attache::model::Section::Text);
    typist.keys("enter");
    assert_ne!(typist.app.reader().unwrap().focus(), attache::model::Section::Text);
    typist.keys("backspace");
    assert_eq!(typist.app.reader().unwrap().focus(), attache::model::Section::Text);
}

#[test]
fn the_evidence_is_lit_and_in_view_as_the_selection_moves() {
    use attache::app::page::Tone;
    let mut typist = at(120, 20);
    typist.keys("4");
    for _ in 0..typist.app.reader().unwrap().briefing().tensions.len() {
        let screen = typist.screen();
        let text = &screen.panes.panes[1];
        let lit =
            text.rows.iter().flat_map(|row| &row.runs).filter(|run| matches!(run.tone, Tone::Lit | Tone::LitTerm | Tone::Cue));
        assert!(lit.count() > 0, "nothing is lit:\n{}", typist.shown());
        typist.keys("down");
    }
}

#[test]
fn a_resize_keeps_the_sentence_on_the_screen() {
    let mut typist = at(80, 24);
    typist.keys("2 pgdn pgdn down down");
    let sentence = |typist: &mut Typist| position(typist);
    let before = sentence(&mut typist);
    for (width, height) in [(120, 40), (60, 12), (44, 30), (200, 50), (80, 24)] {
        typist.resize(width, height);
        assert_eq!(sentence(&mut typist), before);
        assert!(
            typist.screen().panes.panes.iter().any(|pane| pane.rows.iter().any(|row| row.selected)),
            "{width}x{height}:\n{}",
            typist.shown()
        );
    }
}

#[test]
fn search_counts_and_jumps_as_one_types() {
    let mut typist = at(120, 40);
    typist.keys("2 /").text("s-40");
    let shown = typist.shown();
    assert!(shown.contains("/s-40") && shown.contains("in the text"), "{shown}");
    typist.keys("0 enter n");
    assert!(typist.styled().contains("Hit \"S-400\""), "{}", typist.styled());
    let here = typist.shown();
    typist.keys("/").text("zebra");
    assert!(typist.shown().contains("0 in the text"), "{}", typist.shown());
    typist.keys("esc");
    assert_eq!(typist.shown(), here, "giving up a search returns to where it began");
}

#[test]
fn a_key_tells_why_a_line_is_here() {
    let mut typist = at(120, 40);
    typist.keys("3 right i");
    let shown = typist.shown();
    assert!(shown.contains("Why this line is here") && shown.contains("topics.toml, line"), "{shown}");
    typist.keys("esc 4 i");
    assert!(typist.shown().contains("cues.toml, line"), "{}", typist.shown());
}

#[test]
fn a_key_orders_tensions_by_strength_and_back() {
    let mut typist = at(80, 200);
    let strengths = |typist: &Typist| -> Vec<u8> {
        let briefing = typist.app.reader().unwrap().briefing();
        briefing.tensions.iter().map(|tension| tension.strength.value()).collect()
    };
    let before = typist.keys("4 down down").shown();
    let own = strengths(&typist);
    let chosen = |typist: &mut Typist| -> Vec<String> {
        let panes = typist.screen().panes.panes;
        panes.iter().flat_map(|pane| &pane.rows).filter(|row| row.selected).map(Row::words).collect()
    };
    let line = chosen(&mut typist);
    assert!(typist.keys("s").shown().contains("by strength") && before.contains("strong"));
    assert!(strengths(&typist).is_sorted_by(|a, b| a >= b) && !own.is_sorted_by(|a, b| a >= b), "{own:?}");
    assert_eq!(chosen(&mut typist), line, "the chosen tension stays chosen");
    typist.keys("enter s backspace");
    assert_eq!((strengths(&typist), chosen(&mut typist)), (own, line), "on the way back too");
}

#[test]
fn a_key_shows_what_was_removed_as_cruft() {
    let mut typist = at(120, 40);
    let shown = typist.keys("x").shown();
    assert!(shown.contains("Removed as cruft") && shown.contains("icon-facebook"), "{shown}");
    assert!(!typist.keys("esc").shown().contains("icon-facebook"));
}

#[test]
fn help_filters_and_does() {
    let mut typist = at(100, 30);
    typist.keys("?");
    assert!(typist.shown().contains("Copy the section"), "{}", typist.shown());
    typist.text("cruft");
    let shown = typist.shown();
    assert!(shown.contains("Show the lines that were removed") && !shown.contains("Copy the section"), "{shown}");
    typist.keys("enter");
    assert!(typist.shown().contains("Removed as cruft"), "{}", typist.shown());
}

#[test]
fn a_copy_carries_its_source() {
    let mut typist = at(120, 40);
    typist.keys("4 y");
    let export = typist.copied().unwrap().clone();
    let (words, source) = export.text.split_once("\n-- ").unwrap();
    let briefing = typist.app.reader().unwrap().briefing().clone();
    assert!(briefing.article.text.contains(words), "{words}");
    assert!(source.starts_with("The Sample Wire, \"Putin Heads to New Delhi"), "{source}");
    assert!(source.contains("2025-11-28, "), "{source}");
    typist.keys("Y");
    assert_eq!(typist.copied().unwrap().text.matches("\n-- ").count(), briefing.tensions.len());
}

#[test]
fn a_beginning_is_shown_while_the_rest_is_looked_for() {
    use attache::app::App;
    use attache::app::event::{Effect, Event};
    use attache::app::geometry::Size;
    use attache::app::keymap::Keymap;
    use attache::library::{Entries, EntryId};
    use attache::work::{Desk, Origin};
    let desk = Desk::default();
    let (mut app, _) = App::new(Keymap::shipped(), Entries::waiting([VISIT.into()]), Vec::new());
    let article = desk.glance(&Origin::Shipped(VISIT), 2000).unwrap();
    let briefing = std::sync::Arc::new(attache::model::Briefing::bare(article));
    let wish = app.handle(Event::Opened { id: EntryId(0), briefing, whole: false });
    assert_eq!(wish, [Effect::Finish(EntryId(0))]);
    let screen = app.fit(Size { width: 120, height: 40 });
    let shown: Vec<String> = screen.panes.panes.iter().flat_map(|pane| &pane.rows).map(attache::app::page::Row::words).collect();
    assert!(screen.title.words().contains("Putin Heads") && screen.title.words().contains("reading ..."));
    assert!(
        shown.iter().any(|row| row.contains("Looking ...")) && !shown.iter().any(|row| row.contains("No tension")),
        "{shown:?}"
    );
    let whole = std::sync::Arc::new(desk.open(&Origin::Shipped(VISIT)).unwrap().briefing);
    assert_eq!(app.handle(Event::Opened { id: EntryId(0), briefing: whole, whole: true }), []);
    assert!(!app.fit(Size { width: 120, height: 40 }).title.words().contains("reading"));
}

#[test]
fn several_documents_are_a_list_newest_first() {
    let mut typist = Typist::open(&["chip-export-rule.txt", "visit-new-delhi.txt", "border-round.toml"], 120, 24);
    assert_snapshot!("list", typist.styled());
    typist.keys("down enter");
    assert!(typist.shown().contains("2/3"), "{}", typist.shown());
    typist.keys("backspace");
    assert!(typist.shown().contains("> 2025-11-09"), "{}", typist.shown());
    typist.keys("/").text("chip");
    assert_snapshot!("list_searched", typist.styled());
    typist.keys("enter enter");
    assert!(typist.shown().contains("1/1"), "{}", typist.shown());
    typist.keys("backspace esc");
    assert!(typist.shown().contains("3 entries"), "{}", typist.shown());
}

#[test]
fn without_a_terminals_colours_nothing_is_lost() {
    for key in ["1", "2", "3", "4", "?", "x", "i", "!"] {
        let shown = at(80, 24).keys(key).shown();
        assert!(
            shown.contains('>') || shown.contains('|') || shown.contains('['),
            "what is chosen is told without colour:\n{shown}"
        );
    }
}

mod any_keys {
    use attache::app::event::Event;
    use attache::app::key::Key;
    use proptest::prelude::*;

    use super::at;

    const KEYS: &[&str] = &[
        "right",
        "left",
        "down",
        "up",
        "enter",
        "backspace",
        "tab",
        "shift-tab",
        "1",
        "2",
        "3",
        "4",
        "J",
        "K",
        "pgdn",
        "pgup",
        "g",
        "G",
        "/",
        "s",
        "n",
        "N",
        "esc",
        "y",
        "Y",
        "i",
        "x",
        "?",
        ":",
        "!",
        "space",
        "b",
        "t",
        "a",
        "T",
        "c",
        "u",
        "U",
        "delete",
        "]",
        "[",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn any_keys_at_any_size_keep_the_screen_straight(
            keys in prop::collection::vec(prop::sample::select(KEYS), 0..40),
            sizes in prop::collection::vec((0u16..220, 0u16..60), 1..6),
        ) {
            let mut typist = at(80, 24);
            for (turn, key) in keys.iter().enumerate() {
                let (width, height) = sizes[turn % sizes.len()];
                typist.resize(width, height);
                typist.app.handle(Event::Key(key.parse::<Key>().unwrap()));
                if width >= 20 && height >= 5 {
                    typist.shown();
                }
            }
        }
    }
}
