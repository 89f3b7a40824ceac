//! One file per form: extracts in, words out.

pub(super) mod bibtex;
pub(super) mod citation;
pub(super) mod csl;
pub(super) mod html;
pub(super) mod json;
pub(super) mod markdown;
pub(super) mod plain;
pub(super) mod ris;
pub(super) mod table;

use crate::export::defused::{inert_address, without_tags};
use crate::export::source::place;
use crate::model::{Extract, Extracts, Source, Voice};
use crate::text::Clean;

/// How much of an outlet's name goes into a key: people type keys.
const KEY_CHARS: usize = 60;

/// Each source with its extracts, in the order of the sources; those that nothing is taken from are left out. It is for reference managers,
/// which show notes, and some of them titles, as HTML: no tag is left in a field, and none in [`annotation`].
fn by_source(extracts: &Extracts) -> impl Iterator<Item = (Source, Vec<&Extract>)> {
    let own = |at: usize| extracts.all().filter(move |extract| extract.source == at).collect::<Vec<_>>();
    let all = extracts.sources.iter().enumerate().map(move |(at, source)| (source, own(at)));
    all.filter(|(_, own)| !own.is_empty()).map(|(source, own)| (inert(source), own))
}

/// `source` without a tag in any of its fields; in an address, which a space would break, by its own way to write one.
fn inert(source: &Source) -> Source {
    let words = |words: &Clean| Clean::from(without_tags(words.to_string()));
    let field = |field: &Option<Clean>| field.as_ref().map(words);
    Source {
        headline: field(&source.headline),
        byline: field(&source.byline),
        place: field(&source.place),
        outlet: field(&source.outlet),
        date: source.date,
        url: source.url.as_deref().map(|url| Clean::from(inert_address(url))),
        file: words(&source.file),
        hash: field(&source.hash),
        read: source.read,
        restrictions: source.restrictions.iter().map(words).collect(),
    }
}

/// An extract as a reference manager keeps it beside its source: place, words and what is said of them, on one line.
fn annotation(extract: &Extract) -> String {
    let words = extract.words.one_line();
    let words = if extract.voice == Voice::Source { format!("\"{words}\"") } else { words.to_string() };
    let remark = extract.remark.as_deref().map_or_else(String::new, |remark| format!(" (analyst: {remark})"));
    without_tags(format!("{}: {words}{remark}", place(extract.place)).replace('\n', " "))
}

/// A key for `source` among reference managers: outlet, year and the hash of its file, which tells two articles of one day apart.
fn key(source: &Source) -> String {
    let word = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let outlet = source.outlet.as_deref().map(word).filter(|word| !word.is_empty()).unwrap_or_else(|| "source".to_owned());
    let outlet: String = outlet.chars().take(KEY_CHARS).collect();
    let year = source.date.map_or_else(|| "nd".to_owned(), |date| date.year().to_string());
    let hash = source.hash.as_deref().unwrap_or(&source.file);
    format!("{outlet}{year}-{}", word(hash))
}
