//! The noun-like phrases of a text, and where each stands.
//!
//! A phrase is one to three words that nothing parts and no word of grammar divides (Rose et al. 2010). That it is a noun is told by the
//! company it keeps: an article, a preposition or another content word before it, a word of grammar or a mark behind it; a
//! name is told by its capitals within a sentence. No tagger, so a verb that stands like a noun passes.

use super::base_forms::{BaseForms, Company, Ending, Word};
use super::reading::Reading;
use super::stopwords::Emptiness;
use crate::model::BlockKind;
use crate::text::Span;

/// A phrase has at most this many words, and a name in which "of" joins them ("International Court of Justice") at most that many.
const MOST_WORDS: usize = 3;
const MOST_NAME_WORDS: usize = 5;

/// The sentences of a text in which phrases are looked for: what it is about is named early.
const SENTENCES: usize = 1000;

/// What stands in a [`Key`] behind its words; no base form has this number.
const NO_WORD: u32 = u32::MAX;

/// The base forms of a phrase by number.
type Key = [u32; MOST_NAME_WORDS];

/// The phrases of an article.
#[derive(Debug)]
pub(super) struct Phrases<'a> {
    forms: BaseForms<'a>,
    /// Those of one phrase are neighbours in text order.
    places: Vec<PhrasePlace>,
}

/// A phrase: words that have the same base forms wherever they stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase<'a> {
    /// Its base forms by number.
    pub(super) words: &'a [u32],
    pub(super) places: &'a [PhrasePlace],
}

/// Where a phrase stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct PhrasePlace {
    phrase: Key,
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

/// A sentence in which phrases are looked for.
struct Sentence {
    index: u32,
    head: bool,
    /// Which of the article's words are its own.
    words: Span,
}

impl Phrases<'_> {
    /// All phrases, in no order that says anything.
    pub(super) fn iter(&self) -> impl Iterator<Item = Phrase<'_>> {
        self.places.chunk_by(|a, b| a.phrase == b.phrase).map(|places| {
            let words = places.first().map_or(&[][..], |place| &place.phrase);
            let words = words.split(|&word| word == NO_WORD).next().unwrap_or_default();
            Phrase { words, places }
        })
    }

    /// The base forms numbered `words`.
    pub(super) fn words(&self, words: &[u32]) -> impl Iterator<Item = &str> {
        words.iter().map(|&word| self.forms.word(word))
    }
}

/// The phrases of an article. None where too few of its words are words of English grammar: of another language, or of a table, it
/// would take the wrong ones. Those with a word that stands in fewer than `least` sentences of the paragraphs are left out, which are
/// most of them.
pub(super) fn phrases<'a>(reading: &'a Reading<'_>, least: u32) -> Phrases<'a> {
    let article = reading.article;
    let mut forms = BaseForms::new(reading);
    let (mut words, mut sentences) = (Vec::new(), Vec::new());
    for (index, tokens) in reading.sentences().take(SENTENCES) {
        let kind = article.block_of(index).map(|block| block.kind);
        let head = matches!(kind, Some(BlockKind::Headline | BlockKind::Standfirst));
        if head || kind.is_some_and(BlockKind::is_body) {
            let (span, before) = (article.sentence(index).map_or_else(Span::default, |s| s.span), words.len());
            forms.read(span, tokens, &mut words);
            sentences.push(Sentence { index, head, words: Span::new(before, words.len()) });
        }
    }
    let grammar = words.iter().filter(|word| word.form.emptiness == Emptiness::Grammar).count();
    let mut places = Vec::new();
    if grammar * 4 >= words.len() {
        let counts = counts(&sentences, &words, forms.len());
        let frequent = |word: &Word| counts.get(word.form.base as usize).is_some_and(|(count, _)| *count >= least);
        for sentence in &sentences {
            collect(own(sentence, &words), sentence, forms.of(), frequent, &mut places);
        }
    }
    places.sort_unstable_by_key(|place: &PhrasePlace| (place.phrase, place.span));
    Phrases { forms, places }
}

fn own<'a>(sentence: &Sentence, words: &'a [Word]) -> &'a [Word] {
    words.get(sentence.words.range()).unwrap_or_default()
}

/// For each of the base forms, of which there are `forms`: in how many sentences of the paragraphs it stands, and in which of them last.
fn counts(sentences: &[Sentence], words: &[Word], forms: usize) -> Vec<(u32, Option<u32>)> {
    let mut counts = vec![(0, None); forms];
    for sentence in sentences.iter().filter(|sentence| !sentence.head) {
        for word in own(sentence, words) {
            if let Some((count, last)) = counts.get_mut(word.form.base as usize).filter(|(_, last)| *last != Some(sentence.index))
            {
                (*count, *last) = (*count + 1, Some(sentence.index));
            }
        }
    }
    counts
}

