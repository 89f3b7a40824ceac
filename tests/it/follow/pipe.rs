//! `attache follow`: what it prints, in which order, and its exit codes.

use std::path::Path;

use serde_json::Value;

use crate::support::run::{attache, out};

/// Three articles and one without a date; harbour dues are in all of them but one, and silent for half a year.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let article = |name: &str, date: &str, body: &str| {
        let text = format!("# Port notes from Halmar, {name}\n\n{body}\n");
        let front = if date.is_empty() { String::new() } else { format!("---\ndate: {date}\n---\n\n") };
        std::fs::write(folder.path().join(format!("{name}.md")), front + &text).unwrap();
    };
    article(
        "one",
        "2025-03-02",
        "The harbour dues rise by a tenth, although the port has lost a third of its ships. Fish is dear.",
    );
    article("two", "2025-10-20", "Nobody pays the harbour dues on time. The mole is to be mended.");
    article("three", "2025-06-11", "Gulls have come back to the mole, and the town is glad of it.");
    article("undated", "", "The harbour dues are a matter of pride.");
    std::fs::write(
        folder.path().join("dues.toml.rules"),
        "[[topics]]\nid = \"dues\"\nlabel = \"Harbour dues\"\nterms = [\"harbour dues^3\"]\n",
    )
    .unwrap();
    std::fs::rename(folder.path().join("dues.toml.rules"), folder.path().join(".dues.toml")).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> std::process::Output {
    attache(folder, &[&["follow"], arguments, &["--topics", ".dues.toml", "."]].concat(), None)
}

#[test]
fn a_topic_line_by_line_under_what_is_counted() {
    let folder = folder();
    let page = out(&run(folder.path(), &["HARBOUR dues"]));
    insta::assert_snapshot!("text", page);
    let oldest = out(&run(folder.path(), &["dues", "--oldest"]));
    let at = |page: &str, words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
    assert!(
        at(&page, "Nobody pays") < at(&page, "rise by a tenth") && at(&page, "rise by a tenth") < at(&page, "matter of pride")
    );
    assert!(
        at(&oldest, "rise by a tenth") < at(&oldest, "Nobody pays")
            && at(&oldest, "Nobody pays") < at(&oldest, "matter of pride")
    );
    assert_eq!(page, out(&run(folder.path(), &["dues"])), "two runs give the same bytes");
}

#[test]
fn json_is_one_object_and_jsonl_its_lines() {
    let folder = folder();
    let object: Value = serde_json::from_str(&out(&run(folder.path(), &["dues", "--format", "json"]))).unwrap();
    let jsonl = out(&run(folder.path(), &["dues", "--format", "jsonl"]));
    let lines: Vec<Value> = jsonl.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(object["lines"].as_array().unwrap(), &lines);
    assert_eq!((object["points"].as_u64(), object["articles"].as_u64(), object["undated"].as_u64()), (Some(3), Some(3), Some(1)));
    assert_eq!((object["first"].as_str(), object["last"].as_str()), (Some("2025-03-02"), Some("2025-10-20")));
    assert_eq!(object["months"].as_array().unwrap().len(), 8);
    let silence = serde_json::json!({"from": "2025-04", "to": "2025-09", "months": 6, "others": 1});
    assert_eq!(object["silences"][0], silence);
    for line in &lines {
        let text = line["text"].as_str().unwrap();
        let hit = |at: usize| usize::try_from(line["hits"][0][at].as_u64().unwrap()).unwrap();
        assert_eq!(text.get(hit(0)..hit(1)).map(str::to_lowercase).as_deref(), Some("harbour dues"));
    }
}

#[test]
fn tensions_are_those_of_its_lines() {
    let folder = folder();
    let lines = out(&run(folder.path(), &["dues", "--tensions", "--format", "jsonl"]));
    let line: Value = serde_json::from_str(lines.trim()).unwrap();
    assert_eq!(
        (line["cue"].as_str(), line["kind"].as_str(), line["place"].as_str()),
        (Some("although"), Some("concession"), Some("1.1"))
    );
    assert_eq!(line["poles"].as_array().unwrap().len(), 2);
}

#[test]
fn a_topic_that_is_not_there_names_those_that_are() {
    let folder = folder();
    let output = run(folder.path(), &["harbor due"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(said.contains("Harbour dues (dues), 3 lines in 3 articles"), "{said}");
    assert_eq!(attache(folder.path(), &["follow"], None).status.code(), Some(2));
    assert_eq!(attache(folder.path(), &["follow", "dues", "nowhere"], None).status.code(), Some(2));
}
