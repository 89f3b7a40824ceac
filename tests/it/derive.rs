//! Articles in, briefings out.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod agenda;
mod fields;
mod summary;
mod tensions;
mod written;

use std::cell::RefCell;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use attache::derive::{Rules, brief};
use attache::form::{Complaint, Source};
use attache::model::{Article, Block, BlockKind, Briefing, Point, Pole, Sentence, Tension};
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;
use attache::text::sentence::sentences;
use attache::text::{Clean, Span};
use proptest::prelude::*;

use crate::support::shared;

/// The article of a headline, a standfirst and paragraphs, divided by empty lines; an empty headline or standfirst is none.
pub fn article(text: &str) -> Arc<Article> {
    let clean = Clean::from(text);
    let mut article = Article::default();
    let (mut at, mut number) = (0, 0);
    for (index, part) in clean.split("\n\n").enumerate() {
        let span = Span::new(at, at + part.len()).trim(&clean);
        at += part.len() + 2;
        if span.is_empty() {
            continue;
        }
        let kind = [BlockKind::Headline, BlockKind::Standfirst].get(index).copied().unwrap_or(BlockKind::Paragraph);
        let (first, block) = (count(&article.sentences), count(&article.blocks));
        let found = sentences(span.of(&clean)).into_iter().map(|s| Sentence { span: s.shift(span.start()), block });
        article.sentences.extend(found);
        number += u32::from(kind == BlockKind::Paragraph);
        let own = (kind == BlockKind::Paragraph).then_some(number);
        article.blocks.push(Block { kind, span, sentences: first..count(&article.sentences), number: own, line: 1 });
    }
    article.text = clean;
    Arc::new(article)
}

fn count<T>(all: &[T]) -> u32 {
    u32::try_from(all.len()).unwrap()
}

static SHIPPED: LazyLock<Rules> = LazyLock::new(Rules::shipped);

/// The briefing that the shipped rules find.
pub fn found(text: &str) -> Briefing {
    brief(article(text), &SHIPPED)
}

/// What was found, as a person would note it: what a topic rests on, poles in brackets, cues in angles.
fn show(briefing: &Briefing) -> String {
    let place = |point: &Point| point.anchor().map_or("-".to_owned(), |a| briefing.article.reference(a.sentence).to_string());
    let mut lines = vec![format!("summary {}", briefing.summary.iter().map(place).collect::<Vec<_>>().join(" "))];
    for topic in &briefing.agenda {
        lines.push(topic.label.to_string());
        for point in &topic.points {
            let focus = point.anchor().map_or("", |anchor| briefing.article.slice(anchor.focus));
            lines.push(format!("  {} {focus}", place(point)));
        }
    }
    for tension in &briefing.tensions {
        lines.push(format!("{} {} {}", place(&tension.point), tension.kind.word(), opposed(&briefing.article, tension)));
    }
    lines.join("\n")
}

/// The sentence of a tension, or what its poles reach over, with its poles in brackets and its cue in angles.
fn opposed(article: &Article, tension: &Tension) -> String {
    let anchor = tension.point.anchor().unwrap();
    let whole = article.sentence(anchor.sentence).unwrap().span.cover(anchor.focus);
    let mut marks: Vec<(usize, usize, char)> = Vec::new();
    for span in tension.poles.iter().flatten().filter_map(|pole| if let Pole::Found(span) = pole { Some(*span) } else { None }) {
        marks.extend([(span.start(), 1, '['), (span.end(), 0, ']')]);
    }
    marks.extend(tension.cue.iter().flat_map(|span| [(span.start(), 2, '<'), (span.end(), 0, '>')]));
    marks.sort_unstable();
    let mut shown = String::new();
    let mut from = whole.start();
    for (at, _, mark) in marks {
        shown.push_str(Span::new(from, at).of(&article.text));
        shown.push(mark);
        from = at;
    }
    shown + Span::new(from, whole.end()).of(&article.text)
}

const VISIT: &str = "\
Sorel to Receive Putin as Ankara Weighs Old Suppliers

The trip shows how close the two capitals have grown yet leaves Moscow’s drift towards Beijing unanswered.

ANKARA: President Ines Sorel will receive Vladimir Putin on May 3, her office said on Monday.

The two will speak on cooperation in the political, trade, scientific, cultural and tourist fields, the office said.

Defence cooperation comes first, with joint production on the table. Her ministers also want a date for the S‑400 batteries still owed \
to them. Trade between the two fell by a tenth last year.

Although the visit was planned in winter, its agenda was settled only last week. Ankara depends on Russian air defence systems, but its \
officials are uneasy about Moscow's alignment with Beijing.";

