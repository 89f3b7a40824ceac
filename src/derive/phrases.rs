//! The noun-like phrases of a text, and where each stands.
//!
//! A phrase is one to three words that nothing parts and no word of grammar divides (Rose et al. 2010). That it is a noun is told by the
//! company it keeps: an article, a preposition or another content word before it, a word of grammar or a mark behind it; a
//! name is told by its capitals within a sentence. No tagger, so a verb that stands like a noun passes.

use std::collections::BTreeMap;

use super::reading::Reading;
use super::stopwords::{Emptiness, emptiness};
use crate::model::BlockKind;
use crate::text::word::words;
use crate::text::{Clean, Span, fold};

/// A phrase has at most this many words, and a name in which "of" joins them ("International Court of Justice") at most that many.
const MOST_WORDS: usize = 3;
const MOST_NAME_WORDS: usize = 5;

/// The sentences of a text in which phrases are looked for: what it is about is named early.
const SENTENCES: usize = 1000;

/// Words that open a noun phrase; a word that never stands behind one may as well be a verb.
const BEFORE_NOUNS: [&str; 40] = [
    "a", "about", "against", "all", "an", "any", "as", "at", "between", "both", "by", "each", "every", "few", "for", "from",
    "her", "his", "in", "into", "its", "many", "more", "most", "my", "no", "of", "on", "our", "over", "several", "some", "such",
    "that", "the", "their", "these", "this", "those", "with",
];

/// Endings of adjectives of origin and the like, which a capital makes no name.
const ADJECTIVES: [&str; 6] = ["al", "ean", "ese", "ian", "ican", "ish"];

/// Words of grammar behind which no noun stands.
const BEFORE_VERBS: [&str; 21] = [
    "can", "cannot", "could", "did", "do", "does", "he", "i", "may", "might", "must", "not", "she", "should", "they", "to", "we",
    "who", "will", "would", "you",
];

/// A phrase, by its words in lower case and without endings.
#[derive(Debug, Default)]
pub(super) struct Phrase {
    pub(super) words: usize,
    pub(super) places: Vec<PhrasePlace>,
}

/// Where a phrase stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct PhrasePlace {
    pub(super) sentence: u32,
    pub(super) span: Span,
    /// Whether it stands as a noun does.
    pub(super) nominal: bool,
    /// Whether a word before it opens a noun phrase, which several words need not have.
    pub(super) determined: bool,
    /// Whether each word has a capital that does not come from the beginning of the sentence.
    pub(super) name: bool,
    pub(super) position: Position,
}

/// Where in the article a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// In headline or standfirst.
    Head,
    /// At the beginning of a sentence, so that its first capital says nothing.
    Opening,
    /// Anywhere else.
    Within,
}

/// A word of a sentence.
struct Word {
    span: Span,
    key: String,
    emptiness: Emptiness,
    capital: bool,
    /// Whether more than a space parts it from the word before.
    parted: bool,
}

/// The phrases of an article in the order of their words. None where too few of its words are words of English grammar: of another
/// language, or of a table, it would take the wrong ones.
pub(super) fn phrases(reading: &Reading<'_>) -> BTreeMap<String, Phrase> {
    let article = reading.article;
    let mut found = BTreeMap::new();
    let (mut all, mut grammar) = (0, 0);
    for (index, sentence) in (0u32..).zip(&article.sentences).take(SENTENCES) {
        let kind = article.block_of(index).map(|block| block.kind);
        let head = matches!(kind, Some(BlockKind::Headline | BlockKind::Standfirst));
        if head || kind == Some(BlockKind::Paragraph) {
            let words = read(&article.text, sentence.span);
            all += words.len();
            grammar += words.iter().filter(|word| word.emptiness == Emptiness::Grammar).count();
            collect(&words, index, head, &mut found);
        }
    }
    if grammar * 4 < all {
        found.clear();
    }
    found
}

