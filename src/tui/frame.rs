//! A screen value as a widget.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::draw::{frame_around, heading, row, upright};
use super::theme::Theme;
use crate::app::geometry::Area;
use crate::app::reader::Pane;
use crate::app::screen::Screen;

/// A screen in a theme.
#[derive(Debug)]
pub(super) struct Painted<'a> {
    pub(super) screen: &'a Screen,
    pub(super) theme: Theme,
}

impl Widget for Painted<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { screen, theme } = self;
        if area.is_empty() {
            return;
        }
        row(buffer, top(area, 0), &screen.title, theme);
        if let Some(banner) = &screen.banner {
            row(buffer, top(area, 1), banner, theme);
        }
        let head = 1 + u16::from(screen.banner.is_some());
        if let Some(tabs) = &screen.panes.tabs {
            row(buffer, top(area, head), tabs, theme);
        }
        if let Some(column) = screen.panes.rule {
            upright(buffer, area, head, column, theme);
        }
        for pane in &screen.panes.panes {
            self::pane(buffer, pane, theme);
        }
        if area.height > 1 {
            if let Some(query) = &screen.query {
                row(buffer, top(area, area.height.saturating_sub(2)), query, theme);
            }
            row(buffer, top(area, area.height - 1), &screen.footer, theme);
        }
        if let Some((frame, title, rows)) = &screen.sheet {
            let inner = frame_around(buffer, *frame, title, theme);
            rows.iter().zip(0..).for_each(|(r, at)| row(buffer, line(inner, at), r, theme));
        }
    }
}

fn pane(buffer: &mut Buffer, pane: &Pane, theme: Theme) {
    if pane.heading.height > 0 {
        heading(buffer, pane, theme);
    }
    for (r, at) in pane.rows.iter().zip(0..pane.body.height) {
        row(buffer, line(pane.body, at), r, theme);
    }
}

fn top(area: Rect, at: u16) -> Rect {
    Rect { y: area.y + at, height: 1, ..area }.intersection(area)
}

fn line(area: Area, at: u16) -> Rect {
    Rect { x: area.x, y: area.y + at, width: area.width, height: 1 }
}
