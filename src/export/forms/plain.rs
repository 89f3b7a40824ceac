//! Plain text: each line verbatim, its source line under it, and at the end all that is known of the sources.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::export::cited::Cited;
use crate::export::defused::{defused, without_tags};
use crate::export::source::{line, whole_line};
use crate::model::{Extract, Extracts, Source};

/// So much is put together before it is given away.
const SHEET_BYTES: usize = 64 * 1024;

pub(in crate::export) fn write(extracts: &Extracts, out: &mut dyn Write) -> io::Result<()> {
    let mut sheet = String::new();
    if let Some((only, source)) = alone(extracts) {
        extract(&mut sheet, only, &whole_line(source, Some(only.place)));
        return put(out, &mut sheet);
    }
    if let Some(title) = &extracts.title {
        let _ = writeln!(sheet, "{}\n", defused(&**title));
    }
    let (cited, numbered) = (Cited::of(extracts), extracts.sources.len() > 1);
    for part in &extracts.parts {
        if let Some(heading) = &part.heading {
            let _ = writeln!(sheet, "{}\n", defused(&**heading));
        }
        if let Some(slot) = &part.slot {
            let _ = writeln!(sheet, "[to be written: {slot}]\n");
        }
        for own in &part.extracts {
            let number = if numbered { format!(" [{}]", own.source + 1) } else { String::new() };
            let line = cited.short(own).map_or_else(String::new, |source| line(source, own.place));
            extract(&mut sheet, own, &format!("{line}{number}"));
            sheet.push('\n');
            if sheet.len() >= SHEET_BYTES {
                put(out, &mut sheet)?;
            }
        }
    }
    sheet.push_str(if numbered { "Sources\n" } else { "Source: " });
    for (at, source) in extracts.sources.iter().enumerate() {
        let number = if numbered { format!("[{}] ", at + 1) } else { String::new() };
        let _ = writeln!(sheet, "{number}{}", whole_line(source, None));
    }
    put(out, &mut sheet)
}

/// The only extract, where nothing stands around it.
fn alone(extracts: &Extracts) -> Option<(&Extract, &Source)> {
    let mut all = extracts.all();
    match (all.next(), all.next(), &*extracts.sources) {
        (Some(only), None, [source]) if extracts.title.is_none() => {
            let is_bare = extracts.parts.iter().all(|part| part.heading.is_none() && part.slot.is_none());
            is_bare.then_some((only, source))
        }
        _ => None,
    }
}

/// Gives away what there is, which ends with a line.
fn put(out: &mut dyn Write, sheet: &mut String) -> io::Result<()> {
    out.write_all(without_tags(std::mem::take(sheet)).as_bytes())
}

fn extract(out: &mut String, extract: &Extract, line: &str) {
    let _ = writeln!(out, "{}\n-- {line}", defused(&*extract.words));
    if let Some(remark) = &extract.remark {
        let _ = writeln!(out, "[analyst: {remark}]");
    }
}
