//! Where things stand on the screen: plain arithmetic in columns and rows, no widget and no terminal.

use crate::model::Section;

/// A screen's size in columns and rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of cells, from the upper left corner of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// The whole screen.
    pub fn whole(size: Size) -> Self {
        Self { x: 0, y: 0, width: size.width, height: size.height }
    }

    /// The area without `rows` at its top.
    #[must_use]
    pub fn below(self, rows: u16) -> Self {
        let rows = rows.min(self.height);
        Self { y: self.y + rows, height: self.height - rows, ..self }
    }

    /// The first `rows` rows of the area.
    #[must_use]
    pub fn top(self, rows: u16) -> Self {
        Self { height: rows.min(self.height), ..self }
    }
}

/// The narrowest and lowest screen that anything is drawn on.
pub const SMALLEST: Size = Size { width: 20, height: 5 };

/// The widest and highest screen that is drawn on, no less than an 8K one has room for in the smallest letters. A terminal may say that
/// it has 65,535 columns and rows, and each of their cells takes memory.
pub const LARGEST: Size = Size { width: 1500, height: 500 };

/// From this width on the panes stand side by side; below, one at a time under a row of tabs.
pub const WIDE: u16 = 100;

/// The widest a row of the article is set.
pub const TEXT_COLUMNS: u16 = 80;

/// The widest the panes at the left grow.
const LEFT_COLUMNS: u16 = 92;

/// Whether the panes stand side by side.
pub fn is_wide(size: Size) -> bool {
    size.width >= WIDE
}

/// The columns of the stack at the left of a wide screen.
pub fn left_width(width: u16) -> u16 {
    (width * 9 / 20).min(LEFT_COLUMNS)
}

/// The rows of the three panes stacked in `height` rows, each with its heading: the `tall` one gets what it needs before the
/// others get more than a share, and the last one keeps what is over.
pub fn stack(height: u16, needs: [u16; 3], tall: usize) -> [u16; 3] {
    let headed = needs.map(|rows| rows.saturating_add(1));
    let share = (height / 4).max(2);
    let mut given = headed.map(|rows| rows.min(share));
    let mut left = height.saturating_sub(given.iter().sum());
    let order = [tall, 0, 1, 2];
    for at in order {
        if let (Some(has), Some(wants)) = (given.get_mut(at), headed.get(at)) {
            let more = wants.saturating_sub(*has).min(left);
            *has += more;
            left -= more;
        }
    }
    let [_, _, last] = &mut given;
    *last += left;
    clip(given, height)
}

/// Takes rows away from the end where a low screen has fewer than the panes were given.
fn clip(mut given: [u16; 3], height: u16) -> [u16; 3] {
    let mut left = height;
    for rows in &mut given {
        *rows = (*rows).min(left);
        left -= *rows;
    }
    given
}

/// The place of a section in the stack at the left; the text stands at the right.
pub fn stack_place(section: Section) -> Option<usize> {
    match section {
        Section::Summary => Some(0),
        Section::Agenda => Some(1),
        Section::Tensions => Some(2),
        Section::Text => None,
    }
}

#[cfg(test)]
mod tests {
    use super::stack;

    #[test]
    fn the_tall_pane_has_the_room_it_needs() {
        assert_eq!(stack(36, [8, 30, 20], 1), [9, 18, 9]);
        assert_eq!(stack(36, [8, 30, 20], 2), [9, 9, 18]);
        assert_eq!(stack(36, [3, 5, 8], 1), [4, 6, 26]);
        assert_eq!(stack(2, [8, 30, 20], 1), [2, 0, 0]);
        assert_eq!(stack(0, [8, 30, 20], 0), [0, 0, 0]);
    }
}
