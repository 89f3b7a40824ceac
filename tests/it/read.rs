//! Bytes in, articles out; briefing files in, what they say and what is wrong with them out.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics is a test that fails"
)]

use std::cell::RefCell;
use std::fmt::Write as _;

use attache::form::{Complaint, Source};
use attache::model::{Article, ArticleSource, BlockKind, Written};
use attache::read::{CruftRules, Format, plain, recognise, written};
use attache::text::clean::clean;
use attache::text::decode::decode;
use attache::text::{Clean, Span};
use insta::assert_snapshot;
use proptest::prelude::*;

fn read(bytes: impl AsRef<[u8]>) -> Article {
    plain(Clean::from("article.txt"), &decode(bytes.as_ref()), &CruftRules::shipped())
}

/// Fields, blocks, what was removed, notes.
fn show(article: &Article) -> String {
    let mut out = fields(article);
    for block in &article.blocks {
        let name = match (block.kind, block.number) {
            (_, Some(number)) => format!("¶{number}"),
            (kind, None) => format!("{kind:?}").to_lowercase(),
        };
        writeln!(out, "{:>3} {name}: {}", block.line, article.slice(block.span)).unwrap();
    }
    for removed in &article.removed {
        writeln!(out, "{:>3} - {} [{}]", removed.line, removed.text, removed.rule).unwrap();
    }
    for note in &article.notes {
        writeln!(out, "note {}: {}", note.kind.word(), note.message).unwrap();
    }
    out
}

fn fields(article: &Article) -> String {
    let f = &article.fields;
    let all = [
        ("headline", f.headline),
        ("standfirst", f.standfirst),
        ("byline", f.byline),
        ("place", f.place),
        ("outlet", f.outlet),
        ("url", f.url),
    ];
    let mut out = String::new();
    for (name, span) in all {
        if let Some(span) = span {
            writeln!(out, "{name} = {}", article.slice(span)).unwrap();
        }
    }
    if let Some((date, span)) = f.date {
        writeln!(out, "date = {date} <- {}", article.slice(span)).unwrap();
    }
    out
}

