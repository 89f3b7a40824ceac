//! Feeds: RSS from 0.91 to 2.0, RSS 1, Atom, JSON Feed, as they are meant to be and as they arrive.

use insta::assert_snapshot;
use proptest::prelude::*;

use super::opened::{articles, opened};

macro_rules! sample {
    ($name:literal) => {
        include_bytes!(concat!("../../samples/feed/", $name))
    };
}

/// All samples, for what is true of any file.
const SAMPLES: &[(&str, &[u8])] = &[
    ("rss-2.xml", sample!("rss-2.xml")),
    ("rss-1.xml", sample!("rss-1.xml")),
    ("rss-091.xml", sample!("rss-091.xml")),
    ("podcast.xml", sample!("podcast.xml")),
    ("atom.xml", sample!("atom.xml")),
    ("feed.json", sample!("feed.json")),
];

#[test]
fn rss_of_every_version_opens() {
    assert_snapshot!("rss-2", opened("a.xml", sample!("rss-2.xml")));
    assert_snapshot!("rss-1", opened("a.xml", sample!("rss-1.xml")));
    assert_snapshot!("rss-091", opened("a.xml", sample!("rss-091.xml")));
    assert_snapshot!("podcast", opened("a.xml", sample!("podcast.xml")));
}

#[test]
fn atom_and_json_feeds_open() {
    assert_snapshot!("atom", opened("a.xml", sample!("atom.xml")));
    assert_snapshot!("json-feed", opened("a.json", sample!("feed.json")));
}

#[test]
fn feeds_that_are_broken_open_as_far_as_they_go() {
    let until = |bytes: &'static [u8], words: &str| {
        let at = bytes.windows(words.len()).position(|window| window == words.as_bytes()).unwrap();
        &bytes[..at]
    };
    let all: [(&str, &[u8]); 11] = [
        ("items that nothing closes", b"<rss><channel><item><title>First</title><item><title>Second</title></channel></rss>"),
        ("cut in CDATA", until(sample!("rss-2.xml"), "paid for")),
        ("cut in JSON", until(sample!("feed.json"), "until 2055")),
        ("no entry", b"<rss version='2.0'><channel><title>Empty</title></channel></rss>"),
        ("no channel", b"<rss><item><title>Alone</title><link>javascript:alert(1)</link></item></rss>"),
        ("nothing in it", b"<rss/>"),
        ("one entry", b"<entry xmlns='http://www.w3.org/2005/Atom'><title>One</title><content>Words that stand alone.</content></entry>"),
        ("a JSON feed of nothing", b"{\"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1\", \"items\": 7}"),
        ("markup that lies open", b"<rss><channel><item><title>a <b>bold title</title><description>text < more & more</description></item><item><title>Next</title></item></channel></rss>"),
        ("another feed", b"<feed><entry><title>x</title></entry></feed>"),
        ("a tail", b"<rss><channel><item><title>First</title></item></channel></rss><!-- c --> tail <rss><channel><item><title>Second</title></item></channel></rss>"),
    ];
    let shown = all.map(|(what, bytes)| format!("== {what}: {}", opened("a", bytes))).concat();
    assert_snapshot!("feed-broken", shown);
}

#[test]
fn a_feed_of_thousands_of_entries_opens_and_one_of_more_than_it_has_bytes_for_says_so() {
    let item = "<item><title>Talks resume</title><description>The talks resumed on Monday.</description></item>";
    let feed = |count| format!("<rss><channel><title>Wire</title>{}</channel></rss>", item.repeat(count));
    let whole = articles("a.xml", feed(2_000).as_bytes()).unwrap();
    assert_eq!((whole.len(), whole.last().unwrap().notes.len()), (2_000, 0));
    let cut = articles("a.xml", feed(10_000).as_bytes()).unwrap();
    assert_eq!(cut.len(), 2_000 + feed(10_000).len() / 1_000);
    assert_eq!(*cut.last().unwrap().notes[0].message, *"the file holds more than 2950 articles: those behind were left out");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_to_a_feed_does_harm(
        which in 0..SAMPLES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>&;/'\"\\[\\]! -]{0,4}|<!\\[CDATA\\[|&lol;|\\PC{0,3}", 0..40_usize), 0..8),
    ) {
        let (name, sample) = SAMPLES[which];
        let mut bytes = sample.to_vec();
        for (at, new, old) in changes {
            let at = at.index(bytes.len());
            let until = (at + old).min(bytes.len());
            bytes.splice(at..until, new.into_bytes());
        }
        let once = opened(name, &bytes);
        let is_clean = !once.contains(['\u{1b}', '\u{202e}', '\u{200b}']);
        prop_assert!(is_clean, "{}", once);
        prop_assert_eq!(once, opened(name, &bytes));
    }
}
