//! Reading and deriving: the samples, and a text of 1 MB made of them.

#![expect(clippy::expect_used, reason = "a bench that cannot begin has nothing to say")]

use std::sync::Arc;

use attache::derive::{Rules, brief};
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;
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

/// The sentences of the samples in an order of chance, the same each time, with a new word behind about every twentieth: as many
/// different words as a long text has.
fn varied(bytes: usize) -> Vec<u8> {
    let samples = text(40_000);
    let samples = String::from_utf8_lossy(&samples);
    let sentences: Vec<&str> = samples.split_inclusive(". ").collect();
    let mut varied = String::with_capacity(bytes);
    let mut state = 1u64;
    while varied.len() < bytes {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(state >> 33).unwrap_or_default() % sentences.len();
        let words = sentences.get(at).into_iter().flat_map(|sentence| sentence.split_inclusive(' ')).enumerate();
        for (number, word) in words {
            let chance = state.rotate_left(u32::try_from(number % 64).unwrap_or_default());
            varied.push_str(word);
            if chance.is_multiple_of(20) {
                varied.extend(["n", &(chance % 20_000).to_string(), " "]);
            }
        }
    }
    varied.into_bytes()
}

#[divan::bench(sample_count = 20)]
fn derive_one_megabyte(bencher: Bencher) {
    let bytes = varied(1_000_000);
    let article = Arc::new(plain("bench".into(), &decode(&bytes), &CruftRules::shipped()));
    let rules = Rules::shipped();
    bencher.counter(BytesCount::new(article.text.len())).bench_local(|| brief(black_box(article.clone()), &rules));
}

#[divan::bench]
fn compiling_the_rules() -> Rules {
    Rules::shipped()
}

#[divan::bench]
fn compiling_the_cruft_rules() -> CruftRules {
    CruftRules::shipped()
}
