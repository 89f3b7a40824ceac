//! The lines of a briefing file: a text alone, or a text with the quotation it rests on.

use crate::form::{Item, Table};
use crate::model::WrittenPoint;
use crate::text::{Clean, Span};

/// The lines of the array under `key`.
pub(super) fn lines(table: &Table<'_>, key: &'static str) -> Vec<WrittenPoint> {
    table.items(key).into_iter().filter_map(line).collect()
}

fn line(item: Item<'_>) -> Option<WrittenPoint> {
    if !item.is_table() {
        let (text, place) = filled(item)?;
        return Some(WrittenPoint { wording: Some(text.one_line()), quote: None, place });
    }
    let (wording, quote) = item.table(words)?;
    if wording.is_none() && quote.is_none() {
        item.complain("a line without words", "write text = \"...\", quote = \"...\" or both");
        return None;
    }
    Some(WrittenPoint { wording, quote, place: item.span() })
}

/// The `text` and the `quote` of a table.
pub(super) fn words(table: &Table<'_>) -> (Option<Clean>, Option<(Clean, Span)>) {
    let wording = table.item("text").and_then(filled).map(|(text, _)| text.one_line());
    (wording, table.item("quote").and_then(filled))
}

/// A text that says something; an empty one is a complaint.
pub(super) fn filled(item: Item<'_>) -> Option<(Clean, Span)> {
    let (text, place) = item.text()?;
    if text.trim().is_empty() {
        item.complain("this text is empty", "leave the key out where there is nothing to say");
        return None;
    }
    Some((text, place))
}