fn story(text: &str) -> String {
    show(&read(text))
}

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
    date = 2026-03-03 <- Tue Mar 3 2026
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
    assert!(article.slice(f.headline.unwrap()).ends_with("on Dec 4–5"));
    assert!(article.slice(f.standfirst.unwrap()).starts_with("Putin’s visit highlights"));
    assert_eq!(article.slice(f.place.unwrap()), "MOSCOW");
    assert_eq!(f.date.unwrap().0.to_string(), "2025-11-28");
    assert_eq!((f.byline, f.outlet, f.url), (None, None, None));
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
    date = 2025-10-14 <- 14 October 2025
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
        article.fields.date.map_or("none".to_owned(), |(d, s)| format!("{d} <- {}", article.slice(s))) + &notes.concat()
    };
    assert_snapshot!(date("Updated: 29 Nov 2025 | Published: 28 Nov 2025"), @"2025-11-28 <- 28 Nov 2025");
    assert_snapshot!(date("Last updated Nov. 29, 2025, 6:40 p.m."), @"2025-11-29 <- Nov. 29, 2025");
    assert_snapshot!(date("Friday 28th November 2025 10.20 GMT"), @"2025-11-28 <- Friday 28th November 2025");
    assert_snapshot!(date("2025-11-28T18:40:00+05:30"), @"2025-11-28 <- 2025-11-28");
    assert_snapshot!(date("03/04/2025"), @r#"none; line Some(3): "03/04/2025" can be read as two days, so it is not taken as the date"#);
    assert_snapshot!(date("Monday, November 28, 2025"), @r#"2025-11-28 <- Monday, November 28, 2025; line Some(3): "Monday, November 28, 2025" names the wrong day of the week; the date is taken as 2025-11-28"#);
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
    date = 2026-03-02 <- 2 March 2026
      1 headline: Talks resume
      3 ¶1: The talks resumed on Monday, officials said, and nobody knows for how long.
      5 meta: Source: Sample Press
      6 meta: Published: 2 March 2026
      7 ¶2: 4 March 2026
      8 meta: Original: https://example.org/talks
    ");
}

#[test]
fn every_sample_says_who_where_and_when() {
    let samples: [(&str, &[u8]); 8] = [
        ("border-round", include_bytes!("../../briefings/border-round.txt")),
        ("chip-export-rule", include_bytes!("../../briefings/chip-export-rule.txt")),
        ("election-observers", include_bytes!("../../briefings/election-observers.txt")),
        ("energy-deal", include_bytes!("../../briefings/energy-deal.txt")),
        ("grain-corridor", include_bytes!("../../briefings/grain-corridor.txt")),
        ("peace-talks-readout", include_bytes!("../../briefings/peace-talks-readout.txt")),
        ("sanctions-package", include_bytes!("../../briefings/sanctions-package.txt")),
        ("visit-new-delhi", include_bytes!("../../briefings/visit-new-delhi.txt")),
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
    date = 2025-11-09 <- November 9, 2025
    removed: 32 share icons

    chip-export-rule: 10 paragraphs, 0 subheads
    headline = Chip rule tightens the net – and leaves a hole in it
    standfirst = Halmar will license exports of chip-making tools from January. Firms say the rule is clear about machines and vague about everything else.
    byline = Edda Lorne
    place = HALMAR
    outlet = Circuit & State (sample)
    url = https://example.org/circuit-and-state/chip-export-rule
    date = 2025-09-12 <- 12 September 2025
    removed: 26 read more

    election-observers: 13 paragraphs, 3 subheads
    headline = Observers Call Belmora Vote 'Calm, Countable and Not Quite Fair'
    standfirst = Foreign monitors praise polling day in Belmora but say the campaign before it was tilted.
    byline = Corin Vale
    place = VESTRA, Belmora
    outlet = The Sample Wire
    url = https://example.org/sample-wire/2025/11/03/election-observers
    date = 2025-11-03 <- Monday, 3 November 2025
    removed: 41 page furniture, 42 navigation

    energy-deal: 10 paragraphs, 0 subheads
    headline = Norholm and Qasira Seal Gas Deal That Runs Past Climate Target
    byline = Dagny Hale and Ibrahim Sorel
    place = QASIRA CITY
    outlet = Meridian Energy Desk (sample)
    url = https://example.org/meridian/energy-deal
    date = 2025-10-27 <- Oct. 27, 2025
    removed: 27 editing credit, 28 follow us

    grain-corridor: 10 paragraphs, 0 subheads
    headline = Grain Corridor Opens on Time and Half Empty
    place = PORT ELMA, Lusenia
    outlet = Harbour Monitor (sample)
    url = https://example.org/harbour-monitor/grain-corridor
    date = 2025-09-30 <- 2025-09-30
    removed: 1 page furniture, 9 reading time, 10 share icons, 20 read more, 26 advertisement, 36 comments, 37 comments, 39 comments, 40 comments, 41 comments, 43 comments, 44 comments

    peace-talks-readout: 15 paragraphs, 0 subheads
    headline = Readout of the Third Meeting of Delegations on the Dorn Valley
    date = 2025-11-21 <- 21 November 2025
    removed: 29 end mark

    sanctions-package: 11 paragraphs, 0 subheads
    headline = Union Agrees New Tarvia Sanctions but Spares the Pipeline
    byline = Marta Elvin
    place = HALMAR
    outlet = Sample Press Agency
    url = https://example.org/sample-press/sanctions-package
    date = 2025-10-14 <- 14 October 2025
    removed: 66 desk credits, 70 copyright

    visit-new-delhi: 10 paragraphs, 0 subheads
    headline = Putin Heads to New Delhi as Old Ties Meet New Doubts
    standfirst = Russia and India will put continuity on show next week, but late missiles, sanctions and Moscow’s closeness to Beijing will be hard to keep out of the room.
    byline = the attache sample desk
    place = NEW DELHI
    outlet = The Sample Wire
    url = https://example.org/sample-wire/2025/11/28/visit-new-delhi
    date = 2025-11-28 <- Fri Nov 28 2025
    removed: 8 share icons, 10 credits, 18 advertisement, 24 read more, 30 newsletter, 39 share icons, 40 cookies
    ");
}

#[test]
fn sentences_are_no_cruft() {
    let body = "\
Advertisement spending fell by a third, the ministry said.
Follow us on the road to peace, he said.
Photo evidence shows the yard empty.
Read more than one report before you judge, she said.
Subscribe to the theory or not, the numbers hold.
Comments by the minister were brief.
Related charges were dropped in May.
Share prices of the yard fell by 3 percent.
Sign up for the draft, Lusenia tells its students
Also read by ministers was a letter from the yard.
Copyright law divides the Union, and the vote showed it.
Cookies will be taxed from May, the cookie policy of the Union says.
Image matters in Ostrel.
Home is where the votes are";
    let article = read(format!("A headline over it all\n\n{}", body.replace('\n', "\n\n")));
    assert_eq!(article.removed, []);
}

#[test]
fn cruft_is_taken_and_listed() {
    let lines = "\
Skip to main content
Home > World > Asia
World | Politics | Business | Sport
3 min read
Listen to this article
Facebook Twitter WhatsApp Email Print
READ ALSO: Who pays for the pier?
ADVERTISEMENT - continue reading below
Sponsored
Accept all cookies
We use cookies to improve your experience. By continuing you accept our cookie policy.
Sign up for our daily newsletter
Follow us on LinkedIn
Photo: The Sample Wire / File
The pier in winter. (AP Photo/Ana Ruiz)
© 2026 The Sample Wire. All rights reserved.
(Reporting by Ana Ruiz; Editing by Bo Lind)
Log in to continue
* * *
Download our app
Back to top";
    let article = read(format!(
        "A headline over it all\n\nThe yard is busy again, the owner said.\n\n{}\n\nIt will stay so, he said later.",
        lines.replace('\n', "\n\n")
    ));
    assert_eq!(article.removed.len(), lines.lines().count());
    let rules: Vec<&str> = article.removed.iter().map(|r| &*r.rule).collect();
    assert_snapshot!(rules.join(", "), @"page furniture, navigation, navigation, reading time, listen, share icons, read more, advertisement, advertisement, cookie buttons, cookies, newsletter, follow us, credits, credits, copyright, desk credits, account, ornament, app, page furniture");
}

#[test]
fn what_follows_the_article_goes_with_its_heading() {
    let end = "Comments (14)\n\nWhy the pier was never built\n\nSilos fill in the east";
    assert_snapshot!(story(&format!("Talks resume\n\nThe talks resumed on Monday, officials said.\n\n{end}")), @r"
    headline = Talks resume
      1 headline: Talks resume
      3 ¶1: The talks resumed on Monday, officials said.
      5 - Comments (14) [comments]
      7 - Why the pier was never built [comments]
      9 - Silos fill in the east [comments]
    ");
    let kept =
        read(format!("Talks resume\n\nThe talks resumed.\n\n{end}\n\nThey went on for most of the night, officials said."));
    assert_eq!(kept.removed, []);
}

fn rules(user: &str) -> (CruftRules, String) {
    let complaints = RefCell::new(Vec::new());
    let source = Source { name: Clean::from("my-cruft.toml"), text: user };
    let rules = CruftRules::new(&[CruftRules::shipped_source(), source], &complaints);
    (rules, said(&complaints))
}

fn said(complaints: &RefCell<Vec<Complaint>>) -> String {
    complaints.borrow().iter().map(|c| format!("{c}\n")).collect::<Vec<_>>().concat()
}

#[test]
fn the_shipped_rules_are_sound() {
    assert_eq!(rules("").1, "");
}

#[test]
fn a_users_rules_add_replace_and_drop() {
    let (rules, complaints) = rules(
        "\
[[rules]]
id = \"archive box\"
starts = \"from the archive\"
[[rules]]
id = \"advertisement\"
whole = [\"anzeige\"]
[[rules]]
id = \"listen\"
drop = true
",
    );
    assert_eq!(complaints, "");
    let text = "Talks resume\n\nFrom the archive: the first round\n\nAnzeige\n\nAdvertisement\n\nListen\n\nThe talks resumed on Monday, officials said.";
    let article = plain(Clean::default(), &decode(text.as_bytes()), &rules);
    let removed: Vec<_> = article.removed.iter().map(|r| (r.line, &*r.rule)).collect();
    assert_eq!(removed, [(3, "archive box"), (5, "advertisement")]);
}

#[test]
fn mistakes_in_a_users_rules_have_their_place() {
    assert_snapshot!(rules("\
[[rules]]
id = \"é “box”\"
start = [\"from\"]

[[rules]]
whole = [\"x\"]

[[rules]]
id = \"marks\"
whole = [\"---\", 3]

[[rules]]
id = \"cokies\"
drop = true

[[rules]]
id = \"both\"
whole = \"a\"
head = true
tail = true
").1, @r#"
    my-cruft.toml:1:1: the rule "é “box”" takes nothing
      |
    1 | [[rules]]
      | ^^^^^^^^^
      = it needs one of whole, starts, ends, contains, tokens, row, or marks = true
    my-cruft.toml:3:1: warning: unknown key "start"
      |
    3 | start = ["from"]
      | ^^^^^
      = did you mean "starts"?
    my-cruft.toml:5:1: a rule without an id
      |
    5 | [[rules]]
      | ^^^^^^^^^
      = every rule has an id: it is shown with the lines the rule takes
    my-cruft.toml:8:1: the rule "marks" takes nothing
      |
    8 | [[rules]]
      | ^^^^^^^^^
      = it needs one of whole, starts, ends, contains, tokens, row, or marks = true
    my-cruft.toml:10:10: no word to look for
       |
    10 | whole = ["---", 3]
       |          ^^^^^
       = a phrase needs at least one word; marks alone match nothing
    my-cruft.toml:10:17: expected a text in quotation marks, found a whole number
       |
    10 | whole = ["---", 3]
       |                 ^
    my-cruft.toml:13:6: warning: no rule is called "cokies"
       |
    13 | id = "cokies"
       |      ^^^^^^^^
       = there is nothing to drop
    my-cruft.toml:16:1: both head and tail
       |
    16 | [[rules]]
       | ^^^^^^^^^
       = a rule that is for the whole text says neither
    "#);
}

#[test]
fn every_encoding_gives_the_same_article() {
    let text = "Le dégel\n\nLes pourparlers ont repris à Genève, a dit le ministère “hier”.\n\nIls durent.";
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '“' => 0x93,
            '”' => 0x94,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let forms: Vec<Vec<u8>> = vec![
        format!("\u{FEFF}{text}").into_bytes(),
        [vec![0xFF, 0xFE], utf16(text)].concat(),
        windows.clone(),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace('\n', "\r").into_bytes(),
        format!("{text}\n\n\n").into_bytes(),
    ];
    let expected = read(text);
    for form in forms {
        let article = read(&form);
        assert_eq!(article.text, expected.text);
        assert_eq!(article.blocks.len(), 3);
        assert_eq!(article.blocks.iter().map(|b| b.line).collect::<Vec<_>>(), [1, 3, 5]);
    }
    assert_snapshot!(show(&read(&windows)), @r"
    headline = Le dégel
      1 headline: Le dégel
      3 ¶1: Les pourparlers ont repris à Genève, a dit le ministère “hier”.
      5 ¶2: Ils durent.
    note encoding: not UTF-8: read as windows-1252, the likeliest of the older encodings
    ");
}

#[test]
fn what_was_changed_on_the_way_in_is_told() {
    let text = "Talks\0 resume\n\nThe \u{202E}talks\u{200B} re\u{AD}sumed \u{1b}[31mon Monday, officials said.\n\nThey ended.";
    assert_snapshot!(story(text), @r"
    headline = Talks␀ resume
      1 headline: Talks␀ resume
      3 ¶1: The �talks resumed ␛[31mon Monday, officials said.
      5 ¶2: They ended.
    note cleaned: 2 control characters shown as a sign
    note cleaned: 1 character that reorders text shown as a sign
    note cleaned: 2 hidden characters left out
    ");
    assert_snapshot!(show(&read(b"caf\xC3\xA9 \xC3\xA9t\xC3\xA9 na\xC3\xAFve \xC3\xBCber r\xC3\xB4le \xC3\xA0 l\xC3\xA0 \xC3\xA9l\xC3\xA8ve \xFF end")), @r"
      1 ¶1: café été naïve über rôle à là élève � end
    note encoding: 1 place could not be decoded and shows as �
    ");
}

#[test]
fn next_to_nothing_is_read_too() {
    assert_eq!(story(""), "");
    assert_eq!(story(" \n\t\n \r\n"), "");
    assert_eq!(story("hello"), "  1 ¶1: hello\n");
    assert_eq!(story("Advertisement"), "  1 - Advertisement [advertisement]\n");
}

#[test]
fn a_monstrous_paragraph_is_divided() {
    let sentence = "The talks went on and on and nobody could say why. ";
    let article = read(sentence.repeat(4000));
    assert!(article.blocks.len() > 3);
    assert!(article.blocks.iter().all(|b| b.span.len() <= 64 * 1024 && article.slice(b.span).ends_with('.')));
    assert_snapshot!(article.notes[0].message, @"1 paragraph longer than 64 KiB, divided");
    for text in
        ["x".repeat(200_000), "é".repeat(200_000), "👩\u{200D}".repeat(50_000), "e\u{301}".repeat(100_000), "。".repeat(100_000)]
    {
        holds_together(&read(text));
    }
}

/// What is true of every article.
fn holds_together(article: &Article) {
    let text = &article.text;
    assert_eq!(clean(text), *text, "clean stays clean");
    let whole = Span::new(0, text.len());
    let mut end = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        assert!(block.span.start() >= end && whole.contains(block.span) && !block.span.is_empty());
        assert_eq!(block.span.trim(text), block.span);
        end = block.span.end();
        let sentences = &article.sentences[block.sentences.start as usize..block.sentences.end as usize];
        let mut at = block.span.start();
        for sentence in sentences {
            assert!(block.span.contains(sentence.span) && sentence.block as usize == index);
            assert!(text[at..sentence.span.start()].trim().is_empty());
            at = sentence.span.end();
        }
        assert!(text[at..block.span.end()].trim().is_empty());
    }
    let f = &article.fields;
    let spans = [f.headline, f.standfirst, f.byline, f.place, f.outlet, f.url, f.date.map(|(_, s)| s)];
    for span in spans.into_iter().flatten() {
        assert!(text.get(span.range()).is_some_and(|t| !t.is_empty()));
    }
    let numbers: Vec<u32> = article.blocks.iter().filter_map(|b| b.number).collect();
    assert!(numbers.iter().copied().eq(1..=u32::try_from(numbers.len()).unwrap()));
}

/// Nothing but white space is lost: the text and the removed lines hold all characters of the source, in order.
fn holds_everything(source: &str, article: &Article) {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let removed: usize = article.removed.iter().map(|r| bare(&r.text)).sum();
    assert_eq!(bare(&clean(source)), bare(&article.text) + removed);
}

const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "  ",
    "The talks resumed on Monday, officials said.",
    "By Ana Ruiz",
    "| ",
    "Nov 28, 2025",
    "Updated ",
    "HALMAR (AP) — ",
    "Source: ",
    "https://example.org/a",
    "Advertisement",
    "Comments (3)",
    "Share Tweet",
    "- ",
    "1. ",
    "A subhead",
    "\u{200D}",
    "\u{301}",
    "👩",
    "北京",
    "\u{202E}",
    "\r",
    "(c) ",
    "03/04/2025",
    "which had been put off for as long as anybody could remember",
    "—",
    "\u{A0}",
    "\u{3000}",
    ":",
    "é",
];

proptest! {
    #[test]
    fn any_bytes_are_an_article(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let article = read(&bytes);
        holds_together(&article);
        prop_assert_eq!(show(&article), show(&read(&bytes)));
    }

    #[test]
    fn any_text_is_an_article(text in "\\PC{0,300}") {
        let article = read(&text);
        holds_together(&article);
        holds_everything(&text, &article);
    }

    #[test]
    fn any_mixture_of_what_articles_have_is_one(picks in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = picks.into_iter().map(|at| PIECES[at]).collect();
        let article = read(&text);
        holds_together(&article);
        holds_everything(&text, &article);
    }

    #[test]
    fn any_text_is_a_briefing_file_or_says_why_not(text in "[a-z\\[\\]={}\"'\n .,#\\\\-]{0,120}") {
        let (written, complaints) = brief(&text);
        prop_assert!(written.article.is_some() || complaints.starts_with("talks.toml:"));
    }
}

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
        include_str!("../../briefings/border-round.toml"),
        include_str!("../../briefings/energy-deal.toml"),
        include_str!("../../briefings/frigate-contract.toml"),
        include_str!("../../briefings/visit-new-delhi.toml"),
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
fn formats_are_told_by_name_and_else_by_content() {
    #[track_caller]
    fn check(name: &str, text: &str, format: Format) {
        assert_eq!(recognise(name, &decode(text.as_bytes())), format, "{name} {text}");
    }
    check("talks.toml", "anything", Format::Briefing);
    check("TALKS.TOML", "", Format::Briefing);
    check("talks.txt", "title = \"x\"", Format::Plain);
    check("-", "\n# a briefing\n\ntitle = \"x\"\n", Format::Briefing);
    check("", "[[topics]]\n", Format::Briefing);
    check("a.d/stdin", "\u{FEFF}text = '''", Format::Briefing);
    check("", "x = y", Format::Plain);
    check("", "The title = the rest", Format::Plain);
    check("", "", Format::Plain);
}
