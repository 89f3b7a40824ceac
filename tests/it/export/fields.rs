//! Every form carries what a memo has to say of a source.

use attache::export::{Export, Form, Selection, Style, Wanted, extracts};

use super::{of_bytes, sample, written};

#[test]
fn every_form_carries_every_field() {
    let briefing = sample("visit-new-delhi.txt");
    let head = &briefing.head;
    let fields = [&head.outlet, &head.headline, &head.byline, &head.place, &head.url].map(|field| field.as_deref().unwrap());
    for form in Form::ALL.into_iter().filter(|form| !matches!(form, Form::Citation(style) if *style != Style::Full)) {
        let text = written(&briefing, form);
        for field in fields.into_iter().chain(["visit-new-delhi.txt", "0123456789ab"]) {
            assert!(text.contains(field), "{}: {field}\n{text}", form.word());
        }
        assert!(text.contains("2025"), "{}", form.word());
        assert!(text.contains("3.3"), "no paragraph in {}", form.word());
    }
}

#[test]
fn what_is_said_of_a_source_at_length_is_said_whole_once() {
    let wanted = Wanted::default();
    let (_, mut extracts) = extracts(&sample("visit-new-delhi.txt"), Selection::Whole(&wanted));
    let before = Form::ALL.map(|form| form.write(&extracts).len());
    let field = |letter: &str| Some(letter.repeat(4000).into());
    let source = &mut extracts.sources[0];
    (source.headline, source.outlet, source.byline, source.place) = (field("h"), field("o"), field("b"), field("p"));
    (source.url, source.restrictions) = (field("u"), (0..50).map(|_| "r".repeat(4000).into()).collect());
    let rows = extracts.all().count();
    for (form, before) in Form::ALL.into_iter().zip(before) {
        let text = form.write(&extracts);
        // All of it once, and beside each line ten fields of 300 bytes and an address, which of 2 KiB leads somewhere.
        let most = before + 55 * 4000 + rows * (11 * 304 + 2048);
        assert!(text.len() < most, "{}: {} of {most}", form.word(), text.len());
        if !matches!(form, Form::Citation(style) if style != Style::Full) {
            for letter in ["h", "o", "b", "p", "u"] {
                assert_eq!(text.matches(&letter.repeat(4000)).count(), 1, "{}: {letter}", form.word());
            }
            assert_eq!(text.matches(&"r".repeat(4000)).count(), 50, "{}", form.word());
        }
        let is_of_lines = matches!(form, Form::Markdown | Form::Html | Form::Csv | Form::Tsv | Form::Plain | Form::Citation(_));
        assert_eq!(text.contains(&format!("{}…", "o".repeat(300))), is_of_lines, "{}", form.word());
    }
}

#[test]
fn when_it_was_read_is_said_where_it_is_asked_for() {
    let wanted = Wanted::default();
    let (_, mut extracts) = extracts(&sample("border-round.txt"), Selection::Whole(&wanted));
    for form in Form::ALL.into_iter().filter(|form| !matches!(form, Form::Citation(style) if *style != Style::Full)) {
        extracts.read_on(None);
        assert!(!form.write(&extracts).contains("2026"), "{}", form.word());
        extracts.read_on(Some("2026-11-22".parse().unwrap()));
        let text = form.write(&extracts);
        assert!(text.contains("2026-11-22") || text.contains("2026/11/22") || text.contains("2026,"), "{}\n{text}", form.word());
    }
}

#[test]
fn what_is_not_known_is_said() {
    let briefing =
        of_bytes("note.txt", b"The ferry was late again on Monday, but nobody in the harbour seemed to mind it much.\n");
    for form in Form::ALL.into_iter().filter(|form| !matches!(form, Form::Json)) {
        let text = written(&briefing, form).replace('\\', "");
        assert!(text.contains("[outlet not stated]"), "{}\n{text}", form.word());
        assert!(text.contains("[date not stated]"), "{}\n{text}", form.word());
    }
}

#[test]
fn words_cut_out_of_a_sentence_say_so() {
    let briefing = sample("visit-new-delhi.txt");
    let sentence = briefing.article.sentences[briefing.tensions[0].point.anchor().unwrap().sentence as usize].span;
    let middle = attache::text::Span::new(sentence.start() + 7, sentence.end() - 9);
    let part = Export::of(&briefing, Selection::Stretch(middle), Form::Plain);
    assert!(part.text.starts_with("[…] ") && part.text.contains(" […]\n-- "), "{}", part.text);
    let whole = Export::of(&briefing, Selection::Stretch(sentence), Form::Plain);
    assert!(whole.text.starts_with(briefing.article.slice(sentence)), "{}", whole.text);
}

#[test]
fn the_same_briefing_gives_the_same_bytes() {
    for form in Form::ALL {
        assert_eq!(written(&sample("border-round.txt"), form), written(&sample("border-round.txt"), form));
    }
}
