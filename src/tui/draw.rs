//! Rows, headings and rules put into the buffer of cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

use super::theme::{Part, Theme};
use crate::app::geometry::Area;
use crate::app::page::Row;
use crate::app::reader::Pane;

/// Puts `row` into the first row of `area`; what would not fit is cut.
pub(super) fn row(buffer: &mut Buffer, area: Rect, row: &Row, theme: Theme) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    for run in row.runs.iter().filter(|run| run.column < area.width) {
        let room = usize::from(area.width - run.column);
        buffer.set_stringn(area.x + run.column, area.y, &run.text, room, theme.tone(run.tone));
    }
}

/// The heading of a pane: a rule across with the title in it, doubled where the pane is the chosen one.
pub(super) fn heading(buffer: &mut Buffer, pane: &Pane, theme: Theme) {
    let area = rect(pane.heading).intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let (rule, part) = if pane.focused { ("═", Part::FocusedRule) } else { ("─", Part::Rule) };
    let across = rule.repeat(usize::from(area.width));
    buffer.set_stringn(area.x, area.y, across, usize::from(area.width), theme.part(part));
    row(buffer, area, &pane.title, theme);
}

/// The upright rule between two panes, from below the first `head` rows to above the footer.
pub(super) fn upright(buffer: &mut Buffer, area: Rect, head: u16, column: u16, theme: Theme) {
    for y in area.y + head..area.bottom().saturating_sub(1) {
        buffer.set_stringn(area.x + column, y, "│", 1, theme.part(Part::Rule));
    }
}

/// Clears a frame for a sheet and gives the area inside it.
pub(super) fn frame_around(buffer: &mut Buffer, frame: Area, title: &Row, theme: Theme) -> Area {
    let outer = rect(frame).intersection(buffer.area);
    Clear.render(outer, buffer);
    Block::bordered().border_style(theme.part(Part::FocusedRule)).render(outer, buffer);
    let inside = |by: u16| Area {
        x: frame.x + by,
        y: frame.y + 1,
        width: frame.width.saturating_sub(2 * by),
        height: frame.height.saturating_sub(2),
    };
    let heading = Rect { x: outer.x + 2, width: outer.width.saturating_sub(4), height: outer.height.min(1), ..outer };
    row(buffer, heading, title, theme);
    inside(2)
}

fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}
