//! What was written is read with the parsers that people use.

use attache::export::Form;
use attache::model::Briefing;
use biblatex::{Bibliography, ChunksExt};
use biblib::{CitationParser, RisParser};
use serde_json::Value;

use super::{of_bytes, sample, written};

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
fn ris_is_read_by_a_reference_manager() {
    let briefing = sample("border-round.txt");
    let records = RisParser::new().parse(&written(&briefing, Form::Ris)).unwrap();
    let [record] = &records[..] else { panic!("{} records", records.len()) };
    assert_eq!(record.title, briefing.head.headline.as_deref().unwrap());
    assert_eq!(record.journal.as_deref(), briefing.head.outlet.as_deref());
    assert_eq!(record.date.as_ref().map(|date| (date.year, date.month, date.day)), Some((2025, Some(11), Some(9))));
    assert!(record.urls.iter().any(|url| Some(&**url) == briefing.head.url.as_deref()));
    let notes = record.extra_fields.values().flatten().cloned().collect::<Vec<_>>().join("\n");
    assert!(words(&briefing).iter().all(|words| notes.contains(words)), "{notes}");
}

/// What a reader sees of Markdown, and the kinds of its events.
fn rendered(markdown: &str) -> (String, Vec<String>) {
    let (mut text, mut tags) = (String::new(), Vec::new());
    for event in pulldown_cmark::Parser::new_ext(
        markdown,
        pulldown_cmark::Options::all() - pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION,
    ) {
        match event {
            pulldown_cmark::Event::Text(words) => text.push_str(&words),
            pulldown_cmark::Event::SoftBreak => text.push('\n'),
            pulldown_cmark::Event::Start(tag) => tags.push(format!("{tag:?}")),
            pulldown_cmark::Event::FootnoteReference(number) => tags.push(format!("reference {number}")),
            other => tags.push(format!("{other:?}")),
        }
    }
    (text, tags)
}

#[test]
fn markdown_shows_the_words_as_quotations_with_footnotes() {
    let briefing = sample("border-round.txt");
    let (text, tags) = rendered(&written(&briefing, Form::Markdown));
    assert!(words(&briefing).iter().all(|words| text.contains(words)), "{text}");
    let count = |start: &str| tags.iter().filter(|tag| tag.starts_with(start)).count();
    assert!(count("BlockQuote") >= words(&briefing).len());
    assert_eq!(count("reference"), count("FootnoteDefinition"));
}

#[test]
fn markup_in_a_text_is_shown_and_not_obeyed() {
    let text =
        "The <b>port</b> of [Azra](http://x.example) was *late*, but `code` and # marks | were ~~not~~ &amp; $1$ was paid.";
    let (seen, tags) = rendered(&written(&of_bytes("x.txt", text.as_bytes()), Form::Markdown));
    assert!(seen.contains(text), "{seen}");
    let plain = ["Paragraph", "BlockQuote", "Heading", "List", "Item", "Emphasis", "FootnoteDefinition", "reference", "End"];
    assert!(tags.iter().all(|tag| plain.iter().any(|known| tag.starts_with(known))), "{tags:?}");
}

#[test]
fn html_is_well_formed_and_holds_the_words() {
    let briefing = sample("border-round.txt");
    let page = format!("<div>{}</div>", written(&briefing, Form::Html));
    let document = roxmltree::Document::parse(&page).unwrap();
    let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
    assert!(words(&briefing).iter().all(|words| texts.contains(words)));
}

#[test]
fn json_names_the_source_of_every_line() {
    let document: Value = serde_json::from_str(&written(&sample("border-round.txt"), Form::Json)).unwrap();
    let parts = document["parts"].as_array().unwrap();
    let lines = parts.iter().flat_map(|part| part["extracts"].as_array().unwrap());
    assert!(lines.clone().count() > 10);
    assert!(lines.clone().all(|line| document.pointer(&format!("/sources/{}/sha256", line["source"])).unwrap().is_string()));
}
