//! A library: what a character of a search costs in the index, what a screenful of sentences, what a list of 100,000 entries.

#![expect(clippy::expect_used, reason = "a bench that cannot begin has nothing to say")]

use std::fs;
use std::hint::black_box;
use std::sync::{Arc, LazyLock};

use attache::library::query::Query;
use attache::library::{Card, Entries, Entry, EntryId, Fold, Hit, Order, State};
use attache::model::{Article, Date};
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;
use attache::work::Desk;
use attache::work::library::{Library, Sources};
use divan::Bencher;
use tempfile::{TempDir, tempdir};

fn main() {
    divan::main();
}

/// Articles in the index.
const ARTICLES: u32 = 10_000;

/// Entries in the list.
const ENTRIES: u32 = 100_000;

/// Numbers that are the same in each run: the finaliser of `SplitMix64`.
fn number(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// An article of some 450 words, small ones among them far oftener than others, as in any text (Zipf).
fn article(seed: u32) -> Article {
    let mut text = String::from("Ferry late\n\nBy A. Writer\n\n");
    for at in 0..450u64 {
        let dice = number(u64::from(seed) << 32 | at);
        let word = number((dice % 20_000 + 1) >> (dice >> 60));
        let letters = word.to_le_bytes().map(|byte| char::from(b'a' + byte % 26));
        text.extend(letters.iter().take(2 + usize::from(word.to_le_bytes()[7] % 7)));
        text.push_str(if at % 18 == 17 { ".\n\nThe " } else { " " });
    }
    plain("story.txt".into(), &decode(text.as_bytes()), &CruftRules::none())
}

static LIBRARY: LazyLock<(TempDir, Library)> = LazyLock::new(|| {
    let folder = tempdir().expect("a folder");
    for id in 0..ARTICLES {
        fs::write(folder.path().join(format!("{id}.txt")), article(id).text.as_bytes()).expect("written");
    }
    let (mut library, _, files) = Library::open_and_look(Sources::new(&[folder.path().to_owned()]), None);
    library.sync(&Desk::default(), &files, &mut |_| true).expect("read");
    (folder, library)
});

/// A word that stands in most articles, and one that stands in few.
fn words() -> [String; 2] {
    let article = article(0);
    let mut all: Vec<&str> = article.text.split_whitespace().filter(|word| word.len() > 4 && word.is_ascii()).collect();
    all.sort_unstable();
    let often = all.chunk_by(|one, other| one == other).max_by_key(|run| run.len()).and_then(|run| run.first());
    let once = all.chunk_by(|one, other| one == other).find(|run| run.len() == 1).and_then(|run| run.first());
    [often, once].map(|word| word.copied().unwrap_or("the").trim_matches('.').to_owned())
}

#[divan::bench(args = ["a", "th", "the ", "WORD", "RARE", "\"the WORD\"", "\"WORD t", "-the RARE"])]
fn a_character_of_a_search_of_10_000(bencher: Bencher, typed: &str) {
    let [often, rare] = words();
    let query = Query::parse(&typed.replace("WORD", &often).replace("RARE", &rare).into()).0;
    let finder = LIBRARY.1.finder().expect("a finder");
    bencher.bench(|| finder.find(black_box(&query.words)));
}

#[divan::bench]
fn the_sentence_that_shows_it(bencher: Bencher) {
    let query = Query::parse(&words()[0].as_str().into()).0;
    let text = article(0).text.to_string();
    bencher.bench(|| {
        let article = plain("story.txt".into(), &decode(black_box(text.as_bytes())), &CruftRules::none());
        Hit::of(&article, &query.words)
    });
}

/// Entries of ten years, every fifth of which tells the story of the one before it.
fn entries() -> Vec<Entry> {
    let entry = |id: u32| {
        let dice = number(u64::from(id / 5)).to_le_bytes();
        let day = |byte: u8, most: u8| i8::try_from(1 + byte % most).unwrap_or(1);
        let date = Date::new(2016 + i16::from(dice[0] % 10), day(dice[1], 12), day(dice[2], 28)).ok();
        let card = Card { headline: format!("Ferry {id} late").into(), date, ..Card::default() };
        let fold = match id % 5 {
            3 => Fold::Leads(1),
            4 => Fold::Follows(EntryId(id - 1)),
            _ => Fold::Alone,
        };
        Entry { state: State::Ready(Arc::new(card)), fold, ..Entry::waiting(EntryId(id), format!("{id}.txt").into()) }
    };
    (0..ENTRIES).map(entry).collect()
}

#[divan::bench]
fn a_list_of_100_000_is_learnt(bencher: Bencher) {
    bencher.with_inputs(entries).bench_values(|all| {
        let mut entries = Entries::default();
        entries.learn(all);
        entries
    });
}

#[divan::bench]
fn ten_entries_of_100_000_are_others(bencher: Bencher) {
    let mut known = Entries::default();
    known.learn(entries());
    bencher.with_inputs(|| (known.clone(), entries().into_iter().step_by(10_000).collect::<Vec<_>>())).bench_values(
        |(mut known, news)| {
            known.learn(news);
            known
        },
    );
}

#[divan::bench(args = [Order::Date, Order::Outlet])]
fn a_list_of_100_000_is_sorted(bencher: Bencher, order: Order) {
    let mut known = Entries::default();
    known.learn(entries());
    bencher.with_inputs(|| known.clone()).bench_values(|mut known| {
        known.sort(order);
        known
    });
}
