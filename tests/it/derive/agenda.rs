//! What comes on the agenda, in which order, and what the article's own words add to it.

use std::fmt::Write as _;
use std::sync::Arc;

use attache::derive::{Rules, brief, outline};
use attache::model::{BlockKind, Briefing, NoteKind, Origin, Topic};
use proptest::prelude::*;

use super::{SHIPPED, article, found, with_topics};

/// The topics of a text by their ids, those of its own words in quotation marks.
#[track_caller]
fn check(text: &str, expected: &str) {
    let name = |topic: &Topic| match topic.origin {
        Origin::Text => format!("\"{}\"", topic.label),
        _ => topic.id.to_string(),
    };
    let names: Vec<String> = found(text).agenda.iter().map(name).collect();
    assert_eq!(names.join(" "), expected);
}

/// `sentences` in paragraphs of their own behind sixteen sentences about nothing.
fn late(sentences: &[&str]) -> String {
    let mut text = String::from("\n\n");
    for number in 0..4 {
        let _ = write!(text, "\n\nHe was number {number}. She was not. They went home and slept well. It was late, then.");
    }
    for sentence in sentences {
        text.extend(["\n\n", sentence]);
    }
    text
}

#[test]
fn one_mention_late_in_a_longer_article_is_too_little() {
    check(&late(&["The tariffs were an old story."]), "");
    check(&late(&["The tariffs were an old story.", "Nobody liked those tariffs."]), "trade");
    check(&late(&["The tariffs and the quotas of the customs union were an old story."]), "trade");
    check(&format!("Tariffs Stay\n\n{}", late(&["The tariffs were an old story."]).trim_start()), "trade");
}

#[test]
fn a_heavier_term_needs_no_second() {
    check(&late(&["They spoke of the S-400 too."]), "s-400");
}

#[test]
fn a_stated_agenda_comes_first_in_its_own_order() {
    let text = "\n\n\n\nA tariff was lowered in June. The talks will centre on wheat and the border dispute. A hacker got in. \
                Migration will top the agenda.";
    check(text, "food borders migration trade cyber");
    let briefing = found(text);
    let because: Vec<&str> = briefing.agenda[..3].iter().map(|topic| &*topic.points[0].reason().because).collect();
    assert_eq!(
        because,
        [
            "term \"wheat\" of topic Food security, weight 2, stated as agenda by \"centre on\"",
            "term \"border dispute\" of topic Borders & territory, weight 2, stated as agenda by \"centre on\"",
            "term \"Migration\" of topic Migration, weight 2, stated as agenda by \"top the agenda\"",
        ]
    );
}

#[test]
fn a_stated_item_counts_though_its_term_is_weak_or_one_of_many() {
    check("\n\n\n\nThe ministers are expected to discuss banks.", "finance");
    check(
        "\n\n\n\nThe summit will focus on trade, migration, energy, wheat and space.",
        "trade migration energy food space diplomacy",
    );
}

#[test]
fn a_weak_term_beside_a_strong_one_is_part_of_its_item() {
    check("\n\n\n\nThe summit will focus on wheat imports and the price of gas.", "food energy diplomacy");
}

#[test]
fn what_stands_in_another_clause_is_not_stated() {
    check("\n\n\n\nA hacker got in. They will discuss wheat, while tariffs on steel stay.", "food cyber trade");
    check("\n\n\n\nA hacker got in. While tariffs on steel stay, wheat will be discussed.", "food cyber trade");
    check("\n\n\n\nA hacker got in. He refused to discuss wheat.", "cyber food");
    check("\n\n\n\nA hacker got in. The novel will focus on wheat.", "cyber food");
}

