//! The last row: where one is, the keys that matter here, and what the last action did.

use super::action::Action;
use super::keymap::Context;
use super::page::{Row, Tone, width};
use super::{App, Prompt};
use crate::export::counted;
use crate::library::thousands;
use crate::model::Section;
use crate::text::wrap::shorten;

/// The actions shown while a line of points is chosen, while the text is, in the list, where a topic is followed, where tellings are compared, in a sheet and in the tray; the last one is always seen.
const ON_POINTS: [Action; 10] = [
    Action::Evidence,
    Action::Next,
    Action::CopyPoint,
    Action::Take,
    Action::CopySection,
    Action::Search,
    Action::Why,
    Action::Back,
    Action::Follow,
    Action::Help,
];
const ON_TEXT: [Action; 9] = [
    Action::Back,
    Action::Next,
    Action::CopyPoint,
    Action::Take,
    Action::Evidence,
    Action::Search,
    Action::Why,
    Action::CopySection,
    Action::Help,
];
const ON_LIST: [Action; 8] =
    [Action::Open, Action::Search, Action::Follow, Action::Mark, Action::Sort, Action::Compare, Action::Quit, Action::Help];
const ON_FOLLOW: [Action; 9] = [
    Action::Open,
    Action::Back,
    Action::TurnOrder,
    Action::Tensions,
    Action::CopyPoint,
    Action::Take,
    Action::NextGroup,
    Action::Follow,
    Action::Help,
];
const ON_TELLINGS: [Action; 7] =
    [Action::Open, Action::Back, Action::NextTelling, Action::Common, Action::CopyPoint, Action::Take, Action::Help];
const ON_RANGE: [Action; 4] = [Action::CopyPoint, Action::SwapEnds, Action::Export, Action::Close];
const ON_MENU: [Action; 2] = [Action::Accept, Action::Close];
const ON_SHEET: [Action; 2] = [Action::PageDown, Action::Close];
const ON_TRAY: [Action; 9] = [
    Action::Open,
    Action::Remark,
    Action::CopyTray,
    Action::MoveDown,
    Action::Drop,
    Action::Undo,
    Action::Title,
    Action::Clear,
    Action::Help,
];

/// What a query of the library can be made of, in a line.
const LANGUAGE: &str =
    "words  \"a phrase\"  -word  topic: outlet: date: after: before: tension: type: read: marked:  enter keeps, esc gives up";

impl App {
    /// The footer for a screen of `columns`.
    pub(super) fn footer(&self, columns: u16) -> Row {
        if let Some(prompt) = &self.prompt {
            return if self.open.is_some() { self.query_row(prompt, columns) } else { self.explained(columns) };
        }
        if let Some(row) = self.tray.asking(columns) {
            return row;
        }
        let mut row = Row::default();
        if let Some(reader) = self.reader() {
            row.push(1, shorten(&reader.position(), usize::from(columns / 3)), Tone::Strong);
        }
        if let Some(seen) = self.seen_first() {
            row.push(2, shorten(&seen, usize::from(columns / 3)), Tone::Quiet);
        }
        if let Some(status) = &self.status {
            let tone = if status.alarm { Tone::Alarm } else { Tone::Body };
            let gap = if row.runs.is_empty() { 1 } else { 3 };
            let room = columns.saturating_sub(row.end() + gap);
            row.push(gap, shorten(&status.words, usize::from(room)), tone);
            return row;
        }
        let (context, actions) = (self.context(), self.footer_actions());
        let Some((last, others)) = actions.split_last() else { return row };
        let mut end = Row::default();
        self.push_key(&mut end, context, *last, columns);
        let room = columns.saturating_sub(end.end() + 1);
        for action in others {
            self.push_key(&mut row, context, *action, room);
        }
        if let Some(column) = columns.checked_sub(end.end() + 1).filter(|column| *column >= row.end()) {
            row.runs.extend(end.indent(column).runs);
        }
        row
    }

    fn footer_actions(&self) -> &'static [Action] {
        match (self.context(), self.reader().map(super::reader::Reader::focus)) {
            (Context::Sheet, _) => &ON_SHEET,
            (Context::Menu, _) => &ON_MENU,
            (Context::Reader, _) if self.reader().is_some_and(super::reader::Reader::is_selecting) => &ON_RANGE,
            (Context::Tray, _) => &ON_TRAY,
            (Context::Follow, _) => &ON_FOLLOW,
            (Context::Tellings, _) => &ON_TELLINGS,
            (Context::Reader, Some(Section::Text)) => &ON_TEXT,
            (Context::Reader, _) => &ON_POINTS,
            _ => &ON_LIST,
        }
    }

    fn push_key(&self, row: &mut Row, context: Context, action: Action, columns: u16) {
        let Some(key) = self.keymap.key(context, action) else { return };
        let key = key.to_string();
        let gap = if row.runs.is_empty() { 1 } else { 2 };
        if row.end() + gap + width(&key) + 1 + width(action.label()) <= columns {
            row.push(gap, key, Tone::Strong);
            row.push(1, action.label(), Tone::Quiet);
        }
    }

    /// What the library is searched for, as it is typed, and how much it finds.
    pub(super) fn library_query(&self, columns: u16) -> Option<Row> {
        let prompt = self.prompt.as_ref().filter(|_| self.open.is_none())?;
        Some(self.query_row(prompt, columns))
    }

    /// Under a query of the library: what in it can't be meant so, else what could be typed.
    fn explained(&self, columns: u16) -> Row {
        let room = usize::from(columns.saturating_sub(2));
        match self.shelf.search().and_then(|search| search.faults.first()) {
            Some(fault) => Row::of(shorten(&format!("{}: {}", fault.message, fault.help), room), Tone::Alarm).indent(1),
            None => Row::of(shorten(LANGUAGE, room), Tone::Quiet).indent(1),
        }
    }

    /// The query as it is typed, and what it finds.
    fn query_row(&self, prompt: &Prompt, columns: u16) -> Row {
        let found = match self.reader() {
            _ if prompt.line.trim().is_empty() => "type to search".to_owned(),
            Some(reader) => reader.search().map_or_else(String::new, |search| {
                let count = |section| search.count(section);
                let lines = count(Section::Summary) + count(Section::Agenda) + count(Section::Tensions);
                format!("{} in the text, {}", count(Section::Text), counted(lines, "line"))
            }),
            None => format!("{} of {}", thousands(self.shelf.len()), thousands(self.shelf.total())),
        };
        let room = columns.saturating_sub(width(&found) + 6);
        let shown = crate::text::Clean::from(last_columns(&prompt.line, usize::from(room)));
        let mut row = Row::of("/", Tone::Strong).indent(1);
        row.push(0, shown, Tone::Body);
        let fits = row.end() + 1 + width(&found) < columns;
        if fits {
            row.push_right(columns.saturating_sub(1), found, Tone::Quiet);
        }
        row
    }
}

/// The end of `line` that fits `columns`: what is being typed is always seen.
pub(super) fn last_columns(line: &str, columns: usize) -> &str {
    let mut start = 0;
    while crate::text::wrap::columns(line.get(start..).unwrap_or_default()) > columns {
        start += line.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    line.get(start..).unwrap_or_default()
}
