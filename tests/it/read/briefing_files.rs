//! What a briefing file says, and what is wrong with it.

use std::cell::RefCell;

use attache::form::Source;
use attache::model::{ArticleSource, Written};
use attache::read::written;
use attache::text::Clean;
use insta::assert_snapshot;
use proptest::prelude::*;

use super::said;

fn brief(text: &str) -> (Written, String) {
    let complaints = RefCell::new(Vec::new());
    let written = written(&Source { name: Clean::from("talks.toml"), text }, &complaints);
    (written, said(&complaints))
}

fn wrong(text: &str) -> String {
    brief(text).1
}

#[test]
fn the_sample_briefings_are_sound() {
    for text in [
        include_str!("../../../briefings/border-round.toml"),
        include_str!("../../../briefings/energy-deal.toml"),
        include_str!("../../../briefings/frigate-contract.toml"),
        include_str!("../../../briefings/visit-new-delhi.toml"),
    ] {
        let (written, complaints) = brief(text);
        assert_eq!(complaints, "");
        assert!(written.article.is_some() && written.head.date.is_some() && written.summary.is_some_and(|s| !s.is_empty()));
    }
}

#[test]
fn a_briefing_file_says_what_it_says() {
    let text = r#"
title = "Talks"
date = "28 November 2025"
article = "2025/talks.txt"
summary = ["One line", { quote = "the talks" }]

[[topics]]
label = "Trade and  Investment"
points = { text = "a", quote = "b" }

[[topics]]
id = "s-400"
points = ["c"]

[[tensions]]
poles = ["one\u001b[31m", "other"]
kind = "strain"
"#;
    let (written, complaints) = brief(text);
    assert_eq!(complaints, "");
    let head = &written.head;
    assert_eq!((head.headline.as_deref(), head.date.map(|d| d.to_string())), (Some("Talks"), Some("2025-11-28".to_owned())));
    assert!(
        matches!(&written.article, Some(ArticleSource::Path(path, place)) if &**path == "2025/talks.txt" && place.of(text).contains("talks"))
    );
    let summary = written.summary.unwrap();
    assert_eq!(
        (summary[0].wording.as_deref(), summary[1].quote.as_ref().map(|(q, _)| &**q)),
        (Some("One line"), Some("the talks"))
    );
    let names: Vec<_> = written.topics.iter().map(|t| (&*t.id, &*t.label)).collect();
    assert_eq!(names, [("trade-and-investment", "Trade and  Investment"), ("s-400", "S 400")]);
    assert_eq!(&*written.tensions[0].poles.as_ref().unwrap()[0], "one␛[31m");
}