#[test]
fn seats_of_power_stand_for_states() {
    let (rules, complaints) = with_topics(
        "[[topics]]\nid = \"court\"\ntogether = [[[\"@japan\", \"@nato\", \"@union\"], [\"lawsuit\"]]]\n\n[actors]\nunion = [\"Halmar\", \"@france\"]\n",
    );
    assert_eq!(complaints, Vec::<String>::new());
    for text in ["Kasumigaseki fears a lawsuit.", "The Quai d’Orsay fears a lawsuit.", "A lawsuit in Halmar began."] {
        let briefing = brief(article(&format!("\n\n\n\n{text}")), &rules);
        assert!(briefing.agenda.iter().any(|topic| &*topic.id == "court"), "{text}");
    }
}

const LIGHTHOUSE: &str = "Old Lighthouse Opens to Visitors\n\n\n\nThe lighthouse of Port Elma opened to visitors on Sunday. Its keeper, Marta \
    Quill, showed them the lamp room. “I have kept the lighthouse for a long time,” she said.\n\nThe lamp room was closed for years, and \
    few had seen it. Marta Quill cleaned its lenses by hand. Visitors may now climb to the lamp room on Sundays, and the \
    lighthouse will stay open until autumn.";

#[test]
fn where_the_taxonomy_finds_little_the_text_names_its_own_topics() {
    check(LIGHTHOUSE, "\"lighthouse\" \"lamp room\" \"visitors\" \"Marta Quill\"");
    let briefing = found(LIGHTHOUSE);
    let topic = &briefing.agenda[1];
    assert_eq!(&*topic.id, "lamp-room");
    assert_eq!(topic.points.len(), 3);
    assert_eq!(&*topic.points[0].reason().because, "\"lamp room\" stands out in the text: in 3 sentences");
}

#[test]
fn where_the_taxonomy_finds_enough_the_text_adds_nothing() {
    check(&format!("{LIGHTHOUSE}\n\nTariffs rose. A hacker got in. Tariffs fell. A hacker fled."), "trade cyber");
}

#[test]
fn a_text_in_another_language_names_none() {
    check(
        "\n\n\n\nDer Leuchtturm steht am Hafen. Der Leuchtturm ist alt. Viele sehen den Leuchtturm gern. Der Hafen schläft.",
        "",
    );
}

/// How often each sentence outside headings holds `label`, counted plainly.
fn holding(text: &str, label: &str) -> usize {
    let article = article(text);
    let body = article.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Standfirst));
    let sentences = body.flat_map(|block| block.sentences.clone()).filter_map(|at| article.sentence(at));
    sentences.filter(|s| article.slice(s.span).to_lowercase().contains(&label.to_lowercase())).count()
}

proptest! {
    #[test]
    fn a_key_term_is_no_stop_word_and_stands_in_its_sentences(
        text in "\n\n\n\n(The |A |and |of |lamp |room |lighthouse |Elma |keeps |is |in the |said |new |years ){6,60}(\\. )?(The lamp room is old\\. ){0,3}"
    ) {
        let briefing = found(&text);
        let own: Vec<&Topic> = briefing.agenda.iter().filter(|topic| topic.origin == Origin::Text).collect();
        prop_assert!(own.len() <= 5);
        for topic in own {
            prop_assert!(!["the", "a", "and", "of", "said", "new", "years"].contains(&topic.label.to_lowercase().as_str()));
            prop_assert!(topic.points.len() >= holding(&text, &topic.label).min(1));
        }
    }
}

#[test]
fn the_example_of_a_topic_in_the_readme_is_read() {
    let readme = include_str!("../../../README.md");
    let (_, example) = readme.split_once("```toml\n[[topics]]\nid").unwrap();
    let (_, complaints) = with_topics(&format!("[[topics]]\nid{}", example.split_once("```").unwrap().0));
    assert_eq!(complaints, Vec::<String>::new());
}

#[test]
fn the_rules_hold_no_topic_twice() {
    let mut ids: Vec<&str> = SHIPPED.topics().iter().map(|topic| &*topic.id).collect();
    let topics = Rules::shipped().topics().len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), topics);
}

