//! A tray as a page to read: its lines numbered, each with its source and the analyst's remark, and the sources at the end.

use std::fmt::Write;

use super::cited::Cited;
use super::counted;
use super::defused::without_tags;
use super::source::{line, whole_line};
use crate::model::Extracts;

/// How much is in a tray: `5 lines of 3 articles`.
pub fn tray_in_words(extracts: &Extracts) -> String {
    format!("{} of {}", counted(extracts.all().count(), "line"), counted(extracts.sources.len(), "article"))
}

/// The page of a tray.
pub fn tray_page(extracts: &Extracts) -> String {
    let mut out = format!("{}\n{}\n\n", extracts.title.as_deref().unwrap_or("Tray"), tray_in_words(extracts));
    let width = extracts.all().count().to_string().len();
    let indent = " ".repeat(width + 2);
    let cited = Cited::of(extracts);
    for (number, extract) in (1..).zip(extracts.all()) {
        let words = extract.words.replace('\n', &format!("\n{indent}"));
        let source = cited.short(extract).map_or_else(String::new, |source| line(source, extract.place));
        let _ = writeln!(out, "{number:>width$}. {words}\n{indent}-- {source} [{}]", extract.source + 1);
        if let Some(remark) = &extract.remark {
            let _ = writeln!(out, "{indent}[analyst: {remark}]");
        }
        out.push('\n');
    }
    out.push_str("Sources\n");
    for (number, source) in (1..).zip(&extracts.sources) {
        let _ = writeln!(out, "[{number}] {}", whole_line(source, None));
    }
    without_tags(out)
}
