//! Taking words out of a briefing: the copy keys, a stretch being chosen, the export menu.

use super::App;
use super::action::Action;
use super::event::Effect;
use super::menu::{Choice, Menu, Target};
use super::reader::{Reader, Unit, Way, What};
use crate::export::Export;
use crate::text::Clean;

impl App {
    pub(super) fn copy(&mut self, take: fn(&Reader) -> Result<Export, Clean>) -> Vec<Effect> {
        self.reader().map(take).map_or_else(Vec::new, |export| self.send(export, Target::Clipboard))
    }

    /// What an action means while a stretch of the text is being chosen, or to begin one; `None` where it means what it always does.
    pub(super) fn act_on_selection(&mut self, action: Action) -> Option<Vec<Effect>> {
        let reader = self.reader_mut()?;
        match action {
            Action::SelectSentences | Action::SelectWords => {
                let unit = if action == Action::SelectWords { Unit::Word } else { Unit::Sentence };
                match reader.select(unit) {
                    Ok(()) if reader.is_selecting() => self.tell(format!("{} extend the stretch", unit.arrows())),
                    Ok(()) => {}
                    Err(reason) => self.tell(reason),
                }
            }
            _ if !reader.is_selecting() => return None,
            Action::Next => reader.extend(Way::On, false),
            Action::Previous => reader.extend(Way::Back, false),
            Action::Down => reader.extend(Way::On, true),
            Action::Up => reader.extend(Way::Back, true),
            Action::SwapEnds => reader.swap_ends(),
            Action::Close | Action::Back => reader.end_selecting(),
            Action::CopyPoint => {
                let effects = self.copy(Reader::copy_point);
                if !effects.is_empty() {
                    self.reader_mut().into_iter().for_each(Reader::end_selecting);
                }
                return Some(effects);
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    /// The chosen section, or the stretch being chosen, on the main screen.
    pub(super) fn lay(&mut self) -> Vec<Effect> {
        let section = |reader: &Reader| if reader.is_selecting() { reader.copy_point() } else { reader.copy_section() };
        match self.reader().map(section) {
            Some(Ok(export)) => {
                self.laid = true;
                vec![Effect::Lay(export.text)]
            }
            Some(Err(reason)) => {
                self.alarm(reason);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// The file of the open entry, at the line that is chosen.
    pub(super) fn edit(&mut self) -> Vec<Effect> {
        let line = self.reader().map_or(1, Reader::line_in_file);
        self.open.as_ref().map_or_else(Vec::new, |open| vec![Effect::Edit { id: open.id, line }])
    }

    /// Opens the export menu; at the tray where that is what is seen.
    pub(super) fn open_menu(&mut self) {
        let what = if self.tray.is_shown() { Some(What::Tray) } else { self.choice.what };
        self.menu = Some(Menu::new(self.reader(), self.tray.extracts(), Choice { what, ..self.choice }));
    }

    pub(super) fn act_on_menu(&mut self, action: Action) -> Vec<Effect> {
        let Some(mut menu) = self.menu.take() else { return Vec::new() };
        let reader = self.reader();
        match action {
            Action::Down => menu.step(1),
            Action::Up => menu.step(-1),
            Action::Next => menu.turn(1, reader),
            Action::Previous => menu.turn(-1, reader),
            Action::Close => return Vec::new(),
            Action::Accept => {
                self.choice = menu.choice();
                let effects = self.send(menu.export(), self.choice.target);
                if effects.is_empty() {
                    self.menu = Some(menu);
                } else {
                    self.reader_mut().into_iter().for_each(Reader::end_selecting);
                }
                return effects;
            }
            _ => {}
        }
        self.menu = Some(menu);
        Vec::new()
    }

    /// Whether `export` is kept back until it is wished for once more: once for each thing that stands against using it.
    fn asks_first(&mut self, export: &Export) -> bool {
        let new: Vec<&Clean> = export.restrictions.iter().filter(|words| !self.known_restrictions.contains(*words)).collect();
        let Some(first) = new.first() else { return false };
        let more = if new.len() > 1 { format!(" and {} more", new.len() - 1) } else { String::new() };
        let words = format!("not exported; again does it all the same: {first}{more}");
        self.known_restrictions.extend(new.into_iter().cloned().collect::<Vec<_>>());
        self.alarm(words);
        true
    }

    pub(super) fn send(&mut self, export: Result<Export, Clean>, target: Target) -> Vec<Effect> {
        match (export, target) {
            (Ok(export), _) if self.asks_first(&export) => Vec::new(),
            (Ok(export), Target::Clipboard) => {
                self.tell(format!("copying {} ...", export.what));
                vec![Effect::Copy(export)]
            }
            (Ok(export), Target::File) => vec![Effect::Keep(export)],
            (Err(reason), _) => {
                self.alarm(reason);
                Vec::new()
            }
        }
    }
}
