//! The earliest article in which something stands.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use super::find::clause;
use super::schema::Fields;
use crate::library::query::Words;
use crate::library::{EntryId, Rank};
use crate::model::Date;

/// The day of an article as the index has it: larger for later ones, largest for none.
pub(super) fn day(date: Option<Date>) -> u64 {
    let number = |date: Date| {
        let [year, month, day] = [i32::from(date.year()) + 10_000, i32::from(date.month()), i32::from(date.day())];
        u64::try_from((year * 16 + month) * 32 + day).ok()
    };
    date.and_then(number).unwrap_or(u64::MAX)
}

/// The earliest article that holds all of `words`, which are one phrase, if that is earlier than `own`.
pub(super) fn earlier(words: &Words, own: Rank, fields: Fields, searcher: &Searcher) -> tantivy::Result<Option<EntryId>> {
    let [phrase] = words.clauses() else { return Ok(None) };
    let earliest = searcher.search(&*clause(phrase, fields, searcher)?, &Earliest)?;
    Ok(earliest
        .filter(|earliest| *earliest < (day(own.date()), u64::from(own.id().0)))
        .and_then(|(_, id)| Some(EntryId(u32::try_from(id).ok()?))))
}

/// Collects the least day and, of that day, the least number.
struct Earliest;

/// That of one segment.
struct OfSegment {
    days: Column<u64>,
    numbers: Column<u64>,
    earliest: Option<(u64, u64)>,
}

impl Collector for Earliest {
    type Fruit = Option<(u64, u64)>;
    type Child = OfSegment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<OfSegment> {
        let fields = segment.fast_fields();
        Ok(OfSegment { days: fields.u64("day")?, numbers: fields.u64("entry")?, earliest: None })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, fruits: Vec<Option<(u64, u64)>>) -> tantivy::Result<Option<(u64, u64)>> {
        Ok(fruits.into_iter().flatten().min())
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = Option<(u64, u64)>;

    fn collect(&mut self, document: DocId, _: Score) {
        let one = self.days.first(document).zip(self.numbers.first(document));
        self.earliest = self.earliest.into_iter().chain(one).min();
    }

    fn harvest(self) -> Option<(u64, u64)> {
        self.earliest
    }
}