#[test]
fn an_article_becomes_a_briefing() {
    insta::assert_snapshot!(show(&found(VISIT)), @r"
    summary 1.1 2.1 4.2
    Defence
      3.1 Defence cooperation comes first, with joint production
      4.2 air defence systems
    S-400
      3.2 S‑400
    Trade
      3.3 Trade
    China alignment
      stand drift towards Beijing
      4.2 alignment with Beijing
    Diplomacy
      1.1 President Ines Sorel will receive
    stand concession [The trip shows how close the two capitals have grown] <yet> [leaves Moscow’s drift towards Beijing unanswered].
    4.1 concession <Although> [the visit was planned in winter], [its agenda was settled only last week].
    4.2 contrast [Ankara depends on Russian air defence systems], <but> [its officials are uneasy about Moscow's alignment with Beijing].
    ");
}

#[test]
fn a_reason_names_its_terms_and_the_line_of_its_rule() {
    let briefing = found(VISIT);
    let topic = briefing.agenda.iter().find(|topic| &*topic.id == "china-alignment").unwrap();
    let reason = topic.points.last().unwrap().reason();
    assert_eq!(&*reason.because, "terms \"alignment\" and \"Beijing\" (china) of topic China alignment, weight 2");
    let rule = reason.rule.clone().unwrap();
    let line = Rules::shipped_topics().text.lines().nth(rule.line as usize - 1).unwrap();
    assert!(&*rule.file == "topics.toml" && line.contains("\"align*\""), "{line}");

    let reason = briefing.tensions.last().unwrap().point.reason();
    assert_eq!(&*reason.because, "cue \"but\" of contrast");
    let line = Rules::shipped_cues().text.lines().nth(reason.rule.clone().unwrap().line as usize - 1).unwrap();
    assert_eq!(line, "words = [\"but\"]");
}

/// The topics on the agenda, by their ids.
#[track_caller]
fn check_agenda(text: &str, expected: &str) {
    let ids: Vec<String> = found(text).agenda.iter().map(|topic| topic.id.to_string()).collect();
    assert_eq!(ids.join(" "), expected);
}

#[test]
fn one_strong_term_is_enough_and_a_weak_one_is_not() {
    check_agenda("\n\n\n\nThe ministers agreed to lower tariffs on steel.", "trade");
    check_agenda("\n\n\n\nThe exporters were pleased with their hotel.", "");
    check_agenda("\n\n\n\nThe exporters lost an investor in June. Their goods are stuck at the customs house.", "trade");
    check_agenda("Tariffs Bite in Port Elma\n\n\n\nThe exporters were pleased with their hotel.", "trade");
}

#[test]
fn a_word_in_a_long_list_says_little() {
    check_agenda("\n\n\n\nThey met in the political, trade, scientific, naval and cultural fields.", "");
    check_agenda("\n\n\n\nThey spoke of trade, and of nothing else all day.", "trade");
}

#[test]
fn what_only_looks_like_a_term_is_none() {
    check_agenda("\n\n\n\nThe trade-off was plain to the trade unions. Nobody sanctioned it.", "sanctions");
    check_agenda("\n\n\n\nThey may march in may. A nuclear family has a nuclear option.", "");
}

#[test]
fn background_topics_come_last() {
    check_agenda("\n\n\n\nThe summit began in Halmar. Ships waited in the Red Sea.", "maritime diplomacy");
}

/// The rules of the shipped taxonomy with `user` over it, and what is wrong with `user`.
fn with_topics(user: &str) -> (Rules, Vec<String>) {
    let complaints = RefCell::default();
    let own = Source { name: Clean::from("own.toml"), text: user };
    let rules = Rules::new(&[Rules::shipped_topics(), own], &[Rules::shipped_cues()], &complaints);
    (rules, complaints.into_inner().iter().map(|complaint: &Complaint| complaint.to_string()).collect())
}

#[test]
fn a_users_taxonomy_is_laid_over_the_shipped_one() {
    let (rules, complaints) = with_topics(
        "[[topics]]\nid = \"defence\"\nlabel = \"Arms\"\nterms = [\"hotline*\"]\n\n[[topics]]\nid = \"trade\"\noff = true\n\n\
         [[topics]]\nid = \"fish\"\nterms = [\"herring\"]\n",
    );
    assert_eq!(complaints, Vec::<String>::new());
    let briefing = brief(article("\n\n\n\nTariffs on herring rose. A hotline was opened and a frigate sold."), &rules);
    insta::assert_snapshot!(show(&briefing), @r"
    summary 1.2
    fish
      1.1 herring
    Arms
      1.2 hotline was opened and a frigate
    ");
    assert_eq!(briefing.agenda[1].points[0].reason().rule.as_ref().map(|rule| (&*rule.file, rule.line)), Some(("own.toml", 4)));
}

#[test]
fn what_is_wrong_in_a_taxonomy_is_said_by_line() {
    let (_, complaints) = with_topics(
        "[[topics]]\nid = \"fish\"\ntogether = [[[\"@norholm\"], [\"herring\"]]]\nweek = [\"cod\"]\nterms = [\"*\"]\n",
    );
    insta::assert_snapshot!(complaints.join("\n"), @r#"
    own.toml:3:15: there are no actors "norholm"
      |
    3 | together = [[["@norholm"], ["herring"]]]
      |               ^^^^^^^^^^
      = name them under [actors]
    own.toml:4:1: warning: unknown key "week"
      |
    4 | week = ["cod"]
      | ^^^^
      = did you mean "weak"?
    own.toml:5:10: a term is words, with `*` or `~` at the end alone, then `^` and a weight up to 9
      |
    5 | terms = ["*"]
      |          ^^^
      = the term is left out
    "#);
}

/// The article in the bytes of a file, read as the program does.
fn read(bytes: &[u8]) -> Arc<Article> {
    Arc::new(plain(Clean::from("a file"), &decode(bytes), &CruftRules::shipped()))
}

#[test]
fn the_sample_articles_are_led_by_what_they_are_about() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings");
    let leads = [
        ("border-round", "borders"),
        ("chip-export-rule", "technology"),
        ("election-observers", "elections"),
        ("energy-deal", "energy"),
        ("grain-corridor", "maritime food"),
        ("peace-talks-readout", "peace"),
        ("sanctions-package", "sanctions energy"),
        ("visit-new-delhi", "defence s-400 trade"),
    ];
    for (name, expected) in leads {
        let bytes = std::fs::read(folder.join(name).with_extension("txt")).unwrap();
        let briefing = brief(read(&bytes), &SHIPPED);
        let ids: Vec<&str> = briefing.agenda.iter().map(|topic| &*topic.id).collect();
        assert!(ids.join(" ").starts_with(expected), "{name}: {ids:?}");
        assert!(briefing.tensions.len() >= 5 && briefing.summary.len() >= 3, "{name}");
    }
}

/// The article that the agenda and tensions were first thought out on; it is not ours to ship, so it is looked for.
#[test]
fn the_article_it_began_with_reads_as_an_analyst_reads_it() {
    let Some(bytes) = shared("seeds/putin-modi-2025-11-28.txt") else { return };
    let briefing = brief(read(&bytes), &SHIPPED);
    let places = |id: &str| -> Vec<String> {
        let topic = briefing.agenda.iter().find(|topic| &*topic.id == id).unwrap();
        topic.points.iter().map(|point| briefing.article.reference(point.anchor().unwrap().sentence).to_string()).collect()
    };
    let ids: Vec<&str> = briefing.agenda.iter().map(|topic| &*topic.id).collect();
    assert_eq!(ids[..4], ["defence", "s-400", "trade", "china-alignment"]);
    assert!(places("defence").contains(&"5.1".to_owned()));
    assert_eq!(places("s-400"), ["5.2", "6.2"]);
    assert_eq!(places("trade"), ["5.3", "7.2"]);
    assert_eq!(places("china-alignment"), ["stand", "6.2"]);
    let tensions = briefing.tensions.iter().map(|t| briefing.article.reference(t.point.anchor().unwrap().sentence).to_string());
    assert_eq!(tensions.collect::<Vec<_>>(), ["stand", "6.1", "6.2", "7.1", "7.2"]);
    assert!(briefing.tensions.iter().all(|tension| tension.cue.is_some() && tension.poles.is_some()));
}

proptest! {
    #[test]
    fn any_text_gives_a_briefing_of_places_in_it(
        text in "([a-z]{0,5}|[ ,.;:!?—“”\"()\\[\\]'’\n]|\n\n| but | while | yet |While |However, |despite |, said |Beijing|align|S-400|trade, |accused | of | Moscow |China's |violat|\\PC){0,80}"
    ) {
        let article = article(&text);
        let briefing = brief(Arc::clone(&article), &SHIPPED);
        for point in briefing.points() {
            let anchor = point.anchor().unwrap();
            let sentence = article.sentence(anchor.sentence).unwrap().span;
            prop_assert!(anchor.focus.overlaps(sentence) && article.text.get(anchor.focus.range()).is_some());
            prop_assert!(point.reason().hits.iter().all(|hit| sentence.contains(*hit) && article.text.get(hit.range()).is_some()));
        }
        for tension in &briefing.tensions {
            let focus = tension.point.anchor().unwrap().focus;
            let poles = tension.poles.iter().flatten().filter_map(|pole| if let Pole::Found(span) = pole { Some(*span) } else { None });
            let sentence = article.sentence(tension.point.anchor().unwrap().sentence).unwrap().span;
            prop_assert!(tension.target.is_none_or(|target| sentence.contains(target) && !target.of(&article.text).is_empty()));
            for span in poles.chain(tension.cue) {
                prop_assert!(focus.contains(span) && !span.is_empty() && article.text.get(span.range()).is_some());
            }
        }
        prop_assert_eq!(show(&briefing), show(&brief(article, &SHIPPED)));
    }
}
