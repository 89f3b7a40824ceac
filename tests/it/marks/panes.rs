//! Keys in, screens out: what is read and marked in the list and in a briefing, and the way back to the last place.

use attache::app::event::{Effect, Event, MarksNews};
use attache::app::page::Tone;
use attache::library::Changing;
use attache::library::marks::{Change, Mark, Marks, To};
use attache::model::{ContentId, Section};

use crate::support::screen::Typist;

const SAMPLES: [&str; 3] = ["chip-export-rule.txt", "visit-new-delhi.txt", "border-round.txt"];
const VISIT: &str = "Putin Heads to New Delhi";
const CHIPS: &str = "Chip rule tightens";

/// The list of three articles; the file of marks holds `marks`.
fn list(marks: Marks) -> Typist {
    let mut typist = Typist::open(&SAMPLES, 120, 30);
    tell(&mut typist, MarksNews::All { marks, steps: 0, bad: 0, aside: None });
    typist
}

fn tell(typist: &mut Typist, news: MarksNews) {
    let effects = typist.app.handle(Event::Marks(news));
    typist.effects.extend(effects);
}

/// What the file would hold.
fn kept(typist: &Typist) -> Marks {
    let mut marks = Marks::default();
    for effect in &typist.effects {
        if let Effect::Mark(changes) = effect {
            for change in changes {
                marks.make(change);
            }
        }
    }
    marks
}

/// The mark of the article that is open.
fn open_mark(typist: &Typist) -> Mark {
    kept(typist).get(content(typist))
}

fn content(typist: &Typist) -> ContentId {
    typist.app.reader().unwrap().briefing().article.content
}

/// The row of the list with these words, and whether it is bold.
fn row(typist: &mut Typist, words: &str) -> (String, bool) {
    let screen = typist.screen();
    let row = screen.panes.panes[0].rows.iter().find(|row| row.words().contains(words)).unwrap();
    let headline = row.runs.iter().find(|run| run.text.contains(words)).unwrap();
    (row.words().chars().take(14).collect(), headline.tone == Tone::Strong)
}

/// The line of the footer.
fn footer(typist: &mut Typist) -> String {
    typist.screen().footer.words()
}

#[test]
fn what_was_opened_is_read_and_a_key_makes_it_unread() {
    let mut typist = list(Marks::default());
    assert_eq!(row(&mut typist, VISIT), ("> 2025-11-28  ".to_owned(), true));
    typist.keys("enter");
    assert!(open_mark(&typist).read);
    assert_eq!(row(typist.keys("backspace"), VISIT), ("> 2025-11-28  ".to_owned(), false));
    assert!(row(&mut typist, CHIPS).1);
    assert!(row(typist.keys("r"), VISIT).1);
    assert!(footer(&mut typist).contains("unread (u undoes it)"), "{}", footer(&mut typist));
    assert!(!row(typist.keys("u"), VISIT).1);
    assert!(row(typist.keys("U"), VISIT).1);
    typist.keys("enter r");
    assert!(!open_mark(&typist).read, "unread while it is open");
}

#[test]
fn a_mark_stands_in_the_list_and_over_the_briefing() {
    let mut typist = list(Marks::default());
    assert_eq!(row(typist.keys("down m"), "Border Talks").0, ">*2025-11-09  ");
    assert!(footer(&mut typist).contains("marked (u undoes it)"));
    typist.keys("up");
    assert_eq!(row(&mut typist, "Border Talks").0, " *2025-11-09  ");
    typist.keys("down enter");
    assert!(typist.shown().starts_with(" * Border Talks"), "{}", typist.shown());
    typist.keys("m");
    assert!(typist.shown().starts_with(" Border Talks") && footer(&mut typist).contains("not marked any more"));
    assert!(typist.keys("U").shown().contains("nothing to do again"));
    assert!(typist.keys("u").shown().starts_with(" * Border Talks"));
    typist.keys("backspace");
    assert_eq!(kept(&typist).iter().filter(|(_, mark)| mark.marked).count(), 1);
    typist.resize(40, 12);
    assert_eq!(row(&mut typist, "Border").0, ">*2025-11-09  ", "in a narrow list, too");
}

