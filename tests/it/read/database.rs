//! Exports of press databases, in plain text and in RTF.

use attache::read::Format;
use insta::assert_snapshot;
use proptest::prelude::*;

use super::exports::{CODED, DISPLAY, INLINE, NEXIS, RTF, UNI};
use super::opened::{articles, damaged, holds, opened};

#[test]
fn factiva_with_codes() {
    assert_snapshot!(opened("export.txt", CODED), @r"
    factiva
    headline = Border talks end with a hotline and no map
    byline = Ana Ruiz
    place = SORREL PASS
    outlet = Hill Courier
    section = World
    language = English
    rights = (c) 2025 Hill Courier. All rights reserved.
    date = 2025-11-28
    subjects = hotln:Hotline Works plc, gdip:International Relations, gpol:Domestic Politics, karsn:Karsan
      6 headline: Border talks end with a hotline and no map
     27 ¶1: SORREL PASS: Karsan and Dolmir agreed on Thursday to install a hotline, officials said.
     31 ¶2: The question of where their frontier lies was left to another year.
     33 ¶3: IN the capital nobody waved a flag, a shopkeeper said on Friday.
      1 - Factiva [export page]
     44 - Page 1 of 2 © 2025 Factiva, Inc. All rights reserved. [export page]
    note file: Factiva document HILLC00020251128elbs0001x

    headline = Second article
    outlet = The Sample Wire
    language = English
    date = 2025-11-30
     47 headline: Second article
     59 ¶1: The corridor for grain reopened on Sunday after eleven days, port officials said.
     63 - Search Summary [export page]
     64 - Text [export page]
     65 - border talks [export page]
    note file: Factiva document SAMPW00020251130elbu00002
    ");
    assert_snapshot!(opened("", INLINE), @r#"
    factiva
    headline = Grain corridor reopens after eleven days
    byline = Ana Ruiz and Bo Lind
    outlet = The Sample Wire
    language = English
    rights = (c) 2025 The Sample Wire
    date = 2025-11-30
    authors = ["Ana Ruiz", "Bo Lind"]
    subjects = gtrade:Trade
      1 headline: Grain corridor reopens after eleven days
     10 ¶1: The corridor for grain reopened on Sunday after eleven days, port officials said, with four ships waiting.
     12 ¶2: Insurers want to see a week of quiet before they lower their rates, a broker said.
    note file: Factiva document SAMPW00020251130elbu00001
    "#);
}

#[test]
fn factiva_without_codes() {
    assert_snapshot!(opened("", DISPLAY), @r"
    factiva
    headline = Border talks end with a hotline and no map
    byline = Ana Ruiz
    place = SORREL PASS
    outlet = Hill Courier
    section = World News
    language = English
    rights = (c) 2025 Hill Courier. All rights reserved.
    date = 2025-11-28
      2 headline: Border talks end with a hotline and no map
     13 ¶1: SORREL PASS: Karsan and Dolmir agreed on Thursday to install a hotline, officials said.
     15 ¶2: The question of where their frontier lies was left to another year.
    note file: Factiva document HILLC00020251128elbs0001x

    headline = Grain corridor reopens
    byline = Bo Lind
    outlet = The Sample Wire
    language = English
    rights = Copyright 2025 The Sample Wire
    date = 2025-11-30
     19 headline: Grain corridor reopens
     28 ¶1: The corridor for grain reopened on Sunday after eleven days, port officials said.
     32 - Search Summary [export page]
    note file: Factiva document SAMPW00020251130elbu00002
    ");
}

#[test]
fn nexis_as_it_was() {
    assert_snapshot!(opened("", NEXIS), @r"
    nexis
    headline = Border talks end with a hotline and no map
    standfirst = Two neighbours learn to telephone
    byline = Ana Ruiz
    place = SORREL PASS
    outlet = Hill Courier
    section = WORLD; Pg. 4
    language = ENGLISH
    rights = Copyright 2025 Hill Courier
    date = 2025-11-28
    subjects = :DIPLOMACY, :TREATIES & AGREEMENTS
      9 headline: Border talks end with a hotline and no map
     19 standfirst: Two neighbours learn to telephone
     21 ¶1: Karsan and Dolmir agreed on Thursday to install a hotline, officials said.
     23 ¶2: The question of where their frontier lies was left to another year.
     31 caption: Photo, two men at a table

    headline = Grain corridor reopens
    outlet = The Sample Wire
    date = 2025-11-30
     47 headline: Grain corridor reopens
     52 ¶1: The corridor for grain reopened on Sunday after eleven days, port officials said.
    ");
}

#[test]
fn nexis_as_it_is() {
    assert_snapshot!(opened("", UNI), @r"
    nexis
    headline = Border talks end with a hotline and no map
    byline = Ana Ruiz
    outlet = Hill Courier
    section = WORLD; Pg. 4
    language = ENGLISH
    rights = Copyright 2025 Hill Courier All Rights Reserved
    date = 2025-11-28
    subjects = :DIPLOMACY, :TREATIES, :KARSAN
      9 headline: Border talks end with a hotline and no map
     22 ¶1: Karsan and Dolmir agreed on Thursday to install a hotline, officials said.
     26 ¶2: Length: the minister measured it with his hands, and laughed.
     24 - Page 2 of 3 [export page]
    ");
}

#[test]
fn rtf_is_its_text() {
    assert_snapshot!(opened("", RTF), @r"
    rtf
    headline = Talks resume
      1 headline: Talks resume
      2 ¶1: The two sides met again on Monday – after a break of three weeks – and the minister’s café was full.
      3 ¶2: “It is a start,” he said.
      4 ¶3: Nobody paid {😀}.
    ");
    assert_snapshot!(opened("", r"{\rtf1\ansi\ansicpg1251 \'cf\'e5\'f0\'e5\'e3\'ee\'e2\'ee\'f0\'fb \'e7\'e0\'ea\'ee\'ed\'f7\'e8\'eb\'e8\'f1\'fc"), @r"
    rtf
      1 ¶1: Переговоры закончились
    note file: the RTF file ends too early: its end may be missing
    ");
    assert_snapshot!(opened("a.rtf", r"{\rtf1{\pict 00ff}}"), @r"
    rtf
    refused: there are no words in this RTF file: save it as text in the program that wrote it
    ");
}

#[test]
fn an_export_in_rtf_is_told_by_its_words() {
    let rtf = format!("{{\\rtf1\\ansi {}}}", CODED.replace('\n', "\\par\n").replace("© ", "\\'a9 "));
    let both = [rtf.as_bytes(), CODED.as_bytes()].map(|bytes| articles("x", bytes).unwrap());
    let told =
        |at: usize| both[at].iter().map(|a| (a.fields.headline.clone(), a.fields.date, a.text.clone())).collect::<Vec<_>>();
    assert_eq!(told(0), told(1));
    assert_eq!(both[0][0].format, both[1][0].format);
}

#[test]
fn an_export_that_is_cut_off_opens_as_far_as_it_goes() {
    let cut = |text: &str, words: &str| text[..text.find(words).unwrap()].to_owned();
    assert_snapshot!(opened("", cut(CODED, "The question of")), @r"
    factiva
    headline = Border talks end with a hotline and no map
    byline = Ana Ruiz
    place = SORREL PASS
    outlet = Hill Courier
    section = World
    language = English
    rights = (c) 2025 Hill Courier. All rights reserved.
    date = 2025-11-28
      6 headline: Border talks end with a hotline and no map
     27 ¶1: SORREL PASS: Karsan and Dolmir agreed on Thursday to install a hotline, officials said.
      1 - Factiva [export page]
    ");
    assert_snapshot!(opened("", cut(NEXIS, "  The question of")), @r"
    nexis
    headline = Border talks end with a hotline and no map
    standfirst = Two neighbours learn to telephone
    byline = Ana Ruiz
    place = SORREL PASS
    outlet = Hill Courier
    section = WORLD; Pg. 4
    date = 2025-11-28
      9 headline: Border talks end with a hotline and no map
     19 standfirst: Two neighbours learn to telephone
     21 ¶1: Karsan and Dolmir agreed on Thursday to install a hotline, officials said.
    ");
    assert_eq!(articles("", DISPLAY.repeat(2).as_bytes()).unwrap().len(), 4);
}

#[test]
fn a_plain_article_is_no_export() {
    for plain in [
        "HD\n\nThe headline stands here\n\nPD\n\nand nothing else does.",
        "Talks resume\n\nBy Ana Ruiz\n212 words\n28 November 2025\n\nThe talks resumed.",
        "LENGTH: 212 words\n\nThe talks resumed on Monday.",
        "Talks resume\n\nBYLINE: Ana Ruiz\n\nThey were 1 of 50 DOCUMENTS in the box.\n\nEnd of Document\n",
    ] {
        assert!(opened("a.txt", plain).starts_with("text\n"), "{plain}");
    }
}

#[test]
fn exports_without_end_are_bounded() {
    for (part, format) in [
        ("HD\nx\nPD\n1 May 2025\nSN\nx\nLA\nx\nWC\n1\nLP\nx\n", Format::Factiva),
        ("1 of 1 DOCUMENTS\nLENGTH: 1 words\n\nx\n", Format::Nexis),
    ] {
        holds("x", part.repeat(5_500).as_bytes(), format);
        let shown = opened("x", part.repeat(5_500));
        assert!(shown.ends_with(" articles: those behind were left out\n\n"), "{}", &shown[shown.len() - 500..]);
    }
    for deep in [
        "{\\rtf1".to_owned() + &"{".repeat(200_000) + "x",
        "{\\rtf1".to_owned() + &"{\\u1?}".repeat(20_000),
        "{\\rtf1\\bin99999999999 x".to_owned(),
    ] {
        holds("x", deep.as_bytes(), Format::Rtf);
    }
}

const BITS: &[&str] = &[
    "HD\n",
    "PD\n",
    "SN  ",
    "LA\tEnglish\n",
    "WC\n",
    "LP\n",
    "TD\n",
    "AN\n",
    "Document HILLC00020251128elbs0001x\n",
    "1 of 50 DOCUMENTS\n",
    "LENGTH: 3 words\n",
    "212 words\n",
    "28 November 2025\n",
    "English\n",
    "(c) 2025 x\n",
    "Body\n",
    "End of Document\n",
    "SUBJECT: A (9%); B\n",
    "\n",
    "LOAD-DATE: x\n",
    "The talks resumed on Monday, officials said.\n",
    "{\\rtf1 ",
    "{\\*\\x ",
    "}",
    "\\par ",
    "\\u-3 ",
    "\\'e",
    "\\'e9",
    "\\uc0 ",
    "\\v ",
    "\\bin2 ",
    "é",
    "\r",
];

proptest! {
    #[test]
    fn any_mixture_opens(picks in prop::collection::vec(prop::sample::select(BITS), 0..50), noise in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut bytes = picks.concat().into_bytes();
        bytes.extend(noise);
        for format in [Format::Factiva, Format::Nexis, Format::Rtf] {
            holds("x", &bytes, format);
        }
    }

    #[test]
    fn damaged_exports_open(which in 0..6usize, picks in prop::collection::vec((any::<usize>(), any::<u8>()), 0..6)) {
        let bytes = damaged([CODED, INLINE, DISPLAY, NEXIS, UNI, RTF][which].as_bytes(), &picks);
        for format in [Format::Factiva, Format::Nexis, Format::Rtf, Format::Plain] {
            holds("x", &bytes, format);
        }
    }
}
