//! Articles in, briefings out.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod agenda;
mod fields;

use std::cell::RefCell;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use attache::derive::{Rules, brief, overlay};
use attache::form::{Complaint, Source};
use attache::model::{
    Article, Block, BlockKind, Briefing, Note, NoteKind, Origin, Point, Pole, Sentence, Tension, TensionKind, Written,
    WrittenPoint, WrittenTension, WrittenTopic,
};
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;
use attache::text::sentence::sentences;
use attache::text::{Clean, Span};
use proptest::prelude::*;

use crate::support::shared;

mod summary;

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

/// The tensions of paragraphs: each sentence that holds one, marked.
#[track_caller]
fn check_tensions(text: &str, expected: &[&str]) {
    let briefing = found(&format!("\n\n\n\n{text}"));
    let shown: Vec<String> = briefing.tensions.iter().map(|tension| opposed(&briefing.article, tension)).collect();
    assert_eq!(shown, expected);
}

/// The same where the marks are all that is added.
#[track_caller]
fn check_poles(marked: &str) {
    check_tensions(&marked.replace(['[', ']', '<', '>'], ""), &[marked]);
}

#[test]
fn coordinated_clauses_are_the_poles() {
    check_poles("[The report praises the count] <but> [also exposes an unfair campaign].");
    check_poles("[Norholm needs the gas — notably in winter] — <yet> [its law forbids the contract].");
    check_poles("[The visit shows how close they have grown] <yet> [leaves the missiles unmentioned].");
    check_poles("[The door is new], <but> [the letterbox is large], officials said.");
    check_poles("[Listing a ship is quick]; <but> [proving who owns it is not]; nobody denies it.");
    check_poles("“[A list of uses is harder to write], <but> [it lasts],” said Mr. Amsel.");
}

#[test]
fn subordinate_clauses_are_poles_on_either_side() {
    check_poles("<While> [Moscow, which sells the oil, gains], [Delhi pays less].");
    check_poles("<Despite> [the truce], [shelling went on].");
    check_poles("[The tone was warm], <although> [the room for progress is narrow].");
    check_poles("[Karsan moved one company], <while> [Dolmir moved two].");
    check_poles("[Work may stop] <despite> [the promise].");
}

#[test]
fn an_adverb_reaches_back_to_the_sentence_before() {
    check_poles("[Engineers call it a small work]. <However>, [it is a lever].");
    check_poles("[Engineers call it a small work]. [Downstream, <however>, it is a lever].");
    check_poles("[The matters are separate]; <nevertheless>, [the signing was put back].");
    check_poles("[The port is open]. [It has no berth, <though>, because the pier fell].");
    check_poles("[The port is open]. [It has no berth, <though>].");
    check_poles("[Counting was slow]. <Yet> [nobody complained of it].");
}

#[test]
fn a_pole_is_parallel_to_the_other() {
    check_poles("They fund a port [which they opened] <but> [never used].");
    check_poles("Envoys found [that the price is fair] <but> [that the term is short].");
    check_poles("The crew came ashore, [singing aloud] <but> [fearing the worst], and slept.");
    check_poles("Since the road was closed, [the crews took the river] <but> [lost two days].");
    check_poles("The road is closed, [so the crews took the river], <but> [they lost two days], so the cargo was late.");
    check_poles("[They must move in that direction] <but> [can talk only on that basis].");
    check_poles("[The papers are gone], <but> [when one asks for them, the clerk then says it is late].");
    check_poles("The ministry says [“the road is open”], <but> [nobody drives there].");
}

#[test]
fn the_main_clause_begins_where_its_verb_shows_it() {
    check_poles("<Although> [crews and ships, together with a tug, have been in port], [it is hard to load them].");
    check_poles("<While> [the road, the bridge, and the ferry were open], [nobody came].");
    check_poles("<Although> [it had a port], [the town’s trade, wealth, and fame had gone].");
    check_poles("Officials said that, <despite> [a cold winter], [the gas would last].");
    check_poles("For example, <while> [all ports were open], [few ships came].");
    check_tensions("The plan, though it was costly, was kept.", &["[The plan, <though> [it was costly], was kept]."]);
}

#[test]
fn a_bracket_is_set_against_its_host() {
    check_poles("[The fire broke out at six] (<but> [was put out]), which is known.");
    check_poles("[The price is high]; <though> [it will fall].");
    check_poles("[They were open], <but> [they had been empty in Halmar, Oslo; Tarn and Elma].");
}

#[test]
fn each_cue_of_a_sentence_has_its_tension_and_a_pair_has_one() {
    check_tensions(
        "The port is open, but the road is closed; crews left although nobody paid.",
        &[
            "[The port is open], <but> [the road is closed]; crews left although nobody paid.",
            "The port is open, but the road is closed; [crews left] <although> [nobody paid].",
        ],
    );
    check_poles("[The port is closed]. <However>, [despite the frost, ships come].");
    check_poles("[Trade was discussed], <but> [without reform it stagnates despite the warm words].");
    check_poles("<Although> [the road was closed], [the convoy nevertheless arrived].");
    check_poles("[The cargo was late] <but> [nevertheless arrived].");
}

#[test]
fn paired_cues_reach_over_two_sentences() {
    check_tensions(
        "On the one hand, the port is open. On the other hand, nobody sails.",
        &[
            "<On the one hand>, [the port is open]. [On the other hand, nobody sails]",
            "[On the one hand, the port is open]. <On the other hand>, [nobody sails].",
        ],
    );
    check_poles("[Some states signed], <and [others> refused].");
    check_poles("[The tax will be paid], <whether> [you agree or not].");
    check_poles("[It can be bought at the port], <however> [it must be ordered].");
}

#[test]
fn the_same_words_used_otherwise_are_no_cues() {
    for plain in [
        "They ate nothing but rice.",
        "Not only the price but also the date is open.",
        "The plant has yet to open, and yet another is planned.",
        "He met the envoy while visiting the port.",
        "She read while they slept.",
        "They are still there.",
        "However many ships come, the port holds them.",
        "He had no choice but to sign.",
        "However high the wind, the crew went out.",
        "She taught there while also serving at the port.",
        "The inn has a simple yet good kitchen.",
        "They looked not for the ships, but for the crews.",
        "The mix – a strong crew, but an old ship – is common.",
        "It is open to all, that is, whether a crew or a ship.",
        "The fort would have fallen but for the rain.",
    ] {
        check_tensions(plain, &[]);
    }
}

#[test]
fn words_of_strain_make_a_tension_when_they_are_enough() {
    check_tensions("The delivery was delayed by a month.", &[]);
    check_poles("Ostrel <accused> the Union of theft.");
    check_tensions("Critics warned of a delay.", &["<Critics> warned of a delay."]);
}

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
