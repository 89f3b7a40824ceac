//! The rows of the tray: number, words, source, and the analyst's remark apart from them.

use super::TrayView;
use crate::app::action::Action;
use crate::app::keymap::{Context, Keymap};
use crate::app::page::{Row, Run, Tone};
use crate::export::{short_line, tray_in_words};
use crate::library::tray::Line;
use crate::text::Clean;
use crate::text::wrap::{columns, shorten, wrap};

/// So many rows of a line's words are shown: enough to know it by.
const WORDS: usize = 2;

/// What stands before a remark.
const REMARK: &str = "analyst: ";

impl TrayView {
    /// The heading of the tray.
    pub(in crate::app) fn heading(&self) -> Clean {
        let count = (!self.tray.lines().is_empty()).then(|| tray_in_words(&self.tray.extracts()));
        let parts = ["Tray"].into_iter().chain(self.tray.title().map(|title| &**title)).chain(count.as_deref());
        parts.collect::<Vec<_>>().join(" | ").into()
    }

    /// The rows that fit `width` and `height`.
    pub(in crate::app) fn rows(&mut self, keymap: &Keymap, width: u16, height: u16) -> Vec<Row> {
        let lines = self.tray.lines();
        if lines.is_empty() {
            let key = keymap.key(Context::Reader, Action::Take).map(|key| key.to_string()).unwrap_or_default();
            let words = Clean::from(format!("Nothing is in the tray. In a briefing, {key} puts the chosen line into it."));
            let rows = wrap(&words, usize::from(width.max(1)));
            return rows.into_iter().map(|row| Row::of(row.of(&words), Tone::Quiet)).take(usize::from(height)).collect();
        }
        let digits = columns(&lines.len().to_string());
        let selected = self.list.selected.min(lines.len() - 1);
        let one = |at: usize| lines.get(at).map(|line| rows(line, at, digits, width, at == selected)).unwrap_or_default();
        self.list.window(lines.len(), height, one).rows
    }
}

/// The rows of one line.
fn rows(line: &Line, at: usize, digits: usize, width: u16, selected: bool) -> Vec<Row> {
    let indent = u16::try_from(digits + 4).unwrap_or(u16::MAX);
    let room = usize::from(width.saturating_sub(indent).max(1));
    let mut rows: Vec<Row> = first_rows(&line.extract().words.one_line(), room);
    rows.push(Row::of(shorten(&short_line(line.source(), line.extract().place), room), Tone::Quiet));
    rows.extend(line.extract().remark.iter().flat_map(|remark| remark_rows(remark, room)));
    for row in &mut rows {
        *row = std::mem::take(row).indent(indent);
        if selected {
            *row = std::mem::take(row).chosen();
        }
    }
    if let Some(first) = rows.first_mut() {
        let number = Run { column: 2, text: format!("{:>digits$}", at + 1).into(), tone: Tone::Quiet };
        first.runs.insert(0, number);
        if selected {
            first.runs.insert(0, Run { column: 0, text: ">".into(), tone: Tone::Selected });
        }
    }
    rows
}

/// The beginning of a line's words.
fn first_rows(words: &Clean, room: usize) -> Vec<Row> {
    let wrapped = wrap(words, room);
    let seen = wrapped.iter().take(WORDS).enumerate().map(|(at, row)| {
        let is_cut = at + 1 == WORDS && wrapped.len() > WORDS;
        let text = if is_cut { shorten(words.get(row.start()..).unwrap_or_default(), room) } else { row.of(words).to_owned() };
        Row::of(text, Tone::Body)
    });
    seen.collect()
}

/// A remark, headed by whose it is: never to be taken for the source's words.
fn remark_rows(remark: &Clean, room: usize) -> Vec<Row> {
    let head = columns(REMARK);
    let (label, indent) = if room > 2 * head { (REMARK, head) } else { ("| ", 2) };
    let wrapped = wrap(remark, room.saturating_sub(indent).max(1));
    let rows = wrapped.into_iter().enumerate().map(|(at, row)| {
        let mut shown = Row::of(if at == 0 { label } else { "" }, Tone::Cue);
        shown.runs.push(Run { column: u16::try_from(indent).unwrap_or_default(), text: row.of(remark).into(), tone: Tone::Body });
        shown
    });
    rows.collect()
}
