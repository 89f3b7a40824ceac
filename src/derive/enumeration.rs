//! Long lists of short items: where a name is one of many, it says little of what a sentence is about.
//!
//! "in the political, trade, economic and cultural fields" is no statement on trade. Told by commas, `and`, `or` and the length of
//! the items; no grammar.

use super::reading::Reading;
use super::tokens::Token;
use crate::text::Span;

/// A list has at least this many items.
const ITEMS: usize = 4;

/// An item has at most this many words.
const ITEM_WORDS: usize = 3;

/// Words that no item holds, as they open a clause or are its verb.
const OF_CLAUSE: [&str; 24] = [
    "although", "are", "because", "but", "could", "had", "has", "have", "if", "is", "may", "said", "that", "though", "was",
    "were", "when", "where", "which", "while", "who", "will", "would", "yet",
];

/// What a word does in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// It is a word of an item.
    #[default]
    Item,
    OfClause,
    /// It divides two items.
    Links,
    /// The same, behind a word of [`Self::Ranges`].
    LinksRange,
    Ranges,
}

/// What the words of an article do in lists, by their numbers.
pub(super) struct Parts<'a> {
    reading: &'a Reading<'a>,
    parts: Vec<Part>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(reading: &'a Reading<'a>) -> Self {
        let mut parts = vec![Part::default(); reading.tokens.vocabulary.len()];
        let links = [("and", Part::Links), ("or", Part::Links), ("to", Part::LinksRange)];
        let ranges = [("from", Part::Ranges), ("between", Part::Ranges)];
        for (word, part) in OF_CLAUSE.map(|word| (word, Part::OfClause)).into_iter().chain(links).chain(ranges) {
            let id = reading.tokens.vocabulary.find(word);
            id.and_then(|id| parts.get_mut(id as usize)).into_iter().for_each(|slot| *slot = part);
        }
        Self { reading, parts }
    }

    fn of(&self, id: u32) -> Part {
        self.parts.get(id as usize).copied().unwrap_or_default()
    }

    /// The enumerations of `sentence`, which has these tokens, from first item to last.
    pub(super) fn enumerations(&self, sentence: Span, tokens: &[Token]) -> Vec<Span> {
        if self.separators(sentence, tokens) + 1 < ITEMS { Vec::new() } else { self.lists(tokens) }
    }

    fn lists(&self, tokens: &[Token]) -> Vec<Span> {
        let text = &*self.reading.article.text;
        let mut found = Vec::new();
        let mut list = List::default();
        let mut ranging = false;
        let mut before = None::<Span>;
        for word in self.reading.words(tokens) {
            let between = before.replace(word.span).map_or("", |before| Span::new(before.end(), word.span.start()).of(text));
            let part = word.id.map_or(Part::Item, |id| self.of(id));
            ranging |= part == Part::Ranges;
            let links = part == Part::Links || (ranging && part == Part::LinksRange);
            let marked = between != " ";
            if (marked && between.contains(['—', '–', ';', ':', '(', ')', '“', '”', '"'])) || part == Part::OfClause {
                list.close(&mut found);
            }
            if (marked && between.contains([',', '/'])) || links {
                list.separate();
            }
            if !links {
                list.word(word.span, &mut found);
            }
        }
        list.close(&mut found);
        found
    }

    /// How many places of `sentence` could divide two items of a list, at most; none where it has no comma, as no list is without one.
    fn separators(&self, sentence: Span, tokens: &[Token]) -> usize {
        let sentence = sentence.of(&self.reading.article.text);
        let count = |mark: u8| sentence.bytes().filter(|byte| *byte == mark).count();
        let commas = count(b',');
        if commas == 0 {
            return 0;
        }
        let marks = commas + count(b'/');
        if marks + 1 < ITEMS {
            let links = |token: &&Token| matches!(self.of(token.id), Part::Links | Part::LinksRange);
            marks + tokens.iter().filter(links).count()
        } else {
            marks
        }
    }
}

