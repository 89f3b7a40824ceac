//! What the formats bring to the screen and to the pipe: files of many articles, what stands against using an article, blocks that are set
//! apart, `--as`.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use attache::work::{Desk, Origin};

use crate::support::pty::Session;
use crate::support::run::{attache, out};
use crate::support::screen::Typist;

const FEED: &str = "<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour Wire</title>\
<item><title>Pier reopens after the storm</title><pubDate>Fri, 28 Nov 2025 09:30:00 +0100</pubDate>\
<description>The pier of Lusenia reopened on Friday, the harbour office said, but only its inner half.</description></item>\
<item><title>Grain silos fill in the east</title><pubDate>Sat, 29 Nov 2025 09:30:00 +0100</pubDate>\
<description>Silos in the east are nearly full, although exports have gone on through the winter.</description></item>\
</channel></rss>";

const NINJS: &str = r#"{"uri": "urn:example:1", "type": "text", "versioncreated": "2025-11-28T09:30:00Z", "pubstatus": "usable",
"embargoed": "2025-12-01T06:00:00Z", "headline": "Ministers sign the accord", "byline": "Ana Ruiz",
"body_html": "<p>The ministers signed the accord in Halmar on Friday, but the fishermen were not asked.</p><p>It will be read out next week.</p>"}"#;

const MARKDOWN: &str = "---\ntitle: What the accord says\ndate: 2025-11-28\n---\n\nIt has three parts, and each of them was fought over for years.\n\n\
- The ships may pass when the harbour master has given his leave.\n- The fee is the same for all.\n\n\
> Nobody has won, and nobody has lost.\n\nThe text will be read out next week.\n";

fn in_folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn typist(name: &str, text: &str, width: u16) -> Typist {
    let folder = in_folder(&[(name, text)]);
    let briefing = Desk::default().open(&Origin::Path(folder.path().join(name))).unwrap().briefing;
    Typist::over(vec![Arc::new(briefing)], vec![name.into()], width, 30)
}

#[test]
fn a_feed_is_a_list_of_its_articles() {
    let mut session = Session::with(&[Path::new("feed.xml")], 120, 30, |_, home| fs::write(home.join("feed.xml"), FEED).unwrap());
    session.sees("2 articles in this file");
    let list = session.until(|shown| shown.contains("Pier reopens") && shown.contains("Grain silos"));
    assert!(list.find("Grain silos") < list.find("Pier reopens"), "newest first: {list}");
    session.keys("\r");
    session.sees("Silos in the east are nearly full");
    session.keys("\x7f");
    session.sees("2 entries");
    session.keys("j\r");
    session.sees("only its inner half");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn one_file_that_is_no_text_is_an_error_and_no_screen() {
    let mut session =
        Session::with(&[Path::new("a.pdf")], 120, 30, |_, home| fs::write(home.join("a.pdf"), "%PDF-1.7\n").unwrap());
    session.sees("pdftotext -layout FILE - | attache -");
    assert_eq!(session.end(), 2);
    assert!(!session.screen().alternate_screen());
}

#[test]
fn a_feed_in_a_pipe_is_many_documents() {
    let folder = in_folder(&[("feed.xml", FEED)]);
    let said = out(&attache(folder.path(), &["show", "feed.xml", "--format", "json"], None));
    let all: serde_json::Value = serde_json::from_str(&said).unwrap();
    let field = |name: &str| all.as_array().unwrap().iter().map(|d| d[name].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(field("path"), ["feed.xml#1", "feed.xml#2"]);
    assert_eq!(field("format"), ["rss", "rss"]);
    assert_eq!(field("published"), ["2025-11-28T09:30:00+01:00", "2025-11-29T09:30:00+01:00"]);
    let page = out(&attache(folder.path(), &["show", "-", "--section", "text"], Some(FEED.as_bytes())));
    assert!(page.contains("==> standard input#2 <==\n\n"), "{page}");
}

#[test]
fn as_reads_a_file_as_that() {
    let folder = in_folder(&[("feed.xml", FEED)]);
    let said = out(&attache(folder.path(), &["show", "feed.xml", "--as", "text", "--section", "text"], None));
    assert!(said.contains("< rss version"), "{said}");
    let wrong = attache(folder.path(), &["show", "feed.xml", "--as", "pdf"], None);
    assert_eq!(wrong.status.code(), Some(2));
    let listed = out(&attache(folder.path(), &["formats"], None));
    assert!(
        listed.lines().any(|line| line.starts_with("rss ")) && listed.lines().all(|line| line.chars().count() <= 110),
        "{listed}"
    );
}

#[test]
fn an_embargo_stands_over_the_panes_and_is_asked_about_once() {
    for width in [120, 60] {
        let mut typist = typist("a.ninjs", NINJS, width);
        let shown = typist.shown();
        let banner = shown.lines().nth(1).unwrap();
        assert!(banner.contains("EMBARGOED until 2025-12-01"), "{shown}");
        typist.keys("y");
        assert!(typist.copied().is_none());
        let footer = typist.shown().lines().last().unwrap().to_owned();
        assert!(footer.contains("not exported; again does it"), "{footer}");
        typist.keys("y");
        assert!(typist.copied().unwrap().text.contains("EMBARGOED until 2025-12-01"));
        let effects = typist.effects.len();
        typist.keys("Y");
        assert!(typist.effects.len() > effects, "it is asked about once");
    }
}

#[test]
fn what_is_restricted_is_copied_in_a_pipe_only_when_told_so() {
    let folder = in_folder(&[("a.json", NINJS)]);
    let refused = attache(folder.path(), &["copy", "a.json", "--clipboard", "none"], None);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("EMBARGOED until 2025-12-01") && said.contains("--restricted"), "{said}");
    let shown = out(&attache(folder.path(), &["show", "a.json"], None));
    assert!(shown.lines().take(4).any(|line| line.starts_with("EMBARGOED until")), "{shown}");
}

#[test]
fn items_and_quotations_have_their_marks() {
    let shown = typist("a.md", MARKDOWN, 120).keys("2").shown();
    assert!(shown.contains(" 2  - The ships may pass") && shown.contains(" 4  │ Nobody has won"), "{shown}");
}

#[test]
fn the_folder_of_a_saved_page_is_not_read() {
    let page = "<!doctype html><title>Talks resume</title><h1>Talks resume</h1><p>The two sides met again on Monday, officials said.</p>";
    let folder =
        in_folder(&[("talks.html", page), ("talks_files/ads.html", page), ("other_files/note.txt", "A note on its own.")]);
    let said = out(&attache(folder.path(), &["show", ".", "--section", "text"], None));
    assert!(said.contains("talks.html <==") && said.contains("note.txt <==") && !said.contains("ads.html"), "{said}");
}