#[test]
fn a_value_that_is_wrong_costs_that_value() {
    assert_snapshot!(wrong("\
titel = \"é “Talks”\"
date = \"03/04/2025\"
source = 3
byline = \"\"
article = \"talks.txt\"
text = \"The talks.\"
summary = [{ test = \"x\" }, 4]

[[topics]]
label = \"Trade\"
points = []

[[topics]]
points = [\"x\"]

[[topics]]
id = \"water\"
points = [\"x\"]

[[topics]]
id = \"water\"
points = [\"y\"]

[[tensions]]
poles = [\"one\", \"two\", \"three\"]
kind = \"concesion\"
text = \"x\"
"), @r#"
    talks.toml:1:1: warning: unknown key "titel"
      |
    1 | titel = "é “Talks”"
      | ^^^^^
      = did you mean "title"?
    talks.toml:2:8: this date can be read as two days
      |
    2 | date = "03/04/2025"
      |        ^^^^^^^^^^^^
      = write year, month and day: 2025-11-28
    talks.toml:3:10: expected a text in quotation marks, found a whole number
      |
    3 | source = 3
      |          ^
    talks.toml:4:10: this text is empty
      |
    4 | byline = ""
      |          ^^
      = leave the key out where there is nothing to say
    talks.toml:6:8: both article and text
      |
    6 | text = "The talks."
      |        ^^^^^^^^^^^^
      = a briefing has one article: the text in this file is taken
    talks.toml:7:12: a line without words
      |
    7 | summary = [{ test = "x" }, 4]
      |            ^^^^^^^^^^^^^^
      = write text = "...", quote = "..." or both
    talks.toml:7:14: warning: unknown key "test"
      |
    7 | summary = [{ test = "x" }, 4]
      |              ^^^^
      = did you mean "text"?
    talks.toml:7:28: expected a text in quotation marks, found a whole number
      |
    7 | summary = [{ test = "x" }, 4]
      |                            ^
    talks.toml:11:10: the topic "Trade" has no points
       |
    11 | points = []
       |          ^^
       = a topic needs one point at least
    talks.toml:13:1: a topic without a name
       |
    13 | [[topics]]
       | ^^^^^^^^^^
       = write label = "Trade and investment", id = "trade" or both
    talks.toml:20:1: a second topic with the id "water"
       |
    20 | [[topics]]
       | ^^^^^^^^^^
       = ids name one topic each; this one is not taken
    talks.toml:25:9: 3 where there must be two poles
       |
    25 | poles = ["one", "two", "three"]
       |         ^^^^^^^^^^^^^^^^^^^^^^^
       = poles = ["one thing", "the other"]
    talks.toml:26:8: no kind of tension is called "concesion"
       |
    26 | kind = "concesion"
       |        ^^^^^^^^^^^
       = did you mean "concession"? the kinds are concession, contrast, strain
    "#);
}

#[test]
fn there_must_be_an_article() {
    assert_snapshot!(wrong("title = \"Talks\""), @r#"
    talks.toml:1:1: there is no article in this briefing
      |
    1 | title = "Talks"
      | ^
      = article = "name.txt" names a file beside it; text = '''...''' holds the article itself
    "#);
}

#[test]
fn a_path_leads_nowhere_but_down() {
    let (written, complaints) = brief("title = \"Talks\"\narticle = \"../secret/talks.txt\"\n");
    assert_eq!(written.article, None);
    assert_snapshot!(complaints, @r#"
    talks.toml:2:11: this article is not opened: it leads out of the briefing's own folder
      |
    2 | article = "../secret/talks.txt"
      |           ^^^^^^^^^^^^^^^^^^^^^
      = name a file in the briefing's own folder or below it, such as "talks.txt" or "2025/talks.txt"
    "#);
    for path in
        ["/etc/passwd", "~/talks.txt", "$HOME/talks.txt", "C:\\\\talks.txt", "https://example.org/talks.txt", "talks\\u0000.txt"]
    {
        let (written, complaints) = brief(&format!("article = \"{path}\""));
        assert_eq!(written.article, None);
        assert!(complaints.starts_with("talks.toml:1:11: this article is not opened: "), "{complaints}");
    }
}

#[test]
fn what_is_no_toml_is_told_once_and_plainly() {
    assert_snapshot!(wrong("text = 'x'\ntitle = \"Talks – “é” end\nagain\"\n"), @r#"
    talks.toml:2:25: this text has no closing quotation mark
      |
    2 | title = "Talks – “é” end
      |                         ^
      = a text of several lines stands between """ and """
    "#);
    assert_snapshot!(wrong("title = Talks\ntext = 'x'"), @r#"
    talks.toml:1:9: a text must stand in quotation marks
      |
    1 | title = Talks
      |         ^^^^^
      = write "..." or '...', or else true or false
    "#);
    assert_snapshot!(wrong("[[topics]\nlabel = 'x'"), @r"
    talks.toml:1:10: unclosed array table
      |
    1 | [[topics]
      |          ^
      = expected `]`
    ");
    assert_snapshot!(wrong("text = 'x'\ndate = 2025-13-45"), @r"
    talks.toml:2:8: invalid date
      |
    2 | date = 2025-13-45
      |        ^^^^^^^^^^
      = expected month between 01 and 12
    ");
    assert_snapshot!(wrong("text = 'x'\ntitle = \"a\u{1b}[31m\""), @r#"
    talks.toml:2:11: a control character may not stand in a text
      |
    2 | title = "a␛[31m"
      |           ^
      = in "..." it is written by its number, such as \u001b
    "#);
    assert_snapshot!(wrong("title = \ntext = 'x'"), @r"
    talks.toml:1:9: there is no value here
      |
    1 | title = 
      |         ^
      = leave the line out where there is nothing to say
    ");
}

#[test]
fn a_caret_stays_under_its_place() {
    let wide = format!("text = 'x'\nsummary = [\"北京 {}\", 7]", "long ".repeat(60));
    assert_snapshot!(wrong(&wide), @r#"
    talks.toml:2:319: expected a text in quotation marks, found a whole number
      |
    2 | …g long long long long long long long ", 7]
      |                                          ^
    "#);
    assert_snapshot!(wrong("text = 'x'\r\nsummary = [\"北京\", 7]\r\n"), @r#"
    talks.toml:2:18: expected a text in quotation marks, found a whole number
      |
    2 | summary = ["北京", 7]
      |                    ^
    "#);
}

#[test]
fn a_file_with_nothing_but_mistakes_is_not_listed_whole() {
    let keys = (0..5000).map(|n| format!("unknown{n} = {n}\n")).collect::<Vec<_>>().concat();
    let complaints = wrong(&keys);
    assert_eq!(complaints.matches("unknown key").count(), 100);
    assert!(complaints.contains("more than 100 complaints"));
}

#[test]
fn more_topics_and_lines_than_anybody_steps_through_are_left_out_and_said() {
    let topics =
        (0..1200).map(|n| format!("[[topics]]\nid = \"t{n}\"\npoints = [\"a\", \"b\", \"c\"]\n")).collect::<Vec<_>>().concat();
    let (written, complaints) = brief(&format!("text = 'x'\nsummary = [\"one\"]\n{topics}"));
    let lines = written.topics.iter().map(|topic| topic.points.len()).sum::<usize>();
    assert_eq!((written.topics.len(), lines), (667, 1999));
    assert!(complaints.contains("warning: more than 1000 topics: those behind are left out"), "{complaints}");
    assert!(complaints.contains("talks.toml:2003:16: warning: more than 2000 lines: those behind are left out"), "{complaints}");
}

#[test]
fn of_a_long_file_with_mistakes_of_form_the_first_is_told_and_nothing_is_taken() {
    let long = format!("text = 'x'\nsummary = [\"one\"]\nbroken = = 7\nagain = = 8\n# {}\n", "long ".repeat(30_000));
    let (written, complaints) = brief(&long);
    assert!(written.article.is_none() && written.summary.is_none());
    assert!(complaints.starts_with("talks.toml:3:10:") && complaints.lines().count() < 8, "{complaints}");
}

proptest! {
    #[test]
    fn any_text_is_a_briefing_file_or_says_why_not(text in "[a-z\\[\\]={}\"'\n .,#\\\\-]{0,120}") {
        let (written, complaints) = brief(&text);
        prop_assert!(written.article.is_some() || complaints.starts_with("talks.toml:"));
    }
}
