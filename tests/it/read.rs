//! Bytes in, articles out; briefing files in, what they say and what is wrong with them out.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics is a test that fails"
)]

mod articles;
mod briefing_files;
mod cruft;
mod database;
mod encodings;
mod exports;
mod feed;
mod html;
mod mail;
mod mails;
mod markdown;
mod metadata;
mod office;
pub mod opened;
mod pages;
mod printed;
mod properties;
mod wire;

use std::cell::RefCell;
use std::fmt::Write as _;

use attache::form::Complaint;
use attache::model::Article;
use attache::read::{CruftRules, File, Format, plain, recognise};
use attache::text::Clean;
use attache::text::decode::decode;

fn read(bytes: impl AsRef<[u8]>) -> Article {
    plain(Clean::from("article.txt"), &decode(bytes.as_ref()), &CruftRules::shipped())
}

/// Fields, blocks, what was removed, notes.
fn show(article: &Article) -> String {
    let mut out = fields(article);
    for block in &article.blocks {
        let name = match (block.kind, block.number) {
            (_, Some(number)) => format!("¶{number}"),
            (kind, None) => format!("{kind:?}").to_lowercase(),
        };
        writeln!(out, "{:>3} {name}: {}", block.line, article.slice(block.span)).unwrap();
    }
    for removed in &article.removed {
        writeln!(out, "{:>3} - {} [{}]", removed.line, removed.text, removed.rule).unwrap();
    }
    for note in &article.notes {
        writeln!(out, "note {}: {}", note.kind.word(), note.message).unwrap();
    }
    out
}

fn fields(article: &Article) -> String {
    let f = &article.fields;
    let all = [
        ("headline", &f.headline),
        ("standfirst", &f.standfirst),
        ("byline", &f.byline),
        ("place", &f.place),
        ("outlet", &f.outlet),
        ("url", &f.url),
    ];
    let mut out = String::new();
    for (name, words) in all {
        if let Some(words) = words {
            writeln!(out, "{name} = {words}").unwrap();
        }
    }
    if let Some(date) = f.date {
        writeln!(out, "date = {date}").unwrap();
    }
    out
}

fn story(text: &str) -> String {
    show(&read(text))
}

fn said(complaints: &RefCell<Vec<Complaint>>) -> String {
    complaints.borrow().iter().map(|c| format!("{c}\n")).collect::<Vec<_>>().concat()
}

#[test]
fn formats_are_told_by_name_and_else_by_content() {
    #[track_caller]
    fn check(name: &str, text: &str, format: Format) {
        assert_eq!(recognise(&File::new(name, text.as_bytes())), format, "{name} {text}");
    }
    check("talks.toml", "anything", Format::Briefing);
    check("TALKS.TOML", "", Format::Briefing);
    check("talks.txt", "title = \"x\"", Format::Plain);
    check("-", "\n# a briefing\n\ntitle = \"x\"\n", Format::Briefing);
    check("", "[[topics]]\n", Format::Briefing);
    check("a.d/stdin", "\u{FEFF}text = '''", Format::Briefing);
    check("", "x = y", Format::Plain);
    check("", "The title = the rest", Format::Plain);
    check("", "", Format::Plain);
    check("", "<!-- saved -->\n<?xml version='1.0'?><!DOCTYPE HTML><html>", Format::Html);
    check("page.txt", "\u{FEFF} <HTML lang=en>", Format::Html);
    check("page.htm", "<p>A piece</p>", Format::Html);
    check("note.txt", "<p> is how a paragraph begins", Format::Plain);
    check("", "<htmlish> is no tag", Format::Plain);
}
