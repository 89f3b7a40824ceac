//! RIS (the tagged format of reference managers, 2011), one record per source; each extract is a note of it.

use std::fmt::Write;

use super::{annotation, by_source, key};
use crate::export::source::{byline, dateline, note, outlet};
use crate::model::{Extracts, Source};

pub(in crate::export) fn write(extracts: &Extracts) -> String {
    let mut out = String::new();
    for (_, source, own) in by_source(extracts) {
        record(&mut out, source);
        for extract in own {
            tag(&mut out, "N1", &annotation(extract));
        }
        out.push_str("ER  - \n");
    }
    out
}

fn record(out: &mut String, source: &Source) {
    tag(out, "TY", "NEWS");
    tag(out, "ID", &key(source));
    tag(out, "TI", source.headline.as_deref().unwrap_or("[no headline]"));
    tag(out, "AU", &byline(source));
    tag(out, "T2", &outlet(source));
    tag(out, "CY", &dateline(source));
    match source.date {
        Some(date) => {
            tag(out, "PY", &date.year().to_string());
            tag(out, "DA", &format!("{:04}/{:02}/{:02}", date.year(), date.month(), date.day()));
        }
        None => tag(out, "DA", "[date not stated]"),
    }
    source.read.iter().for_each(|date| tag(out, "Y2", &date.strftime("%Y/%m/%d").to_string()));
    source.url.iter().for_each(|url| tag(out, "UR", url));
    tag(out, "N1", &note(source));
}

/// A line of a record; a value is one line.
fn tag(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "{name}  - {}", value.replace('\n', " "));
}
