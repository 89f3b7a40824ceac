//! Title, source, date and the rest of what a briefing file says of its article.

use super::line::filled;
use crate::form::{Item, Table};
use crate::model::{Date, Head};
use crate::read::date::date;
use crate::text::Clean;

/// The fields that `root` says.
pub(super) fn head(root: &Table<'_>) -> Head {
    let field = |key| root.item(key).and_then(filled).map(|(text, _)| text.one_line());
    Head {
        headline: field("title"),
        date: root.item("date").and_then(day),
        outlet: field("source"),
        url: field("url"),
        byline: field("byline"),
        place: field("place"),
        standfirst: field("standfirst"),
    }
}

/// A TOML date, or a text in one of the forms that articles use.
fn day(item: Item<'_>) -> Option<Date> {
    let (written, _) = item.text_or_date()?;
    match date(&written) {
        Some(found) if found.end == written.trim_end().len() && found.day.is_some() => found.day,
        Some(found) if found.day.is_none() => refuse(item, "this date can be read as two days"),
        _ => refuse(item, "this is no date"),
    }
}

fn refuse(item: Item<'_>, message: &str) -> Option<Date> {
    item.complain(Clean::from(message), "write year, month and day: 2025-11-28");
    None
}