fn read(text: &Clean, sentence: Span) -> Vec<Word> {
    let mut end = sentence.start();
    let word = |span: Span| {
        let span = span.shift(sentence.start());
        let before = Span::new(end, span.start()).of(text);
        end = span.end();
        let written = span.of(text);
        let lower: String = written.to_lowercase().chars().map(|c| fold::plain(c).unwrap_or(c)).collect();
        let emptiness = emptiness(&lower);
        Word { span, key: base(&lower), emptiness, capital: written.starts_with(char::is_uppercase), parted: before != " " }
    };
    words(sentence.of(text)).map(word).collect()
}

/// A word without the ending of a genitive or a plural.
fn base(lower: &str) -> String {
    let word = lower.strip_suffix("'s").unwrap_or(lower);
    let plural = word.len() > 4 && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix("ies") {
        Some(stem) if plural => format!("{stem}y"),
        _ => word.strip_suffix('s').filter(|_| plural).unwrap_or(word).to_owned(),
    }
}

/// Adds the phrases of a sentence to `found`.
fn collect(words: &[Word], sentence: u32, head: bool, found: &mut BTreeMap<String, Phrase>) {
    for (from, first) in words.iter().enumerate().filter(|(_, word)| word.emptiness != Emptiness::Grammar) {
        let mut key = String::new();
        for (to, last) in words.iter().enumerate().skip(from).take(MOST_NAME_WORDS) {
            let joins = last.key == "of" && to > from;
            if (last.emptiness == Emptiness::Grammar && !joins) || (to > from && last.parted) {
                break;
            }
            if to > from {
                key.push(' ');
            }
            key.push_str(&last.key);
            let all = words.get(from..=to).unwrap_or_default();
            let named = all.iter().all(|word| word.capital || word.key == "of");
            let joined = all.iter().any(|word| word.key == "of");
            if joins || (joined && !named) || (!joined && all.len() > MOST_WORDS) {
                continue;
            }
            let ends = [first, last].iter().all(|word| word.emptiness == Emptiness::Content);
            if !(ends || named && all.iter().any(|word| word.emptiness == Emptiness::Content)) {
                continue;
            }
            let position = match (head, from) {
                (true, _) => Position::Head,
                (false, 0) => Position::Opening,
                (false, _) => Position::Within,
            };
            let place = PhrasePlace {
                sentence,
                span: first.span.cover(last.span),
                nominal: if from == to { nominal_word(words, from) } else { nominal(words, from, to) },
                determined: from < to || first.capital || determined(words, from),
                name: named && position == Position::Within,
                position,
            };
            let phrase = found.entry(key.clone()).or_default();
            phrase.words = to + 1 - from;
            phrase.places.push(place);
        }
    }
}

/// Whether the words from `from` to `to` stand as a noun does.
fn nominal(words: &[Word], from: usize, to: usize) -> bool {
    let parted = words.get(from).is_some_and(|word| word.parted);
    let left = parted || before(words, from).is_none_or(|word| BEFORE_VERBS.binary_search(&word.key.as_str()).is_err());
    left && words.get(to + 1).is_none_or(|word| word.parted || word.emptiness == Emptiness::Grammar)
}

/// Whether the word at `at` stands as a noun does. Before any other word a name does, for that may be its verb; a participle never
/// does.
fn nominal_word(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    if word.capital && !ADJECTIVES.iter().any(|end| word.key.ends_with(end)) {
        return words.get(at + 1).is_none_or(|next| next.parted || !next.capital);
    }
    !word.key.ends_with("ed") && nominal(words, at, at)
}

fn determined(words: &[Word], at: usize) -> bool {
    let opens = |word: &Word| BEFORE_NOUNS.binary_search(&word.key.as_str()).is_ok();
    let near = [1, 2].into_iter().filter_map(|back| words.get(at.checked_sub(back)?));
    near.take_while(|word| word.emptiness != Emptiness::Content).any(opens)
}

fn before(words: &[Word], at: usize) -> Option<&Word> {
    words.get(at.checked_sub(1)?)
}
