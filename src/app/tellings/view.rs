//! The page of tellings laid into an area: which two they are, how much they have in common, and the lines.

use super::{Line, TellingsView, rows};
use crate::app::event::Effect;
use crate::app::geometry::Area;
use crate::app::page::point::remark;
use crate::app::page::{Row, Run, Tone};
use crate::app::reader::Panes;
use crate::app::{App, screen};
use crate::export::counted;
use crate::library::Entry;
use crate::library::alike::Counts;
use crate::text::Clean;
use crate::text::wrap::shorten;

/// What is seen of the page.
struct Seen {
    rows: Vec<Row>,
    cursor: Option<u16>,
    wish: Option<Effect>,
}

impl App {
    /// The tellings in `area`.
    pub(in crate::app) fn tellings(&mut self, area: Area) -> Panes {
        let Some(view) = self.pages.tellings_mut() else { return Panes::default() };
        let seen = view.window(area.width.saturating_sub(1), area.height.saturating_sub(1));
        let title = shorten(&view.title(), usize::from(area.width.saturating_sub(6)));
        self.wishes.extend(seen.wish);
        let mut panes = screen::one_pane(area, &title, seen.rows);
        panes.panes.iter_mut().for_each(|pane| pane.cursor = seen.cursor);
        panes
    }
}

impl TellingsView {
    fn title(&self) -> Clean {
        format!("{} of one story | {} beside the first", counted(self.tellings.len(), "telling"), ordinal(self.other + 1)).into()
    }

    fn window(&mut self, columns: u16, height: u16) -> Seen {
        let wish = self.wish();
        let mut head = self.head(columns);
        head.truncate(usize::from(height / 2));
        let above = u16::try_from(head.len()).unwrap_or(height);
        let room = height - above;
        self.rows = usize::from(room);
        let cursor = match &self.comparison {
            Some(Ok(comparison)) if !self.lines.is_empty() => {
                let mut list = self.list;
                let window = list.window(self.lines.len(), room, |at| {
                    let line = self.lines.get(at).unwrap_or(&Line::Step(0));
                    rows::rows(comparison, line, columns, at == self.list.selected)
                });
                self.list = list;
                head.extend(window.rows);
                window.cursor.map(|row| row + above)
            }
            Some(Ok(_)) => {
                head.extend(remark("Neither has a sentence.", columns));
                None
            }
            Some(Err(reason)) => {
                head.extend(remark(reason, columns));
                None
            }
            None => {
                head.extend(remark("Comparing ...", columns));
                None
            }
        };
        Seen { rows: head, cursor, wish }
    }

    /// The two tellings, what they have in common, and an empty row.
    fn head(&self, columns: u16) -> Vec<Row> {
        let Some([first, other]) = self.pair() else { return Vec::new() };
        let mut head = vec![telling("1", first, columns), telling(&(self.other + 1).to_string(), other, columns)];
        if let Some(Ok(comparison)) = &self.comparison {
            let words = shorten(&in_words(comparison.counts()), usize::from(columns.saturating_sub(rows::TEXT)));
            head.push(Row::of(words, Tone::Quiet).indent(rows::TEXT));
        }
        head.push(Row::default());
        head
    }
}

/// One of the two: its number, date, outlet and headline.
fn telling(number: &str, entry: &Entry, columns: u16) -> Row {
    let mut row = Row::of(number, Tone::Quiet).indent(2);
    let Some(card) = entry.card() else {
        row.push(2, shorten(&entry.name, usize::from(columns.saturating_sub(rows::TEXT))), Tone::Body);
        return row;
    };
    let date = card.date.map_or_else(|| "[no date]".to_owned(), |date| date.to_string());
    let outlet = shorten(card.outlet.as_deref().unwrap_or("[no outlet]"), usize::from(columns / 3));
    row.runs.push(Run {
        column: rows::TEXT,
        text: shorten(&date, usize::from(columns.saturating_sub(rows::TEXT))).into(),
        tone: Tone::Quiet,
    });
    for (words, tone) in [(&*outlet, Tone::Strong), (&*card.headline, Tone::Body)] {
        let room = columns.saturating_sub(row.end() + 2);
        if room > 0 {
            row.push(2, shorten(words, usize::from(room)), tone);
        }
    }
    row
}

/// What the two have in common and what not.
fn in_words(counts: Counts) -> String {
    let Counts { same, moved, reworded, cut, added } = counts;
    let parts = [(moved, "moved"), (reworded, "reworded"), (cut, "cut"), (added, "added")];
    let others = parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    std::iter::once(format!("{} in common", counted(same, "sentence"))).chain(others).collect::<Vec<_>>().join(", ")
}

fn ordinal(number: usize) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
