//! A taxonomy of another kind: one field for each text, told by weights.

use std::cell::RefCell;

use attache::derive::{Rules, brief};
use attache::form::{Complaint, Source};
use attache::text::Clean;

use super::article;

/// The rules of one taxonomy alone, and what is wrong with it.
fn taxonomy(text: &str) -> (Rules, Vec<Complaint>) {
    let complaints = RefCell::default();
    let rules = Rules::new(&[Source { name: Clean::from("own.toml"), text }], &[], &complaints);
    (rules, complaints.into_inner())
}

/// The topics that `rules` find in one paragraph.
#[track_caller]
fn check(rules: &Rules, text: &str, expected: &str) {
    let briefing = brief(article(&format!("\n\n\n\n{text}")), rules);
    let ids: Vec<&str> = briefing.agenda.iter().map(|topic| &*topic.id).collect();
    assert_eq!(ids.join(", "), expected, "{text}");
}

#[test]
fn the_title_of_a_bill_falls_into_one_field_of_policy() {
    let (rules, complaints) = taxonomy(include_str!("../../data/congress.toml"));
    assert_eq!(complaints, []);
    for (title, field) in [
        ("A bill to lower the duty on raw silk yarn entered after May.", "foreign trade"),
        ("To let wheat farmers insure a second crop.", "agriculture"),
        ("A bill to name the post office at 12 Elm Street the Ada Lowe Post Office.", "government operations"),
        ("To amend title 38, United States Code, to raise pensions of disabled veterans.", "defense"),
        ("To amend the Internal Revenue Code of 1986 to allow a credit for solar water heaters.", "energy"),
        ("To amend the Internal Revenue Code of 1986 to lower the income tax of all taxpayers.", "macroeconomics"),
        ("A bill to cover insulin under part D of the medicare program.", "health"),
        ("To add a valley in Nevada to the wilderness.", "public lands"),
        ("To pay teachers in rural elementary schools more.", "education"),
        ("To clean rivers of mercury and other toxic waste.", "environment"),
        ("A bill on the safety of night trains and railroad crossings.", "transportation"),
        ("To raise the minimum wage.", "labor"),
        ("A bill about nothing in particular.", ""),
    ] {
        check(&rules, title, field);
    }
}

const FISH: &str = "[agenda]\nenough = 1\nmost = 1\n\n[[topics]]\nid = \"fish\"\nterms = [\"herring\", \"law of the sea^5\"]\nweak = [\"net~\"]\n\n\
                    [[topics]]\nid = \"law\"\nterms = [\"law\", \"court~\"]\n";

#[test]
fn the_topic_that_weighs_most_stays() {
    let (rules, complaints) = taxonomy(FISH);
    assert_eq!(complaints, []);
    check(&rules, "A law on herring before the courts.", "law");
    check(&rules, "A court heard of the law of the sea.", "fish");
    check(&rules, "A court heard of nets, netting and herring.", "fish");
    check(&rules, "A netted bird.", "fish");
    check(&rules, "A network of birds.", "");
    check(&rules, "The law is the law, and herring in nets is herring in nets.", "fish");
}

#[test]
fn without_a_limit_all_topics_stay_and_one_weak_term_is_too_little() {
    let (rules, _) = taxonomy(&FISH.replace("[agenda]\nenough = 1\nmost = 1\n", ""));
    check(&rules, "A law on herring before the courts.", "law, fish");
    check(&rules, "A netted bird.", "");
}
