//! `attache formats`: what attache reads, and what tells each format.

use serde::Serialize;

use super::args::Counts;
use super::print::{ExitCode, Failure, out};
use crate::read::Format;
use crate::text::wrap::{columns, wrap};

/// The columns of a row of the table.
const WIDTH: usize = 100;

#[derive(Serialize)]
struct Row {
    id: &'static str,
    name: &'static str,
    endings: &'static [&'static str],
    told_by: &'static str,
}

/// Prints all formats in the order in which they are told.
pub(super) fn formats(form: Counts) -> Result<ExitCode, Failure> {
    let rows: Vec<Row> = Format::all()
        .map(|format| Row { id: format.id(), name: format.name(), endings: format.endings(), told_by: format.told_by() })
        .collect();
    match form {
        Counts::Json => out(&format!("{}\n", serde_json::to_string_pretty(&rows).unwrap_or_default()).into())?,
        Counts::Text => rows.iter().try_for_each(|row| out(&line(row, &rows).into()))?,
    }
    Ok(ExitCode::WELL)
}

/// A row of the table: id and name in columns, what tells it wrapped beneath itself.
fn line(row: &Row, all: &[Row]) -> String {
    let widest = |of: fn(&Row) -> &str| all.iter().map(|row| columns(of(row))).max().unwrap_or_default();
    let (ids, names) = (widest(|row| row.id), widest(|row| row.name));
    let indent = ids + names + 4;
    let endings: Vec<String> = row.endings.iter().map(|ending| format!(".{ending}")).collect();
    let told = if endings.is_empty() { row.told_by.to_owned() } else { format!("{} ({})", row.told_by, endings.join(" ")) };
    let told: Vec<&str> = wrap(&told, WIDTH.saturating_sub(indent)).into_iter().map(|span| span.of(&told).trim()).collect();
    let mut line = format!("{:ids$}  {:names$}  ", row.id, row.name);
    line.push_str(&told.join(&format!("\n{}", " ".repeat(indent))));
    line.push('\n');
    line
}
