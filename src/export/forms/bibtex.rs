//! BibTeX, one entry per source; the extracts are its `annote`, which reference managers show as a note.

use biblatex::{Chunk, Entry, EntryType, Spanned};

use super::{annotation, by_source, key};
use crate::export::source::{byline, date, dateline, note, outlet};
use crate::model::Extracts;

pub(in crate::export) fn write(extracts: &Extracts) -> String {
    let entries: Vec<String> = by_source(extracts)
        .map(|(_, source, own)| {
            let mut entry = Entry::new(key(source), EntryType::Article);
            let annote: Vec<String> = own.into_iter().map(annotation).collect();
            // Braces twice: names are not taken apart, and a title keeps its capitals.
            set(&mut entry, "title", source.headline.as_deref().unwrap_or("[no headline]"));
            set(&mut entry, "author", &byline(source));
            set(&mut entry, "journal", &outlet(source));
            set(&mut entry, "address", &dateline(source));
            match source.date {
                Some(day) => {
                    set(&mut entry, "year", &day.year().to_string());
                    set(&mut entry, "month", &day.month().to_string());
                    set(&mut entry, "day", &day.day().to_string());
                }
                None => set(&mut entry, "year", &date(source)),
            }
            source.url.iter().for_each(|url| set(&mut entry, "url", url));
            source.read.iter().for_each(|date| set(&mut entry, "urldate", &date.to_string()));
            set(&mut entry, "note", &note(source));
            set(&mut entry, "annote", &annote.join(" "));
            // It fails on a date that it can't read alone, and there is none.
            entry.to_bibtex_string().unwrap_or_default()
        })
        .collect();
    entries.join("\n\n")
}

/// Sets a field. BibTeX counts braces whether or not a backslash stands before them, so that words with braces of their own would end the
/// field and the entry, or never end: they become round ones, and in an address its own way to write them. Others take the brace behind a
/// backslash for a word's, so that none stands at the end.
fn set(entry: &mut Entry, field: &str, words: &str) {
    let [open, close] = if field == "url" { ["%7B", "%7D"] } else { ["(", ")"] };
    let mut words = words.replace('{', open).replace('}', close);
    if words.ends_with('\\') {
        words.push(' ');
    }
    entry.set(field, vec![Spanned::detached(Chunk::Verbatim(words))]);
}
