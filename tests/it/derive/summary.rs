//! Which sentences sum up an article, and what is said of why.

use attache::model::{Briefing, Point};
use proptest::prelude::*;

use super::{article, found};

fn lines(briefing: &Briefing) -> Vec<&str> {
    briefing.summary.iter().map(|point| briefing.words(point)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(lines(&found(text)), expected);
}

#[test]
fn it_begins_with_the_lead_and_repeats_nothing() {
    check(
        "Grain Convoy Leaves Port Elma\n\n\n\nOct. 14, 2025\n\nThe first grain convoy left Port Elma on Tuesday with eight ships. \
         The first grain convoy left the Port Elma on a Tuesday with eight ships.\n\n“It is open.” Nobody came. Insurers still treat the strait as a \
         war zone and ask for a high premium. Farmers hope that the convoy will lower the price of grain at home.",
        &[
            "The first grain convoy left Port Elma on Tuesday with eight ships.",
            "Insurers still treat the strait as a war zone and ask for a high premium.",
            "Farmers hope that the convoy will lower the price of grain at home.",
        ],
    );
}

#[test]
fn captions_do_not_open_it() {
    let matter = "Lusenia will close the harbour of Port Elma to tankers from January, the ministry said.";
    for caption in [
        "Minister Andrej Colm (left) and Envoy Helene Straub (right) at Port Elma on Monday.",
        "The harbour of Port Elma in Lusenia at dawn on Monday.\n\nImage: Edda Lorne.",
    ] {
        let text = format!("Lusenia Closes Harbour\n\n\n\n{caption}\n\n{matter} Owners have four weeks to find another berth.");
        assert_eq!(lines(&found(&text)).first(), Some(&matter));
    }
}

#[test]
fn thanks_and_greetings_are_passed_over() {
    let text = "\n\n\n\nI thank the Special Envoy, Ms. Helene Straub, for her briefing of the Council. Allow me to congratulate Lusenia, Tarvia and the \
                Maritime Union on their patience.\n\nThe ceasefire in the Dorn valley has been broken eleven times this month. Both sides have \
                moved guns back to the river. My country asks for a new round of talks.";
    let briefing = found(text);
    assert_eq!(lines(&briefing).first(), Some(&"The ceasefire in the Dorn valley has been broken eleven times this month."));
    let because = &briefing.summary.first().unwrap().reason().because;
    assert_eq!(
        &**because,
        "the opening, before which 2 of 5 whole sentences are passed over: early place 1.00 and frequent words 0.50"
    );
}

#[test]
fn the_sentence_that_says_what_the_headline_names_opens_a_life() {
    check(
        "Ines Sorel\n\n\n\nShe slept on a bench that night, far from home. Ines Sorel (born 3 May 1961) is a jurist and the fourth president \
         of Ankara.",
        &["Ines Sorel (born 3 May 1961) is a jurist and the fourth president of Ankara."],
    );
}

#[test]
fn what_leans_on_another_sentence_comes_with_it_or_not_at_all() {
    let behind = "Ports on the lake close early when the wind turns north. \
                  Ferries wait for the pilots of Port Elma in summer. \
                  Anglers prefer the reeds behind Karsan and Dolmir.";
    let stranger = "A survey of fish was printed at home. It was sold to the fish trade of Lusenia and Tarvia by post.";
    let text = format!("\n\n\n\nThe fish trade between Lusenia and Tarvia fell by half, a survey says. {behind} {stranger}");
    assert!(!lines(&found(&text)).iter().any(|line| line.starts_with("It ")), "{:?}", lines(&found(&text)));
    let follows = "\n\n\n\nThe fish trade between Lusenia and Tarvia fell by half. It had filled three markets in Lusenia and Tarvia since the war. ";
    assert!(lines(&found(&format!("{follows}{behind}"))).iter().any(|line| line.starts_with("It ")));
}

#[test]
fn numbered_notes_and_parts_of_quotations_are_no_lines() {
    check(
        "\n\n\n\nThe court ruled on Monday that the tax is void in every town. 12. See the report of the court on the tax of every town. \
         “The tax is a burden that no town should have to bear. It was void from the first day,” the mayor said to the press.",
        &["The court ruled on Monday that the tax is void in every town."],
    );
}

#[test]
fn scripts_without_blanks_have_summaries_too() {
    check("\n\n\n\n两国政府星期一宣布，将就边界问题举行新一轮会谈。好。", &["两国政府星期一宣布，将就边界问题举行新一轮会谈。"]);
}

#[test]
fn a_long_article_has_more_lines() {
    let sentence = |n: usize| format!("Delegate {n} of Karsan spoke of matter{n}, question{n} and answer{n} on that day.");
    let text = |sentences: usize| format!("\n\n\n\n{}", (0..sentences).map(sentence).collect::<Vec<_>>().join(" "));
    let lengths: Vec<usize> = [2, 20, 40, 500].map(|n| found(&text(n)).summary.len()).to_vec();
    assert_eq!(lengths, [2, 3, 4, 5]);
}

proptest! {
    #[test]
    fn lines_are_whole_sentences_in_text_order(
        text in "(Dogs |cats |The pact |It |I |thank |(left) |Image: |trade |of |is a |Karsan |12|[a-z]{1,6} |, |[.!?] |\n\n|é|国){0,120}"
    ) {
        let article = article(&text);
        let briefing = found(&text);
        let indexes: Vec<u32> = briefing.summary.iter().filter_map(Point::anchor).map(|anchor| anchor.sentence).collect();
        prop_assert!(indexes.is_sorted_by(|a, b| a < b) && indexes.len() <= 5);
        for point in &briefing.summary {
            let anchor = point.anchor().unwrap();
            prop_assert_eq!(article.whole(anchor.sentence), Some(anchor));
            prop_assert!(!point.reason().because.is_empty());
        }
    }
}
