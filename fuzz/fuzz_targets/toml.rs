#![no_main]
//! A user's TOML: briefing files and every kind of rule file.

use std::cell::RefCell;

use attache::app::keymap::Keymap;
use attache::derive::Rules;
use attache::form::Source;
use attache::read::{CruftRules, written};
use attache::text::decode::decode;
use attache_fuzz::inert;

fn complaints(bytes: &[u8]) -> Vec<String> {
    let decoded = decode(bytes);
    let complaints = RefCell::default();
    let source = || Source { name: "a.toml".into(), text: &decoded.text };
    Keymap::new(&[source()], &complaints);
    CruftRules::new(&[source()], &complaints);
    Rules::new(&[source()], &[source()], &complaints);
    written(&source(), &complaints);
    complaints.into_inner().iter().map(ToString::to_string).collect()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let once = complaints(bytes);
    once.iter().for_each(|complaint| inert(complaint));
    assert_eq!(once, complaints(bytes), "two runs differ");
});
