//! A list of lines in a window: which of them are seen, so that the selected one is.

use super::Row;
use crate::app::action::Action;

/// Where a list stands: the selected line, and the line and row at the top of its window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    /// The selected line, from 0.
    pub selected: usize,
    top: (usize, usize),
}

/// The part of a list that is seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The rows, from the top.
    pub rows: Vec<Row>,
    /// The row on which the selected line begins, if it is seen.
    pub cursor: Option<u16>,
}

impl ListState {
    /// A list with the line at `selected` chosen.
    pub fn at(selected: usize) -> Self {
        Self { selected, top: (selected, 0) }
    }

    /// Moves the selection by `lines` among `count`; whether it moved.
    pub fn step(&mut self, lines: isize, count: usize) -> bool {
        let last = count.saturating_sub(1);
        let to = self.selected.saturating_add_signed(lines).min(last);
        let moved = to != self.selected;
        self.selected = to;
        moved
    }

    /// Moves the selection among `count` lines as `action` says, by `page` lines where it is a page; whether it is an action that moves.
    pub fn moves(&mut self, action: Action, page: isize, count: usize) -> bool {
        let lines = match action {
            Action::Down => 1,
            Action::Up => -1,
            Action::PageDown => page,
            Action::PageUp => -page,
            Action::Top => isize::MIN + 1,
            Action::Bottom => isize::MAX,
            _ => return false,
        };
        self.step(lines, count);
        true
    }

    /// The rows that `height` rows show of a list of `count` lines, each laid out by `rows`; scrolls as little as the selection
    /// asks for.
    pub fn window(&mut self, count: usize, height: u16, rows: impl Fn(usize) -> Vec<Row>) -> Window {
        let height = usize::from(height);
        self.selected = self.selected.min(count.saturating_sub(1));
        self.follow(height, &rows);
        let mut window = Window::default();
        let mut item = self.top.0;
        let mut skip = self.top.1;
        while window.rows.len() < height && item < count {
            if item == self.selected && skip == 0 {
                window.cursor = u16::try_from(window.rows.len()).ok();
            }
            let room = height - window.rows.len();
            window.rows.extend(rows(item).into_iter().skip(skip).take(room));
            item += 1;
            skip = 0;
        }
        window
    }

    /// Moves the top so that the selected line is seen, its beginning before its end.
    fn follow(&mut self, height: usize, rows: &impl Fn(usize) -> Vec<Row>) {
        if self.top.0 >= self.selected {
            self.top = (self.selected, 0);
            return;
        }
        let mut above = rows(self.selected).len();
        if above >= height {
            self.top = (self.selected, 0);
            return;
        }
        for item in (self.top.0..self.selected).rev() {
            let tall = rows(item).len();
            if above + tall >= height {
                self.top = (item, (above + tall).saturating_sub(height)).max(self.top);
                return;
            }
            above += tall;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ListState, Row};

    fn seen(state: &mut ListState, height: u16) -> String {
        let rows = |item: usize| {
            (0..2).map(|row| Row { selected: row == 0, ..Row::of(format!("{item}{row}"), super::super::Tone::Body) }).collect()
        };
        let window = state.window(5, height, rows);
        window.rows.iter().map(Row::words).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_window_follows_the_selection_and_no_more() {
        let mut state = ListState::default();
        assert_eq!(seen(&mut state, 5), "00 01 10 11 20");
        state.step(1, 5);
        assert_eq!(seen(&mut state, 5), "00 01 10 11 20");
        state.step(1, 5);
        assert_eq!(seen(&mut state, 5), "01 10 11 20 21");
        state.step(9, 5);
        assert_eq!(seen(&mut state, 5), "21 30 31 40 41");
        state.step(-1, 5);
        assert_eq!(seen(&mut state, 5), "21 30 31 40 41");
        state.step(-9, 5);
        assert_eq!(seen(&mut state, 1), "00");
    }
}