/// Adds the places of the phrases of `sentence`, whose words are `words`, where all of these are `frequent`; `of` is the number of that
/// word.
fn collect(
    words: &[Word],
    sentence: &Sentence,
    of: Option<u32>,
    frequent: impl Fn(&Word) -> bool,
    places: &mut Vec<PhrasePlace>,
) {
    for (from, first) in words.iter().enumerate().filter(|(_, word)| word.form.emptiness != Emptiness::Grammar) {
        let mut phrase = [NO_WORD; MOST_NAME_WORDS];
        let (mut named, mut joined, mut content) = (true, false, false);
        for (to, last) in words.iter().enumerate().skip(from).take(MOST_NAME_WORDS) {
            let is_of = Some(last.form.base) == of;
            let joins = is_of && to > from;
            let parts = (last.form.emptiness == Emptiness::Grammar && !joins) || (to > from && last.parted);
            if parts || !frequent(last) {
                break;
            }
            phrase.get_mut(to - from).into_iter().for_each(|slot| *slot = last.form.base);
            named &= last.capital || is_of;
            joined |= is_of;
            content |= last.form.emptiness == Emptiness::Content;
            if joins || (joined && !named) || (!joined && to - from >= MOST_WORDS) {
                continue;
            }
            let ends = [first, last].iter().all(|word| word.form.emptiness == Emptiness::Content);
            if !(ends || named && content) {
                continue;
            }
            let position = match (sentence.head, from) {
                (true, _) => Position::Head,
                (false, 0) => Position::Opening,
                (false, _) => Position::Within,
            };
            places.push(PhrasePlace {
                phrase,
                sentence: sentence.index,
                span: first.span.cover(last.span),
                nominal: if from == to { nominal_word(words, from) } else { nominal(words, from, to) },
                determined: from < to || first.capital || determined(words, from),
                name: named && position == Position::Within,
                position,
            });
        }
    }
}

/// Whether the words from `from` to `to` stand as a noun does.
fn nominal(words: &[Word], from: usize, to: usize) -> bool {
    let parted = words.get(from).is_some_and(|word| word.parted);
    let left = parted || before(words, from).is_none_or(|word| word.form.company != Company::Verbs);
    left && words.get(to + 1).is_none_or(|word| word.parted || word.form.emptiness == Emptiness::Grammar)
}

/// Whether the word at `at` stands as a noun does. Before any other word a name does, for that may be its verb; a participle never
/// does.
fn nominal_word(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    if word.capital && word.form.ending != Ending::Adjective {
        return words.get(at + 1).is_none_or(|next| next.parted || !next.capital);
    }
    word.form.ending != Ending::Participle && nominal(words, at, at)
}

fn determined(words: &[Word], at: usize) -> bool {
    let near = [1, 2].into_iter().filter_map(|back| words.get(at.checked_sub(back)?));
    near.take_while(|word| word.form.emptiness != Emptiness::Content).any(|word| word.form.company == Company::Nouns)
}

fn before(words: &[Word], at: usize) -> Option<&Word> {
    words.get(at.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{Position, phrases};
    use crate::derive::reading::Reading;
    use crate::model::{Article, Block, BlockKind, Sentence};
    use crate::text::{Clean, Span};

    /// An article of one block for each of `lines`, with one sentence in each; the first is its headline.
    fn article(lines: &[String]) -> Article {
        let (mut text, mut blocks, mut sentences) = (String::new(), Vec::new(), Vec::new());
        for (at, line) in (0u32..).zip(lines) {
            let span = Span::new(text.len(), text.len() + line.len());
            let kind = if at == 0 { BlockKind::Headline } else { BlockKind::Paragraph };
            blocks.push(Block { kind, span, sentences: at..at + 1, number: None, line: at });
            sentences.push(Sentence { span, block: at });
            text.push_str(line);
            text.push('\n');
        }
        Article { text: Clean::from(text), blocks, sentences, ..Article::default() }
    }

    fn by_words(article: &Article, least: u32) -> BTreeMap<String, Vec<String>> {
        let reading = Reading::new(article);
        let phrases = phrases(&reading, least);
        let often = phrases.iter().filter(|phrase| {
            let body = phrase.places.iter().filter(|place| place.position != Position::Head);
            let mut sentences: Vec<u32> = body.map(|place| place.sentence).collect();
            sentences.dedup();
            sentences.len() >= 2
        });
        often
            .map(|phrase| {
                let key: Vec<&str> = phrases.words(phrase.words).collect();
                (key.join(" "), phrase.places.iter().map(|place| format!("{place:?}")).collect())
            })
            .collect()
    }

    proptest! {
        #[test]
        fn rare_words_are_left_out_of_rare_phrases_alone(
            lines in proptest::collection::vec("((the|of|to|grain|Grain|grains|port|Odesa|Black|Sea|ship’s)(,? )){1,12}", 1..8),
        ) {
            let article = article(&lines);
            prop_assert_eq!(by_words(&article, 2), by_words(&article, 0));
        }
    }

    #[test]
    fn a_name_goes_on_over_of() {
        let lines = ["", "The International Court of Justice met.", "It was the International Court of Justice that met."];
        let found = by_words(&article(&lines.map(str::to_owned)), 2);
        let words: Vec<&str> = found.keys().map(String::as_str).collect();
        assert_eq!(
            words,
            ["court", "court of justice", "international", "international court", "international court of justice", "justice"]
        );
    }
}
