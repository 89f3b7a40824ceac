//! Plain text: each line verbatim, its source line under it, and at the end all that is known of the sources.

use std::fmt::Write;

use crate::export::defused::{defused, without_tags};
use crate::export::source::{line, whole_line};
use crate::model::{Extract, Extracts};

pub(in crate::export) fn write(extracts: &Extracts) -> String {
    without_tags(lines(extracts))
}

fn lines(extracts: &Extracts) -> String {
    let mut out = String::new();
    if let [source] = &*extracts.sources
        && let [only] = &*extracts.all().collect::<Vec<_>>()
        && extracts.title.is_none()
        && extracts.parts.iter().all(|part| part.heading.is_none() && part.slot.is_none())
    {
        extract(&mut out, only, &whole_line(source, Some(only.place)));
        return out;
    }
    if let Some(title) = &extracts.title {
        let _ = writeln!(out, "{}\n", defused(&**title));
    }
    let numbered = extracts.sources.len() > 1;
    for part in &extracts.parts {
        if let Some(heading) = &part.heading {
            let _ = writeln!(out, "{}\n", defused(&**heading));
        }
        if let Some(slot) = &part.slot {
            let _ = writeln!(out, "[to be written: {slot}]\n");
        }
        for own in &part.extracts {
            let number = if numbered { format!(" [{}]", own.source + 1) } else { String::new() };
            let line = extracts.source(own).map_or_else(String::new, |source| line(source, own.place));
            extract(&mut out, own, &format!("{line}{number}"));
            out.push('\n');
        }
    }
    out.push_str(if numbered { "Sources\n" } else { "Source: " });
    for (at, source) in extracts.sources.iter().enumerate() {
        let number = if numbered { format!("[{}] ", at + 1) } else { String::new() };
        let _ = writeln!(out, "{number}{}", whole_line(source, None));
    }
    out
}

fn extract(out: &mut String, extract: &Extract, line: &str) {
    let _ = writeln!(out, "{}\n-- {line}", defused(&*extract.words));
    if let Some(remark) = &extract.remark {
        let _ = writeln!(out, "[analyst: {remark}]");
    }
}
