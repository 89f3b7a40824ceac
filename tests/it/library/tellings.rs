//! Keys in, screens out: one story told by several outlets, its one row, its tellings side by side, and the way back.

use std::sync::Arc;

use attache::app::event::{Effect, Event};
use attache::app::page::Tone;
use attache::library::EntryId;
use attache::model::Briefing;
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;
use attache::work::Desk;
use insta::assert_snapshot;

use crate::support::screen::Typist;

/// The agency's story: the outlets below have it from there.
const WIRE: &str = "Dredging of Halmar Channel Halted\n\nBy Ines Tal, The Coast Wire\n\n3 March 2026\n\n\
    The port authority of Halmar stopped the dredging of its northern channel on Tuesday after divers found a gas line that no chart shows. \
    The work had begun in January and was to end before the grain ships return in May.\n\n\
    The ministry of transport called the halt a precaution. \"Nobody will dig where nobody knows what lies there,\" said its spokeswoman, Ada Renn.\n\n\
    The contractor wants four million crowns for each week in which its ships lie idle. The authority says that the contract gives it no such right.\n\n\
    The line may belong to the old smelter across the bay, which closed in 1987 and left no papers.\n";

/// It leaves out two sentences, has one in other words, and adds one.
const COURIER: &str = "Channel Work Stops in Halmar\n\nBy Ines Tal, Hill Courier\n\n4 March 2026\n\n\
    The port authority of Halmar stopped the dredging of its northern channel on Tuesday after divers found a gas line that no chart shows.\n\n\
    The transport ministry called the halt a mere precaution. \"Nobody will dig where nobody knows what lies there,\" said its spokeswoman, Ada Renn.\n\n\
    The contractor wants four million crowns for each week in which its ships lie idle. Mussel fishers in the bay said they had not been told.\n\n\
    The line may belong to the old smelter across the bay, which closed in 1987 and left no papers.\n";

/// It has the end at the beginning.
const GAZETTE: &str = "Unknown Gas Line Stops Dredgers\n\nBy Ines Tal, Bay Gazette\n\n5 March 2026\n\n\
    The line may belong to the old smelter across the bay, which closed in 1987 and left no papers.\n\n\
    The port authority of Halmar stopped the dredging of its northern channel on Tuesday after divers found a gas line that no chart shows. \
    The work had begun in January and was to end before the grain ships return in May.\n\n\
    The ministry of transport called the halt a precaution. \"Nobody will dig where nobody knows what lies there,\" said its spokeswoman, Ada Renn.\n";

/// Another story of the same port.
const OTHER: &str = "Halmar Sells Its Cranes\n\nBy Ines Tal, Bay Gazette\n\n6 March 2026\n\n\
    The port of Halmar has sold three of its oldest cranes to a breaker in Ostrel. The mayor said that the money would go to the quay wall, \
    which has stood since the war and leans a little further each spring. Dockers who had worked the cranes for thirty years came to see them go, \
    and a brass band played on the mole until the rain came.\n";

fn list(texts: &[&str], width: u16, height: u16) -> Typist {
    let briefing = |(at, text): (usize, &&str)| -> Arc<Briefing> {
        let article = plain(format!("{at}.txt").into(), &decode(text.as_bytes()), &CruftRules::none());
        Arc::new(Desk::default().derive(Arc::new(article)))
    };
    let briefings: Vec<Arc<Briefing>> = texts.iter().enumerate().map(briefing).collect();
    let names = (0..briefings.len()).map(|at| format!("{at}.txt").into()).collect();
    Typist::over(briefings, names, width, height)
}

fn all(width: u16, height: u16) -> Typist {
    list(&[GAZETTE, OTHER, WIRE, COURIER], width, height)
}

#[test]
fn one_story_is_one_row_with_a_count() {
    let mut typist = all(100, 10);
    assert_snapshot!("row", typist.shown());
    // Whatever of it is found stands for it.
    let shown = typist.keys("/").text("mussel").keys("enter").shown();
    assert!(shown.contains("Channel Work Stops") && !shown.contains("Channel Halted") && !shown.contains('+'), "{shown}");
    let shown = typist.keys("/").text(" or").keys("esc").keys("esc").keys("/").text("smelter").keys("enter").shown();
    assert!(shown.contains("Channel Halted +2") && shown.contains("3 of 4, 2 folded"), "{shown}");
    let shown = list(&[OTHER, WIRE], 100, 10).shown();
    assert!(shown.contains("2 entries ") && !shown.contains("folded") && !shown.contains('+'), "{shown}");
}

