//! Plain texts: their blocks and what they say of themselves.

use std::fmt::Write as _;

use attache::model::BlockKind;
use insta::assert_snapshot;

use super::{fields, read, story};

#[test]
fn a_story_as_it_is_pasted() {
    assert_snapshot!(story("\
Ferry Deal Brings Two Ports Closer

The agreement ends a quarrel over landing fees, but leaves the question of who pays for the pier.

Tue Mar 3 2026
icon-facebook icon-twitter icon-whatsapp

OSTREL: The two harbour boards signed a ferry agreement on Tuesday, officials said.

“It is a start,” the harbour master said. “It is not more than that.”

Advertisement

A pier has yet to be paid for, and neither board has offered to do so.

icon-facebook icon-twitter icon-whatsapp"), @r"
    headline = Ferry Deal Brings Two Ports Closer
    standfirst = The agreement ends a quarrel over landing fees, but leaves the question of who pays for the pier.
    place = OSTREL
    date = 2026-03-03
      1 headline: Ferry Deal Brings Two Ports Closer
      3 standfirst: The agreement ends a quarrel over landing fees, but leaves the question of who pays for the pier.
      5 meta: Tue Mar 3 2026
      8 ¶1: OSTREL: The two harbour boards signed a ferry agreement on Tuesday, officials said.
     10 ¶2: “It is a start,” the harbour master said. “It is not more than that.”
     14 ¶3: A pier has yet to be paid for, and neither board has offered to do so.
      6 - icon-facebook icon-twitter icon-whatsapp [share icons]
     12 - Advertisement [advertisement]
     16 - icon-facebook icon-twitter icon-whatsapp [share icons]
    ");
}

#[test]
fn the_seed_says_what_it_says() {
    let Ok(bytes) = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds/putin-modi-2025-11-28.txt")) else {
        return;
    };
    let article = read(bytes);
    let f = &article.fields;
    assert!(f.headline.as_ref().unwrap().ends_with("on Dec 4–5"));
    assert!(f.standfirst.as_ref().unwrap().starts_with("Putin’s visit highlights"));
    assert_eq!(f.place.as_deref(), Some("MOSCOW"));
    assert_eq!(f.date.unwrap().to_string(), "2025-11-28");
    assert_eq!((&f.byline, &f.outlet, &f.url), (&None, &None, &None));
    assert_eq!(article.blocks.iter().filter_map(|b| b.number).max(), Some(7));
    let removed: Vec<_> = article.removed.iter().map(|r| (r.line, &*r.rule)).collect();
    assert_eq!(removed, [(6, "share icons"), (22, "share icons")]);
}

#[test]
fn an_essay_has_no_standfirst() {
    assert_snapshot!(story("\
On Patience

Negotiators are paid to wait.

Some of them learn to like it, which is when they become useful. The others write memoirs about it."), @r"
    headline = On Patience
      1 headline: On Patience
      3 ¶1: Negotiators are paid to wait.
      5 ¶2: Some of them learn to like it, which is when they become useful. The others write memoirs about it.
    ");
}

#[test]
fn a_first_paragraph_that_is_long_is_no_headline() {
    assert_snapshot!(story("\
The fleet came home on Thursday after eleven weeks at sea, four of them without fresh water.

Nobody was surprised."), @r"
    1 ¶1: The fleet came home on Thursday after eleven weeks at sea, four of them without fresh water.
    3 ¶2: Nobody was surprised.
    ");
}

#[test]
fn a_line_right_beneath_the_headline_is_a_standfirst() {
    assert_snapshot!(story("\
The quiet border
Two armies have learned to drink tea together.

By Ana Ruiz and Bo Lind, Hill Courier
Diplomatic Editor

The tea is strong, and the patrols that carry it up the pass every morning have stopped counting their rounds."), @r"
    headline = The quiet border
    standfirst = Two armies have learned to drink tea together.
    byline = Ana Ruiz and Bo Lind
    outlet = Hill Courier
      1 headline: The quiet border
      2 standfirst: Two armies have learned to drink tea together.
      4 meta: By Ana Ruiz and Bo Lind, Hill Courier
      5 meta: Diplomatic Editor
      7 ¶1: The tea is strong, and the patrols that carry it up the pass every morning have stopped counting their rounds.
    ");
}

#[test]
fn hard_wrapped_lines_are_joined_and_the_rest_is_not() {
    assert_snapshot!(story("\
Union Agrees New Measures Against Smugglers of Crude and Spares the
Fishermen

By Ana Ruiz
14 October 2025

HALMAR, Oct. 14 (Sample Press) -- The Union agreed new measures on
Tuesday against those who carry   crude under changing flags, a step
that had been put off twice.
  The list is the fruit of a year of work, officials said, and a long-
standing quarrel about it was settled in the night, by a vote of two-
to-one, or by two- or three-to-one, depending on who is asked, in two-
or in three-hour sessions.

What was agreed:

- ships on the list are refused port calls, insurance and pilotage in
  Union waters
- two refineries are named
1) a report is due in March

https://example.org/a"), @r"
    headline = Union Agrees New Measures Against Smugglers of Crude and Spares the Fishermen
    byline = Ana Ruiz
    place = HALMAR
    outlet = Sample Press
    url = https://example.org/a
    date = 2025-10-14
      1 headline: Union Agrees New Measures Against Smugglers of Crude and Spares the Fishermen
      4 meta: By Ana Ruiz
      5 meta: 14 October 2025
      7 ¶1: HALMAR, Oct. 14 (Sample Press) -- The Union agreed new measures on Tuesday against those who carry crude under changing flags, a step that had been put off twice.
     10 ¶2: The list is the fruit of a year of work, officials said, and a long-standing quarrel about it was settled in the night, by a vote of two-to-one, or by two- or three-to-one, depending on who is asked, in two- or in three-hour sessions.
     15 ¶3: What was agreed:
     17 ¶4: - ships on the list are refused port calls, insurance and pilotage in Union waters
     19 ¶5: - two refineries are named
     20 ¶6: 1) a report is due in March
     22 meta: https://example.org/a
    ");
}

#[test]
fn lines_that_nobody_wrapped_are_paragraphs() {
    assert_snapshot!(story("\
Talks resume
The two sides met again on Monday after a break of three weeks, and neither would say what had changed.
They meet again on Thursday.
A statement is expected, though both sides said that they would not write it before they knew what was in it."), @r"
    headline = Talks resume
      1 headline: Talks resume
      2 ¶1: The two sides met again on Monday after a break of three weeks, and neither would say what had changed.
      3 ¶2: They meet again on Thursday.
      4 ¶3: A statement is expected, though both sides said that they would not write it before they knew what was in it.
    ");
}

#[test]
fn headings_and_lists_in_the_body() {
    assert_snapshot!(story("\
Readout of the second meeting

The parties met in Halmar for a second round of talks on the valley.

What was agreed

The parties agree on these points:

1. The ceasefire is extended.
2. Two crossings open.

What was not

The status of the valley remains open, and the parties said so."), @r"
    headline = Readout of the second meeting
      1 headline: Readout of the second meeting
      3 ¶1: The parties met in Halmar for a second round of talks on the valley.
      5 subhead: What was agreed
      7 ¶2: The parties agree on these points:
      9 ¶3: 1. The ceasefire is extended.
     10 ¶4: 2. Two crossings open.
     12 subhead: What was not
     14 ¶5: The status of the valley remains open, and the parties said so.
    ");
}

#[test]
fn published_is_better_than_updated_and_a_date_in_a_sentence_is_none() {
    let date = |head: &str| {
        let article =
            read(format!("Talks resume\n\n{head}\n\nThe talks of 1 May 2019 resumed on Monday, officials said.\n\nThey ended."));
        let notes: Vec<String> = article.notes.iter().map(|n| format!("; line {:?}: {}", n.line, n.message)).collect();
        article.fields.date.map_or("none".to_owned(), |date| date.to_string()) + &notes.concat()
    };
    assert_snapshot!(date("Updated: 29 Nov 2025 | Published: 28 Nov 2025"), @"2025-11-28");
    assert_snapshot!(date("Last updated Nov. 29, 2025, 6:40 p.m."), @"2025-11-29");
    assert_snapshot!(date("Friday 28th November 2025 10.20 GMT"), @"2025-11-28");
    assert_snapshot!(date("2025-11-28T18:40:00+05:30"), @"2025-11-28");
    assert_snapshot!(date("03/04/2025"), @r#"none; line Some(3): "03/04/2025" can be read as two days, so it is not taken as the date"#);
    assert_snapshot!(date("Monday, November 28, 2025"), @r#"2025-11-28; line Some(3): "Monday, November 28, 2025" names the wrong day of the week; the date is taken as 2025-11-28"#);
    assert_snapshot!(date("Nov 28"), @"none");
    assert_snapshot!(date("By Ana Ruiz"), @"none");
}

#[test]
fn labels_at_the_end_count_and_loose_dates_there_do_not() {
    assert_snapshot!(story("\
Talks resume

The talks resumed on Monday, officials said, and nobody knows for how long.

Source: Sample Press
Published: 2 March 2026
4 March 2026
Original: https://example.org/talks"), @r"
    headline = Talks resume
    outlet = Sample Press
    url = https://example.org/talks
    date = 2026-03-02
      1 headline: Talks resume
      3 ¶1: The talks resumed on Monday, officials said, and nobody knows for how long.
      5 meta: Source: Sample Press
      6 meta: Published: 2 March 2026
      7 ¶2: 4 March 2026
      8 meta: Original: https://example.org/talks
    ");
}

#[test]
fn a_head_of_labels_says_all() {
    assert_snapshot!(story("\
Title: Talks resume
Author: Ana Ruiz, Sample Press
Date: 2026-03-02
URL: https://example.org/talks

Introduction

The talks resumed on Monday, officials said, and nobody knows for how long."), @r"
    headline = Talks resume
    byline = Ana Ruiz
    outlet = Sample Press
    url = https://example.org/talks
    date = 2026-03-02
      1 headline: Title: Talks resume
      2 meta: Author: Ana Ruiz, Sample Press
      3 meta: Date: 2026-03-02
      4 meta: URL: https://example.org/talks
      6 subhead: Introduction
      8 ¶1: The talks resumed on Monday, officials said, and nobody knows for how long.
    ");
}

#[test]
fn every_sample_says_who_where_and_when() {
    let samples: [(&str, &[u8]); 8] = [
        ("border-round", include_bytes!("../../../briefings/border-round.txt")),
        ("chip-export-rule", include_bytes!("../../../briefings/chip-export-rule.txt")),
        ("election-observers", include_bytes!("../../../briefings/election-observers.txt")),
        ("energy-deal", include_bytes!("../../../briefings/energy-deal.txt")),
        ("grain-corridor", include_bytes!("../../../briefings/grain-corridor.txt")),
        ("peace-talks-readout", include_bytes!("../../../briefings/peace-talks-readout.txt")),
        ("sanctions-package", include_bytes!("../../../briefings/sanctions-package.txt")),
        ("visit-new-delhi", include_bytes!("../../../briefings/visit-new-delhi.txt")),
    ];
    let mut out = String::new();
    for (name, bytes) in samples {
        let article = read(bytes);
        let count = |kind| article.blocks.iter().filter(|b| b.kind == kind).count();
        let removed: Vec<String> = article.removed.iter().map(|r| format!("{} {}", r.line, r.rule)).collect();
        writeln!(out, "{name}: {} paragraphs, {} subheads", count(BlockKind::Paragraph), count(BlockKind::Subhead)).unwrap();
        writeln!(out, "{}removed: {}\n", fields(&article), removed.join(", ")).unwrap();
    }
    assert_snapshot!(out, @r"
    border-round: 11 paragraphs, 0 subheads
    headline = Border Talks End With a Hotline and No Map
    standfirst = Karsan and Dolmir agree on how to speak in a crisis, though not on where their frontier lies.
    byline = Ruven Castellan
    place = SORREL PASS
    outlet = Hill Courier (sample)
    url = https://example.org/hill-courier/border-round
    date = 2025-11-09
    removed: 32 share icons

    chip-export-rule: 10 paragraphs, 0 subheads
    headline = Chip rule tightens the net – and leaves a hole in it
    standfirst = Halmar will license exports of chip-making tools from January. Firms say the rule is clear about machines and vague about everything else.
    byline = Edda Lorne
    place = HALMAR
    outlet = Circuit & State (sample)
    url = https://example.org/circuit-and-state/chip-export-rule
    date = 2025-09-12
    removed: 26 read more

    election-observers: 13 paragraphs, 3 subheads
    headline = Observers Call Belmora Vote 'Calm, Countable and Not Quite Fair'
    standfirst = Foreign monitors praise polling day in Belmora but say the campaign before it was tilted.
    byline = Corin Vale
    place = VESTRA, Belmora
    outlet = The Sample Wire
    url = https://example.org/sample-wire/2025/11/03/election-observers
    date = 2025-11-03
    removed: 41 page furniture, 42 navigation

    energy-deal: 10 paragraphs, 0 subheads
    headline = Norholm and Qasira Seal Gas Deal That Runs Past Climate Target
    byline = Dagny Hale and Ibrahim Sorel
    place = QASIRA CITY
    outlet = Meridian Energy Desk (sample)
    url = https://example.org/meridian/energy-deal
    date = 2025-10-27
    removed: 27 editing credit, 28 follow us

    grain-corridor: 10 paragraphs, 0 subheads
    headline = Grain Corridor Opens on Time and Half Empty
    place = PORT ELMA, Lusenia
    outlet = Harbour Monitor (sample)
    url = https://example.org/harbour-monitor/grain-corridor
    date = 2025-09-30
    removed: 1 page furniture, 9 reading time, 10 share icons, 20 read more, 26 advertisement, 36 comments, 37 comments, 39 comments, 40 comments, 41 comments, 43 comments, 44 comments

    peace-talks-readout: 15 paragraphs, 0 subheads
    headline = Readout of the Third Meeting of Delegations on the Dorn Valley
    date = 2025-11-21
    removed: 29 end mark

    sanctions-package: 11 paragraphs, 0 subheads
    headline = Union Agrees New Tarvia Sanctions but Spares the Pipeline
    byline = Marta Elvin
    place = HALMAR
    outlet = Sample Press Agency
    url = https://example.org/sample-press/sanctions-package
    date = 2025-10-14
    removed: 66 desk credits, 70 copyright

    visit-new-delhi: 10 paragraphs, 0 subheads
    headline = Putin Heads to New Delhi as Old Ties Meet New Doubts
    standfirst = Russia and India will put continuity on show next week, but late missiles, sanctions and Moscow’s closeness to Beijing will be hard to keep out of the room.
    byline = the attache sample desk
    place = NEW DELHI
    outlet = The Sample Wire
    url = https://example.org/sample-wire/2025/11/28/visit-new-delhi
    date = 2025-11-28
    removed: 8 share icons, 10 credits, 18 advertisement, 24 read more, 30 newsletter, 39 share icons, 40 cookies
    ");
}
