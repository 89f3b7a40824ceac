//! What files say of an article beside its words, when it is more than anybody reads: a part of it is kept, and what is not is told.

use std::fmt::Write as _;

use insta::assert_snapshot;

use super::opened::articles;

/// `name0, name1 …`, each in `mark`.
fn many(count: usize, mark: impl Fn(usize) -> String) -> String {
    (0..count).map(mark).collect::<Vec<_>>().join(",")
}

/// How much is kept of the first article of a file, and what is said of it.
fn kept(name: &str, file: &str) -> String {
    let article = &articles(name, file.as_bytes()).unwrap()[0];
    let f = &article.fields;
    let lines = [&f.headline, &f.byline, &f.outlet, &f.rights];
    let longest = lines.into_iter().flatten().map(|words| words.len()).max().unwrap_or_default();
    let counts = (f.authors.len(), f.subjects.len(), f.restrictions.len());
    let mut out = format!("== {name}: authors, subjects, restrictions {counts:?}; the longest line {longest}\n");
    for note in &article.notes {
        writeln!(out, "   {}: {}", note.kind.word(), note.message).unwrap();
    }
    out
}

#[test]
fn lists_and_lines_without_end_are_cut_and_told() {
    let text = "The talks resumed on Monday, and nobody could say why.";
    let item = |inner: &str| {
        format!(
            "<rss version='2.0'><channel><title>Wire</title><item><title>Talks resume</title>{inner}<description>{text}</description></item></channel></rss>"
        )
    };
    let page = |head: &str| {
        format!(
            "<!doctype html><html><head><title>Talks resume</title>{head}</head><body><article><h1>Talks resume</h1><p>{text}<p>{text}</article>"
        )
    };
    let ninjs = |fields: &str| {
        format!("{{\"uri\":\"urn:a\",\"type\":\"text\",\"headline\":\"Talks resume\",{fields},\"body_text\":\"{text}\"}}")
    };
    let mut shown = String::new();
    for (name, file) in [
        ("byline.json", ninjs(&format!("\"byline\":\"{}\"", many(100_000, |at| format!("Ana R{at}"))))),
        ("authors.json", ninjs(&format!("\"authors\":[{}]", many(10_000, |at| format!("{{\"name\":\"Ana R{at}\"}}"))))),
        ("subjects.json", ninjs(&format!("\"subject\":[{}]", many(10_000, |at| format!("{{\"code\":\"a:{at}\"}}"))))),
        ("terms.json", ninjs(&format!("\"usageterms\":[{}]", many(10_000, |at| format!("\"No use {at}\""))))),
        ("headline.json", ninjs("\"slugline\":\"a\"").replace("Talks resume", &"Talks resume ".repeat(20_000))),
        ("creators.xml", item(&many(10_000, |at| format!("<dc:creator>Ana R{at}</dc:creator>")))),
        ("categories.xml", item(&many(10_000, |at| format!("<category>c{at}</category>")))),
        (
            "captions.xml",
            item(&many(1_000, |at| {
                format!("<media:content><media:description>Picture {at}</media:description></media:content>")
            })),
        ),
        ("metas.html", page(&many(10_000, |at| format!("<meta name=author content='Ana R{at}'>")))),
        ("data.html", page(&format!("<script type='application/ld+json'>[{}]</script>", many(10_000, |_| "{}".to_owned())))),
        ("front.md", format!("---\ntitle: Talks resume\ntags: [{}]\n---\n\n{text}\n", many(5_000, |at| format!("t{at}")))),
        (
            "keywords.eml",
            format!("Subject: Talks resume\nFrom: ana@example.org\nKeywords: {}\n\n{text}\n", many(5_000, |at| format!("k{at}"))),
        ),
        (
            "export.txt",
            format!(
                "HD\nTalks resume\nPD\n1 May 2025\nSN\nWire\nLA\nEnglish\nWC\n9\nLP\n{text}\nNS\n{}\n",
                many(5_000, |at| format!("c{at} : Name {at}|"))
            ),
        ),
    ] {
        shown += &kept(name, &file);
    }
    assert_snapshot!("metadata-cut", shown);
}

#[test]
fn a_feed_of_many_authors_names_the_first_of_them_with_each_entry() {
    let authors = many(30, |at| format!("{{\"name\":\"Ana R{at}\"}}"));
    let item = "{\"id\":\"1\",\"title\":\"Talks resume\",\"content_text\":\"The talks resumed on Monday.\"}";
    let feed = format!(
        "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"{}\",\"authors\":[{authors}],\"items\":[{item},{item}]}}",
        "Wire".repeat(200)
    );
    let all = articles("feed.json", feed.as_bytes()).unwrap();
    let said: Vec<_> = all.iter().map(|article| (article.fields.authors.len(), article.notes[0].message.to_string())).collect();
    let each = (20, "more than 20 authors of the whole feed: those behind are left out".to_owned());
    assert_eq!(said, [each.clone(), each]);
    let outlet = all[0].fields.outlet.as_deref().unwrap();
    assert!(outlet.len() == 503 && outlet.ends_with('…'), "{outlet}");
}
