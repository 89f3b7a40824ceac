//! The whole state of the program and every action on it: events in, effects out, and the screen as a value.
//!
//! One state, one thread, one door ([`App::handle`]). It opens no file, asks no clock, starts no thread and knows no terminal; what
//! it cannot do itself leaves as an [`Effect`].

pub mod action;
pub mod event;
mod follow;
mod footer;
pub mod geometry;
pub mod key;
pub mod keymap;
mod list;
mod marks;
mod menu;
pub mod page;
mod pages;
pub mod pointer;
mod prompt;
pub mod reader;
mod reload;
pub mod screen;
mod seen;
pub mod sheet;
pub mod shelf;
mod take;
mod tellings;
mod tray;
mod update;

use std::collections::BTreeSet;

use event::Effect;
use geometry::Area;
use keymap::{Context, Keymap};
use marks::{MarksView, Visit};
use menu::{Choice, Menu};
use pages::Pages;
use reader::Reader;
use reload::Reload;
use seen::SeenBefore;
use sheet::Sheet;
use shelf::{Before, Shelf};
use tray::TrayView;

use crate::library::{Entries, EntryId};
use crate::model::{Note, Section};
use crate::text::Clean;

/// The state of the program.
#[derive(Debug, Default)]
pub struct App {
    keymap: Keymap,
    shelf: Shelf,
    /// What the list is of, as its title row says.
    name: Clean,
    /// Whether there is a list to go back to.
    has_list: bool,
    /// How many rows the list had on the last screen.
    list_rows: usize,
    open: Option<Open>,
    sheet: Option<Sheet>,
    menu: Option<Menu>,
    /// What the export menu chose last.
    choice: Choice,
    prompt: Option<Prompt>,
    /// Whether the mouse is attache's.
    mouse: bool,
    /// Where each pane stood on the last screen.
    seen: Vec<(Section, Area)>,
    /// Whether words lie on the main screen; the next key takes them up.
    laid: bool,
    status: Option<Status>,
    /// What was wrong with the user's own key table, and with files that can't be read.
    complaints: Vec<Note>,
    /// What is wrong with the user's own rule files.
    rule_complaints: Vec<Note>,
    reload: Reload,
    tray: TrayView,
    marks: MarksView,
    seen_before: SeenBefore,
    /// How many steps were made that can be undone, undoings included.
    steps: u32,
    pages: Pages,
    /// How many pages were shown so far.
    stamps: u32,
    /// The restrictions that were asked about when something was to be exported.
    known_restrictions: BTreeSet<Clean>,
    /// What the last screen showed the want of.
    wishes: Vec<Effect>,
}

/// The briefing that is open, or will be as soon as it is read.
#[derive(Debug)]
struct Open {
    id: EntryId,
    reader: Option<Reader>,
    /// Whether all of it has come.
    whole: bool,
    visit: Visit,
    /// How its file differs from what was read, where it does.
    changed: Option<Changed>,
}

/// How a file differs from what was read of it.
#[derive(Debug)]
struct Changed {
    words: Clean,
    is_gone: bool,
}

/// A query being typed, and where to return to if it is given up.
#[derive(Debug)]
struct Prompt {
    line: Clean,
    before: Option<Reader>,
    shelf: Option<Before>,
}

/// What the last action did.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Status {
    words: Clean,
    alarm: bool,
}

impl App {
    /// The app over these entries; one alone is opened at once, several are listed.
    pub fn new(keymap: Keymap, entries: Entries, complaints: Vec<Note>) -> (Self, Vec<Effect>) {
        let mut app = Self { keymap, ..Self::default() };
        let only = entries.get(0).filter(|_| entries.len() == 1).map(|entry| entry.id);
        app.has_list = entries.len() != 1;
        app.shelf = Shelf::new(entries, 0);
        app.complain(&complaints);
        app.complaints = complaints;
        let effects = only.map_or_else(Vec::new, |id| app.open(id));
        (app, effects)
    }

    /// The app over a library called `name`, of which the first entries of `total` are known; it is listed, however many they are.
    pub fn of_library(keymap: Keymap, name: Clean, entries: Entries, total: usize, complaints: Vec<Note>) -> Self {
        let mut app = Self { keymap, name, has_list: true, shelf: Shelf::new(entries, total), ..Self::default() };
        app.complain(&complaints);
        app.complaints = complaints;
        app
    }

    /// What the last screen showed the want of: to be asked after each [`App::fit`].
    pub fn wishes(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.wishes)
    }

    /// The open briefing's reader.
    pub fn reader(&self) -> Option<&Reader> {
        self.open.as_ref()?.reader.as_ref()
    }

    /// Whether there is more to show than that something is being read.
    pub fn has_something_to_show(&self) -> bool {
        self.open.as_ref().is_none_or(|open| open.reader.is_some())
    }

    /// The number of the step that is to be made.
    fn next_step(&mut self) -> u32 {
        self.steps = self.steps.saturating_add(1);
        self.steps
    }

    fn reader_mut(&mut self) -> Option<&mut Reader> {
        self.open.as_mut()?.reader.as_mut()
    }

    /// Where keys are pressed now.
    fn context(&self) -> Context {
        match (&self.sheet, &self.open) {
            (Some(_), _) => Context::Sheet,
            _ if self.menu.is_some() => Context::Menu,
            (None, _) if self.tray.is_shown() => Context::Tray,
            (None, _) => self.context_of_page(),
        }
    }

    /// The page under whatever lies over it.
    fn context_of_page(&self) -> Context {
        if self.open.is_some() { Context::Reader } else { self.context_of_pages() }
    }

    /// Says what is wrong with the user's own files.
    fn complain(&mut self, complaints: &[Note]) {
        if let Some(note) = complaints.first() {
            let first = note.message.lines().next().unwrap_or_default().to_owned();
            self.alarm(format!("{first} (! shows all)"));
        }
    }

    fn tell(&mut self, words: impl Into<Clean>) {
        self.status = Some(Status { words: words.into().one_line(), alarm: false });
    }

    fn alarm(&mut self, words: impl Into<Clean>) {
        self.status = Some(Status { words: words.into().one_line(), alarm: true });
    }
}
