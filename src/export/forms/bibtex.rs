//! BibTeX, one entry per source; the extracts are its `annote`, which reference managers show as a note.

use std::io::{self, Write};

use biblatex::{Chunk, Entry, EntryType, Spanned};

use super::{annotation, by_source, key};
use crate::export::source::{byline, date, dateline, note, outlet};
use crate::model::{Extracts, Source};

pub(in crate::export) fn write(extracts: &Extracts, out: &mut dyn Write) -> io::Result<()> {
    for (source, own) in by_source(extracts) {
        // It fails on a date that it can't read alone, and there is none.
        let entry = entry(&source).to_bibtex_string().unwrap_or_default();
        write!(out, "{}annote = {{{{", entry.trim_end_matches('}'))?;
        // A whole briefing may stand in it: it is not put together first.
        for (at, extract) in own.into_iter().enumerate() {
            write!(
                out,
                "{}{}",
                if at == 0 { "" } else { " " },
                value(annotation(extract), ["(", ")"]).to_biblatex_string(false)
            )?;
        }
        out.write_all(b"}},\n}\n\n")?;
    }
    Ok(())
}

fn entry(source: &Source) -> Entry {
    let mut entry = Entry::new(key(source), EntryType::Article);
    // Braces twice: names are not taken apart, and a title keeps its capitals.
    set(&mut entry, "title", source.headline.as_deref().unwrap_or("[no headline]").to_owned());
    set(&mut entry, "author", byline(source));
    set(&mut entry, "journal", outlet(source));
    set(&mut entry, "address", dateline(source));
    match source.date {
        Some(day) => {
            set(&mut entry, "year", day.year().to_string());
            set(&mut entry, "month", day.month().to_string());
            set(&mut entry, "day", day.day().to_string());
        }
        None => set(&mut entry, "year", date(source)),
    }
    source.url.iter().for_each(|url| set(&mut entry, "url", url.to_string()));
    source.read.iter().for_each(|date| set(&mut entry, "urldate", date.to_string()));
    set(&mut entry, "note", note(source));
    entry
}

fn set(entry: &mut Entry, field: &str, words: String) {
    let braces = if field == "url" { ["%7B", "%7D"] } else { ["(", ")"] };
    entry.set(field, vec![Spanned::detached(value(words, braces))]);
}

/// `words` as a value. BibTeX counts braces whether or not a backslash stands before them, so that words with braces of their own would end
/// the field and the entry, or never end: `braces` take their place. Others take the brace behind a backslash for a word's, so that none
/// stands at the end.
fn value(mut words: String, [open, close]: [&str; 2]) -> Chunk {
    if words.contains(['{', '}']) {
        words = words.replace('{', open).replace('}', close);
    }
    if words.ends_with('\\') {
        words.push(' ');
    }
    Chunk::Verbatim(words)
}
