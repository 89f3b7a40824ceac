#![no_main]
//! Keys typed into a reader over an article, and into a list of two.

use std::sync::{Arc, OnceLock};

use attache::model::Briefing;
use attache::work::Origin;
use attache_fuzz::{desk, screen};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    static BRIEFINGS: OnceLock<Vec<Arc<Briefing>>> = OnceLock::new();
    let open = |name| Arc::new(desk().open(&Origin::Shipped(name)).expect("a shipped sample opens").briefing);
    let all = BRIEFINGS.get_or_init(|| ["visit-new-delhi.txt", "border-round.toml"].map(open).into());
    let Some((count, keys)) = bytes.split_first() else { return };
    screen::type_in(&all[..1 + usize::from(count % 2)], &keys[..keys.len().min(400)]);
});
