//! The export menu and the choosing of a stretch, by keys.

use attache::app::event::Effect;
use attache::export::Form;
use insta::assert_snapshot;

use crate::support::screen::Typist;

fn at(width: u16, height: u16) -> Typist {
    Typist::open(&["visit-new-delhi.txt"], width, height)
}

#[test]
fn the_menu_shows_what_will_leave() {
    assert_snapshot!("export_menu", at(80, 24).keys("4 e down right").styled());
}

#[test]
fn the_menu_offers_what_is_here() {
    let mut typist = at(120, 40);
    let offered = |typist: &mut Typist, keys: &str| {
        typist.keys(keys);
        let mut seen = Vec::new();
        for _ in 0..5 {
            let row = typist.shown().lines().find(|row| row.contains("> What")).unwrap().to_owned();
            let value = row.split(['<', '>']).nth(2).unwrap_or_default().trim().to_owned();
            if seen.contains(&value) {
                break;
            }
            seen.push(value);
            typist.keys("right");
        }
        typist.keys("esc");
        seen
    };
    assert_eq!(offered(&mut typist, "3 e"), ["this line", "topic Defence", "section Agenda", "the whole briefing"]);
    assert_eq!(offered(&mut typist, "2 v down e"), ["the chosen words", "section Full text", "the whole briefing"]);
}

#[test]
fn the_last_choice_is_the_default() {
    let mut typist = at(120, 40);
    typist.keys("4 e right down right right enter");
    assert_eq!(typist.copied().unwrap().form, Form::Html);
    assert!(typist.copied().unwrap().plain.as_deref().is_some_and(|plain| plain.contains("\n-- The Sample Wire")));
    typist.keys("e enter");
    assert_eq!(typist.copied().unwrap().what, "section Tensions, 10 points".into());
    typist.keys("e up right enter");
    assert!(matches!(typist.effects.last(), Some(Effect::Keep(export)) if export.form == Form::Html));
}

#[test]
fn a_stretch_is_chosen_by_sentences_and_by_words() {
    let mut typist = at(120, 40);
    let text = typist.app.reader().unwrap().briefing().article.text.clone();
    typist.keys("1 v down down y");
    let words = typist.copied().unwrap().text.split_once("\n-- ").unwrap().0.to_owned();
    assert!(words.starts_with("NEW DELHI: India") && text.contains(&words), "{words}");
    assert!(typist.copied().unwrap().text.contains("¶1.1-2.1"), "{}", typist.copied().unwrap().text);
    typist.keys("4 V right right right o right y");
    assert!(typist.copied().unwrap().text.starts_with("[…] and India will […]\n-- "), "{}", typist.copied().unwrap().text);
    typist.keys("4 v left left left left left left left left left left left");
    let top = typist.app.reader().unwrap().selected().unwrap();
    assert_eq!(top.start(), 0);
    typist.keys("esc");
    assert!(!typist.app.reader().unwrap().is_selecting());
}

#[test]
fn a_stretch_being_chosen_is_lit() {
    assert_snapshot!("stretch", at(80, 24).keys("2 g V down right").styled());
}

#[test]
fn the_menu_takes_the_tray_in_any_form() {
    let mut typist = at(120, 40);
    typist.keys("1 space down space e");
    assert!(typist.shown().contains("> What  < this line >"), "{}", typist.shown());
    typist.keys("esc t e");
    assert!(typist.shown().contains("> What  < the tray >"), "{}", typist.shown());
    typist.keys("down right enter");
    let export = typist.copied().unwrap().clone();
    assert_eq!((export.form, &*export.what), (Form::Markdown, "tray, 2 lines"));
    assert_eq!(export.text.matches("\n[^").count(), 2, "{}", export.text);
}
