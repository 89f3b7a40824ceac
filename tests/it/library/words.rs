//! The words of a search in texts: whether they hold, where they stand, which sentence says most.

use attache::library::query::{Clause, Words};
use attache::text::terms::terms;
use proptest::prelude::*;

use super::query;

const TEXT: &str =
    "India will ask when the S-400 air-defence systems arrive. Élysée silent; India’s air force waits, the air defence too.";

#[track_caller]
fn lit(line: &str, expected: &[&str]) {
    let found: Vec<&str> = query(line).words.hits(TEXT).into_iter().map(|hit| hit.of(TEXT)).collect();
    assert_eq!(found, expected, "{line}");
}

#[track_caller]
fn holds(line: &str, expected: bool) {
    assert_eq!(query(line).words.holds(&["Old Ties Meet New Doubts", TEXT]), expected, "{line}");
}

#[test]
fn what_was_typed_is_lit_where_it_stands() {
    lit("elysee \"air defence\" ", &["air-defence", "Élysée", "air defence"]);
    lit("india sys", &["India", "systems", "India"]);
    lit("india's s-400", &["S-400", "India’s"]);
    lit("\"air d", &["air-defence", "air defence"]);
    lit("\"the S\" s-400", &["the S-400"]);
    lit("-india silent absent", &["silent"]);
    lit("topic:india", &[]);
}

#[test]
fn a_phrase_that_begins_anew_within_itself_is_found() {
    for (line, text) in [("\"a a b\"", "a a a b"), ("\"a b a c\"", "a b a b a c"), ("\"a a bc", "a a a a bcd")] {
        let words = query(line).words;
        assert!(words.holds(&[text]), "{line}");
        assert!(words.hits(text).iter().all(|hit| hit.end() == text.len()) && words.hits(text).len() == 1, "{line}");
    }
}

#[test]
fn all_words_hold_and_no_excluded_one() {
    for line in ["", "ties elysee ", "\"old ties\" -peace", "-\"force air\" wait", "doub", "\"new dou", "topic:peace"] {
        holds(line, true);
    }
    for line in ["tie ", "ties peace", "\"doubts india\"", "-ties india ", "-s-400", "\"ties old\"", "elys "] {
        holds(line, false);
    }
}

#[test]
fn the_first_sentence_with_most_of_the_words_is_the_best() {
    let sentences = ["Trade fell.", "Trade and tariffs fell.", "Tariffs on trade rose.", "Nothing."];
    let best = |line: &str| query(line).words.best(sentences.into_iter());
    assert_eq!(best("trade tariffs "), Some(1));
    assert_eq!(best("trade rose -trade "), Some(2));
    assert_eq!(best("peace trade trade "), Some(0));
    assert_eq!(best("peace "), None);
    assert_eq!(best("-trade"), None);
}

/// The places of `clause` as its words say it: every run of terms is looked at, and those that share one with the place before are passed over.
fn places(clause: &Clause, text: &str) -> Vec<[usize; 2]> {
    let all: Vec<_> = terms(text).collect();
    let last = clause.terms.len() - 1;
    let is = |at: usize, term: &str, own: &str| if at == last && clause.prefix { term.starts_with(own) } else { term == own };
    let mut found = Vec::new();
    let mut free = 0;
    for (start, run) in all.windows(last + 1).enumerate() {
        let fits = run.iter().zip(&clause.terms).enumerate().all(|(at, ((_, term), own))| is(at, term, own));
        if fits && start >= free {
            free = start + run.len();
            found.push([run[0].0.start(), run[last].0.end()]);
        }
    }
    found
}

fn plainly_holds(words: &Words, texts: &[&str]) -> bool {
    words.clauses().iter().all(|clause| clause.not != texts.iter().any(|text| !places(clause, text).is_empty()))
}

proptest! {
    #[test]
    fn one_pass_finds_what_a_look_at_every_place_finds(
        line in "(-?\"(a |b ){1,5}[ab]\" |-?(a|b|ab) ){0,3}(\"(a |b ){0,3}[ab]|a|ab|)",
        texts in prop::collection::vec("((a|á|A|b|ab)[ ’.-]){0,24}", 0..4),
    ) {
        let words = query(&line).words;
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        prop_assert_eq!(words.holds(&texts), plainly_holds(&words, &texts));
        for text in texts {
            let wanted = words.clauses().iter().filter(|clause| !clause.not);
            let lit: Vec<[usize; 2]> = wanted.flat_map(|clause| places(clause, text)).collect();
            let hits = words.hits(text);
            prop_assert!(hits.is_sorted() && hits.windows(2).all(|pair| !pair[0].overlaps(pair[1])));
            for at in 0..text.len() {
                let stands = lit.iter().any(|[start, end]| (*start..*end).contains(&at));
                prop_assert_eq!(hits.iter().any(|hit| hit.holds(at)), stands, "byte {} of {:?}", at, text);
            }
        }
    }

    #[test]
    fn hits_stand_on_characters_in_any_text(line in "\\PC{0,12}", text in "\\PC{0,40}", glue in "\\PC{0,3}") {
        let text = [&*text, &*line, &*glue, &*line].concat();
        let words = query(&line).words;
        let mut at = 0;
        for hit in words.hits(&text) {
            prop_assert!(hit.start() >= at && text.get(hit.range()).is_some_and(|lit| !lit.is_empty()));
            at = hit.end();
        }
        prop_assert_eq!(words.holds(&[&text]), plainly_holds(&words, &[&text]));
    }
}
