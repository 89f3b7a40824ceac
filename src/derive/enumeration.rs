//! Long lists of short items: where a name is one of many, it says little of what a sentence is about.
//!
//! "in the political, trade, economic and cultural fields" is no statement on trade. Told by commas, `and`, `or` and the length of
//! the items; no grammar.

use crate::text::Span;
use crate::text::word::words;

/// A list has at least this many items.
const ITEMS: usize = 4;

/// An item has at most this many words.
const ITEM_WORDS: usize = 3;

/// Whether no item holds `word`, as it opens a clause or is its verb.
fn is_of_clause(word: &str) -> bool {
    let words: &[&str] = match word.len() {
        2 => &["if", "is"],
        3 => &["but", "yet", "who", "are", "was", "has", "had", "may"],
        4 => &["that", "when", "said", "will", "were", "have"],
        5 => &["which", "while", "where", "would", "could"],
        6 => &["though"],
        7 => &["because"],
        8 => &["although"],
        _ => &[],
    };
    is_one_of(word, words)
}

/// The enumerations of `sentence`, from first item to last.
pub(super) fn enumerations(sentence: &str) -> Vec<Span> {
    if separators(sentence) + 1 < ITEMS { Vec::new() } else { lists(sentence) }
}

fn lists(sentence: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut list = List::default();
    let mut ranging = false;
    let mut before = None::<Span>;
    for word in words(sentence) {
        let between = before.replace(word).map_or("", |before| Span::new(before.end(), word.start()).of(sentence));
        let text = word.of(sentence);
        ranging |= is_one_of(text, &["from", "between"]);
        let links = is_one_of(text, &["and", "or"]) || (ranging && is_one_of(text, &["to"]));
        let marked = between != " ";
        if (marked && between.contains(['—', '–', ';', ':', '(', ')', '“', '”', '"'])) || is_of_clause(text) {
            list.close(&mut found);
        }
        if (marked && between.contains([',', '/'])) || links {
            list.separate();
        }
        if !links {
            list.word(word, &mut found);
        }
    }
    list.close(&mut found);
    found
}

/// How many places of `sentence` could divide two items of a list, at most; none where it has no comma, as no list is without one.
fn separators(sentence: &str) -> usize {
    let marks = sentence.bytes().filter(|byte| matches!(byte, b',' | b'/')).count();
    if !sentence.contains(',') {
        0
    } else if marks + 1 < ITEMS {
        let words = sentence.as_bytes().split(|byte| !byte.is_ascii_alphanumeric());
        marks + words.filter(|word| [&b"and"[..], b"or", b"to"].iter().any(|link| word.eq_ignore_ascii_case(link))).count()
    } else {
        marks
    }
}

/// Whether `word` in any case is one of `words`.
fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
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

    use super::{enumerations, lists};

    #[track_caller]
    fn check(sentence: &str, expected: &[&str]) {
        let found: Vec<&str> = enumerations(sentence).iter().map(|s| s.of(sentence)).collect();
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
    fn three_items_or_clauses_are_no_list() {
        check("Trade, energy and defence were discussed.", &[]);
        check("They will meet next week, but missiles, sanctions and grain are not on the list.", &[]);
        check("Trade fell, the ministers met again, prices rose sharply in May, and nobody was glad of it.", &[]);
    }

    proptest! {
        #[test]
        fn no_list_is_missed_for_want_of_separators(sentence in "(a|bc|And|or|to|from|but|[ ,/;]){0,40}") {
            prop_assume!(sentence.contains(','));
            prop_assert_eq!(enumerations(&sentence), lists(&sentence));
        }
    }
}
