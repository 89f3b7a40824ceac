//! The mouse, where the reader has asked for it: the wheel moves what lies under it, a click chooses the pane.
//!
//! The terminal keeps the mouse until then, for its own selection.

use super::App;
use super::action::Action;
use super::event::Effect;
use super::geometry::Area;
use super::reader::Way;
use crate::model::Section;

/// The rows of text that one notch of the wheel scrolls.
const NOTCH: i32 = 3;

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The wheel was turned, downwards or upwards.
    Wheel {
        /// Towards the end.
        down: bool,
    },
    /// A button was pressed.
    Press,
}

impl App {
    /// Lets attache have the mouse, or gives it back.
    pub(super) fn toggle_mouse(&mut self) -> Vec<Effect> {
        self.mouse = !self.mouse;
        self.tell(if self.mouse {
            "the mouse is attache's: the wheel scrolls, a click chooses a pane"
        } else {
            "the mouse is the terminal's: its own selection works"
        });
        vec![Effect::Mouse(self.mouse)]
    }

    /// What the mouse did at a place of the screen.
    pub(super) fn point(&mut self, pointer: Pointer, column: u16, row: u16) -> Vec<Effect> {
        self.status = None;
        self.stay();
        let under = self.seen.iter().find(|(_, area)| area.holds(column, row)).map(|(section, _)| *section);
        let way = if matches!(pointer, Pointer::Wheel { down: true }) { Way::On } else { Way::Back };
        let over = self.sheet.is_some() || self.menu.is_some() || self.open.is_none();
        match (pointer, under) {
            (Pointer::Wheel { .. }, _) if over => return self.act(if way == Way::On { Action::Down } else { Action::Up }),
            (_, Some(section)) if !over => self.point_at(pointer, section, way),
            _ => {}
        }
        Vec::new()
    }

    fn point_at(&mut self, pointer: Pointer, section: Section, way: Way) {
        let Some(reader) = self.reader_mut() else { return };
        match pointer {
            Pointer::Wheel { .. } if section == Section::Text => reader.scroll(if way == Way::On { NOTCH } else { -NOTCH }),
            Pointer::Wheel { .. } if section == reader.focus() => reader.line(way),
            Pointer::Wheel { .. } => {}
            Pointer::Press => reader.go(section),
        }
    }
}

impl Area {
    fn holds(self, column: u16, row: u16) -> bool {
        (self.x..self.x + self.width).contains(&column) && (self.y..self.y + self.height).contains(&row)
    }
}
