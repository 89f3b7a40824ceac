//! What is looked for, in the engine's own terms, and the entries that it gives back.

use std::ops::Bound;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::query::{AllQuery, BooleanQuery, Occur, PhrasePrefixQuery, PhraseQuery, Query, RangeQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Score, Searcher, SegmentOrdinal, SegmentReader, Term};

use super::schema::Fields;
use crate::library::query::{Clause, Words};
use crate::library::{EntryId, EntrySet};

/// No term begins with another and goes on behind this.
const LAST: char = char::MAX;

/// In so many ways a begun word at the end of a phrase may go on. Each costs the engine some 2 KB and a list of places to be opened; a word of one
/// letter can have a hundred thousand.
const MOST_WAYS: usize = 128;

/// Every entry that holds what `words` ask for and nothing that they exclude. Where the last word of a phrase is begun and could
/// go on in more than [`MOST_WAYS`], it may stand anywhere: more is found until another letter is typed, never less.
///
/// Phrases are asked for one by one: within a query of several parts the engine's phrases (0.27) lose their place, which its own assertions
/// say, and the random libraries of the tests showed.
pub(super) fn find(words: &Words, fields: Fields, searcher: &Searcher) -> tantivy::Result<EntrySet> {
    let (phrases, single): (Vec<&Clause>, Vec<&Clause>) = words.clauses().iter().partition(|clause| clause.terms.len() > 1);
    let asked = |query: &dyn Query| searcher.search(query, &Entries);
    let mut found = asked(&all_of(&single, fields, searcher)?)?;
    for phrase in phrases {
        let own = asked(&*clause(phrase, fields, searcher)?)?;
        found.keep(&own, phrase.not);
        if let Some(last) = phrase.terms.last().filter(|_| phrase.prefix)
            && ways(last, fields, searcher)? > MOST_WAYS
        {
            found.keep(&asked(&*beginning(last, fields))?, phrase.not);
        }
    }
    Ok(found)
}

/// What holds all of these clauses.
fn all_of(clauses: &[&Clause], fields: Fields, searcher: &Searcher) -> tantivy::Result<BooleanQuery> {
    let occur = |clause: &Clause| if clause.not { Occur::MustNot } else { Occur::Must };
    let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    for one in clauses {
        parts.push((occur(one), clause(one, fields, searcher)?));
    }
    if !parts.iter().any(|(occur, _)| *occur == Occur::Must) {
        parts.push((Occur::Must, Box::new(AllQuery)));
    }
    Ok(BooleanQuery::new(parts))
}

pub(super) fn clause(clause: &Clause, fields: Fields, searcher: &Searcher) -> tantivy::Result<Box<dyn Query>> {
    let terms: Vec<Term> = clause.terms.iter().map(|term| Term::from_field_text(fields.words, term)).collect();
    let Some((last, before)) = clause.terms.split_last().filter(|_| clause.prefix) else { return Ok(phrase(terms)) };
    let begun = beginning(last, fields);
    if before.is_empty() {
        return Ok(begun);
    }
    let ways = ways(last, fields, searcher)?;
    if ways > MOST_WAYS {
        return Ok(phrase(terms.into_iter().take(before.len()).collect()));
    }
    let mut query = PhrasePrefixQuery::new(terms);
    query.set_max_expansions(u32::try_from(ways.max(1)).unwrap_or(1));
    Ok(Box::new(query))
}

/// These terms, one behind the other.
fn phrase(terms: Vec<Term>) -> Box<dyn Query> {
    match <[Term; 1]>::try_from(terms) {
        Ok([term]) => Box::new(TermQuery::new(term, IndexRecordOption::Basic)),
        Err(terms) => Box::new(PhraseQuery::new(terms)),
    }
}

/// Any term that begins so.
fn beginning(letters: &str, fields: Fields) -> Box<dyn Query> {
    let [first, last] = bounds(letters, fields);
    Box::new(RangeQuery::new(Bound::Included(first), Bound::Included(last)))
}

/// In how many ways a word goes on that begins so, in the segment that has the most; counted no further than past [`MOST_WAYS`].
fn ways(letters: &str, fields: Fields, searcher: &Searcher) -> tantivy::Result<usize> {
    let [first, last] = bounds(letters, fields);
    let mut most = 0;
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.words)?;
        let range = index.terms().range().ge(first.serialized_value_bytes()).le(last.serialized_value_bytes());
        let mut stream = range.into_stream()?;
        let mut ways = 0;
        while ways <= MOST_WAYS && stream.advance() {
            ways += 1;
        }
        most = most.max(ways);
    }
    Ok(most)
}

/// The first and the last term that can begin so.
fn bounds(letters: &str, fields: Fields) -> [Term; 2] {
    let term = |text: &str| Term::from_field_text(fields.words, text);
    [term(letters), term(&format!("{letters}{LAST}"))]
}

/// Collects the entries.
pub(super) struct Entries;

/// Those of one segment.
pub(super) struct OfSegment {
    numbers: Column<u64>,
    found: EntrySet,
}

impl Collector for Entries {
    type Fruit = EntrySet;
    type Child = OfSegment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<OfSegment> {
        Ok(OfSegment { numbers: segment.fast_fields().u64("entry")?, found: EntrySet::default() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, fruits: Vec<EntrySet>) -> tantivy::Result<EntrySet> {
        let mut found = EntrySet::default();
        for fruit in &fruits {
            found.add(fruit);
        }
        Ok(found)
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = EntrySet;

    fn collect(&mut self, document: DocId, _: Score) {
        let number = self.numbers.first(document).and_then(|number| u32::try_from(number).ok());
        if let Some(number) = number {
            self.found.insert(EntryId(number));
        }
    }

    fn harvest(self) -> EntrySet {
        self.found
    }
}