/// A story of an agency with one weak term of trade, filed under `subjects`, as a file and then a briefing.
fn filed(subjects: &str) -> Briefing {
    let story = r#"{"uri": "a:1", "type": "text", "headline": "A Quiet Day in Halmar", "subject": [SUBJECTS],
        "body_text": "The exporters were pleased with their hotel.\n\nThe weather was fine."}"#;
    let story = story.replace("SUBJECTS", subjects);
    let mut articles = crate::read::opened::articles("a.json", story.as_bytes()).unwrap();
    brief(Arc::new(articles.remove(0)), &SHIPPED)
}

#[test]
fn what_its_sender_filed_an_article_under_is_as_good_as_the_headline() {
    let ids = |subjects: &str| filed(subjects).agenda.iter().map(|topic| topic.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(""), [""; 0]);
    assert_eq!(ids(r#"{"code": "medtop:20000642", "name": "economic sanction"}"#), [""; 0], "no line of it is in the text");
    assert_eq!(ids(r#"{"code": "subj:20000384"}"#), [""; 0], "another list's code");
    assert_eq!(ids(r#"{"code": "20000384", "scheme": "http://cv.iptc.org/newscodes/mediatopic/"}"#), ["trade"]);
    let briefing = filed(r#"{"code": "medtop:20000384", "name": "tariff"}"#);
    let [trade] = &briefing.agenda[..] else { panic!("{:?}", briefing.agenda) };
    let [point] = &trade.points[..] else { panic!("{:?}", trade.points) };
    assert_eq!(
        &*point.reason().because,
        "weak term \"exporters\" of topic Trade, weight 1, filed by its sender under \"tariff\""
    );
}

/// The limits of which a briefing speaks.
fn limits(briefing: &Briefing) -> Vec<&str> {
    briefing.notes.iter().filter(|note| note.kind == NoteKind::Limit).map(|note| &*note.message).collect()
}

const MANY_TERMS: &str = "more terms of topics than any text has: the points with the first 60000 of them are shown";

/// So many topics with the same terms.
fn alike(topics: usize) -> String {
    let topic = |at| format!("[[topics]]\nid = \"t{at}\"\nterms = [\"salt\", \"ore\"]\n");
    (0..topics).map(topic).collect::<Vec<_>>().concat()
}

#[test]
fn thousands_of_topics_with_the_same_terms_have_no_more_points_than_one_text_may_have() {
    let (rules, complaints) = with_topics(&alike(2000));
    assert_eq!(complaints, Vec::<String>::new());
    let text = article(&format!("\n\n\n\n{}", "Salt and ore rose. ".repeat(2000)));
    let briefing = brief(Arc::clone(&text), &rules);
    let points: usize = briefing.agenda.iter().map(|topic| topic.points.len()).sum();
    assert!((20_000..=62_000).contains(&points), "{points}");
    assert_eq!(limits(&briefing), [MANY_TERMS]);
    let counted: usize = outline(&text, &rules).agenda.iter().map(|topic| topic.points).sum();
    assert_eq!(counted, points);
}

#[test]
fn terms_that_nest_in_one_another_are_no_more_than_a_sentence_may_have() {
    let terms: Vec<String> = (1..=200).map(|times| format!("\"{}\"", ["the"; 200].get(..times).unwrap().join(" "))).collect();
    let (rules, complaints) = with_topics(&format!("[[topics]]\nid = \"t\"\nterms = [{}]\n", terms.join(", ")));
    let long = complaints.iter().filter(|complaint| complaint.contains("a term has at most 200 bytes"));
    assert!(long.count() >= 99);
    let briefing = brief(article(&format!("\n\n\n\n{}", "the ".repeat(8000))), &rules);
    assert_eq!(limits(&briefing), [MANY_TERMS]);
}

#[test]
fn a_sentence_with_a_few_terms_of_hundreds_of_topics_is_read_whole() {
    let (rules, _) = with_topics(&alike(400));
    let briefing = brief(article("\n\n\n\nSalt rose. Ore fell. Salt fell, but ore rose."), &rules);
    assert!(briefing.agenda.len() >= 400 && limits(&briefing).is_empty());
}