#[test]
fn undoing_in_the_list_shows_what_it_undid() {
    let mut typist = list(Marks::default());
    typist.keys("m down m down m g u");
    assert!(footer(&mut typist).contains("undone, not marked any more: Chip rule"), "{}", footer(&mut typist));
    assert!(row(&mut typist, CHIPS).0.starts_with("> "), "{}", typist.shown());
    typist.keys("u u");
    assert!(kept(&typist).is_empty());
    assert!(typist.keys("u").shown().contains("there is nothing to undo"));
    assert!(typist.keys("ctrl-r ctrl-r").shown().contains("done again, marked: Border Talks"), "{}", typist.shown());
}

#[test]
fn in_a_briefing_the_last_thing_done_is_undone_whichever_it_was() {
    let mut typist = list(Marks::default());
    typist.keys("enter m space m r");
    let footers = ["undone, read", "undone, marked", "undone; in the tray", "undone, not marked", "there is nothing to undo"];
    for expected in footers {
        typist.keys("u");
        assert!(footer(&mut typist).contains(expected), "{expected}: {}", footer(&mut typist));
    }
    for expected in ["done again, marked", "done again; in the tray", "done again, not marked", "done again, unread"] {
        typist.keys("U");
        assert!(footer(&mut typist).contains(expected), "{expected}: {}", footer(&mut typist));
    }
    typist.keys("space t u");
    assert!(footer(&mut typist).contains("in the tray"), "in the tray, the tray's own: {}", footer(&mut typist));
}

#[test]
fn an_article_opens_again_where_it_was_left() {
    let mut typist = list(Marks::default());
    typist.keys("enter 2 down down down down");
    let (extract, _) = typist.app.reader().unwrap().taken().unwrap();
    typist.keys("4 backspace enter");
    let reader = typist.app.reader().unwrap();
    assert_eq!((reader.focus(), reader.taken().unwrap().0), (Section::Text, extract.clone()));
    assert!(footer(&mut typist).contains("back where you were (g goes to the beginning)"), "{}", footer(&mut typist));
    assert!(!footer(typist.keys("down")).contains("back where"));
    typist.keys("]");
    assert_eq!(typist.app.reader().unwrap().focus(), Section::Summary, "each has its own place");
    typist.keys("[ g backspace enter");
    let reader = typist.app.reader().unwrap();
    assert_eq!(reader.focus(), Section::Summary, "the beginning is no place to come back to");
    assert_eq!(open_mark(&typist), Mark { read: true, ..Mark::default() });
    let left = typist.keys("2 down down").app.leave();
    assert!(
        matches!(&left[..], [Effect::Mark(changes)] if matches!(changes[..], [Change { to: To::Place(Some(_)), .. }])),
        "{left:?}"
    );
    assert_eq!(typist.app.leave(), [], "once");
}

/// The marks of one who has left the article that is open here at its fourth sentence.
fn left(typist: &Typist) -> Marks {
    let article = &typist.app.reader().unwrap().briefing().article;
    let place = u32::try_from(article.sentences[3].span.start() + 1).unwrap();
    let mut marks = Marks::default();
    marks.make(&Change { content: article.content, to: To::Place(Some(place)) });
    marks
}

#[test]
fn marks_that_come_late_move_nobody_who_reads_already() {
    let news = |typist: &Typist| MarksNews::All { marks: left(typist), steps: 0, bad: 0, aside: None };
    let mut waiting = Typist::open(&SAMPLES[1..2], 120, 30);
    assert!(kept(&waiting).is_empty(), "nothing is written before the file is known");
    let late = news(&waiting);
    tell(&mut waiting, late);
    assert!(footer(&mut waiting).contains("back where you were"));
    assert!(open_mark(&waiting).read);
    let mut reading = Typist::open(&SAMPLES[1..2], 120, 30);
    reading.keys("down");
    let late = news(&reading);
    tell(&mut reading, late);
    assert_eq!(reading.app.reader().unwrap().focus(), Section::Summary);
    assert!(open_mark(&reading).read);
}

