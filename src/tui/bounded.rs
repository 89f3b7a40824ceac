//! A terminal that says it is no larger than what is drawn on: a cell takes memory, and what says how large it is need not be a screen.

use std::io;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use crate::app::geometry::LARGEST;

/// A backend of at most [`LARGEST`].
#[derive(Debug)]
pub(super) struct Bounded<B>(pub(super) B);

fn bounded(size: Size) -> Size {
    Size { width: size.width.min(LARGEST.width), height: size.height.min(LARGEST.height) }
}

impl<B: Backend<Error = io::Error>> Backend for Bounded<B> {
    type Error = io::Error;

    fn size(&self) -> io::Result<Size> {
        self.0.size().map(bounded)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let whole = self.0.window_size()?;
        Ok(WindowSize { columns_rows: bounded(whole.columns_rows), ..whole })
    }

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        self.0.draw(content)
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.0.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.0.clear_region(region)
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::bounded;

    #[test]
    fn a_screen_that_is_no_screen_is_drawn_in_part() {
        assert_eq!(bounded(Size { width: u16::MAX, height: u16::MAX }), Size { width: 1500, height: 500 });
        assert_eq!(bounded(Size { width: u16::MAX, height: 1 }), Size { width: 1500, height: 1 });
        assert_eq!(bounded(Size { width: 0, height: 24 }), Size { width: 0, height: 24 });
    }
}
