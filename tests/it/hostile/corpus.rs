//! Each trick in each kind of file: it opens, nothing of it comes through, and every screen stays straight.

use std::sync::Arc;

use attache::export::{Wanted, json, page};
use attache::work::{Desk, Origin};

use super::tricks::{Trick, all};
use crate::support::inert::first_trick;
use crate::support::screen::Typist;

/// The kinds of files: the ending, and what stands before the trick and behind it, twice.
const KINDS: [(&str, &str, &str); 9] = [
    ("txt", "Ministers met on Friday ", " in Geneva.\n\nTalks on the border will go on, but "),
    ("html", "<!doctype html><title>Talks</title><article><h1>Talks ", "</h1><p>Ministers met on Friday in Geneva, but "),
    ("md", "# Talks ", "\n\nMinisters met on Friday in Geneva, but "),
    ("xml", "<rss version=\"2.0\"><channel><title>T</title><item><title>Talks ", "</title><description>Ministers met, but "),
    ("json", "{\"uri\":\"a\",\"headline\":\"Talks ", "\",\"versioncreated\":\"2025-11-28\",\"body_text\":\"Ministers met, but "),
    (
        "eml",
        "From: a@example.org\nTo: b@example.org\nSubject: Talks ",
        "\nDate: Fri, 28 Nov 2025 10:00:00 +0000\n\nMinisters met, but ",
    ),
    ("rtf", "{\\rtf1\\ansi Ministers met on Friday ", "\\par Talks will go on, but "),
    ("toml", "title = \"Talks ", "\"\ntext = \"\"\"Ministers met on Friday in Geneva, but "),
    ("csv", "headline,text,date\nTalks ", ",Ministers met on Friday,2025-11-28\n"),
];

/// Every word of a briefing, and every screen of it, is inert.
#[track_caller]
fn is_inert(desk: &Desk, path: &std::path::Path, name: &str) {
    let told = |text: &str| assert_eq!(first_trick(text), None, "{name}: {text:?}");
    let opened = match desk.open(&Origin::Path(path.to_owned())) {
        Ok(opened) => opened,
        Err(reason) => return told(&reason),
    };
    told(&json("a", &opened.briefing, false));
    told(&page(&opened.briefing, &Wanted::default()));
    opened.complaints.iter().for_each(|complaint| told(&complaint.to_string()));
    // The typist's grid asserts that no row is wider than its place.
    let (width, height) = if name.len().is_multiple_of(2) { (100, 30) } else { (24, 8) };
    let mut typist = Typist::over(vec![Arc::new(opened.briefing)], vec!["a".into()], width, height);
    told(&typist.shown());
    typist.keys("right enter x");
    told(&typist.shown());
}

#[test]
fn no_trick_comes_through_in_any_kind_of_file() {
    let desk = Desk::default();
    let folder = tempfile::tempdir().unwrap();
    for (at, Trick { name, bytes }) in all().iter().enumerate() {
        // Each trick in the plain text, and in one other kind of file in turn.
        for (ending, before, between) in [&KINDS[0], &KINDS[1 + at % (KINDS.len() - 1)]] {
            let path = folder.path().join(format!("a.{ending}"));
            std::fs::write(&path, [before.as_bytes(), bytes, between.as_bytes(), bytes, b" doubts remain.\n"].concat()).unwrap();
            is_inert(&desk, &path, &format!("{name} in {ending}"));
        }
    }
}

#[test]
fn no_trick_comes_through_written_as_an_entity_an_escape_or_an_encoded_word() {
    let desk = Desk::default();
    let folder = tempfile::tempdir().unwrap();
    let codes = [
        0x00, 0x07, 0x08, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x9D, 0xAD, 0x200B, 0x200E, 0x202E, 0x2028, 0x2066, 0xFEFF, 0xFFFE,
        0xE0041,
    ];
    for code in codes {
        let c = char::from_u32(code).unwrap();
        let utf16 = c.encode_utf16(&mut [0; 2]).iter().fold(String::new(), |out, unit| out + &format!("\\u{unit:04x}"));
        let quoted = c.to_string().bytes().fold(String::new(), |out, byte| out + &format!("={byte:02X}"));
        let files = [
            (
                "html",
                format!(
                    "<!doctype html><h1>Talks &#{code};[31m &#x{code:x};</h1><p>Ministers met &amp;#{code};, but &#{code};]2;x doubts remain."
                ),
            ),
            (
                "xml",
                format!(
                    "<rss version='2.0'><channel><item><title>Talks &#{code};]2;x</title><description>&lt;p&gt;Met &amp;#{code};[31m&lt;/p&gt;</description></item></channel></rss>"
                ),
            ),
            (
                "json",
                format!(
                    "{{\"uri\":\"a\",\"headline\":\"Talks {utf16}]2;x\",\"versioncreated\":\"2025-11-28\",\"body_html\":\"<p>Met &#{code};[31m {utf16}</p>\"}}"
                ),
            ),
            (
                "eml",
                format!(
                    "From: =?utf-8?Q?a{quoted}]2;x?= <a@example.org>\nSubject: =?utf-8?Q?Talks_{quoted}[31m?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nMet {quoted}[31m, but doubts remain.\n"
                ),
            ),
            (
                "toml",
                format!(
                    "title = \"Talks \\U{code:08x}]2;x\"\n\"\\U{code:08x}\" = 1\ntext = \"Ministers met \\U{code:08x}[31m, but doubts remain.\"\n"
                ),
            ),
            ("rtf", format!("{{\\rtf1\\ansi Talks \\u{}?[31m \\'1b]2;x\\par Met, but doubts remain.}}", code.min(0x7FFF))),
        ];
        for (ending, text) in files {
            let path = folder.path().join(format!("a.{ending}"));
            std::fs::write(&path, text).unwrap();
            is_inert(&desk, &path, &format!("U+{code:04X} in {ending}"));
        }
    }
}

#[test]
fn what_no_one_could_see_is_dropped_or_shown() {
    use unicode_width::UnicodeWidthChar;
    let unseen = |c: &char| c.width().unwrap_or(0) == 0 && !unicode_normalization::char::is_combining_mark(*c);
    let kept: Vec<String> = ('\0'..=char::MAX)
        .filter(unseen)
        .filter(|c| attache::text::clean::clean(&format!("a{c}b")).contains(*c))
        // Vowels and finals of Hangul that are written letter by letter.
        .filter(|c| !matches!(c, '\n' | '\u{FE00}'..='\u{FE0F}' | '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}'))
        // Letters and signs that are set over or before others.
        .filter(|c| !c.is_alphabetic() && !matches!(c, '\u{605}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{A8FA}'))
        .map(|c| format!("{:04X}", u32::from(c)))
        .collect();
    assert_eq!(kept, [""; 0]);
}
