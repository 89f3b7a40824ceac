//! The binary in a pipe: show, check, draft, their output and their exit codes.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::run::attache;
use crate::support::{project, shared};

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["visit-new-delhi.txt", "visit-new-delhi.toml", "border-round.txt", "border-round.toml"] {
        std::fs::copy(project().join("briefings").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(bytes: &[u8]) -> Vec<Value> {
    text(bytes).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The words at a span of a document.
fn at<'a>(document: &'a Value, span: &Value) -> &'a str {
    let end = |i: usize| usize::try_from(span[i].as_u64().unwrap()).unwrap();
    document["text"].as_str().unwrap().get(end(0)..end(1)).unwrap()
}

#[test]
fn jsonl_is_one_document_a_line_in_the_order_of_the_arguments() {
    let folder = folder();
    let output = attache(folder.path(), &["show", "--format", "jsonl", "visit-new-delhi.txt", "border-round.toml"], None);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let documents = json(&output.stdout);
    let paths: Vec<&str> = documents.iter().map(|d| d["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["visit-new-delhi.txt", "border-round.toml"]);
    let visit = &documents[0];
    assert_eq!(
        (visit["date"].as_str(), visit["place"].as_str(), visit["outlet"].as_str()),
        (Some("2025-11-28"), Some("NEW DELHI"), Some("The Sample Wire"))
    );
    for point in visit["summary"].as_array().unwrap() {
        let anchor = &point["anchor"];
        let sentence = &visit["sentences"][usize::try_from(anchor["sentence"].as_u64().unwrap()).unwrap()];
        assert_eq!(at(visit, sentence), point["text"].as_str().unwrap());
    }
    for tension in visit["tensions"].as_array().unwrap().iter().filter(|t| t["poles"].is_array()) {
        let sentence = tension["text"].as_str().unwrap();
        assert!(sentence.contains(at(visit, &tension["cue"])), "{tension}");
        assert!(at(visit, &tension["anchor"]["span"]).contains(at(visit, &tension["poles"][1])), "{tension}");
    }
    let rules: Vec<&str> = visit["removed"].as_array().unwrap().iter().map(|r| r["rule"].as_str().unwrap()).collect();
    assert!(rules.contains(&"share icons"), "{rules:?}");
}

#[test]
fn two_runs_and_another_order_give_the_same_bytes() {
    let folder = folder();
    let show = |paths: &[&str]| text(&attache(folder.path(), &[&["show", "--format", "jsonl"], paths].concat(), None).stdout);
    let both = show(&["visit-new-delhi.txt", "border-round.txt"]);
    assert_eq!(both, show(&["visit-new-delhi.txt", "border-round.txt"]));
    assert_eq!(both, show(&["visit-new-delhi.txt"]) + &show(&["border-round.txt"]));
}

#[test]
fn sections_topics_and_forms() {
    let folder = folder();
    let show = |arguments: &[&str]| attache(folder.path(), &[&["show", "visit-new-delhi.txt"], arguments].concat(), None);
    let article = text(&show(&["--section", "text"]).stdout);
    assert!(
        article.starts_with("Russia and India will put")
            && !article.contains("Putin Heads to New Delhi")
            && !article.contains("icon-facebook")
            && !article.contains("SUMMARY"),
        "{article}"
    );
    let agenda = text(&show(&["--section", "agenda", "--topic", "s-400"]).stdout);
    assert!(agenda.contains("S-400\n") && !agenda.contains("Trade\n"), "{agenda}");
    assert_eq!(show(&["--topic", "herring"]).status.code(), Some(1));
    let markdown = text(&show(&["--format", "markdown", "--section", "tensions"]).stdout);
    assert!(markdown.contains("## Tensions\n\n> ") && markdown.contains("\n[^1]: The Sample Wire, \""), "{markdown}");
    let one: Value = serde_json::from_slice(&show(&["--format", "json"]).stdout).unwrap();
    assert!(one.is_object());
    let two: Value = serde_json::from_slice(&attache(folder.path(), &["show", "--format", "json", "."], None).stdout).unwrap();
    assert_eq!(two.as_array().unwrap().len(), 4);
}

#[test]
fn no_terminal_means_text() {
    let folder = folder();
    let shown = attache(folder.path(), &["show", "visit-new-delhi.txt"], None);
    let read = attache(folder.path(), &["visit-new-delhi.txt"], None);
    assert_eq!((read.status.code(), text(&read.stdout)), (Some(0), text(&shown.stdout)));
    let article = std::fs::read(folder.path().join("visit-new-delhi.txt")).unwrap();
    let piped = attache(folder.path(), &["-"], Some(&article));
    assert_eq!(text(&piped.stdout), text(&shown.stdout));
    assert!(text(&attache(folder.path(), &["show"], None).stdout).contains("==> briefings/visit-new-delhi.toml <=="));
}

#[test]
fn a_taxonomy_of_ones_own_takes_the_place_of_the_shipped_one() {
    let folder = folder();
    std::fs::write(folder.path().join("own.toml"), "[[topics]]\nid = \"host\"\nlabel = \"The host\"\nterms = [\"New Delhi\"]\n")
        .unwrap();
    let output = attache(folder.path(), &["show", "--format", "jsonl", "--topics", "own.toml", "visit-new-delhi.txt"], None);
    let agenda = json(&output.stdout)[0]["agenda"].clone();
    let ids: Vec<&str> = agenda.as_array().unwrap().iter().map(|t| t["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["host"]);
    let missing = attache(folder.path(), &["show", "--topics", "absent.toml", "visit-new-delhi.txt"], None);
    assert_eq!(
        (missing.status.code(), text(&missing.stderr)),
        (Some(2), "attache: absent.toml: there is no such file\n".to_owned())
    );
}

#[test]
fn check_accepts_the_samples_and_fails_on_a_wrong_quotation() {
    let folder = folder();
    let good = attache(folder.path(), &["check", "."], None);
    assert_eq!(good.status.code(), Some(0), "{}", text(&good.stdout));
    let path = folder.path().join("visit-new-delhi.toml");
    let file = std::fs::read_to_string(&path).unwrap();
    let (line, quote) = file.lines().enumerate().find(|(_, line)| line.contains("quote = \"")).unwrap();
    let wrong = quote.replacen("quote = \"", "quote = \"Nobody ever ", 1);
    std::fs::write(&path, file.replacen(quote, &wrong, 1)).unwrap();
    let bad = attache(folder.path(), &["check", "visit-new-delhi.toml"], None);
    let said = text(&bad.stdout);
    assert_eq!(bad.status.code(), Some(1), "{said}");
    assert!(
        said.contains(&format!("visit-new-delhi.toml:{}:", line + 1)) && said.contains("this quotation is not in the article"),
        "{said}"
    );
    assert!(
        said.contains("^^^^") && said.contains("= nearest: ") && said.contains("= the point stays, marked as unanchored"),
        "{said}"
    );
}

#[test]
fn a_draft_is_accepted_and_says_the_same_briefing() {
    let folder = folder();
    for name in ["visit-new-delhi", "border-round"] {
        let draft = attache(folder.path(), &["draft", &format!("{name}.txt")], None);
        assert_eq!(draft.status.code(), Some(0));
        std::fs::write(folder.path().join("draft.toml"), &draft.stdout).unwrap();
        let check = attache(folder.path(), &["check", "draft.toml"], None);
        assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
        let lines = |path: &str| {
            let document = json(&attache(folder.path(), &["show", "--format", "jsonl", path], None).stdout).remove(0);
            let sentences =
                |points: &Value| points.as_array().unwrap().iter().map(|p| p["anchor"]["sentence"].clone()).collect::<Vec<_>>();
            let topics: Vec<_> = document["agenda"]
                .as_array()
                .unwrap()
                .iter()
                .map(|t| (t["id"].clone(), t["label"].clone(), sentences(&t["points"])))
                .collect();
            let tensions: Vec<_> = document["tensions"]
                .as_array()
                .unwrap()
                .iter()
                .map(|t| (t["kind"].clone(), t["cue"].clone(), t["poles"].clone()))
                .collect();
            (
                document["headline"].clone(),
                document["date"].clone(),
                document["outlet"].clone(),
                sentences(&document["summary"]),
                topics,
                sentences(&document["tensions"]),
                tensions,
            )
        };
        assert_eq!(lines("draft.toml"), lines(&format!("{name}.txt")));
        let redrafted = attache(folder.path(), &["draft", "draft.toml"], None);
        assert_eq!(redrafted.status.code(), Some(2), "a briefing file is no article");
    }
}

#[test]
fn a_briefing_reads_nothing_outside_its_folder() {
    let folder = folder();
    let below = folder.path().join("below");
    std::fs::create_dir(&below).unwrap();
    std::os::unix::fs::symlink("../visit-new-delhi.txt", below.join("link.txt")).unwrap();
    for (path, reason) in [
        ("../visit-new-delhi.txt", ".."),
        ("/etc/passwd", "absolute"),
        ("https://example.org/a.txt", "address"),
        ("link.txt", "link out of the briefing's folder"),
        ("absent.txt", "there is no such file"),
    ] {
        std::fs::write(below.join("b.toml"), format!("title = \"T\"\narticle = \"{path}\"\n")).unwrap();
        let output = attache(folder.path(), &["check", "below/b.toml"], None);
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("below/b.toml:2:11: ") && said.contains(reason), "{path}: {said}");
        let shown = text(&attache(folder.path(), &["show", "below/b.toml"], None).stdout);
        assert!(!shown.contains("Putin") && !shown.contains("root:"), "{shown}");
    }
}

#[test]
fn what_can_t_be_opened_is_told_in_one_sentence_and_ends_nothing() {
    let folder = folder();
    let fifo = folder.path().join("fifo.txt");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let output = attache(folder.path(), &["show", "absent.txt", "fifo.txt", "visit-new-delhi.txt"], None);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr),
        "attache: absent.txt: there is no such file\nattache: fifo.txt: it is a named pipe, not a file\n"
    );
    assert!(text(&output.stdout).contains("Putin Heads"));
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    let empty = attache(folder.path(), &["show", "empty"], None);
    assert_eq!((empty.status.code(), text(&empty.stderr)), (Some(2), "attache: there is no file in this folder\n".to_owned()));
    assert_eq!(attache(folder.path(), &["--wat"], None).status.code(), Some(2));
    assert_eq!(attache(folder.path(), &["--help"], None).status.code(), Some(0));
    let hostile = attache(folder.path(), &["show", "a\u{1b}]0;owned\u{7}.txt"], None);
    assert!(!hostile.stderr.contains(&0x1b) && !hostile.stderr.contains(&7));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = folder();
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(["show", "visit-new-delhi.txt"]).current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}

/// The topics and tensions that people see in a real story, where it is at hand.
#[test]
fn the_first_real_story() {
    let Some(seed) = shared("seeds/putin-modi-2025-11-28.txt") else { return };
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("seed.txt"), seed).unwrap();
    let documents = json(&attache(folder.path(), &["show", "--format", "jsonl", "seed.txt"], None).stdout);
    let document = &documents[0];
    let place = |point: &Value| {
        let anchor = &point["anchor"];
        anchor["paragraph"].as_u64().map_or_else(|| "standfirst".to_owned(), |p| format!("{p}.{}", anchor["index"]))
    };
    let places = |points: &Value| points.as_array().unwrap().iter().map(place).collect::<Vec<_>>();
    let agenda = document["agenda"].as_array().unwrap();
    let labels: Vec<&str> = agenda.iter().map(|t| t["label"].as_str().unwrap()).collect();
    assert_eq!(labels[..4], ["Defence", "S-400", "Trade", "China alignment"]);
    let holds = |topic: usize, wanted: &[&str]| {
        let found = places(&agenda[topic]["points"]);
        assert!(wanted.iter().all(|w| found.iter().any(|f| f == w)), "{}: {found:?}", labels[topic]);
    };
    holds(0, &["5.1"]);
    holds(1, &["5.2", "6.2"]);
    holds(2, &["5.3", "7.2"]);
    holds(3, &["standfirst", "6.2"]);
    assert_eq!(places(&document["tensions"]), ["standfirst", "6.1", "6.2", "7.1", "7.2"]);
    assert!(document["tensions"].as_array().unwrap().iter().all(|t| t["cue"].is_array() && t["poles"].is_array()));
    let summary = places(&document["summary"]);
    assert!((3..=5).contains(&summary.len()) && summary[0] == "1.1", "{summary:?}");
    assert_eq!(document["removed"].as_array().unwrap().len(), 2);
    let fields = ["headline", "place", "date"].map(|f| document[f].as_str().is_some());
    let absent = ["byline", "outlet", "url"].map(|f| document[f].is_null());
    assert_eq!((fields, absent), ([true; 3], [true; 3]));
}

#[test]
fn a_template_is_filled_with_several_articles() {
    let folder = folder();
    let show = |arguments: &[&str]| attache(folder.path(), &[&["show", "--template"], arguments].concat(), None);
    let digest = text(&show(&["press-digest", "visit-new-delhi.txt"]).stdout);
    assert!(digest.starts_with("Press digest\n\nPutin Heads to New Delhi"), "{digest}");
    let table = text(&show(&["note", "--format", "csv", "visit-new-delhi.txt"]).stdout);
    assert!(table.starts_with("id,file,") && table.contains(",Considerations,"), "{table}");
    std::fs::write(folder.path().join("mine.toml"), "[[parts]]\nheading = \"Lead\"\ntake = \"summary\"\nmost = 1\n").unwrap();
    let own = text(&show(&["mine.toml", "visit-new-delhi.txt"]).stdout);
    assert!(own.starts_with("Lead\n\nNEW DELHI:"), "{own}");
    let unknown = show(&["herring", "visit-new-delhi.txt"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("there are press-digest, note, points-to-make"));
}

#[test]
fn of_many_articles_as_many_pages_are_printed_as_anybody_reads_and_the_rest_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.txt", "b.txt", "c.txt"] {
        let body = format!("The {name} ministers met again in Halmar.\n\n").repeat(60_000);
        std::fs::write(folder.path().join(name), format!("Ministers Met\n\n{body}")).unwrap();
    }
    let output = attache(folder.path(), &["show", "a.txt", "b.txt", "c.txt"], None);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("1 more article left out behind the first 4 MB") && said.contains("--section all"), "{said}");
    let printed = text(&output.stdout);
    assert!(printed.contains("The a.txt ministers") && printed.contains("The b.txt ministers") && !printed.contains("The c.txt"));
    assert!(
        said.contains("attache: b.txt: its text goes on behind the first 4 MB") && printed.contains("\n[the text goes on]\n"),
        "{said}"
    );
    // Who says what is wanted gets all of it.
    let output = attache(folder.path(), &["show", "--section", "summary", "a.txt", "b.txt", "c.txt"], None);
    assert_eq!(text(&output.stderr), "");
    assert!(text(&output.stdout).contains("The c.txt ministers"));
}
