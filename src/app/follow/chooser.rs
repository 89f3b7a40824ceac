//! A sheet of topics to choose from, filtered as one types.

use crate::app::page::list::ListState;
use crate::app::page::{Row, Run, Tone};
use crate::export::counted;
use crate::library::TopicName;
use crate::library::follow::TopicRow;
use crate::text::Clean;
use crate::text::wrap::shorten;

/// From this width on the ids are shown beside the labels.
const IDS_FROM: u16 = 60;

/// The columns of the counts.
const COUNTS: u16 = 26;

/// Topics of which one is to be followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Chooser {
    topics: Vec<TopicRow>,
    /// Whether the tensions of the chosen one are asked for.
    tensions: bool,
    filter: Clean,
    /// The places of the topics that have what was typed.
    shown: Vec<usize>,
    list: ListState,
}

impl Chooser {
    /// A choice of these topics, in their order; of the one chosen the lines are to be followed, or the `tensions`.
    pub(super) fn new(topics: Vec<TopicRow>, tensions: bool) -> Self {
        Self { shown: (0..topics.len()).collect(), topics, tensions, ..Self::default() }
    }

    /// What was typed.
    pub(in crate::app) fn filter(&self) -> &Clean {
        &self.filter
    }

    /// Shows the topics whose id or label has what was typed, capitals aside.
    pub(in crate::app) fn set_filter(&mut self, filter: Clean) {
        let wanted = filter.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&wanted);
        let rows = self.topics.iter().enumerate().filter(|(_, row)| has(&row.topic.id) || has(&row.topic.label));
        self.shown = rows.map(|(at, _)| at).collect();
        self.filter = filter;
        self.list = ListState::default();
    }

    /// The chosen topic, and whether its tensions are asked for.
    pub(in crate::app) fn chosen(&self) -> Option<(TopicName, bool)> {
        Some((self.row(self.list.selected)?.topic.as_ref().clone(), self.tensions))
    }

    /// Moves the choice.
    pub(in crate::app) fn step(&mut self, rows: isize) {
        self.list.step(rows, self.shown.len());
    }

    /// The rows that fit.
    pub(in crate::app) fn rows(&mut self, columns: u16, height: u16) -> Vec<Row> {
        if self.shown.is_empty() {
            return vec![Row::of(shorten("no topic has these letters", usize::from(columns)), Tone::Quiet)];
        }
        let mut list = self.list;
        let rows = list
            .window(self.shown.len(), height, |at| {
                self.row(at).map(|row| vec![topic(row, columns, at == self.list.selected)]).unwrap_or_default()
            })
            .rows;
        self.list = list;
        rows
    }

    fn row(&self, at: usize) -> Option<&TopicRow> {
        self.topics.get(*self.shown.get(at)?)
    }
}

fn topic(topic: &TopicRow, columns: u16, selected: bool) -> Row {
    let mut row = Row::of(if selected { ">" } else { " " }, Tone::Selected);
    let counts = Clean::from(format!("{} in {}", counted(topic.count.points, "line"), counted(topic.count.articles, "article")));
    let counts = shorten(&counts, usize::from(COUNTS.min(columns / 2)));
    let edge = columns.saturating_sub(COUNTS.min(columns / 2) + 1);
    let label_room = if columns >= IDS_FROM { edge * 3 / 5 } else { edge };
    row.push(1, shorten(&topic.topic.label.one_line(), usize::from(label_room.saturating_sub(3))), Tone::Body);
    if columns >= IDS_FROM {
        let id = shorten(&topic.topic.id.one_line(), usize::from(edge.saturating_sub(label_room + 1)));
        row.runs.push(Run { column: label_room, text: id.into(), tone: Tone::Quiet });
    }
    row.push_right(columns, counts, Tone::Quiet);
    if selected { row.chosen() } else { row }
}
