//! Two tellings side by side: what was cut, added, moved, reworded; and sentences that are known again.

use std::collections::BTreeSet;

use attache::library::alike::{Difference, differences};
use attache::model::Article;
use proptest::prelude::*;

use crate::derive::article;

/// What is said of each sentence, by its first word; changed words in brackets.
fn told(a: &str, b: &str) -> Vec<String> {
    let (a, b) = (article(a), article(b));
    let words = |article: &Article, at: u32| article.slice(article.sentences[at as usize].span).to_owned();
    let first = |article: &Article, at: u32| words(article, at).split(' ').next().unwrap().to_owned();
    let one = |difference: &Difference| match difference {
        Difference::Same { a: at, .. } => format!("= {}", first(&a, *at)),
        Difference::Moved { a: at, .. } => format!("~ {}", first(&a, *at)),
        Difference::OnlyA(at) => format!("- {}", first(&a, *at)),
        Difference::OnlyB(at) => format!("+ {}", first(&b, *at)),
        Difference::Reworded { changed: [left, right], .. } => {
            let places = |article: &Article, spans: &[_]| spans.iter().map(|s| article.slice(*s)).collect::<Vec<_>>().join("|");
            format!("! [{}] [{}]", places(&a, left), places(&b, right))
        }
    };
    differences(&a, &b).iter().map(one).collect()
}

#[test]
fn what_an_outlet_cut_added_moved_and_reworded() {
    let wire = "Ferry late\n\n\n\nAlpha ferries stopped on Monday. Beta unions want more pay for nights.\n\n\
                Gamma was shut at noon, a spokesman for the line said.\n\nDelta stays open all winter. Epsilon ends here.";
    let outlet = "No ferry\n\n\n\nALPHA ferries stopped on Monday! New facts of our own stand here now.\n\n\
                  Gamma was closed at noon, a spokesperson for the line said late.\n\nEpsilon ends here. Delta stays open all winter.";
    assert_eq!(
        told(wire, outlet),
        ["= Alpha", "+ New", "- Beta", "! [shut|spokesman] [closed|spokesperson|late]", "~ Delta", "= Epsilon"]
    );
    assert_eq!(told(wire, wire).iter().filter(|line| !line.starts_with('=')).count(), 0);
}

#[test]
fn a_sentence_is_known_again_by_its_words() {
    let one = |sentence: &str| {
        told("Headline\n\n\n\nThe ferry’s crew stayed — in the harbour.", &format!("Headline\n\n\n\n{sentence}"))
    };
    assert_eq!(one("\"The Ferry's crew stayed in the Harbour.\""), ["= The"]);
    assert_ne!(one("The crew stayed in the ferry’s harbour."), ["= The"]);
}

proptest! {
    #[test]
    fn every_sentence_stands_in_one_difference(a in "(([A-C][a-c]{1,3}( [a-e]{1,2}){0,9}\\. ?){1,4}(\n\n)?){0,6}", b in "(([A-C][a-c]{1,3}( [a-e]{1,2}){0,9}\\. ?){1,4}(\n\n)?){0,6}") {
        let (a, b) = (article(&format!("Headline\n\n\n\n{a}")), article(&format!("Headline\n\n\n\n{b}")));
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for difference in differences(&a, &b) {
            let (one, other) = match &difference {
                Difference::Same { a, b } | Difference::Moved { a, b } | Difference::Reworded { a, b, .. } => (Some(*a), Some(*b)),
                Difference::OnlyA(a) => (Some(*a), None),
                Difference::OnlyB(b) => (None, Some(*b)),
            };
            left.extend(one);
            right.extend(other);
            if let Difference::Reworded { a: one, b: other, changed } = &difference {
                let inside = |article: &Article, at: u32, side: usize| changed[side].iter().all(|s| article.sentences[at as usize].span.contains(*s));
                prop_assert!(inside(&a, *one, 0) && inside(&b, *other, 1));
            }
        }
        prop_assert!(left.is_sorted());
        let spoken = |article: &Article| article.spoken().map(|(at, _)| at).collect::<Vec<_>>();
        prop_assert_eq!(&left, &spoken(&a));
        prop_assert_eq!(right.len(), spoken(&b).len());
        prop_assert_eq!(right.into_iter().collect::<BTreeSet<_>>(), spoken(&b).into_iter().collect::<BTreeSet<_>>());
    }
}
