//! Reading and deriving: the samples, and a text of 1 MB made of them.

#![expect(clippy::expect_used, reason = "a bench that cannot begin has nothing to say")]

use std::sync::Arc;

use attache::derive::{Rules, brief};
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;
use attache::text::sentence::sentences as divide;
use attache::work::shipped;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The first sample article.
fn article() -> Vec<u8> {
    shipped().iter().find(|(name, _)| !name.ends_with("toml")).expect("a sample").1.to_vec()
}

/// All sample articles, over and over, up to `bytes`.
fn text(bytes: usize) -> Vec<u8> {
    let samples = shipped().iter().filter(|(name, _)| !name.ends_with("toml"));
    let all: Vec<u8> =
        samples.flat_map(|(_, bytes)| decode(bytes).text.into_owned().into_bytes().into_iter().chain(*b"\n\n")).collect();
    all.iter().copied().cycle().take(bytes).collect()
}

fn read_and_derive(bencher: Bencher, bytes: &[u8]) {
    let (rules, cruft) = (Rules::shipped(), CruftRules::shipped());
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| {
        let article = plain("bench".into(), &decode(black_box(bytes)), &cruft);
        brief(Arc::new(article), &rules)
    });
}

#[divan::bench]
fn one_article(bencher: Bencher) {
    read_and_derive(bencher, &article());
}

#[divan::bench(sample_count = 20)]
fn one_megabyte(bencher: Bencher) {
    read_and_derive(bencher, &text(1_000_000));
}

#[divan::bench(sample_count = 20)]
fn one_megabyte_read_only(bencher: Bencher) {
    let bytes = text(1_000_000);
    let cruft = CruftRules::shipped();
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| plain("bench".into(), &decode(black_box(&bytes)), &cruft));
}

/// The text of the samples as one block.
#[divan::bench(sample_count = 20)]
fn sentences(bencher: Bencher) {
    let text = String::from_utf8_lossy(&text(1_000_000)).replace('\n', " ");
    bencher.counter(BytesCount::new(text.len())).bench_local(|| divide(black_box(&text)));
}

#[divan::bench]
fn compiling_the_rules() -> Rules {
    Rules::shipped()
}

#[divan::bench]
fn compiling_the_cruft_rules() -> CruftRules {
    CruftRules::shipped()
}
