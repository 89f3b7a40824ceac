//! A table, one row per extract: CSV as RFC 4180 has it, or the same parted by tabs.
//!
//! A cell that a spreadsheet would run as a formula is headed by an apostrophe (OWASP, "CSV Injection"); a space stands where a formula would
//! begin if the spreadsheet divided cells by another character than this table does.

use std::io::{self, Write};

use crate::export::cited::{Cited, FIELD_BYTES};
use crate::export::defused::is_formula;
use crate::export::source::place;
use crate::model::{Extract, Extracts, Place, Source, Voice};
use crate::text::shortened::shortened;

/// What spreadsheets divide cells by, as their user's language and settings have it.
const DIVIDERS: [char; 4] = [',', ';', '\t', '\n'];

/// The names of the columns.
const COLUMNS: [&str; 21] = [
    "id",
    "file",
    "sha256",
    "outlet",
    "headline",
    "byline",
    "place",
    "date",
    "url",
    "paragraph",
    "section",
    "topic",
    "kind",
    "cue",
    "pole_a",
    "pole_b",
    "text",
    "voice",
    "remark",
    "read",
    "restrictions",
];

/// `extracts` as rows of cells parted by `delimiter`. What is the same in many rows stands whole in the first.
pub(in crate::export) fn write(extracts: &Extracts, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::WriterBuilder::new().delimiter(delimiter).from_writer(out);
    table.write_record(COLUMNS)?;
    let mut number = 0;
    let (mut cited, unknown) = (Cited::of(extracts), Source::default());
    for part in &extracts.parts {
        let mut heading = part.heading.as_deref();
        let short = heading.map(|heading| shortened(heading, FIELD_BYTES));
        for extract in &part.extracts {
            number += 1;
            let cells = row(number, heading, extract, cited.whole_once(extract).unwrap_or(&unknown));
            table.write_record(cells.map(|cell| harmless(&cell, char::from(delimiter))))?;
            heading = short.as_deref();
        }
    }
    table.flush()
}

fn row(number: usize, heading: Option<&str>, extract: &Extract, source: &Source) -> [String; COLUMNS.len()] {
    let said = |field: Option<&str>, unknown: &str| field.unwrap_or(unknown).to_owned();
    let plain = |field: Option<&str>| field.unwrap_or_default().to_owned();
    let opposed = extract.opposed.as_ref();
    let [one, other] = opposed.and_then(|o| o.poles.as_ref()).map_or([None, None], |[one, other]| [Some(&**one), Some(&**other)]);
    let paragraph = match extract.place {
        Place::Unquoted | Place::Unanchored | Place::Whole(_) | Place::Stretch(..) => place(extract.place),
        Place::Sentence(_) => place(extract.place).trim_start_matches('¶').to_owned(),
    };
    let voice = if extract.voice == Voice::Source { "source" } else { "analyst" };
    [
        number.to_string(),
        source.file.to_string(),
        said(source.hash.as_deref(), "[SHA-256 not known]"),
        said(source.outlet.as_deref(), "[outlet not stated]"),
        said(source.headline.as_deref(), "[no headline]"),
        said(source.byline.as_deref(), "[byline not stated]"),
        said(source.place.as_deref(), "[place not stated]"),
        source.date.map_or_else(|| "[date not stated]".to_owned(), |date| date.to_string()),
        plain(source.url.as_deref()),
        paragraph,
        plain(heading),
        shortened(extract.topic.as_deref().unwrap_or_default(), FIELD_BYTES).into_owned(),
        opposed.map_or_else(String::new, |opposed| opposed.kind.to_owned()),
        plain(opposed.and_then(|opposed| opposed.cue.as_deref())),
        plain(one),
        plain(other),
        extract.words.to_string(),
        voice.to_owned(),
        plain(extract.remark.as_deref()),
        source.read.map_or_else(String::new, |date| date.to_string()),
        source.restrictions.iter().map(|words| &**words).collect::<Vec<_>>().join("; "),
    ]
}

/// `cell` so that no spreadsheet takes it for a formula, nor what stands in it behind a character that divides cells elsewhere. One that is
/// divided so has lost its quotation marks, or keeps some that count for nothing.
fn harmless(cell: &str, delimiter: char) -> String {
    let mut out = String::with_capacity(cell.len() + 1);
    if is_formula(cell.trim_start()) {
        out.push('\'');
    }
    let mut rest = cell;
    while let Some(at) = rest.find(DIVIDERS)
        && let Some((run, behind)) = rest.split_at_checked(at + 1)
    {
        out.push_str(run);
        if !run.ends_with(delimiter) && is_formula(behind.trim_start_matches('"')) {
            out.push(' ');
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_formula_stands_at_the_head_of_no_cell() {
        for (cell, expected) in [
            ("=1", "'=1"),
            (" \n@a", "' \n @a"),
            ("a;=1;\"=2\";-3; =4", "a; =1; \"=2\"; -3; =4"),
            ("a\n＝1\n\n+2", "a\n ＝1\n\n +2"),
            ("10,- and a;b\n\"c\"", "10,- and a;b\n\"c\""),
        ] {
            assert_eq!(harmless(cell, ','), expected);
        }
        assert_eq!(harmless("a,=1;=2", '\t'), "a, =1; =2");
    }
}
