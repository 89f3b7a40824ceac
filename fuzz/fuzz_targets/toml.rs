#![no_main]
//! A user's TOML: the first byte chooses among briefing files and the kinds of rule file.

use std::cell::RefCell;

use attache::app::keymap::Keymap;
use attache::derive::Rules;
use attache::form::Source;
use attache::read::{CruftRules, written};
use attache::text::decode::decode;
use attache_fuzz::{inert, tried_again};

fn complaints(kind: u8, bytes: &[u8]) -> Vec<String> {
    let decoded = decode(bytes);
    let complaints = RefCell::default();
    let source = || Source { name: "a.toml".into(), text: &decoded.text };
    match kind.wrapping_sub(b'0') % 5 {
        0 => drop(written(&source(), &complaints)),
        1 => drop(Keymap::new(&[source()], &complaints)),
        2 => drop(CruftRules::new(&[source()], &complaints)),
        3 => drop(Rules::new(&[source()], &[], &complaints)),
        _ => drop(Rules::new(&[], &[source()], &complaints)),
    }
    complaints.into_inner().iter().map(ToString::to_string).collect()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let once = complaints(*kind, bytes);
    once.iter().for_each(|complaint| inert(complaint));
    if tried_again(bytes) {
        assert_eq!(once, complaints(*kind, bytes), "two runs differ");
    }
});
