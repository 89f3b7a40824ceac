//! Documents of word processors, books, and files that are no text.

use std::io::{Cursor, Write as _};

use attache::read::Format;
use insta::assert_snapshot;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::opened::{damaged, holds, opened};

/// A zip archive of these parts; the first is not packed if it is called `mimetype`.
fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const CORE: &str = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Border talks: draft 3</dc:title><dc:creator>Ana Ruiz</dc:creator>
<cp:keywords>borders, diplomacy</cp:keywords><dcterms:created>2013-12-23T23:15:00Z</dcterms:created><dcterms:modified>2025-11-28T09:30:00Z</dcterms:modified></cp:coreProperties>"#;

const STYLES: &str = r#"<w:styles><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style></w:styles>"#;

const DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Border talks end with a hotline</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Verzeichnis1"/></w:pPr><w:r><w:t>What was agreed ... 2</w:t></w:r></w:p>
<w:p><w:r><w:t>By Bo Lind, Hill Courier</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">SORREL PASS: The two sides agreed on </w:t></w:r><w:del><w:r><w:delText>Monday</w:delText><w:t>Monday</w:t></w:r></w:del><w:ins><w:r><w:t>Thursday</w:t></w:r></w:ins>
<w:r><w:t xml:space="preserve"> to install a hotline &amp; to test it&#8230;</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>What was agreed</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>One line between the capitals</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Zitat"/></w:pPr><w:r><w:t>It is a start.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Crossing</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Opens</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>May</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>Both sides meet again in March.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>Both sides meet again in March.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>
</w:body></w:document>"#;

const FOOTNOTES: &str =
    r#"<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>The line is a copper one.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

fn word() -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", DOCUMENT),
        ("word/styles.xml", STYLES),
        ("word/footnotes.xml", FOOTNOTES),
        ("word/comments.xml", "<w:comments/>"),
        ("docProps/core.xml", CORE),
    ])
}

const CONTENT: &str = r#"<office:document-content><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted words</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Grain corridor<text:s text:c="2"/>reopens</text:p>
<text:p text:style-name="Standard">The corridor for <text:span>grain</text:span> reopened on Sunday<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Local time.</text:p></text:note-body></text:note> after eleven days, officials said.<office:annotation><text:p>check this</text:p></office:annotation></text:p>
<text:h text:outline-level="1">Who waits</text:h>
<text:list><text:list-item><text:p>four ships</text:p></text:list-item><text:list-item><text:p>a barge</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell><text:p>Ships</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"#;

fn writer(content: &str) -> Vec<u8> {
    let meta = "<office:document-meta><office:meta><meta:initial-creator>x</meta:initial-creator><dc:creator>Bo Lind</dc:creator><dc:date>2025-11-30T18:40:00</dc:date><meta:keyword>grain</meta:keyword></office:meta></office:document-meta>";
    zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
        ("meta.xml", meta),
        ("META-INF/manifest.xml", "<manifest/>"),
    ])
}

const PACKAGE: &str = r#"<package><metadata><dc:title>The Pier Papers</dc:title><dc:creator>Ana Ruiz</dc:creator><dc:creator>Bo Lind</dc:creator><dc:date>2025-11-30</dc:date>
<dc:language>en-GB</dc:language><dc:publisher>Sample Press</dc:publisher><dc:rights>CC BY 4.0</dc:rights><dc:subject>Harbours</dc:subject></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="c1" href="text/one%20.xhtml"/><item id="c2" href="text/two.xhtml#a"/><item id="c3" href="gone.xhtml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="c2" linear="no"/><itemref idref="c1"/><itemref idref="c2"/><itemref idref="c3"/></spine></package>"#;

fn book() -> Vec<u8> {
    zip(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", r#"<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>"#),
        ("OEBPS/content.opf", PACKAGE),
        ("OEBPS/nav.xhtml", "<p>Contents</p>"),
        (
            "OEBPS/text/one .xhtml",
            "<html><head><title>x</title></head><body><h1>The money</h1><p>The board has found the money, it said on Sunday.</p></body></html>",
        ),
        ("OEBPS/text/two.xhtml", "<h1>The stone</h1><p>The stone is to come from the north.</p>"),
    ])
}

