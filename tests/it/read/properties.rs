//! What is true of every article, whatever it was read from.

use attache::model::Article;
use attache::text::Span;
use attache::text::clean::clean;
use insta::assert_snapshot;
use proptest::prelude::*;

use super::{read, show};

#[test]
fn a_monstrous_paragraph_is_divided() {
    let sentence = "The talks went on and on and nobody could say why. ";
    let article = read(sentence.repeat(4000));
    assert!(article.blocks.len() > 3);
    assert!(article.blocks.iter().all(|b| b.span.len() <= 64 * 1024 && article.slice(b.span).ends_with('.')));
    assert_snapshot!(article.notes[0].message, @"1 paragraph longer than 64 KiB, divided");
    for text in
        ["x".repeat(200_000), "é".repeat(200_000), "👩\u{200D}".repeat(50_000), "e\u{301}".repeat(100_000), "。".repeat(100_000)]
    {
        holds_together(&read(text));
    }
}

/// What is true of every article.
fn holds_together(article: &Article) {
    let text = &article.text;
    assert_eq!(clean(text), *text, "clean stays clean");
    let whole = Span::new(0, text.len());
    let mut end = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        assert!(block.span.start() >= end && whole.contains(block.span) && !block.span.is_empty());
        assert_eq!(block.span.trim(text), block.span);
        end = block.span.end();
        let sentences = &article.sentences[block.sentences.start as usize..block.sentences.end as usize];
        let mut at = block.span.start();
        for sentence in sentences {
            assert!(block.span.contains(sentence.span) && sentence.block as usize == index);
            assert!(text[at..sentence.span.start()].trim().is_empty());
            at = sentence.span.end();
        }
        assert!(text[at..block.span.end()].trim().is_empty());
    }
    let f = &article.fields;
    for words in [&f.headline, &f.standfirst, &f.byline, &f.place, &f.outlet, &f.url].into_iter().flatten() {
        assert!(!words.is_empty() && text.contains(&**words), "{words}");
    }
    assert!(f.dateline.is_none_or(|place| f.place.as_deref() == Some(article.slice(place))));
    let numbers: Vec<u32> = article.blocks.iter().filter_map(|b| b.number).collect();
    assert!(numbers.iter().copied().eq(1..=u32::try_from(numbers.len()).unwrap()));
}

/// Nothing but white space is lost: the text and the removed lines hold all characters of the source, in order.
fn holds_everything(source: &str, article: &Article) {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let removed: usize = article.removed.iter().map(|r| bare(&r.text)).sum();
    assert_eq!(bare(&clean(source)), bare(&article.text) + removed);
}

const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "  ",
    "The talks resumed on Monday, officials said.",
    "By Ana Ruiz",
    "| ",
    "Nov 28, 2025",
    "Updated ",
    "HALMAR (AP) — ",
    "Source: ",
    "https://example.org/a",
    "Advertisement",
    "Comments (3)",
    "Share Tweet",
    "- ",
    "1. ",
    "A subhead",
    "\u{200D}",
    "\u{301}",
    "👩",
    "北京",
    "\u{202E}",
    "\r",
    "(c) ",
    "03/04/2025",
    "which had been put off for as long as anybody could remember",
    "—",
    "\u{A0}",
    "\u{3000}",
    ":",
    "é",
    "\u{c}",
    "- 7 -",
];

proptest! {
    #[test]
    fn any_bytes_are_an_article(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let article = read(&bytes);
        holds_together(&article);
        prop_assert_eq!(show(&article), show(&read(&bytes)));
    }

    #[test]
    fn any_text_is_an_article(text in "\\PC{0,300}") {
        let article = read(&text);
        holds_together(&article);
        holds_everything(&text, &article);
    }

    #[test]
    fn any_mixture_of_what_articles_have_is_one(picks in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = picks.into_iter().map(|at| PIECES[at]).collect();
        let article = read(&text);
        holds_together(&article);
        holds_everything(&text, &article);
    }
}
