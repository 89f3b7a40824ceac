//! Nothing in a text is obeyed by what its export is put into.

use attache::export::{Export, Form, Selection};
use attache::model::Briefing;
use attache::text::Span;
use proptest::prelude::*;

use super::{of_bytes, written};

const TEXT: &str = "=HYPERLINK(\"x\") rose on Monday, but <script>alert(1)</script> fell & `**no**` [link](javascript:1) was \\end{x} 5% \
                    of it.\n\n@SUM(A1) was late, although +1 was not and -2 | ~ ^ # $ _ {x} was.\n";

#[test]
fn cells_that_a_spreadsheet_would_run_are_made_harmless() {
    let text = written(&of_bytes("=cmd.txt", TEXT.as_bytes()), Form::Csv);
    let rows = csv::Reader::from_reader(text.as_bytes()).into_records().map(Result::unwrap).collect::<Vec<_>>();
    assert!(rows.len() > 1);
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
}

#[test]
fn html_holds_no_tag_of_the_text() {
    let text = written(&of_bytes("x.txt", TEXT.as_bytes()), Form::Html);
    assert!(!text.contains("<script") && text.contains("&lt;script&gt;"), "{text}");
}

#[test]
fn bibtex_survives_what_latex_obeys() {
    let text = written(&of_bytes("x.txt", TEXT.as_bytes()), Form::Bibtex);
    assert_eq!(biblatex::Bibliography::parse(&text).unwrap().len(), 1, "{text}");
}

/// How deep braces are open behind each character, as BibTeX counts them: without regard to a backslash.
fn depths(text: &str) -> impl Iterator<Item = (usize, i32)> {
    let mut depth = 0;
    text.char_indices().map(move |(at, c)| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        (at, depth)
    })
}

/// That `text` is one entry which nothing in `headline` has ended or added to.
#[track_caller]
fn is_one_entry(text: &str, headline: &str) {
    let (mut depths, last) = (depths(text).skip_while(|(_, depth)| *depth == 0), text.len() - 1);
    assert_eq!(depths.find(|(_, depth)| *depth == 0), Some((last, 0)), "{headline:?} ends the entry\n{text}");
    let library = biblatex::Bibliography::parse(text).unwrap();
    assert_eq!(library.len(), 1, "{text}");
    let fields: Vec<&str> = library.iter().flat_map(|entry| entry.fields.keys().map(String::as_str)).collect();
    assert_eq!(fields, ["address", "annote", "author", "journal", "note", "title", "url", "year"], "{headline:?}\n{text}");
    // Each field stands on a line of its own, in braces that close on it.
    for line in text.lines().filter(|line| line.contains(" = ")) {
        assert!(line.ends_with("}},") && !line.ends_with("\\}},") && line.matches(['{', '}']).count() == 4, "{line}");
    }
}

/// An article whose every field is `words`.
fn all_fields(words: &str) -> Briefing {
    let mut briefing = of_bytes("x{}.txt", format!("{words}\n\nThe {words} rose, but {words} fell on Friday.\n").as_bytes());
    let field = || Some(words.into());
    let head = &mut briefing.head;
    (head.headline, head.outlet, head.byline, head.place, head.url) = (field(), field(), field(), field(), field());
    briefing
}

#[test]
fn no_brace_of_a_source_ends_a_field_of_bibtex() {
    for words in [
        "x}}, howpublished = {{pwned",
        "x}}} @article{evil2024, title = {{Owned",
        "}}, note = {{pwned}}} @article{evil, title = {{x \\write18{id} $x$ ~ # % & _ ^ \\",
        "a\\",
        "}",
        "{",
        "{a}",
    ] {
        is_one_entry(&written(&all_fields(words), Form::Bibtex), words);
    }
    let text = written(&all_fields("x{y}"), Form::Bibtex);
    assert!(text.contains("title = {{x(y)}}") && text.contains("url = {{x%7By%7D}}"), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn braces_of_bibtex_balance(words in "([a-z{}\\\\@,=\"% ]|\\}\\}\\}| @article\\{){1,40}") {
        is_one_entry(&written(&all_fields(&words), Form::Bibtex), &words);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_form_lets_a_control_through(text in "(\\PC|[\\x00-\\x1f\u{202e}\u{200b}\u{9b},;\"'<>&=+@{}\\\\-]| but ){0,120}", from in 0usize..80, to in 0usize..160) {
        let briefing = of_bytes("x\u{1b}]52;c;eA==\u{7}.txt", text.as_bytes());
        for form in Form::ALL {
            let own = written(&briefing, form);
            let part = Export::of(&briefing, Selection::Stretch(Span::new(from, to)), form).text;
            for words in [own, part] {
                let allowed = |c: char| c == '\n' || (c == '\t' && form == Form::Tsv);
                prop_assert!(words.chars().all(|c| !c.is_control() || allowed(c)), "{} {words:?}", form.word());
                prop_assert!(!words.contains(['\u{202e}', '\u{200b}']), "{} {words:?}", form.word());
            }
        }
    }
}
