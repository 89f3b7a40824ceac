//! The fields of the index.

use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

use super::tokens;

/// The fields, by the engine's numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// The key of the file an article is of, to forget it by.
    pub(super) file: Field,
    /// The number of the entry.
    pub(super) entry: Field,
    /// The day of the article as a number that grows with time, the undated last.
    pub(super) day: Field,
    /// The terms of the article, with their places.
    pub(super) words: Field,
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    // Nothing is ranked, so the lengths of texts are not kept.
    let terms = TextFieldIndexing::default()
        .set_tokenizer(tokens::NAME)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions)
        .set_fieldnorms(false);
    let fields = Fields {
        file: builder.add_u64_field("file", INDEXED),
        entry: builder.add_u64_field("entry", FAST),
        day: builder.add_u64_field("day", FAST),
        words: builder.add_text_field("words", TextOptions::default().set_indexing_options(terms)),
    };
    (builder.build(), fields)
}