#[test]
fn a_line_of_the_tray_opens_its_article_at_its_own_sentence() {
    let mut typist = list(Marks::default());
    typist.keys("enter 4 space 2 down down down down backspace backspace down enter t enter");
    let reader = typist.app.reader().unwrap();
    let (extract, _) = reader.taken().unwrap();
    assert!(extract.words.starts_with("Russia and India will"), "{}", extract.words);
    assert!(!footer(&mut typist).contains("back where"));
}

#[test]
fn a_place_in_an_article_that_was_shortened_is_its_end() {
    let mut typist = Typist::open(&SAMPLES[1..2], 120, 30);
    let mut marks = Marks::default();
    marks.make(&Change { content: content(&typist), to: To::Place(Some(u32::MAX)) });
    tell(&mut typist, MarksNews::All { marks, steps: 0, bad: 0, aside: None });
    assert!(typist.shown().contains("100 %"), "{}", typist.shown());
}

#[test]
fn two_entries_of_one_content_have_one_mark() {
    let mut typist = Typist::open(&[SAMPLES[1], SAMPLES[1]], 120, 30);
    typist.keys("m").text("/marked:yes").keys("enter");
    let shown = typist.shown();
    assert!(shown.contains("*2025-11-28") && shown.contains("2 of 2, 1 folded"), "{shown}");
}

#[test]
fn what_others_mark_is_shown_with_what_is_still_on_its_way() {
    let mut typist = list(Marks::default());
    typist.keys("enter");
    let content = content(&typist);
    typist.keys("m");
    let theirs = |to| vec![Change { content, to }];
    let steps = typist.effects.iter().filter(|effect| matches!(effect, Effect::Mark(changes) if !changes.is_empty())).count();
    tell(&mut typist, MarksNews::New { changes: theirs(To::Marked(false)), steps });
    assert!(typist.shown().starts_with(" * "), "they came before");
    tell(&mut typist, MarksNews::New { changes: theirs(To::Marked(false)), steps: 0 });
    assert!(!typist.shown().starts_with(" * "), "they came behind");
    typist.keys("m");
    tell(&mut typist, MarksNews::All { marks: Marks::default(), steps: 0, bad: 0, aside: None });
    assert!(typist.shown().starts_with(" * "), "still on its way");
    assert_eq!(typist.keys("backspace").effects.last(), Some(&Effect::Mark(Vec::new())), "the list looks at the file anew");
}

#[test]
fn what_is_wrong_with_the_file_is_told_in_the_footer() {
    let mut typist = list(Marks::default());
    tell(&mut typist, MarksNews::All { marks: Marks::default(), steps: 0, bad: 2, aside: Some("marks.unreadable-1".into()) });
    let expected = "the file of marks has 2 lines that can't be read (kept in marks.unreadable-1)";
    assert!(footer(&mut typist).contains(expected), "{}", footer(&mut typist));
    tell(&mut typist, MarksNews::Unkept("the disk is full".into()));
    assert!(footer(&mut typist).contains("marks are not kept on the disk: the disk is full"));
    assert_eq!(row(typist.keys("m"), VISIT).0, ">*2025-11-28  ", "they are seen all the same");
}

#[test]
fn what_is_not_read_can_t_be_marked() {
    use attache::app::App;
    use attache::app::geometry::Size;
    use attache::app::keymap::Keymap;
    use attache::library::Entries;
    let (mut app, _) = App::new(Keymap::shipped(), Entries::waiting(["a.txt".into(), "b.txt".into()]), Vec::new());
    for key in ["m", "r"] {
        assert_eq!(app.handle(Event::Key(key.parse().unwrap())), []);
        let footer = app.fit(Size { width: 120, height: 20 }).footer.words();
        assert!(footer.contains("there is no article here to mark"), "{footer}");
    }
}
