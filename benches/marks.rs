//! The marks of a library: their file read whole, as at a start, and one line more.

#![expect(clippy::expect_used, reason = "a bench that cannot begin has nothing to say")]

use attache::library::marks::{Change, To};
use attache::model::ContentId;
use attache::work::marks::Store;
use divan::Bencher;

fn main() {
    divan::main();
}

/// So many articles were read.
const ARTICLES: u64 = 100_000;

/// A folder with the marks of that many articles, in no order of their ids.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let spread = |number: u64| ContentId(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let change = |number: u64| Change { content: spread(number), to: To::Read(true) };
    let mut store = Store::new(folder.path());
    store.change(&[change(1)]).expect("it is kept");
    store.change(&(2..=ARTICLES).map(change).collect::<Vec<_>>()).expect("they are kept");
    folder
}

#[divan::bench]
fn all_of_a_hundred_thousand(bencher: Bencher) {
    let folder = folder();
    bencher.bench_local(|| Store::new(folder.path()).change(&[]).expect("it is there"));
}

#[divan::bench]
fn one_more(bencher: Bencher) {
    let folder = folder();
    let mut store = Store::new(folder.path());
    let mut read = false;
    bencher.bench_local(|| {
        read = !read;
        store.change(&[Change { content: ContentId(7), to: To::Read(read) }]).expect("it is kept")
    });
}
