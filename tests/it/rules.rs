//! A user's own rules: checked, tried, explained, and read anew while attache runs.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use attache::app::event::{Effect, Event, Reloaded};
use attache::library::EntryId;
use attache::model::{Note, NoteKind};
use attache::work::{Desk, Origin, RuleFile, RuleFiles, RuleKind};
use serde_json::Value;

use crate::support::project;
use crate::support::pty::Session;
use crate::support::screen::Typist;

const VISIT: &str = "visit-new-delhi.txt";

const TAXONOMY: &str = "\
[[topics]]
id = \"trade\"
terms = [\"purchases\"]

[[topics]]
id = \"hosts\"
label = \"Hosts\"
terms = [\"New Delhi\"]

[[topics]]
id = \"s-400\"
off = true
";

const CUES: &str = "off = [\"but\"]\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(project().join("briefings").join(VISIT), folder.path().join(VISIT)).unwrap();
    std::fs::write(folder.path().join("mine.toml"), TAXONOMY).unwrap();
    std::fs::write(folder.path().join("cues.toml"), CUES).unwrap();
    folder
}

fn attache(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(arguments).current_dir(folder).env_clear().env("HOME", folder).output().unwrap()
}

fn said(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8(output.stdout.clone()).unwrap())
}

#[test]
fn explain_says_what_the_panes_say() {
    let folder = folder();
    let (code, page) = said(&attache(folder.path(), &["explain", VISIT]));
    assert_eq!(code, Some(0));
    for keys in ["1 i", "3 right i", "4 down i"] {
        let mut typist = Typist::open(&[VISIT], 200, 60);
        let (_, _, rows) = typist.keys(keys).screen().sheet.unwrap();
        for row in rows.iter().skip(1).map(attache::app::page::Row::words) {
            assert!(page.contains(row.trim()), "{keys}: {row:?} is not in\n{page}");
        }
    }
    let (_, one) = said(&attache(folder.path(), &["explain", "--section", "agenda", "--topic", "s-400", VISIT]));
    let rule = one.lines().find(|line| line.contains("Written in topics.toml, line ")).unwrap();
    insta::assert_snapshot!(one.replace(rule, "    Written in topics.toml, line N"), @r#"
    Putin Heads to New Delhi as Old Ties Meet New Doubts

    AGENDA

    S-400

      India will probably ask when the S-400 air defence systems still owed to it are going to arrive, and it may sound out Moscow about buying more of them. [¶4.3]
        Found in the article.
        term "S-400" of topic S-400, weight 3
        Words of the article: S-400
        Written in topics.toml, line N
        Stands at paragraph 4, sentence 3
    "#);
}

#[test]
fn explain_as_json_has_every_line_with_its_rule() {
    let folder = folder();
    let (_, json) = said(&attache(folder.path(), &["explain", "--format", "json", VISIT]));
    let document: Value = serde_json::from_str(&json).unwrap();
    let desk = Desk::default();
    let briefing = desk.open(&Origin::Shipped(VISIT)).unwrap().briefing;
    let lines = document["lines"].as_array().unwrap();
    assert_eq!(lines.len(), briefing.points().count());
    for (line, point) in lines.iter().zip(briefing.points()) {
        assert_eq!(line["because"].as_str(), Some(&*point.reason().because));
        assert_eq!(line["rule"]["line"].as_u64(), point.reason().rule.as_ref().map(|rule| u64::from(rule.line)));
        assert_eq!(line["hits"].as_array().map(Vec::len), Some(point.reason().hits.len()));
    }
    assert_eq!(said(&attache(folder.path(), &["explain", "--topic", "herring", "--section", "agenda", VISIT])).0, Some(1));
    assert_eq!(attache(folder.path(), &["explain", "absent.txt"]).status.code(), Some(2));
    assert_eq!(attache(folder.path(), &["explain"]).status.code(), Some(2));
}

#[test]
fn rule_files_are_checked_whatever_they_hold() {
    let folder = folder();
    let (code, page) = said(&attache(folder.path(), &["topics", "check", "mine.toml", "cues.toml"]));
    assert_eq!((code, &*page), (Some(0), "mine.toml: taxonomy, 0 errors, 0 warnings\ncues.toml: cues, 0 errors, 0 warnings\n"));
    std::fs::write(folder.path().join("bad.toml"), "[[topics]]\nid = \"x\"\nterm = [\"a\"]\nweak = [7]\n").unwrap();
    let (code, page) = said(&attache(folder.path(), &["topics", "check", "bad.toml"]));
    assert_eq!(code, Some(1));
    insta::assert_snapshot!(page, @r#"
    bad.toml:3:1: warning: unknown key "term"
      |
    3 | term = ["a"]
      | ^^^^
      = did you mean "terms"?

    bad.toml:4:9: expected a text in quotation marks, found a whole number
      |
    4 | weak = [7]
      |         ^

    bad.toml: taxonomy, 1 error, 1 warning
    "#);
    let none = attache(folder.path(), &["cues", "check", VISIT]);
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8(none.stderr).unwrap().contains("it is no rule file"));
}

#[test]
fn a_rule_file_is_tried_against_what_is_found_without_it() {
    let folder = folder();
    let (code, page) = said(&attache(folder.path(), &["topics", "try", "mine.toml", VISIT]));
    assert_eq!(code, Some(0), "{page}");
    let row = |label: &str| page.lines().find(|line| line.starts_with(label)).unwrap_or_default().to_owned();
    assert!(row("S-400").contains("1 -> 0") && row("Hosts").contains("0 -> ") && row("Trade").contains(" -> "), "{page}");
    assert!(!page.contains("Diplomacy") && !page.contains("Tensions"), "{page}");
    let (_, all) = said(&attache(folder.path(), &["topics", "try", "--all", "mine.toml", VISIT]));
    assert!(all.contains("Diplomacy") && all.contains("Tensions"), "{all}");
    let (_, json) = said(&attache(folder.path(), &["topics", "try", "--format", "json", "mine.toml", VISIT]));
    let table: Value = serde_json::from_str(&json).unwrap();
    let gone = table["topics"].as_array().unwrap().iter().find(|topic| topic["id"] == "s-400").unwrap();
    assert_eq!((gone["before"]["points"].as_u64(), gone["after"]["points"].as_u64()), (Some(1), Some(0)));
    let (_, cues) = said(&attache(folder.path(), &["cues", "try", "cues.toml", VISIT]));
    assert!(cues.lines().any(|line| line.starts_with("Tensions") && line.contains(" -> ")), "{cues}");
    std::fs::write(folder.path().join("idle.toml"), "[[topics]]\nid = \"x\"\nterms = [\"herring\"]\n").unwrap();
    assert_eq!(said(&attache(folder.path(), &["topics", "try", "idle.toml", VISIT])).0, Some(1));
    assert_eq!(attache(folder.path(), &["topics", "try", "absent.toml", VISIT]).status.code(), Some(2));
}

#[test]
fn the_users_own_file_is_tried_against_what_is_found_without_it() {
    let folder = folder();
    let own = folder.path().join(".config/attache");
    std::fs::create_dir_all(&own).unwrap();
    std::fs::write(own.join("topics.toml"), TAXONOMY).unwrap();
    let path = own.join("topics.toml").display().to_string();
    let (code, page) = said(&attache(folder.path(), &["topics", "try", &path, VISIT]));
    assert!(code == Some(0) && page.contains("1 -> 0"), "{page}");
}

#[test]
fn cues_of_ones_own_take_the_place_of_the_shipped_ones() {
    let folder = folder();
    std::fs::write(folder.path().join("own.toml"), "[[cues]]\nwords = [\"and\"]\n").unwrap();
    let (_, json) =
        said(&attache(folder.path(), &["explain", "--cues", "own.toml", "--section", "tensions", "--format", "json", VISIT]));
    let document: Value = serde_json::from_str(&json).unwrap();
    let lines = document["lines"].as_array().unwrap();
    assert!(!lines.is_empty() && lines.iter().all(|line| line["rule"]["file"] == "own.toml"), "{json}");
}

/// The sample with these rules over the shipped ones.
fn with_rules(topics: &str) -> Arc<attache::model::Briefing> {
    let file = RuleFile { name: "topics.toml".into(), text: topics.to_owned() };
    let desk = Desk::new(RuleFiles::default().with(file, RuleKind::Taxonomy));
    Arc::new(desk.open(&Origin::Shipped(VISIT)).unwrap().briefing)
}

fn taken() -> Event {
    Event::Reloaded(Reloaded::Taken { files: "topics.toml".into(), complaints: Vec::new() })
}

#[test]
fn new_rules_keep_the_place_and_say_how_counts_changed() {
    let mut typist = Typist::open(&[VISIT], 120, 40);
    typist.keys("3 right right");
    assert!(typist.shown().contains("[Trade"), "{}", typist.shown());
    let text_before = typist.screen().panes.panes[1].rows.clone();
    assert_eq!(typist.app.handle(taken()), [Effect::Finish(EntryId(0))]);
    typist.app.handle(Event::Opened { id: EntryId(0), briefing: with_rules(TAXONOMY), whole: true });
    let shown = typist.shown();
    assert!(shown.contains("[Trade") && shown.contains("Hosts") && !shown.contains("S-400 1"), "{shown}");
    let footer = typist.screen().footer.words();
    assert!(footer.contains("topics.toml reloaded: ") && footer.contains("S-400 gone (1)"), "{footer}");
    assert_eq!(typist.screen().panes.panes[1].rows, text_before, "the text stands where it stood");
    typist.keys("R");
    assert_eq!(typist.effects.last(), Some(&Effect::Reload));
    typist.app.handle(Event::Reloaded(Reloaded::Unchanged));
    let sheet = typist.shown();
    assert!(sheet.contains("Rules read anew") && sheet.contains("1 -> 0"), "{sheet}");
}

#[test]
fn a_key_pressed_while_new_rules_are_on_their_way_waits_for_them() {
    let mut typist = Typist::open(&[VISIT], 120, 40);
    typist.app.handle(taken());
    typist.keys("R");
    typist.app.handle(Event::Reloaded(Reloaded::Unchanged));
    assert!(typist.screen().sheet.is_none());
    typist.app.handle(Event::Opened { id: EntryId(0), briefing: with_rules(TAXONOMY), whole: true });
    assert!(typist.shown().contains("1 -> 0"), "{}", typist.shown());
}

#[test]
fn a_query_that_is_given_up_leads_back_to_the_new_rules() {
    let mut typist = Typist::open(&[VISIT], 120, 40);
    typist.keys("/ x");
    typist.app.handle(taken());
    typist.app.handle(Event::Opened { id: EntryId(0), briefing: with_rules(TAXONOMY), whole: true });
    assert!(typist.keys("esc").shown().contains("Hosts"), "{}", typist.shown());
}

#[test]
fn refused_rules_say_where_and_change_nothing() {
    let mut typist = Typist::open(&[VISIT], 80, 24);
    let before = typist.keys("4 down").screen().panes;
    let why =
        Note::new(NoteKind::File, "/home/someone/.config/attache/topics.toml:3:7: this text has no closing quotation mark\n  |");
    assert_eq!(typist.app.handle(Event::Reloaded(Reloaded::Refused(vec![why]))), []);
    let footer = typist.screen().footer.words();
    assert!(footer.contains("topics.toml:3:7: this text has no closing"), "{footer}");
    assert_eq!(typist.screen().panes, before);
    assert!(typist.keys("!").shown().contains("/home/someone/.config/attache/topics.toml:3:7"));
    typist.keys("esc R");
    typist.app.handle(Event::Reloaded(Reloaded::Unchanged));
    assert!(typist.shown().contains("No rule file of your own has changed"), "{}", typist.shown());
    assert!(!typist.shown().contains("reading the rule files"), "{}", typist.shown());
}

#[test]
fn a_written_rule_file_is_taken_while_attache_runs() {
    let article = project().join("briefings").join(VISIT);
    let mut session =
        Session::with(&[&article], 120, 40, |_, home| std::fs::create_dir_all(home.join(".config/attache")).unwrap());
    session.sees("[Defence");
    let own = session.home.path().join(".config/attache/topics.toml");
    // The watch may be set a moment after the first frame: the key reads the file in any case.
    std::fs::write(&own, TAXONOMY).unwrap();
    session.keys("R");
    session.sees("Hosts");
    session.until(|shown| shown.contains("1 -> 0"));
    session.keys("\x1b");
    session.until(|shown| !shown.contains("1 -> 0"));
    std::fs::write(&own, "[[topics]]\nid = \"hosts\"\nterms = [\"New Delhi]\n").unwrap();
    if cfg!(target_os = "linux") {
        session.sees("topics.toml:3:");
        session.sees("[Defence");
        std::fs::remove_file(&own).unwrap();
        session.sees("topics.toml reloaded: ");
    }
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_file_of_rules_without_end_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("topics.toml");
    let read = |text: &str| {
        std::fs::write(&path, text).unwrap();
        RuleFile::read(&path).map_err(|error| error.to_string())
    };
    let shipped = std::fs::read_to_string(project().join("assets/topics.toml")).unwrap();
    assert!(read(&shipped.repeat(20)).is_ok(), "a taxonomy of twenty times the shipped one has room");
    let expected = "it has more than 896 KiB, 32000 names, or 100000 values and lines: take out what is not needed";
    for text in [&" ".repeat(900 * 1024), &"a=1\n".repeat(32_001), &"[[topics]]\n".repeat(34_000), &"0,".repeat(100_001)] {
        assert_eq!(read(text), Err(expected.to_owned()));
    }
    let (code, _) = said(&attache(folder.path(), &["topics", "check", "topics.toml"]));
    assert_eq!(code, Some(2));
    // What is wrong a thousand times in one that has room is told a hundred times, and looked for no oftener.
    let many = read(&"[[topics]]\n".repeat(33_000)).unwrap();
    let complaints = std::cell::RefCell::default();
    RuleFiles::default().with(many, RuleKind::Taxonomy).rules(&complaints);
    assert_eq!(complaints.into_inner().len(), 101);
}
