//! What a briefing file says, laid over what was found.

use std::cell::RefCell;

use attache::derive::overlay;
use attache::form::{Complaint, Source};
use attache::model::{Briefing, Note, NoteKind, Origin, TensionKind, Written, WrittenPoint, WrittenTension, WrittenTopic};
use attache::text::{Clean, Span};

use super::{VISIT, found};

/// A briefing file of one summary line, one topic and one tension.
fn written(quote: &str) -> (Written, String) {
    let text = format!("quote = \"{quote}\"\n");
    let point = |wording: Option<&str>, quote: Option<&str>| WrittenPoint {
        wording: wording.map(Clean::from),
        quote: quote.map(|quote| (Clean::from(quote), Span::new(8, 10 + quote.len()))),
        place: Span::new(0, 5),
    };
    let written = Written {
        summary: Some(vec![point(Some("Putin comes in May."), None)]),
        topics: vec![WrittenTopic { id: "trade".into(), label: "Commerce".into(), points: vec![point(None, Some(quote))] }],
        tensions: vec![WrittenTension {
            point: point(None, Some("its officials are uneasy about Moscow’s alignment with Beijing")),
            kind: None,
            cue: Some("but".into()),
            poles: Some(["reliance".into(), "unease".into()]),
        }],
        ..Written::default()
    };
    (written, text)
}

fn lay_over(quote: &str) -> (Briefing, Vec<Complaint>) {
    let complaints = RefCell::default();
    let (written, text) = written(quote);
    let source = Source { name: Clean::from("visit.toml"), text: &text };
    let briefing = overlay(found(VISIT), &written, &source, &complaints);
    (briefing, complaints.into_inner())
}

#[test]
fn a_briefing_file_wins_over_what_was_found() {
    let (briefing, complaints) = lay_over("Trade between the two fell");
    assert_eq!(complaints, []);
    assert_eq!(briefing.summary.iter().map(|point| briefing.words(point)).collect::<Vec<_>>(), ["Putin comes in May."]);
    let topics: Vec<(&str, Origin)> = briefing.agenda.iter().map(|topic| (&*topic.label, topic.origin)).collect();
    assert_eq!(topics[..2], [("Commerce", Origin::Written), ("Defence", Origin::Taxonomy)]);
    assert!(briefing.agenda[1..].iter().all(|topic| &*topic.id != "trade"));
    assert_eq!(briefing.words(&briefing.agenda[0].points[0]), "Trade between the two fell");

    let [written, found @ ..] = &briefing.tensions[..] else { panic!() };
    assert_eq!(
        briefing.words(&written.point),
        "its officials are uneasy about Moscow's alignment with Beijing",
        "the quotation speaks before the poles do"
    );
    assert_eq!((written.kind, written.cue.map(|cue| briefing.article.slice(cue))), (TensionKind::Contrast, Some("but")));
    assert!(
        !found.is_empty() && found.iter().all(|t| t.point.anchor().unwrap().sentence != written.point.anchor().unwrap().sentence)
    );
}

#[test]
fn of_many_quotations_that_the_article_does_not_hold_a_hundred_are_listed_and_all_are_marked() {
    let text = "\n".repeat(200);
    let point = |at| WrittenPoint {
        wording: None,
        quote: Some((format!("Missing {at}").into(), Span::new(at, at))),
        place: Span::new(at, at),
    };
    let written = Written { summary: Some((0..150).map(point).collect()), ..Written::default() };
    let (source, complaints) = (Source { name: Clean::from("many.toml"), text: &text }, RefCell::default());
    let briefing = overlay(found(VISIT), &written, &source, &complaints);
    let complaints = complaints.into_inner();
    assert_eq!((complaints.len(), briefing.unanchored()), (101, 150));
    assert_eq!(
        complaints[100].message.as_ref(),
        "more than 100 quotations are not in the article: the rest are marked, and not listed"
    );
    let lines = briefing.summary.iter().filter_map(|point| point.reason().rule.as_ref()).map(|rule| rule.line);
    assert!(lines.eq(1..=150), "each line is found in the file");
}

#[test]
fn a_quotation_that_the_article_does_not_hold_is_said_and_kept() {
    let (briefing, complaints) = lay_over("Trade between them fell by a tenth");
    insta::assert_snapshot!(complaints[0], @r#"
    visit.toml:1:9: this quotation is not in the article
      |
    1 | quote = "Trade between them fell by a tenth"
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = nearest: "Trade between the two fell by a tenth" (3.3)
      = the point stays, marked as unanchored
    "#);
    assert_eq!(briefing.unanchored(), 1);
    assert!(matches!(&briefing.notes[..], [Note { kind: NoteKind::Unanchored, line: Some(1), .. }]));
}
