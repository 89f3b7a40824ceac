//! A sheet over the page: lines to read (why, notes, removed lines), or actions (help, all actions) or topics to choose from.

use super::action::Action;
use super::follow::Chooser;
use super::keymap::{Context, Keymap};
use super::page::list::ListState;
use super::page::{Row, Tone};
use crate::library::TopicName;
use crate::text::wrap::{shorten, wrap};
use crate::text::{Clean, Span};

/// What lies over the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its heading.
    pub title: Clean,
    body: Body,
    /// The first row seen.
    top: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Body {
    Lines(Vec<Clean>),
    Actions { of: Context, filter: Clean, list: ListState },
    Topics(Chooser),
}

/// What is chosen in a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// An action.
    Action(Action),
    /// A topic to follow, and whether its tensions are asked for.
    Topic(TopicName, bool),
}

/// The columns of an action's keys.
const KEYS: u16 = 22;

impl Sheet {
    /// A sheet of lines.
    pub fn new(title: impl Into<Clean>, lines: Vec<Clean>) -> Self {
        Self { title: title.into(), body: Body::Lines(lines), top: 0 }
    }

    /// A sheet of the actions that can be done in `context`.
    pub fn actions(title: impl Into<Clean>, context: Context) -> Self {
        let body = Body::Actions { of: context, filter: Clean::default(), list: ListState::default() };
        Self { title: title.into(), body, top: 0 }
    }

    /// A sheet of topics.
    pub(super) fn topics(title: impl Into<Clean>, topics: Chooser) -> Self {
        Self { title: title.into(), body: Body::Topics(topics), top: 0 }
    }

    /// Whether typed characters filter it.
    pub fn takes_typing(&self) -> bool {
        !matches!(self.body, Body::Lines(_))
    }

    /// What was typed to filter it.
    pub fn filter(&self) -> Option<&Clean> {
        match &self.body {
            Body::Actions { filter, .. } => Some(filter),
            Body::Topics(topics) => Some(topics.filter()),
            Body::Lines(_) => None,
        }
    }

    /// Replaces what was typed.
    pub fn set_filter(&mut self, typed: Clean) {
        match &mut self.body {
            Body::Actions { filter, list, .. } => {
                *filter = typed;
                *list = ListState::default();
            }
            Body::Topics(topics) => topics.set_filter(typed),
            Body::Lines(_) => {}
        }
    }

    /// What is chosen in it.
    pub fn chosen(&self, keymap: &Keymap) -> Option<Chosen> {
        match &self.body {
            Body::Actions { of, filter, list } => {
                matching(keymap, *of, filter).get(list.selected).map(|(action, _)| Chosen::Action(*action))
            }
            Body::Topics(topics) => topics.chosen().map(|(topic, tensions)| Chosen::Topic(topic, tensions)),
            Body::Lines(_) => None,
        }
    }

    /// Moves by `rows`: what is chosen, or the lines.
    pub fn step(&mut self, rows: isize, keymap: &Keymap) {
        match &mut self.body {
            Body::Actions { of, filter, list } => {
                let count = matching(keymap, *of, filter).len();
                list.step(rows, count);
            }
            Body::Topics(topics) => topics.step(rows),
            Body::Lines(_) => self.top = self.top.saturating_add_signed(rows),
        }
    }

    /// The rows that fit `columns` and `height`; scrolling past the end is undone.
    pub fn rows(&mut self, keymap: &Keymap, columns: u16, height: u16) -> Vec<Row> {
        match &mut self.body {
            Body::Lines(lines) => {
                let rows = laid(lines, columns);
                self.top = self.top.min(rows.len().saturating_sub(usize::from(height)));
                rows.into_iter().skip(self.top).take(usize::from(height)).collect()
            }
            Body::Topics(topics) => topics.rows(columns, height),
            Body::Actions { of, filter, list } => {
                let all = matching(keymap, *of, filter);
                if all.is_empty() {
                    return vec![Row::of(shorten("no action has these letters", usize::from(columns)), Tone::Quiet)];
                }
                let selected = list.selected;
                list.window(all.len(), height, |at| {
                    all.get(at).map(|row| vec![action_row(row, columns, at == selected)]).unwrap_or_default()
                })
                .rows
            }
        }
    }
}

fn laid(lines: &[Clean], columns: u16) -> Vec<Row> {
    let rows = |line: &Clean| {
        let wrapped = if line.is_empty() { vec![Span::default()] } else { line_rows(line, columns) };
        wrapped.into_iter().map(|row| Row::of(shorten(row.of(line), usize::from(columns)), Tone::Body)).collect::<Vec<_>>()
    };
    lines.iter().flat_map(rows).collect()
}

/// Lines that are set out by hand (a complaint with its caret) keep their leading space; the rest wraps.
fn line_rows(line: &Clean, columns: u16) -> Vec<Span> {
    let set_out = line.contains('\n');
    if !set_out {
        return wrap(line, usize::from(columns));
    }
    let mut start = 0;
    line.split('\n')
        .map(|part| {
            let row = Span::new(start, start + part.len());
            start += part.len() + 1;
            row
        })
        .collect()
}

/// The actions of a context whose name, keys or description has what was typed, with their keys.
fn matching(keymap: &Keymap, context: Context, filter: &Clean) -> Vec<(Action, Clean)> {
    let wanted = filter.trim().to_lowercase();
    let mut rows: Vec<(Action, Clean)> = Vec::new();
    for binding in keymap.rows(context) {
        let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
        let keys = keys.join(" ");
        let action = binding.action;
        let has = |text: &str| text.to_lowercase().contains(&wanted);
        let listed = rows.iter().any(|(other, _)| *other == action);
        if !listed && (has(action.name()) || has(action.describe()) || has(&keys)) {
            rows.push((action, keys.into()));
        }
    }
    rows
}

fn action_row((action, keys): &(Action, Clean), columns: u16, selected: bool) -> Row {
    let mut row = Row::of(if selected { ">" } else { " " }, Tone::Selected);
    row.push(1, shorten(keys, usize::from((KEYS - 4).min(columns / 3))), Tone::Strong);
    let column = KEYS.min(columns / 3 + 4);
    let words = shorten(action.describe(), usize::from(columns.saturating_sub(column)));
    row.runs.push(super::page::Run { column, text: words.into(), tone: Tone::Body });
    if selected { row.chosen() } else { row }
}
