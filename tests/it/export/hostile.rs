//! Nothing in a text is obeyed by what its export is put into.

use attache::export::{Export, Form, Selection};
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
