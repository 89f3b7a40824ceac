//! What keys do to the tray, from a briefing and in the tray itself.

use super::ask::Asked;
use crate::app::App;
use crate::app::action::Action;
use crate::app::event::Effect;
use crate::app::keymap::Context;
use crate::app::menu::Target;
use crate::app::reader::Reader;
use crate::export::{Export, Form, tray_in_words};
use crate::library::tray::{Change, Line, LineId, Spot};
use crate::model::{Extract, Source};

/// How many lines a page is.
const PAGE: isize = 5;

impl App {
    /// Puts the chosen line or stretch of the briefing into the tray.
    pub(in crate::app) fn take_line(&mut self) -> Vec<Effect> {
        let (extract, source) = match self.reader().map(Reader::taken) {
            Some(Ok(taken)) => taken,
            Some(Err(reason)) => {
                self.tell(reason);
                return Vec::new();
            }
            None => return Vec::new(),
        };
        let effects = self.put_line(extract, source);
        if !effects.is_empty() {
            self.reader_mut().into_iter().for_each(Reader::end_selecting);
        }
        effects
    }

    /// Puts words into the tray, unless they are there already; nothing is to be done then.
    pub(in crate::app) fn put_line(&mut self, extract: Extract, source: Source) -> Vec<Effect> {
        let line = Line::new(extract, source);
        if let Some(at) = self.tray.tray.position(line.id()) {
            let key = self.keymap.key(Context::Reader, Action::Tray).map(|key| key.to_string()).unwrap_or_default();
            self.tell(format!("in the tray already, as line {} ({key} shows it)", at + 1));
            return Vec::new();
        }
        if self.tray.tray.is_full() {
            self.tell_full();
            return Vec::new();
        }
        let effects = self.change_tray(vec![Change::Put(vec![(line, Spot::Last)])]);
        self.tell_tray("");
        effects
    }

    /// Undoes the last change of the tray, or makes it again.
    pub(in crate::app) fn turn_tray(&mut self, action: Action) -> Vec<Effect> {
        let redo = action == Action::Redo;
        let number = self.next_step();
        let (tray, history) = (&mut self.tray.tray, &mut self.tray.history);
        let Some(changes) = (if redo { history.redo(tray, number) } else { history.undo(tray, number) }) else {
            self.tell(if redo { "there is nothing to do again" } else { "there is nothing to undo" });
            return Vec::new();
        };
        changes.iter().find_map(touched).into_iter().for_each(|id| self.tray.choose(id));
        let effects = self.tray.hand_in(changes);
        self.tell_tray(if redo { "done again" } else { "undone" });
        effects
    }

    /// Lays the tray over the page, and has its file looked at anew.
    pub(in crate::app) fn show_tray(&mut self) -> Vec<Effect> {
        (self.sheet, self.menu) = (None, None);
        self.tray.shown = true;
        vec![Effect::Tray(Vec::new())]
    }

    /// Does what a key in the tray asks for.
    pub(in crate::app) fn act_on_tray(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Close => self.tray.shown = false,
            Action::Down => self.step_in_tray(1),
            Action::Up => self.step_in_tray(-1),
            Action::PageDown => self.step_in_tray(PAGE),
            Action::PageUp => self.step_in_tray(-PAGE),
            Action::Top => self.step_in_tray(isize::MIN + 1),
            Action::Bottom => self.step_in_tray(isize::MAX),
            Action::Undo | Action::Redo => return self.turn_tray(action),
            Action::Title => self.tray.ask(Asked::Title),
            _ => return self.act_on_line(action),
        }
        Vec::new()
    }

    /// What needs a line to be done to.
    fn act_on_line(&mut self, action: Action) -> Vec<Effect> {
        let Some(id) = self.tray.chosen().map(Line::id) else {
            self.tell("the tray is empty");
            return Vec::new();
        };
        match action {
            Action::Open => return self.open_line(),
            Action::MoveDown => return self.move_line(id, 1),
            Action::MoveUp => return self.move_line(id, -1),
            Action::Remark => self.tray.ask(Asked::Remark(id)),
            Action::CopyTray => return self.copy_tray(),
            Action::Export => self.open_menu(),
            Action::Drop => return self.drop_lines(vec![Change::Drop(vec![id])], "dropped"),
            Action::Clear => {
                let all = self.tray.tray.lines().iter().map(Line::id).collect();
                return self.drop_lines(vec![Change::Drop(all), Change::Title(None)], "cleared");
            }
            _ => {}
        }
        Vec::new()
    }

    fn step_in_tray(&mut self, lines: isize) {
        let count = self.tray.tray.lines().len();
        self.tray.list.step(lines, count);
    }

    fn move_line(&mut self, id: LineId, by: isize) -> Vec<Effect> {
        let lines = self.tray.tray.lines();
        let from = self.tray.list.selected;
        let Some(to) = from.checked_add_signed(by).filter(|to| *to < lines.len()) else { return Vec::new() };
        let before = if by > 0 { Some(to) } else { to.checked_sub(1) };
        let spot = before.and_then(|at| lines.get(at)).map_or(Spot::First, |line| Spot::Behind(line.id()));
        let effects = self.change_tray(vec![Change::Move(id, spot)]);
        self.tray.choose(id);
        effects
    }

    fn drop_lines(&mut self, changes: Vec<Change>, done: &str) -> Vec<Effect> {
        let effects = self.change_tray(changes);
        let key = self.keymap.key(Context::Tray, Action::Undo).map(|key| key.to_string()).unwrap_or_default();
        self.tell_tray(&format!("{done} ({key} undoes it)"));
        effects
    }

    fn copy_tray(&mut self) -> Vec<Effect> {
        let extracts = self.tray.tray.extracts();
        let what = format!("the tray, {}", tray_in_words(&extracts));
        self.send(Ok(Export::new(what.into(), &extracts, Form::default())), Target::Clipboard)
    }
}

/// The first line that a change touches.
fn touched(change: &Change) -> Option<LineId> {
    match change {
        Change::Put(lines) => lines.first().map(|(line, _)| line.id()),
        Change::Move(id, _) | Change::Remark(id, _) => Some(*id),
        Change::Drop(_) | Change::Title(_) => None,
    }
}
