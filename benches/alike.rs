//! Near copies: the signature of one article, the groups of 100,000, two articles side by side.

use std::hint::black_box;

use attache::library::EntryId;
use attache::library::alike::{Groups, Signature, differences};
use attache::model::Article;
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

/// Entries in a library.
const ENTRIES: u32 = 100_000;

/// Numbers that are the same in each run: the finaliser of `SplitMix64`.
fn number(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// An article of about `bytes` bytes in words that are made up; every `new`th word is another one for another `seed`.
fn article(bytes: usize, seed: u64, new: u64) -> Article {
    let mut text = String::from("Ferry late\n\nBy A. Writer\n\n");
    for at in (1u64..).take_while(|at| at * 6 < bytes as u64) {
        let word = number(at + if at.is_multiple_of(new) { seed } else { 0 });
        let letters = word.to_le_bytes().map(|byte| char::from(b'a' + byte % 26));
        text.extend(letters.iter().take(2 + usize::from(word.to_le_bytes()[7] % 7)));
        let gap = if at % 60 == 58 { ".\n\nThe " } else { " " };
        text.push_str(if at % 20 == 19 { ". The " } else { gap });
    }
    plain("story.txt".into(), &decode(text.as_bytes()), &CruftRules::none())
}

#[divan::bench]
fn signature_of_3_kb(bencher: Bencher) {
    let article = article(3_000, 0, 1);
    bencher.counter(BytesCount::of_str(&*article.text)).bench(|| Signature::of(black_box(&article)));
}

/// Signatures of which `copies` each differ in three bytes from one that is random; all are of 200 shingles.
fn signatures(copies: u32) -> Vec<Signature> {
    let one = |at: u32| {
        let story = u64::from(at / copies) << 32;
        let mut bytes = std::array::from_fn(|byte| number(story + byte as u64).to_le_bytes()[0]);
        for nth in 0..3 {
            let [byte, other, ..] = number(!u64::from(3 * at + nth)).to_le_bytes();
            if let Some(place) = bytes.get_mut(usize::from(byte % 92) + 2) {
                *place = other;
            }
        }
        [bytes[0], bytes[1]] = [200, 0];
        Signature::from_bytes(&bytes)
    };
    (0..ENTRIES).map(one).collect()
}

#[divan::bench(args = [1, 5, 1000], sample_count = 3, sample_size = 1)]
fn groups_of_100_000(bencher: Bencher, copies: u32) {
    let signatures = signatures(copies);
    bencher.counter(ItemsCount::new(ENTRIES)).bench(|| {
        let mut groups = Groups::default();
        (0..ENTRIES).zip(&signatures).for_each(|(id, signature)| groups.add(EntryId(id), None, *signature));
        black_box(groups.folds().count())
    });
}

#[divan::bench]
fn differences_of_3_kb(bencher: Bencher) {
    let (one, other) = (article(3_000, 0, 9), article(3_000, 1, 9));
    bencher.bench(|| differences(black_box(&one), black_box(&other)));
}

#[divan::bench(sample_count = 3)]
fn differences_of_1_mb_without_a_sentence_in_common(bencher: Bencher) {
    let (one, other) = (article(1_000_000, 0, 1), article(1_000_000, 1 << 32, 1));
    bencher.bench(|| differences(black_box(&one), black_box(&other)));
}
