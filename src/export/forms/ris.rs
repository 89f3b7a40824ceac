//! RIS (the tagged format of reference managers, 2011), one record per source; each extract is a note of it.

use std::io::{self, Write};

use super::{annotation, by_source, key};
use crate::export::source::{byline, dateline, note, outlet};
use crate::model::{Extracts, Source};

pub(in crate::export) fn write(extracts: &Extracts, out: &mut dyn Write) -> io::Result<()> {
    for (source, own) in by_source(extracts) {
        record(out, &source)?;
        for extract in own {
            tag(out, "N1", &annotation(extract))?;
        }
        out.write_all(b"ER  - \n")?;
    }
    Ok(())
}

fn record(out: &mut dyn Write, source: &Source) -> io::Result<()> {
    tag(out, "TY", "NEWS")?;
    tag(out, "ID", &key(source))?;
    tag(out, "TI", source.headline.as_deref().unwrap_or("[no headline]"))?;
    tag(out, "AU", &byline(source))?;
    tag(out, "T2", &outlet(source))?;
    tag(out, "CY", &dateline(source))?;
    match source.date {
        Some(date) => {
            tag(out, "PY", &date.year().to_string())?;
            tag(out, "DA", &format!("{:04}/{:02}/{:02}", date.year(), date.month(), date.day()))?;
        }
        None => tag(out, "DA", "[date not stated]")?,
    }
    if let Some(date) = source.read {
        tag(out, "Y2", &date.strftime("%Y/%m/%d").to_string())?;
    }
    if let Some(url) = &source.url {
        tag(out, "UR", url)?;
    }
    tag(out, "N1", &note(source))
}

/// A line of a record; a value is one line.
fn tag(out: &mut dyn Write, name: &str, value: &str) -> io::Result<()> {
    writeln!(out, "{name}  - {}", value.replace('\n', " "))
}
