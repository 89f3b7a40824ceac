//! Keys in, screens out: lines taken from panes, and what is done to them in the tray.

use attache::app::event::{Effect, Event, TrayNews};
use attache::library::tray::{Change, Line, Tray};
use insta::assert_snapshot;

use super::changes::line;
use crate::support::screen::Typist;

const SAMPLES: [&str; 2] = ["visit-new-delhi.txt", "border-round.txt"];

fn at(width: u16, height: u16) -> Typist {
    let mut typist = Typist::open(&SAMPLES, width, height);
    typist.keys("enter");
    typist
}

/// The changes handed to the file.
fn changes(typist: &Typist) -> Vec<Change> {
    let steps = typist.effects.iter().filter_map(|effect| match effect {
        Effect::Tray(changes) => Some(changes.clone()),
        _ => None,
    });
    steps.flatten().collect()
}

/// What the file would hold.
fn kept(typist: &Typist) -> Tray {
    let mut tray = Tray::default();
    for change in changes(typist) {
        tray.apply(&change);
    }
    tray
}

fn words(tray: &Tray) -> Vec<String> {
    tray.lines().iter().map(|line| line.extract().words.chars().take(12).collect()).collect()
}

#[test]
fn the_tray_over_two_articles() {
    let mut typist = at(120, 30);
    typist
        .keys("space 4 space")
        .keys("backspace down enter 2 down down down down down down space t a")
        .text("ask the desk")
        .keys("enter T");
    typist.text("Week 48").keys("enter");
    assert_snapshot!("tray", typist.styled());
    typist.resize(44, 20);
    assert_snapshot!("tray_narrow", typist.styled());
    assert_snapshot!("tray_asking", typist.keys("a").styled());
}

#[test]
fn a_line_is_taken_from_any_pane_once() {
    let mut typist = at(120, 40);
    for pane in ["1", "2", "3", "4"] {
        typist.keys(pane).keys("g space");
    }
    assert_eq!(words(&kept(&typist)), ["NEW DELHI: I", "Putin Heads ", "Russia and I"]);
    assert!(typist.shown().contains("in the tray already, as line 3 (t shows it)"), "the tension rests on the agenda's sentence");
    let before = kept(&typist);
    typist.keys("t c");
    assert!(kept(&typist).is_empty());
    assert!(typist.keys("u").shown().contains("undone; in the tray: 3 lines of 1 article"), "{}", typist.shown());
    assert_eq!(kept(&typist), before);
}

#[test]
fn a_line_of_the_tray_is_marked_in_every_pane() {
    let mut typist = at(120, 40);
    assert!(!typist.shown().contains(">+"));
    typist.keys("4 space 1 down space");
    let shown = typist.shown();
    assert!(shown.contains(">+Russian state news") && shown.matches("-+Russia and India will").count() == 2, "{shown}");
    assert!(!typist.keys("u u").shown().contains("-+"));
}

#[test]
fn what_was_taken_by_mistake_is_taken_back_on_the_spot() {
    let mut typist = at(120, 40);
    typist.keys("space down space");
    assert!(typist.keys("u").shown().contains("undone; in the tray: 1 line of 1 article"), "{}", typist.shown());
    assert!(typist.keys("U").shown().contains("done again; in the tray: 2 lines of 1 article"), "{}", typist.shown());
    assert!(typist.keys("u u u").shown().contains("there is nothing to undo"));
}

#[test]
fn a_chosen_stretch_is_taken_whole() {
    let mut typist = at(120, 40);
    typist.keys("2 down down down down down down v down space");
    let tray = kept(&typist);
    let place = tray.lines()[0].extract().place;
    assert!(matches!(place, attache::model::Place::Stretch(..)), "{place:?}");
    assert!(!typist.app.reader().unwrap().is_selecting());
    typist.keys("1 t enter");
    assert_eq!(typist.app.reader().unwrap().focus(), attache::model::Section::Text);
}

