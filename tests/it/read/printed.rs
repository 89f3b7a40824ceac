//! Text that was printed to pages, as pdftotext -layout writes it.

use insta::assert_snapshot;

use super::story;

#[test]
fn the_edges_of_pages_are_taken_out_and_sentences_run_over_them() {
    let pages = "                                                  Harbour Policy Brief

            The pier and who pays for it
                       Ana Ruiz
                   28 November 2025

The harbour board agreed on Thursday to build a pier, officials said, and left
the question of who pays for it to another year. Two of the five members voted
against the plan, which they called a bridge to nowhere.

  1. Introduction

The pier has been planned since 1987. Three studies were made, and each of them
found that the money was missing. The fourth study, which the board ordered in
March, was the first to name a sum: forty million, to be paid over ten years by

                                        1
\u{c}                                                  Harbour Policy Brief

the two ports that would use it. The smaller port has said that it will not pay
more than a tenth.

        Port                Ships            Share
        Halmar                212              90%

The larger port replied that it could wait. Its harbour master said on Friday
that the ships would come with a pier or without one.

                                   Page 2 of 2
\u{c}";
    assert_snapshot!(story(pages), @r"
    headline = The pier and who pays for it
    date = 2025-11-28
      3 headline: The pier and who pays for it
      4 meta: Ana Ruiz
      5 meta: 28 November 2025
      7 ¶1: The harbour board agreed on Thursday to build a pier, officials said, and left the question of who pays for it to another year. Two of the five members voted against the plan, which they called a bridge to nowhere.
     11 ¶2: 1. Introduction
     13 ¶3: The pier has been planned since 1987. Three studies were made, and each of them found that the money was missing. The fourth study, which the board ordered in March, was the first to name a sum: forty million, to be paid over ten years by the two ports that would use it. The smaller port has said that it will not pay more than a tenth.
     23 ¶4: Port Ships Share
     24 ¶5: Halmar 212 90%
     26 ¶6: The larger port replied that it could wait. Its harbour master said on Friday that the ships would come with a pier or without one.
      1 - Harbour Policy Brief [running head]
     17 - 1 [page number]
     18 - Harbour Policy Brief [running head]
     29 - Page 2 of 2 [page number]
    ");
}

#[test]
fn a_title_that_runs_over_the_pages_stays_once() {
    let page = |head: &str, words: &str, number: u32| format!("{head}\n\n{words}\n\n{number}\n\u{c}");
    let pages = [
        page("The pier and who pays for it", "The board agreed on Thursday to build a pier, officials said.", 1),
        page("2    The pier and who pays for it", "The question of who pays for it was left to another year.", 2),
        page("The pier and who pays for it    3", "Nobody knows which year that will be, officials said.", 3),
    ];
    assert_snapshot!(story(&pages.concat()), @r"
    headline = The pier and who pays for it
      1 headline: The pier and who pays for it
      3 ¶1: The board agreed on Thursday to build a pier, officials said.
      8 ¶2: The question of who pays for it was left to another year.
     13 ¶3: Nobody knows which year that will be, officials said.
      5 - 1 [page number]
      6 - 2    The pier and who pays for it [running head]
     10 - 2 [page number]
     11 - The pier and who pays for it    3 [running head]
     15 - 3 [page number]
    ");
}

#[test]
fn columns_are_told() {
    let line = "The board agreed on Thursday to     the ports, which said that they\n";
    assert_snapshot!(story(&(line.repeat(25) + "\u{c}")).lines().last().unwrap(), @"note file: the text seems to stand in columns, whose lines are mixed: pdftotext without -layout reads one after the other");
}

#[test]
fn pages_without_text_are_told() {
    assert_snapshot!(story("\u{c}\n\u{c}"), @"note file: the pages hold no text: if they are pictures of it, have it recognised (ocrmypdf FILE NEW.pdf)");
}

#[test]
fn a_form_feed_alone_does_no_harm() {
    assert_snapshot!(story("Talks resume\n\u{c}\nThe talks resumed on Monday, officials said.\n\u{c}\u{c}\n7\n"), @r"
    headline = Talks resume
      1 headline: Talks resume
      3 ¶1: The talks resumed on Monday, officials said.
      5 - 7 [page number]
    ");
    assert_snapshot!(story("Talks resume\n\nThey resumed on Monday, officials said. \u{c}3\n\n\u{c}3\n"), @r"
    headline = Talks resume
      1 headline: Talks resume
      3 ¶1: They resumed on Monday, officials said. 3
      5 - 3 [page number]
    ");
}

#[test]
fn lines_set_in_type_run_on_though_they_differ_in_length() {
    let page = "                Joint Statement on the Upper Basin

The ministers of the four lake states met in Corvanna on 14 and 15 March at the invitation
of the Federal Council. They will meet again in Tamsin, where the deputies shall lay before
them a draft plan with costs, dates and persons responsible. The plan shall be made public by
31 October at the latest.
      The ministers will illuminate, with all willing millers, the little rills of the hill villages, till all
will till. A commission will monitor whom the Council summons, whom it warns and
whom it commends. Madame Hammond, whom Tamsin named, will chair it from
March.

The ministers agreed that:
   !       the sluices at Hallmere shall be opened each Friday at noon, in the presence of the
           wardens of both shores, and flow figures shall be published.
   !       The Bank of the Four Shores shall administer the fund, subject to audit by an office
           that is independent of all four states.

 1 July 2027                                   190                          –
 1 October 2027                                177                          4
the balance of the year                        17                           3

Financing of the Commission of the Upper
Basin for the coming year
\u{c}";
    assert_snapshot!(story(page), @r"
    headline = Joint Statement on the Upper Basin
      1 headline: Joint Statement on the Upper Basin
      3 ¶1: The ministers of the four lake states met in Corvanna on 14 and 15 March at the invitation of the Federal Council. They will meet again in Tamsin, where the deputies shall lay before them a draft plan with costs, dates and persons responsible. The plan shall be made public by 31 October at the latest.
      7 ¶2: The ministers will illuminate, with all willing millers, the little rills of the hill villages, till all will till. A commission will monitor whom the Council summons, whom it warns and whom it commends. Madame Hammond, whom Tamsin named, will chair it from March.
     12 ¶3: The ministers agreed that:
     13 ¶4: ! the sluices at Hallmere shall be opened each Friday at noon, in the presence of the wardens of both shores, and flow figures shall be published.
     15 ¶5: ! The Bank of the Four Shores shall administer the fund, subject to audit by an office that is independent of all four states.
     18 ¶6: 1 July 2027 190 –
     19 ¶7: 1 October 2027 177 4
     20 ¶8: the balance of the year 17 3
     22 ¶9: Financing of the Commission of the Upper
     23 ¶10: Basin for the coming year
    ");
}

#[test]
fn typed_pages_keep_the_lines_that_were_ended_early() {
    let words = "The board agreed on Thursday to build a pier of stone, and left the year
to another vote. The two ports that would use it have said that they are
in favour of it as long as somebody else pays, which nobody is likely to
do before the summer of next year, the harbour master said. Ships do not
come for a pier, he said, they come for what lies on it, and that is too
little as things stand.
";
    let ended = "They call at Halmar on Monday, and at Corvanna
on Tuesday, in every week of the year that
has a Tuesday.
";
    let text = story(&(format!("{words}\n").repeat(4) + ended + "\u{c}"));
    assert!(text.contains(": They call at Halmar on Monday, and at Corvanna\n"), "{text}");
}

#[test]
fn the_number_of_a_document_is_no_text_of_its_pages() {
    let page = |words: &str, foot: &str| format!("{words}\n\n      {foot}\n\u{c}");
    let pages = [
        page("The board agreed on Thursday to build a pier, officials said.", "27-00311                1/3"),
        page("The question of who pays for it was left to another year.", "2/3                27-00311"),
        page("Nobody knows which year that will be, officials said.", "27-00311                3/3"),
    ];
    assert_snapshot!(story(&pages.concat()), @r"
      1 ¶1: The board agreed on Thursday to build a pier, officials said.
      4 ¶2: The question of who pays for it was left to another year.
      7 ¶3: Nobody knows which year that will be, officials said.
      3 - 27-00311                1/3 [running head]
      6 - 2/3                27-00311 [running head]
      9 - 27-00311                3/3 [running head]
    ");
}
