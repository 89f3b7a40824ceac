//! Reading and deriving: a sample, and texts of 1 to 100 MB made of the samples with other words in them.
//!
//! Every eighth word is another one of the samples' and every twentieth gets a number, so that tables of words meet a vocabulary
//! that grows as in real texts.

#![expect(clippy::expect_used, reason = "a bench that cannot begin has nothing to say")]

use std::sync::Arc;

use attache::derive::{Rules, brief};
use attache::read::{Articles, CruftRules, File, Format, plain};
use attache::text::decode::decode;
use attache::text::fold::plain as plain_mark;
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

/// The kinds of text that reading may find easy or hard.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// ASCII paragraphs, a blank line between.
    Plain,
    /// The same with curly quotation marks and dashes.
    Curly,
    /// The same set to lines of about 70 characters.
    Wrapped,
    /// Lines of three words.
    ShortLines,
    /// One line.
    OneLine,
}

const KINDS: [Kind; 5] = [Kind::Plain, Kind::Curly, Kind::Wrapped, Kind::ShortLines, Kind::OneLine];

/// About `bytes` of text of this kind.
fn text(kind: Kind, bytes: usize) -> Vec<u8> {
    let samples = shipped().iter().filter(|(name, _)| name.ends_with("txt")).map(|(_, bytes)| decode(bytes).text.into_owned());
    let all: String = samples.collect::<Vec<_>>().join("\n\n");
    let paragraphs: Vec<Vec<&str>> = all.split("\n\n").map(|p| p.split_whitespace().collect()).collect();
    let words: Vec<&str> = all.split_whitespace().filter(|w| w.bytes().all(|b| b.is_ascii_alphabetic())).collect();
    let mut random = 7usize;
    let mut out = String::with_capacity(bytes + 1000);
    for paragraph in paragraphs.iter().cycle() {
        if out.len() >= bytes {
            break;
        }
        for (at, &word) in paragraph.iter().enumerate() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let pick = random >> 33;
            let other = words.get(pick / 8 % words.len()).filter(|_| pick.is_multiple_of(8));
            out.push_str(other.unwrap_or(&word));
            if pick.is_multiple_of(20) {
                out.push_str(&(pick % 10_000).to_string());
            }
            out.push_str(if at + 1 < paragraph.len() { gap(kind, at) } else { end(kind) });
        }
    }
    if matches!(kind, Kind::Curly) { out.into_bytes() } else { straight(&out).into_bytes() }
}

fn gap(kind: Kind, at: usize) -> &'static str {
    match kind {
        Kind::Wrapped if at % 12 == 11 => "\n",
        Kind::ShortLines if at % 3 == 2 => "\n",
        _ => " ",
    }
}

fn end(kind: Kind) -> &'static str {
    match kind {
        Kind::OneLine => " ",
        Kind::ShortLines => "\n",
        _ => "\n\n",
    }
}

/// `text` with typewriter marks in place of typographic ones.
fn straight(text: &str) -> String {
    let marks = text.chars().map(|c| plain_mark(c).unwrap_or(c));
    marks.filter(char::is_ascii).collect()
}

fn read_only(bencher: Bencher, bytes: &[u8]) {
    let cruft = CruftRules::shipped();
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| plain("bench".into(), &decode(black_box(bytes)), &cruft));
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

#[divan::bench(args = KINDS, sample_count = 20)]
fn one_megabyte(bencher: Bencher, kind: Kind) {
    read_and_derive(bencher, &text(kind, 1_000_000));
}

#[divan::bench(args = KINDS, sample_count = 20)]
fn one_megabyte_read_only(bencher: Bencher, kind: Kind) {
    read_only(bencher, &text(kind, 1_000_000));
}

#[divan::bench(args = [Kind::Plain, Kind::Curly], sample_count = 5)]
fn ten_megabytes(bencher: Bencher, kind: Kind) {
    read_and_derive(bencher, &text(kind, 10_000_000));
}

#[divan::bench(args = KINDS, sample_count = 5)]
fn ten_megabytes_read_only(bencher: Bencher, kind: Kind) {
    read_only(bencher, &text(kind, 10_000_000));
}

#[divan::bench(args = [Kind::Plain], sample_count = 2)]
fn hundred_megabytes(bencher: Bencher, kind: Kind) {
    read_and_derive(bencher, &text(kind, 100_000_000));
}

#[divan::bench(args = [Kind::Plain, Kind::ShortLines, Kind::OneLine], sample_count = 2)]
fn hundred_megabytes_read_only(bencher: Bencher, kind: Kind) {
    read_only(bencher, &text(kind, 100_000_000));
}

/// Deriving alone.
#[divan::bench(args = [Kind::Plain], sample_count = 20)]
fn derive_one_megabyte(bencher: Bencher, kind: Kind) {
    let bytes = text(kind, 1_000_000);
    let article = Arc::new(plain("bench".into(), &decode(&bytes), &CruftRules::shipped()));
    let rules = Rules::shipped();
    bencher.counter(BytesCount::new(article.text.len())).bench_local(|| brief(black_box(article.clone()), &rules));
}

/// Dividing one block into its sentences.
#[divan::bench(args = [Kind::OneLine], sample_count = 20)]
fn sentences(bencher: Bencher, kind: Kind) {
    let bytes = text(kind, 1_000_000);
    let text = String::from_utf8_lossy(&bytes);
    bencher.counter(BytesCount::new(text.len())).bench_local(|| divide(black_box(&text)));
}

/// A saved page of the usual size: a quarter of a megabyte of menus, boxes and styles around an article.
fn page() -> Vec<u8> {
    let menu = "<li class=\"nav-item\"><a href=\"/part\">A part of the page</a></li>\n".repeat(900);
    let card = "<div class=\"card card--small\" data-id=\"x\"><a href=\"/s\"><h3>The story of another day and place</h3></a><p>Told in short.</p></div>";
    let styles = ".a{margin:0;padding:0 1px}".repeat(3000);
    let text = text(Kind::Curly, 8000);
    let article = String::from_utf8_lossy(&text).replace("\n\n", "</p>\n<p class=\"text\">");
    let head = format!("<!doctype html><html><head><title>A title - An outlet</title><style>{styles}</style></head>");
    format!(
        "{head}<body><nav><ul>{menu}</ul></nav><article><h1>A title</h1><p class=\"text\">{article}</p></article>{}</body></html>",
        card.repeat(700)
    )
    .into_bytes()
}

#[divan::bench(sample_count = 50)]
fn saved_page(bencher: Bencher) {
    let (bytes, cruft) = (page(), CruftRules::shipped());
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| {
        let file = File::new("page.html", black_box(&bytes));
        Articles::new(&file, Format::Html).map(|mut articles| articles.take(0, "bench".into(), &cruft))
    });
}

#[divan::bench]
fn compiling_the_rules() -> Rules {
    Rules::shipped()
}

#[divan::bench]
fn compiling_the_cruft_rules() -> CruftRules {
    CruftRules::shipped()
}
