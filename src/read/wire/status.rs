//! Whether an item may be used: publishing status, embargo, terms, and editors' notes that speak of an embargo.

use super::super::gathered::gather;
use super::super::said::line;
use crate::model::{Fields, Restriction};

/// What an embargo says that names no end (`embargoed` without a moment in NewsML-G2 and ninjs).
const OPEN_END: &str = "further notice";

/// Takes what a publishing status says, such as `usable`, `stat:canceled` (pubstatus of IPTC's codes) or `killed`.
pub(super) fn status(fields: &mut Fields, word: &str) {
    let word = word.rsplit([':', '/']).next().unwrap_or(word).trim().to_ascii_lowercase();
    let restriction = match word.as_str() {
        "canceled" | "cancelled" | "kill" | "killed" | "recalled" | "withdrawn" => Restriction::Cancelled,
        "withheld" | "withhold" | "hold" | "held" => Restriction::Withheld,
        _ => return,
    };
    restrict(fields, restriction);
}

/// Takes an embargo until this moment, and why.
pub(super) fn embargo(fields: &mut Fields, until: Option<&str>, reason: Option<&str>) {
    let until = until.and_then(line).unwrap_or_else(|| OPEN_END.into());
    let words = reason.and_then(line).map(|reason| format!("{until} ({reason})").into());
    fields.restrictions.retain(|known| !matches!(known, Restriction::Embargoed(_)));
    restrict(fields, Restriction::Embargoed(words.unwrap_or(until)));
}

/// Takes terms of use.
pub(super) fn terms(fields: &mut Fields, words: &str) {
    if let Some(words) = line(words) {
        restrict(fields, Restriction::Terms(words));
    }
}

/// Takes an embargo of which only a note to editors speaks.
pub(super) fn noted(fields: &mut Fields, note: &str) {
    let low = note.to_ascii_lowercase();
    let is_over = ["lifted", "no embargo", "not embargoed", "embargo over", "expired"].iter().any(|over| low.contains(over));
    let is_known = fields.restrictions.iter().any(|known| matches!(known, Restriction::Embargoed(_)));
    if low.contains("embargo") && !is_over && !is_known {
        embargo(fields, Some(unlabelled(note)), None);
    }
}

/// What stands behind `EMBARGO:` or `Embargoed until` at the beginning of a note; else all of it.
fn unlabelled(note: &str) -> &str {
    let behind = |text: &'_ str, label: &str| text.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label));
    let mut rest = note.trim();
    for label in ["embargo", "ed", ":", "until", "till"] {
        if behind(rest, label) {
            rest = rest.get(label.len()..).unwrap_or_default().trim_start();
        } else if label == "embargo" {
            return note;
        }
    }
    if rest.is_empty() { note } else { rest }
}

/// Adds a restriction once, where the gravest stand first.
pub(super) fn restrict(fields: &mut Fields, restriction: Restriction) {
    let grave = |restriction: &Restriction| match restriction {
        Restriction::Cancelled => 0,
        Restriction::Withheld => 1,
        Restriction::Embargoed(_) => 2,
        Restriction::Terms(_) => 3,
    };
    gather(&mut fields.restrictions, restriction);
    fields.restrictions.sort_by_key(grave);
}
