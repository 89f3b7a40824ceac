//! What was written is read with the parsers that people use.

use attache::export::Form;
use attache::model::Briefing;
use biblatex::{Bibliography, ChunksExt};
use serde_json::Value;

use super::{sample, written};

fn words(briefing: &Briefing) -> Vec<&str> {
    briefing.points().map(|point| briefing.words(point)).collect()
}

#[test]
fn csv_and_tsv_have_a_row_for_each_line() {
    let briefing = sample("border-round.txt");
    for (form, delimiter) in [(Form::Csv, b','), (Form::Tsv, b'\t')] {
        let text = written(&briefing, form);
        let mut table = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let at = table.headers().unwrap().iter().position(|name| name == "text").unwrap();
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        let texts: Vec<&str> = rows.iter().map(|row| &row[at]).collect();
        assert!(words(&briefing).iter().all(|words| texts.contains(words)));
    }
}

#[test]
fn bibtex_is_read_by_a_bibliography() {
    let briefing = sample("border-round.txt");
    let library = Bibliography::parse(&written(&briefing, Form::Bibtex)).unwrap();
    let entry = library.iter().next().unwrap();
    let field = |name: &str| entry.get(name).unwrap().format_verbatim();
    assert_eq!(field("title"), briefing.head.headline.as_deref().unwrap());
    assert_eq!(field("year"), "2025");
    assert!(words(&briefing).iter().all(|words| field("annote").contains(words)));
}

#[test]
fn csl_json_has_the_fields_of_its_schema() {
    let briefing = sample("border-round.txt");
    let items: Value = serde_json::from_str(&written(&briefing, Form::Csl)).unwrap();
    assert_eq!(items[0]["type"], "article-newspaper");
    assert_eq!(items[0]["issued"]["date-parts"], serde_json::json!([[2025, 11, 9]]));
    assert_eq!(items[0]["title"], briefing.head.headline.as_deref().unwrap());
}

#[test]
fn ris_is_tags_and_values() {
    let text = written(&sample("border-round.txt"), Form::Ris);
    let mut tags = text.lines().map(|line| line.split_once("  - ").unwrap_or((line.trim_end_matches("  -"), "")));
    assert_eq!(tags.next(), Some(("TY", "NEWS")));
    assert!(tags.all(|(tag, _)| tag.len() == 2));
    assert!(text.ends_with("\nER  - "));
}

#[test]
fn json_names_the_source_of_every_line() {
    let document: Value = serde_json::from_str(&written(&sample("border-round.txt"), Form::Json)).unwrap();
    let parts = document["parts"].as_array().unwrap();
    let lines = parts.iter().flat_map(|part| part["extracts"].as_array().unwrap());
    assert!(lines.clone().count() > 10);
    assert!(lines.clone().all(|line| document.pointer(&format!("/sources/{}/sha256", line["source"])).unwrap().is_string()));
}