#[test]
fn what_each_outlet_cut_and_added() {
    let mut typist = all(80, 30);
    assert_snapshot!("below", typist.keys("down d").styled());
    assert_snapshot!("moved", typist.keys("right").shown());
    assert!(typist.keys("right").shown().contains("this is the last telling"));
    assert_snapshot!("common", typist.keys("left x").shown());
    assert_snapshot!("beside", typist.keys("x").resize(130, 24).styled());
    for (width, height) in [(20, 5), (40, 9), (1000, 50)] {
        typist.resize(width, height).shown();
    }
}

#[test]
fn a_sentence_leads_to_its_article_and_back() {
    let mut typist = all(80, 30);
    typist.keys("down d down down");
    let chosen = |typist: &mut Typist| typist.shown().lines().find(|line| line.starts_with('>')).unwrap_or_default().to_owned();
    let before = chosen(&mut typist);
    assert!(before.contains("reworded"), "{before}");
    let article = typist.keys("enter").shown();
    assert!(article.contains("Channel Work Stops in Halmar") && article.contains("Text 2.1"), "{article}");
    assert_eq!(chosen(typist.keys("backspace")), before);
    // What is only in the first leads to the first.
    let article = typist.keys("up").keys("enter").shown();
    assert!(article.contains("Dredging of Halmar Channel Halted") && article.contains("Text 1.2"), "{article}");
    // From the article again, and back twice.
    let page = typist.keys("d").shown();
    assert!(page.contains("3 tellings of one story"), "{page}");
    assert!(typist.keys("backspace").shown().contains("Text 1.2"));
    assert!(typist.keys("backspace backspace").shown().contains("4 entries"));
}

#[test]
fn from_an_article_that_follows_it_stands_beside_the_first() {
    let mut typist = list(&[GAZETTE, WIRE, COURIER], 80, 30);
    typist.keys("/").text("mussel").keys("enter enter d");
    let shown = typist.shown();
    assert!(shown.contains("2nd beside the first") && shown.contains("Hill Courier"), "{shown}");
}

#[test]
fn both_wordings_are_copied_with_their_sources() {
    let mut typist = all(80, 30);
    typist.keys("down d down down y");
    let copied = typist.copied().expect("copied").text.clone();
    for words in ["The ministry of transport called", "Coast Wire", "a mere precaution", "Hill Courier"] {
        assert!(copied.contains(words), "{copied}");
    }
    typist.keys("space");
    assert_eq!(typist.effects.iter().filter(|effect| matches!(effect, Effect::Tray(changes) if !changes.is_empty())).count(), 2);
}

#[test]
fn what_is_no_story_of_several_says_so_and_what_cannot_be_read_too() {
    let mut typist = all(80, 30);
    assert!(typist.keys("d").shown().contains("no other telling of this story is in the list"));
    let mut typist = list(&[WIRE], 80, 30);
    assert!(typist.keys("d").shown().contains("in a list of several articles"));
    let mut typist = all(80, 30);
    typist.keys("down d");
    let stamp = typist
        .effects
        .iter()
        .rev()
        .find_map(|effect| if let Effect::Compare { stamp, .. } = effect { Some(*stamp) } else { None });
    typist.app.handle(Event::Compared { stamp: stamp.unwrap() + 9, comparison: Err("of another page".into()) });
    assert!(!typist.shown().contains("of another page"));
    typist.app.handle(Event::Compared { stamp: stamp.unwrap(), comparison: Err("2.txt: it is not there any more".into()) });
    let shown = typist.shown();
    assert!(shown.contains("2.txt: it is not there any more"), "{shown}");
    typist.keys("down enter y x g G backspace");
    assert_eq!(typist.app.reader().map(|_| EntryId(0)), None);
}

#[test]
fn what_is_new_stands_out() {
    let mut typist = all(100, 30);
    let shown = typist.keys("down d enter w").shown();
    assert!(shown.contains("4 of 6 sentences stood in earlier articles"), "{shown}");
    assert_snapshot!("new_since", typist.keys("2 g down").styled());
    let rows: Vec<_> = typist.screen().panes.panes.into_iter().flat_map(|pane| pane.rows).flat_map(|row| row.runs).collect();
    let quiet = rows.iter().filter(|run| run.tone == Tone::Quiet).map(|run| &*run.text).collect::<Vec<_>>().join(" ");
    assert!(quiet.contains("northern channel on Tuesday") && quiet.contains("closed in 1987"), "{quiet}");
    assert!(!quiet.contains("Mussel") && !quiet.contains("mere"), "{quiet}");
    // It goes on in the next article, until the key is pressed again.
    let shown = typist.keys("backspace backspace k enter").shown();
    assert!(shown.contains("Halmar Sells Its Cranes") && shown.contains("0 of 3 sentences stood"), "{shown}");
    assert!(typist.keys("w").shown().contains("all sentences are shown alike"));
    let shown = list(&[WIRE], 100, 30).keys("w").shown();
    assert!(shown.contains("against the earlier articles of a list"), "{shown}");
}