#[test]
fn a_word_document_reads_as_if_all_changes_were_accepted() {
    assert_snapshot!(opened("talks", word()), @r"
    docx
    headline = Border talks end with a hotline
    byline = Bo Lind
    place = SORREL PASS
    outlet = Hill Courier
    modified = 2025-11-28T09:30:00Z
    subjects = :borders, :diplomacy
      1 headline: Border talks end with a hotline
      2 meta: By Bo Lind, Hill Courier
      3 ¶1: SORREL PASS: The two sides agreed on Thursday to install a hotline & to test it…
      4 subhead: What was agreed
      5 item ¶2: One line between the capitals
      6 quotation ¶3: It is a start.
      7 item ¶4: Crossing | Opens
      8 item ¶5: North | May
      9 ¶6: Both sides meet again in March.
      2 - What was agreed ... 2 [table of contents]
      1 - The line is a copper one. [footnote]
    note file: the comments on the document's margin were left out
    ");
}

#[test]
fn an_opendocument_text() {
    assert_snapshot!(opened("", writer(CONTENT)), @r"
    odt
    headline = Grain corridor reopens
    byline = Bo Lind
    modified = 2025-11-30T18:40:00
    subjects = :grain
      1 headline: Grain corridor reopens
      2 ¶1: The corridor for grain reopened on Sunday after eleven days, officials said.
      3 subhead: Who waits
      4 item ¶2: four ships
      5 item ¶3: a barge
      6 item ¶4: Port | Ships
      2 - 1 Local time. [footnote]
    note file: the comments on the document's margin were left out
    ");
}

#[test]
fn a_book_is_one_article() {
    assert_snapshot!(opened("", book()), @r#"
    epub
    headline = The Pier Papers
    byline = Ana Ruiz, Bo Lind
    outlet = Sample Press
    language = en-GB
    rights = CC BY 4.0
    date = 2025-11-30
    authors = ["Ana Ruiz", "Bo Lind"]
    subjects = :Harbours
      1 headline: The Pier Papers
      2 subhead: The money
      3 ¶1: The board has found the money, it said on Sunday.
      4 subhead: The stone
      5 ¶2: The stone is to come from the north.
    note file: a book of 2 parts, read as one article
    note file: parts of the book that could not be read: 1
    "#);
}

#[test]
fn a_part_of_a_book_is_read_once_however_often_its_spine_names_it() {
    let names = |form: &dyn Fn(usize) -> String| (0..2_500).map(form).collect::<String>();
    let book = |address: &dyn Fn(usize) -> String| {
        let package = format!(
            "<package><manifest>{}</manifest><spine>{}</spine></package>",
            names(&|at| format!("<item id='c{at}' href='{}'/>", address(at))),
            names(&|at| format!("<itemref idref='c{at}'/>"))
        );
        opened(
            "",
            zip(&[
                ("mimetype", "application/epub+zip"),
                ("META-INF/container.xml", "<rootfile full-path='a.opf'/>"),
                ("a.opf", &package),
                ("one.xhtml", "<p>The board has found the money, it said on Sunday.</p>"),
            ]),
        )
    };
    let same = book(&|_| "one.xhtml#a".to_owned());
    assert_eq!(same.matches("The board has found the money").count(), 1, "{same}");
    assert!(!same.contains("note"), "{same}");
    let gone = book(&|at| if at == 0 { "one.xhtml".to_owned() } else { format!("gone{at}.xhtml") });
    assert!(gone.contains("note limit: the book has more than 2000 parts: the others were left out"), "{gone}");
    assert!(gone.contains("note file: parts of the book that could not be read: 1999"), "{gone}");
}

#[test]
fn a_heading_over_all_is_the_headline() {
    let document = DOCUMENT.replace("\"Title\"", "\"Heading1\"");
    let told = opened("", zip(&[("word/document.xml", &document), ("docProps/core.xml", CORE)]));
    assert!(told.contains("headline = Border talks end with a hotline\n"), "{told}");
}

#[test]
fn broken_documents_say_so() {
    let whole = word();
    assert_snapshot!(opened("a.docx", &whole[..whole.len() - 40]), @r"
    docx
    refused: the file is damaged or ends too early: open it in the program that wrote it and save it anew, or as text
    ");
    assert_snapshot!(opened("a.docx", "The talks resumed on Monday."), @r"
    docx
    refused: this is no document of the kind that its name says: read it with --as text
    ");
    assert_snapshot!(opened("a.docx", zip(&[("word/document.xml", "<w:document><w:body></w:body></w:document>")])), @r"
    docx
    refused: there are no words in this document: if it holds pictures of a text, save that text itself
    ");
    assert_snapshot!(opened("a.docx", zip(&[("word/document.xml", &DOCUMENT[..700])])), @r"
    docx
    headline = Border talks end with a hotline
    standfirst = What was agreed ... 2
    byline = Bo Lind
    place = SORREL PASS
    outlet = Hill Courier
      1 headline: Border talks end with a hotline
      2 standfirst: What was agreed ... 2
      3 meta: By Bo Lind, Hill Courier
      4 ¶1: SORREL PASS: The two sides agreed on Thursday to install a hotline & to test it…
    note file: the document's text is damaged: what stands before the damage is shown
    ");
    let protected = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "\u{1}"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
    ]);
    assert_snapshot!(opened("", protected), @r"
    odt
    refused: the document is encrypted: open it with its password and save it as text
    ");
    assert_snapshot!(opened("", zip(&[("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<rootfile full-path='../../etc/passwd'/>")])), @r"
    epub
    refused: the file is damaged or ends too early: open it in the program that wrote it and save it anew, or as text
    ");
}

#[test]
fn bombs_do_not_go_off() {
    let bomb = format!("<w:document>{}</w:document>", " ".repeat(3_000_000));
    assert_snapshot!(opened("", zip(&[("word/document.xml", &bomb)])), @r"
    docx
    refused: the document unpacks to far more than any text: it was not opened
    ");
    let deep = format!("<w:document>{}<w:t>x", "<w:tbl><w:tc><w:p>".repeat(5_000));
    holds("x", &zip(&[("word/document.xml", &deep)]), Format::Word);
    holds("x", &writer(&"<text:list><text:p>".repeat(5_000)), Format::Writer);
}

#[test]
fn what_nests_deeper_than_any_document_ends_there_and_says_so() {
    let said = "the document nests deeper than 20000 elements: what stands before that in its ";
    let deep = |element: &str| format!("<w:p><w:t>It is a start.</w:t></w:p>{}", element.repeat(100_000));
    let word = |text: &str, notes: &str| zip(&[("word/document.xml", text), ("word/footnotes.xml", notes)]);
    for document in [word(&deep("<w:p>"), ""), word(&deep("<w:tbl><w:tc>"), ""), word(&deep(""), &deep("<w:p>"))] {
        let shown = opened("", document);
        assert!(shown.contains("It is a start.") && shown.contains(said), "{shown:.400}");
    }
    let shown = opened("", writer(&format!("<text:p>It is a start.</text:p>{}", "<text:p>".repeat(100_000))));
    assert!(shown.contains("It is a start.") && shown.contains(said), "{shown:.400}");
}

#[test]
fn a_document_of_more_text_than_is_read_is_refused_with_what_to_do() {
    let words = |bytes: usize| (0..).map(|at: u32| format!("{:x} ", at % 5000)).take(bytes / 4).collect::<String>();
    let text = |bytes: usize| format!("<w:p><w:t>{}</w:t></w:p>", words(bytes));
    let long = zip(&[("word/document.xml", &text(5_000_000))]);
    let notes = zip(&[("word/document.xml", &text(2_500_000)), ("word/footnotes.xml", &text(2_500_000))]);
    let spaces = writer(&format!("<text:p>{}</text:p>", "a <text:s text:c='100'/>".repeat(45_000)));
    for document in [long, notes, spaces] {
        let most = (4 * 1024 * 1024 + document.len()) / 1_000_000;
        let shown = opened("", document);
        let refused =
            format!("refused: the document has more than {most} MB of text: save it as plain text, of which more is read");
        assert!(shown.contains(&refused), "{shown:.200}");
    }
}

#[test]
fn footnotes_that_cannot_be_read_are_told() {
    let endless = format!("<w:p><w:t>{}</w:t></w:p>", "notes and more. ".repeat(300_000));
    let shown = opened(
        "",
        zip(&[
            ("word/document.xml", "<w:p><w:t>It is a start.</w:t></w:p>"),
            ("word/footnotes.xml", &endless),
            ("word/comments.xml", &endless),
        ]),
    );
    assert!(
        shown.contains("It is a start.")
            && shown.contains("comments on the document's margin were left out")
            && shown.contains("the document's footnotes can't be read and were left out"),
        "{shown}"
    );
}

#[test]
fn what_is_no_text_is_refused_with_what_to_do() {
    let mut out = String::new();
    let samples: [(&str, &[u8]); 12] = [
        ("a.pdf", b"%PDF-1.7\n%\xE2\xE3"),
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"),
        ("a.txt", b"\x89PNG\r\n\x1A\n\0\0"),
        ("a.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF"),
        ("a.gz", b"\x1F\x8B\x08\0\0"),
        ("a.db", b"SQLite format 3\0\x10"),
        ("a.toml", b"\x7FELF\x02\x01"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 "),
        ("a.mp4", b"\0\0\0\x20ftypisom\0"),
        ("a.txt", b"BZhev is a town in the north, officials said."),
        ("a.txt", b"Sample WAVE of protests, officials said."),
        ("a.txt", b"II*"),
    ];
    for (name, bytes) in samples {
        out += &opened(name, bytes);
    }
    let other = zip(&[("xl/workbook.xml", "<workbook/>")]);
    out += &opened("a.xlsx", other);
    assert_snapshot!(out, @r"
    binary
    refused: this is a PDF: pdftotext -layout FILE - | attache - reads its text
    binary
    refused: this is an old Office file (.doc, .xls, .ppt, .msg) or an encrypted one: open it in its program and save it as .docx or as text
    binary
    refused: this is a picture: if there is text in it, have it recognised (tesseract FILE - | attache -)
    binary
    refused: this is a picture: if there is text in it, have it recognised (tesseract FILE - | attache -)
    binary
    refused: this is packed: unpack it and open what is in it
    binary
    refused: this is an SQLite database: export the texts in it
    binary
    refused: this is a program: there is no text in it
    binary
    refused: this is a picture: if there is text in it, have it recognised (tesseract FILE - | attache -)
    binary
    refused: this is sound or film: there is no text in it
    text
      1 ¶1: BZhev is a town in the north, officials said.

    text
      1 ¶1: Sample WAVE of protests, officials said.

    text
      1 ¶1: II*

    binary
    refused: this is a zip archive, or an Office file of another kind: unpack it, or save what it shows as text
    ");
}

proptest! {
    #[test]
    fn damaged_documents_open_or_say_why_not(which in 0..3usize, picks in prop::collection::vec((any::<usize>(), any::<u8>()), 0..5)) {
        let bytes = damaged(&[word(), writer(CONTENT), book()][which], &picks);
        for format in [Format::Word, Format::Writer, Format::Book, Format::Binary] {
            holds("x", &bytes, format);
        }
        let _ = opened("x", &bytes);
    }

    #[test]
    fn damaged_parts_open_or_say_why_not(which in 0..3usize, picks in prop::collection::vec((any::<usize>(), any::<u8>()), 0..5)) {
        let text = String::from_utf8_lossy(&damaged([DOCUMENT, CONTENT, PACKAGE][which].as_bytes(), &picks)).into_owned();
        match which {
            0 => holds("x", &zip(&[("word/document.xml", &text), ("docProps/core.xml", &text), ("word/styles.xml", &text)]), Format::Word),
            1 => holds("x", &writer(&text), Format::Writer),
            _ => holds("x", &zip(&[("META-INF/container.xml", "<rootfile full-path='p'/>"), ("p", &text), ("gone.xhtml", "<p>x</p>")]), Format::Book),
        }
    }
}