#[test]
fn lines_are_moved_dropped_and_brought_back() {
    let mut typist = at(120, 40);
    typist.keys("space down space down space t");
    let [one, two, three] = <[String; 3]>::try_from(words(&kept(&typist))).unwrap();
    typist.keys("g J");
    assert_eq!(words(&kept(&typist)), [&*two, &one, &three]);
    typist.keys("J J K K");
    assert_eq!(words(&kept(&typist)), [&*one, &two, &three]);
    typist.keys("x");
    assert_eq!(words(&kept(&typist)), [&*two, &three]);
    typist.keys("delete u");
    assert_eq!(words(&kept(&typist)), [&*two, &three]);
    typist.keys("u u");
    assert_eq!(words(&kept(&typist)), [&*two, &one, &three]);
    typist.keys("U");
    assert_eq!(words(&kept(&typist)), [&*one, &two, &three]);
    assert!(typist.keys("U U U").shown().contains("nothing to do again"), "{}", typist.shown());
}

#[test]
fn the_whole_tray_is_one_copy_with_numbered_sources() {
    let mut typist = at(120, 40);
    typist.keys("space backspace down enter space t y");
    let text = typist.copied().unwrap().text.clone();
    assert!(text.contains(" [1]\n") && text.contains(" [2]\n") && text.contains("\nSources\n[1] "), "{text}");
}

#[test]
fn enter_opens_the_article_at_the_sentence() {
    let mut typist = at(120, 40);
    typist.keys("2 down down down space backspace down enter t enter");
    assert!(!typist.shown().contains("Tray | "));
    let reader = typist.app.reader().unwrap();
    let (extract, source) = reader.taken().unwrap();
    assert_eq!(reader.focus(), attache::model::Section::Text);
    assert_eq!(Line::new(extract, source), kept(&typist).lines()[0]);
    typist.keys("down t enter");
    let (extract, source) = typist.app.reader().unwrap().taken().unwrap();
    assert_eq!(Line::new(extract, source), kept(&typist).lines()[0], "in the article that is open, too");
}

#[test]
fn a_line_of_another_days_article_says_that_it_is_not_here() {
    let mut typist = at(120, 40);
    let mut tray = Tray::default();
    tray.apply(&Change::Put(vec![(line(1), attache::library::tray::Spot::Last)]));
    typist.app.handle(Event::Tray(TrayNews::Kept { tray, steps: 0, refused: 0, aside: None }));
    assert!(typist.keys("t enter").shown().contains("1.txt is none of the articles that are open here"), "{}", typist.shown());
}

#[test]
fn what_others_put_into_the_file_is_shown_with_what_is_still_on_its_way() {
    let mut typist = at(120, 40);
    typist.keys("space");
    let mut tray = Tray::default();
    tray.apply(&Change::Put(vec![(line(1), attache::library::tray::Spot::Last)]));
    typist.app.handle(Event::Tray(TrayNews::Kept { tray: tray.clone(), steps: 0, refused: 0, aside: None }));
    assert!(typist.keys("t").shown().contains("Tray | 2 lines of 2 articles"), "{}", typist.shown());
    typist.app.handle(Event::Tray(TrayNews::Kept { tray, steps: 1, refused: 1, aside: None }));
    assert!(typist.shown().contains("the tray is full: 1000 lines are the most"), "{}", typist.shown());
    assert!(typist.shown().contains("Tray | 1 line of 1 article"));
    typist.app.handle(Event::Tray(TrayNews::Unkept("the disk is full".into())));
    assert!(typist.shown().contains("the tray is not kept on the disk: the disk is full"));
}

#[test]
fn an_empty_tray_says_how_to_fill_it_and_help_lists_its_keys() {
    let mut typist = at(80, 24);
    assert!(typist.keys("t").shown().contains("space puts the chosen line"), "{}", typist.shown());
    for key in ["x", "c", "a", "y", "enter", "J", "u"] {
        assert!(typist.keys(key).shown().contains("the tray is empty") || key == "u", "{key}: {}", typist.shown());
    }
    assert!(typist.keys("?").text("remark").shown().contains("Write a remark of your own"), "{}", typist.shown());
    typist.keys("esc t");
    assert!(!typist.shown().contains("Nothing is in the tray"));
}
