//! The export menu: what, in which form, where to, and how it will look.

use super::page::{Row, Tone};
use super::reader::{Reader, What};
use crate::export::{Export, Form, counted};
use crate::model::Extracts;
use crate::text::Clean;
use crate::text::wrap::{shorten, wrap};

/// At most so many lines of an export are shown as its preview: more than any screen has.
const PREVIEW_LINES: usize = 200;

/// The columns of a choice's name.
const NAME: u16 = 8;

/// Where an export goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Target {
    /// The clipboard; it is kept as a file too.
    #[default]
    Clipboard,
    /// A file among the kept exports.
    File,
}

/// What was chosen last, in a form and for a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) what: Option<What>,
    pub(super) form: Form,
    pub(super) target: Target,
}

/// The menu while it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Menu {
    whats: Vec<What>,
    /// The tray, where it has lines.
    tray: Option<Extracts>,
    choice: Choice,
    /// The chosen row, from 0.
    row: usize,
    export: Result<Export, Clean>,
}

impl Target {
    const ALL: [Self; 2] = [Self::Clipboard, Self::File];

    fn in_words(self) -> &'static str {
        match self {
            Self::Clipboard => "the clipboard",
            Self::File => "a file among the kept exports",
        }
    }
}

impl Menu {
    /// The menu for what can be taken from `reader` and for the `tray`, at what was chosen `last` where that is there.
    pub(super) fn new(reader: Option<&Reader>, tray: Option<Extracts>, last: Choice) -> Self {
        let mut whats = reader.map(Reader::takeable).unwrap_or_default();
        whats.extend(tray.as_ref().map(|_| What::Tray));
        let what = last.what.filter(|what| whats.contains(what)).or(whats.first().copied());
        let mut menu = Self { whats, tray, choice: Choice { what, ..last }, row: 0, export: Err(Clean::default()) };
        menu.write(reader);
        menu
    }

    /// What is chosen now.
    pub(super) fn choice(&self) -> Choice {
        self.choice
    }

    /// The export as it would leave.
    ///
    /// # Errors
    /// Says why there is nothing to take.
    pub(super) fn export(&self) -> Result<Export, Clean> {
        self.export.clone()
    }

    /// Chooses another row.
    pub(super) fn step(&mut self, by: isize) {
        self.row = (self.row + 3).saturating_add_signed(by) % 3;
    }

    /// Takes the next or previous value of the chosen row, round and round.
    pub(super) fn turn(&mut self, by: isize, reader: Option<&Reader>) {
        match self.row {
            0 => self.choice.what = turned(&self.whats, self.choice.what, by),
            1 => self.choice.form = turned(&Form::ALL, Some(self.choice.form), by).unwrap_or_default(),
            _ => self.choice.target = turned(&Target::ALL, Some(self.choice.target), by).unwrap_or_default(),
        }
        self.write(reader);
    }

    fn write(&mut self, reader: Option<&Reader>) {
        self.export = match (self.choice.what, &self.tray) {
            (Some(What::Tray), Some(tray)) => {
                let what = format!("tray, {}", counted(tray.all().count(), "line"));
                Ok(Export::new(what.into(), tray, self.choice.form))
            }
            (Some(what), _) if let Some(reader) = reader => reader.export(what, self.choice.form),
            _ => Err("there is nothing here to export".into()),
        };
    }

    /// The rows that fit `columns` and `height`: the three choices, and how the export begins.
    pub(super) fn rows(&self, reader: Option<&Reader>, columns: u16, height: u16) -> Vec<Row> {
        let what = self
            .choice
            .what
            .map(|what| reader.map_or_else(|| "the tray".into(), |reader| reader.in_words(what)))
            .unwrap_or_default();
        let form = self.choice.form.help();
        let choices = [("What", &*what), ("Form", form), ("To", self.choice.target.in_words())];
        let mut rows: Vec<Row> =
            choices.into_iter().enumerate().map(|(at, (name, value))| choice_row(name, value, columns, at == self.row)).collect();
        rows.push(Row::default());
        match &self.export {
            Ok(export) => rows.extend(preview(&export.text, columns, usize::from(height).saturating_sub(rows.len()))),
            Err(reason) => rows.push(Row::of(shorten(reason, usize::from(columns)), Tone::Alarm)),
        }
        rows.truncate(usize::from(height));
        rows
    }
}

/// The value `by` places on from `now` among `all`, in a ring.
fn turned<T: Copy + PartialEq>(all: &[T], now: Option<T>, by: isize) -> Option<T> {
    let at = all.iter().position(|one| Some(*one) == now).unwrap_or(0);
    all.get((at + all.len()).saturating_add_signed(by) % all.len().max(1)).copied()
}

fn choice_row(name: &str, value: &str, columns: u16, selected: bool) -> Row {
    let mut row = Row::of(if selected { ">" } else { " " }, Tone::Selected);
    row.push(1, name.to_owned(), Tone::Strong);
    let room = usize::from(columns.saturating_sub(NAME + 4));
    let value = if selected { format!("< {} >", shorten(value, room)) } else { format!("  {}", shorten(value, room)) };
    row.runs.push(super::page::Run { column: NAME, text: value.into(), tone: Tone::Body });
    if selected { row.chosen() } else { row }
}

/// How `text` begins, in at most `most` rows.
fn preview(text: &str, columns: u16, most: usize) -> Vec<Row> {
    let lines = text.lines().take(PREVIEW_LINES).map(Clean::from);
    let rows = lines.flat_map(|line| {
        let wrapped = wrap(&line, usize::from(columns));
        let rows: Vec<Row> =
            wrapped.iter().map(|row| Row::of(shorten(row.of(&line), usize::from(columns)), Tone::Quiet)).collect();
        if rows.is_empty() { vec![Row::default()] } else { rows }
    });
    rows.take(most).collect()
}
