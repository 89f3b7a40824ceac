//! Citation lines: one for each place that is quoted, in text order, each place once.

use std::collections::BTreeSet;
use std::io::{self, Write};

use crate::export::cited::Cited;
use crate::export::defused::defused;
use crate::export::form::Style;
use crate::export::source::{outlet, place, whole_line};
use crate::model::{Date, Extracts, Place, Source};

pub(in crate::export) fn write(extracts: &Extracts, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut cited = Cited::of(extracts);
    let mut seen = BTreeSet::new();
    let mut lines: Vec<String> = Vec::new();
    for extract in extracts.all() {
        let of = |source: Option<&Source>| source.map_or_else(String::new, |source| citation(source, extract.place, style));
        // Sources that are cut may look the same, and are not.
        let known = (cited.cut_of(extract).map(|_| extract.source), of(cited.short(extract)));
        if seen.insert(known) {
            lines.push(of(cited.whole_once(extract)));
        }
    }
    out.write_all(defused(lines.join("\n")).as_bytes())
}

fn citation(source: &Source, at: Place, style: Style) -> String {
    let headline = source.headline.as_deref().unwrap_or("[no headline]");
    let byline = source.byline.as_deref().unwrap_or("[byline not stated]");
    let (outlet, place) = (outlet(source), place(at));
    let date = |form: fn(Date) -> String| source.date.map_or_else(|| "[date not stated]".to_owned(), form);
    let url = |before: &str, behind: &str| source.url.as_deref().map_or_else(String::new, |url| format!("{before}{url}{behind}"));
    match style {
        Style::Full => whole_line(source, Some(at)),
        Style::Chicago => {
            format!("{byline}, “{headline},” {outlet}, {}, {place}{}.", date(american), url(", ", ""))
        }
        Style::Bluebook => {
            format!("{byline}, {headline}, {outlet} ({}), {place}{}.", date(abbreviated), url(", ", ""))
        }
        Style::Oscola => {
            let town = source.place.as_deref().unwrap_or("[place not stated]");
            format!("{byline}, ‘{headline}’ {outlet} ({town}, {}) {place}{}", date(british), url(" <", ">"))
        }
    }
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// The Bluebook's table 12.
const SHORT_MONTHS: [&str; 12] = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

fn month(date: Date, names: &[&'static str; 12]) -> &'static str {
    let at = usize::try_from(date.month() - 1).unwrap_or_default();
    names.get(at).copied().unwrap_or_default()
}

/// `November 28, 2025`.
fn american(date: Date) -> String {
    format!("{} {}, {}", month(date, &MONTHS), date.day(), date.year())
}

/// `Nov. 28, 2025`.
fn abbreviated(date: Date) -> String {
    format!("{} {}, {}", month(date, &SHORT_MONTHS), date.day(), date.year())
}

/// `28 November 2025`.
fn british(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date, &MONTHS), date.year())
}
