//! A remark or a title being typed, at the foot of the screen.

use super::TrayView;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::footer::last_columns;
use crate::app::page::{Row, Tone, width};
use crate::app::prompt::Typed;
use crate::library::tray::{Change, LineId};
use crate::text::Clean;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// The analyst's remark on this line.
    Remark(LineId),
    /// The title of the tray.
    Title,
}

/// What is asked for, and what has been typed so far.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    asked: Asked,
    typed: Clean,
}

impl TrayView {
    /// Asks for words, beginning with those that stand there.
    pub(super) fn ask(&mut self, asked: Asked) {
        let stands = match asked {
            Asked::Remark(id) => self.tray.line(id).and_then(|line| line.extract().remark.clone()),
            Asked::Title => self.tray.title().cloned(),
        };
        self.ask = Some(Ask { asked, typed: stands.unwrap_or_default() });
    }

    /// What has been typed, where words are asked for.
    pub(in crate::app) fn typing(&self) -> Option<&Clean> {
        self.ask.as_ref().map(|ask| &ask.typed)
    }

    /// The footer that asks, for a screen of `columns`.
    pub(in crate::app) fn asking(&self, columns: u16) -> Option<Row> {
        let ask = self.ask.as_ref()?;
        let label = if ask.asked == Asked::Title { "title:" } else { "your remark:" };
        let mut row = Row::of(label, Tone::Strong).indent(1);
        let room = columns.saturating_sub(row.end() + 2);
        row.push(1, last_columns(&ask.typed, usize::from(room)), Tone::Body);
        let hint = "empty takes it away";
        if ask.typed.is_empty() && row.end() + 2 + width(hint) < columns {
            row.push_right(columns.saturating_sub(1), hint, Tone::Quiet);
        }
        Some(row)
    }
}

impl App {
    /// Takes in what a key or a paste did to the words that are asked for.
    pub(in crate::app) fn type_for_tray(&mut self, typed: Typed) -> Vec<Effect> {
        match typed {
            Typed::Changed(line) => self.tray.ask.iter_mut().for_each(|ask| ask.typed = line.clone()),
            Typed::Sent => return self.tray.ask.take().map_or_else(Vec::new, |ask| self.answer(ask)),
            Typed::GivenUp => self.tray.ask = None,
            Typed::Unknown => {}
        }
        Vec::new()
    }

    fn answer(&mut self, Ask { asked, typed }: Ask) -> Vec<Effect> {
        self.change_tray(vec![match asked {
            Asked::Remark(id) => Change::Remark(id, Some(typed)),
            Asked::Title => Change::Title(Some(typed)),
        }])
    }
}
