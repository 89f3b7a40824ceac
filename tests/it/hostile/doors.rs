//! Random bytes at every door: nothing panics, nothing unclean comes in, two runs agree.

use std::cell::RefCell;

use attache::app::keymap::Keymap;
use attache::derive::Rules;
use attache::form::Source;
use attache::read::{CruftRules, written};
use attache::text::Clean;
use attache::text::clean::clean;
use attache::text::decode::decode;
use attache::text::search::Needle;
use attache::work::{Desk, Origin, RuleFile, RuleKind};
use proptest::prelude::*;

use crate::support::inert::first_trick;

/// Bytes that look like something: noise, text with controls, and TOML that almost is a user's file.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let toml = prop::collection::vec(
        prop::sample::select(vec![
            "title = ",
            "article = ",
            "text = ",
            "summary = ",
            "[[topics]]\n",
            "[[tensions]]\n",
            "[reader]\n",
            "[[rules]]\n",
            "[[cues]]\n",
            "[actors]\n",
            "poles = ",
            "terms = ",
            "together = ",
            "points = ",
            "quote = ",
            "kind = ",
            "language = ",
            "\"fr\"",
            "starts = ",
            "words = ",
            "id = ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "\"x\"",
            "'''",
            "\n",
            ", ",
            "1",
            "true",
            "2025-11-28",
            "\\u001b",
            "../x",
            "*",
            "@china",
            "\u{202e}",
            "¶",
        ]),
        0..40,
    );
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..400),
        "(\\PC|\\n|\\t|\u{1b}|\u{202e}|\u{200b}|\u{301}){0,200}".prop_map(String::into_bytes),
        toml.prop_map(|parts| parts.concat().into_bytes()),
    ]
}

/// Clean by the door's own rules, and by those that are written out a second time.
fn is_clean(text: &str) -> bool {
    *clean(text) == *text && first_trick(text).is_none()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn cleaning_twice_is_cleaning_once(bytes in bytes()) {
        let once = clean(&decode(&bytes).text);
        prop_assert!(is_clean(&once));
        prop_assert!(once.chars().all(|c| c == '\n' || !c.is_control()));
    }

    #[test]
    fn every_user_file_is_read_or_complained_about(bytes in bytes()) {
        let decoded = decode(&bytes);
        let complaints = RefCell::default();
        let source = || Source { name: Clean::from("mine.toml"), text: &decoded.text };
        Keymap::new(&[source()], &complaints);
        CruftRules::new(&[source()], &complaints);
        Rules::new(&[source()], &[source()], &complaints);
        written(&source(), &complaints);
        RuleKind::of(&RuleFile { name: "mine.toml".into(), text: decoded.text.to_string() });
        for complaint in complaints.into_inner() {
            let shown = complaint.to_string();
            prop_assert!(shown.starts_with("mine.toml:") && is_clean(&shown), "{shown:?}");
        }
    }

    #[test]
    fn every_file_opens_and_two_runs_agree(bytes in bytes(), name in prop::sample::select(vec!["a.txt", "a.toml"])) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        let desk = Desk::default();
        let shown = || attache::export::json("a", &desk.open(&Origin::Path(path.clone())).unwrap().briefing, false);
        let once = shown();
        prop_assert_eq!(&once, &shown());
        prop_assert!(!once.contains(['\u{1b}', '\u{202e}']), "{}", once);
    }

    #[test]
    fn the_search_finds_what_a_plain_one_does(text in "[a-cA-C’'– -]{0,60}", query in "[a-c' -]{1,3}") {
        let plain = |text: &str| text.to_lowercase().replace('’', "'").replace('–', "-");
        let expected = plain(&text).match_indices(&*plain(query.trim())).count();
        let expected = if query.trim().is_empty() { 0 } else { expected };
        prop_assert_eq!(Needle::new(&query).find(&text).count(), expected);
    }
}
