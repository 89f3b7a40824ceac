//! What is said of sources beside each of many lines: everything once, and behind that no more than tells one from another. A source that
//! says a page of itself would else be most of what is written.

use crate::model::{Extract, Extracts, Source};
use crate::text::Clean;
use crate::text::shortened::shortened;

/// The longest words of a field beside a line that is not the first of its source: a long headline goes into it.
pub(super) const FIELD_BYTES: usize = 300;

/// The longest address there: one that is cut leads nowhere, and no browser takes a longer one everywhere.
const ADDRESS_BYTES: usize = 2048;

/// How many restrictions are said there: there are four kinds of them.
const RESTRICTIONS: usize = 5;

/// The sources of extracts while these are written.
pub(super) struct Cited<'a> {
    extracts: &'a Extracts,
    /// Those that are too long, cut.
    cut: Vec<Option<Source>>,
    /// Which ones were said whole.
    said: Vec<bool>,
}

impl<'a> Cited<'a> {
    pub(super) fn of(extracts: &'a Extracts) -> Self {
        let cut = extracts.sources.iter().map(cut).collect();
        Self { extracts, cut, said: vec![false; extracts.sources.len()] }
    }

    /// The source of `extract`, cut if it is too long.
    pub(super) fn short(&self, extract: &Extract) -> Option<&Source> {
        self.cut_of(extract).or_else(|| self.extracts.source(extract))
    }

    /// The same, but whole where it is asked for the first time.
    pub(super) fn whole_once(&mut self, extract: &Extract) -> Option<&Source> {
        match self.said.get_mut(extract.source) {
            Some(said) if !*said => {
                *said = true;
                self.extracts.source(extract)
            }
            _ => self.short(extract),
        }
    }

    /// The source of `extract` as it is where it is too long.
    pub(super) fn cut_of(&self, extract: &Extract) -> Option<&Source> {
        self.cut.get(extract.source).and_then(Option::as_ref)
    }
}

/// `source` with its fields cut; nothing where none is too long.
fn cut(source: &Source) -> Option<Source> {
    let words = |words: &Clean| Clean::from(&*shortened(words, FIELD_BYTES));
    let field = |field: &Option<Clean>| field.as_ref().map(words);
    let more = (source.restrictions.len() > RESTRICTIONS).then(|| Clean::from("…"));
    let cut = Source {
        headline: field(&source.headline),
        byline: field(&source.byline),
        place: field(&source.place),
        outlet: field(&source.outlet),
        date: source.date,
        url: source.url.as_ref().map(|address| Clean::from(&*shortened(address, ADDRESS_BYTES))),
        file: words(&source.file),
        hash: field(&source.hash),
        read: source.read,
        restrictions: source.restrictions.iter().take(RESTRICTIONS).map(words).chain(more).collect(),
    };
    (cut != *source).then_some(cut)
}