/// Spans in a row, of which the ends and the number count.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: Span,
    last: Span,
    count: usize,
}

impl Run {
    /// `run` with one span more.
    fn with(run: Option<Self>, span: Span) -> Self {
        run.map_or(Self { first: span, last: span, count: 1 }, |run| Self { last: span, count: run.count + 1, ..run })
    }
}

/// The list being read: items that were short so far.
#[derive(Debug, Default)]
struct List {
    /// Its items so far.
    items: Option<Run>,
    /// The words of the item being read.
    current: Option<Run>,
    /// Whether that item follows another.
    fresh: bool,
}

impl List {
    /// Ends the current item, if it has words.
    fn separate(&mut self) {
        if let Some(item) = self.current.take() {
            let span = if self.items.is_none() { item.last } else { item.first.cover(item.last) };
            self.items = Some(Run::with(self.items, span));
        }
        self.fresh = true;
    }

    fn word(&mut self, word: Span, found: &mut Vec<Span>) {
        let current = Run::with(self.current, word);
        self.current = Some(current);
        if self.fresh && current.count > ITEM_WORDS {
            self.end(found);
        }
    }

    fn close(&mut self, found: &mut Vec<Span>) {
        self.end(found);
        self.current = None;
    }

    /// Ends the list before or with the current words. Of its first and its last item, where the sentence goes over into the list and
    /// out of it, the nearest word is taken.
    fn end(&mut self, found: &mut Vec<Span>) {
        if let Some(items) = self.items.take()
            && items.count + usize::from(self.current.is_some()) >= ITEMS
        {
            found.push(items.first.cover(self.current.map_or(items.last, |last| last.first)));
        }
        self.fresh = false;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Parts;
    use crate::derive::reading::Reading;
    use crate::model::Article;
    use crate::text::{Clean, Span};

    /// The enumerations of `sentence`, and those found without asking first whether there may be any.
    fn lists(sentence: &str) -> [Vec<Span>; 2] {
        let article = Article { text: Clean::from(sentence), ..Article::default() };
        let reading = Reading::new(&article);
        let (parts, tokens) = (Parts::new(&reading), reading.tokens.all());
        [parts.enumerations(Span::new(0, sentence.len()), tokens), parts.lists(tokens)]
    }

    #[track_caller]
    fn check(sentence: &str, expected: &[&str]) {
        let found: Vec<&str> = lists(sentence)[0].iter().map(|s| s.of(sentence)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lists_of_four_short_items() {
        check(
            "They met in the political, trade, economic, naval and cultural fields for years.",
            &["political, trade, economic, naval and cultural"],
        );
        check(
            "It ranges from politics and trade to science, technology and culture.",
            &["politics and trade to science, technology and culture"],
        );
    }

    #[test]
    fn what_stands_before_a_list_is_no_item() {
        check("Sanctions will hit oil, gas, coal and steel this year.", &["oil, gas, coal and steel"]);
    }

    #[test]
    fn a_word_of_several_tokens_is_of_an_item() {
        check("Oil, and-gas, coal and, that’s steel and but-iron.", &["Oil, and-gas, coal and, that’s steel and but-iron"]);
    }

    #[test]
    fn three_items_or_clauses_are_no_list() {
        check("Trade, energy and defence were discussed.", &[]);
        check("They will meet next week, but missiles, sanctions and grain are not on the list.", &[]);
        check("Trade fell, the ministers met again, prices rose sharply in May, and nobody was glad of it.", &[]);
    }

    proptest! {
        #[test]
        fn no_list_is_missed_for_want_of_separators(sentence in "(a|bc|And|or|to|from|but|[ ,/;]){0,40}") {
            prop_assume!(sentence.contains(','));
            let [found, all] = lists(&sentence);
            prop_assert_eq!(found, all);
        }
    }
}
