//! The page of a followed topic: its months as bars, its silences, its lines under their articles.

use std::cell::RefCell;

use super::{FollowView, rows};
use crate::app::event::Effect;
use crate::app::page::{Row, Tone, width};
use crate::export::counted;
use crate::library::follow::{Silence, bars};
use crate::library::tray::{Line, LineId};
use crate::library::{Entries, EntryId, thousands};
use crate::text::Clean;
use crate::text::wrap::shorten;

/// Bars of fewer columns than this say nothing.
const FEWEST_BARS: u16 = 6;

/// What is seen of a page.
pub(in crate::app) struct Seen {
    pub(in crate::app) rows: Vec<Row>,
    /// The row of the chosen line.
    pub(in crate::app) cursor: Option<u16>,
    /// The words that are seen and were not read.
    pub(in crate::app) wish: Option<Effect>,
}

impl FollowView {
    /// The heading: the topic, how much there is of it, in which order.
    pub(in crate::app) fn title(&self) -> Clean {
        let count = self.course.count();
        let order = if self.oldest_first { "oldest first" } else { "newest first" };
        let what = if self.tensions {
            // Fewer and fewer, as articles without one are read.
            let some = self.starts.iter().zip(self.starts.iter().skip(1)).filter(|(start, next)| start < next).count();
            format!("tensions in at most {} of {}", thousands(some), articles(count.articles))
        } else {
            format!(
                "{} line{} in {}",
                thousands(count.points),
                if count.points == 1 { "" } else { "s" },
                articles(count.articles)
            )
        };
        Clean::from(format!("{} | {what}, {order}", self.course.topic.label)).one_line()
    }

    /// The rows that fit `columns` and `height`, counted anew where the library has learnt something.
    pub(in crate::app) fn window(&mut self, entries: &Entries, in_tray: &[LineId], columns: u16, height: u16) -> Seen {
        self.renew(entries);
        let mut head = self.head(columns);
        head.truncate(usize::from(height / 3));
        let room = height - u16::try_from(head.len()).unwrap_or(height);
        self.rows = usize::from(room);
        let seen = RefCell::new(Vec::new());
        let mut list = self.list;
        let window = list.window(self.len(), room, |line| self.line_rows(line, columns, in_tray, &mut seen.borrow_mut()));
        self.list = list;
        let above = head.len();
        head.extend(window.rows);
        let chosen = head.iter().skip(above).position(|row| row.selected).map(|at| at + above);
        Seen { rows: head, cursor: chosen.and_then(|at| u16::try_from(at).ok()), wish: self.wish(seen.into_inner()) }
    }

    /// The months as bars, and what is to be said of the silences.
    fn head(&self, columns: u16) -> Vec<Row> {
        let Some([first, last]) = self.course.seen() else { return Vec::new() };
        let mut out = Vec::new();
        let [from, to] = [first, last].map(|date| crate::library::follow::Month::of(date).words());
        let room = columns.saturating_sub(2 + width(&from) + 1 + 1 + width(&to));
        if room >= FEWEST_BARS {
            let (cells, step) = self.course.months().cells(usize::from(room));
            let most = cells.iter().map(|cell| cell.count.points).max().unwrap_or_default();
            let mut row = Row::of(from, Tone::Quiet).indent(2);
            row.push(1, bars(&cells), Tone::Cue);
            row.push(1, to, Tone::Quiet);
            let scale =
                format!("a bar: {}, at most {}", counted(usize::try_from(step).unwrap_or(1), "month"), counted(most, "line"));
            if row.end() + 3 + width(&scale) <= columns {
                row.push(3, scale, Tone::Quiet);
            }
            out.push(row);
        }
        let room = usize::from(columns.saturating_sub(2));
        out.extend(
            silences(self.course.silences(), self.course.since())
                .map(|words| Row::of(shorten(&words, room), Tone::Quiet).indent(2)),
        );
        out
    }

    /// The rows of one line, over the first of an article what heads it.
    fn line_rows(&self, number: usize, columns: u16, in_tray: &[LineId], seen: &mut Vec<EntryId>) -> Vec<Row> {
        let Some((at, line)) = self.place(number) else { return Vec::new() };
        let Some(stop) = self.stops.get(at) else { return Vec::new() };
        let id = stop.entry.id;
        let mut out = Vec::new();
        if line == 0 {
            out.extend(self.between(at).map(|words| rows::between(&words, columns)));
            out.push(rows::heading(stop, columns));
        }
        let selected = number == self.list.selected;
        seen.push(id);
        let read = self.read.get(&id);
        let words = match self.line(id, line) {
            Some(words) => {
                let source = read.and_then(Option::as_ref).map(|read| &read.source);
                let taken = !in_tray.is_empty()
                    && source.is_some_and(|source| in_tray.contains(&Line::new(words.extract.clone(), source.clone()).id()));
                rows::line(words, columns, selected, taken)
            }
            None => rows::without_words(
                match read {
                    None => "...",
                    Some(None) => "this article can't be read now",
                    Some(Some(_)) => "this article has no line on it any more",
                },
                columns,
                selected,
            ),
        };
        out.extend(words);
        out
    }

    /// What stands between an article and the one above it: a silence, or that the rest has no date.
    fn between(&self, at: usize) -> Option<Clean> {
        let own = self.stops.get(at)?.date();
        let above = at.checked_sub(1).and_then(|above| self.stops.get(above));
        match (above.map(super::Stop::date), own) {
            (None | Some(Some(_)), None) => Some("no date".into()),
            (Some(Some(above)), Some(own)) if !self.tensions => {
                self.course.silence_between(above, own).map(|silence| silence.words())
            }
            _ => None,
        }
    }

    /// The wish for the words that are seen and not here; none where all of them are on their way. Only the newest wish is granted, so
    /// what an older one has named is asked for again.
    fn wish(&mut self, seen: Vec<EntryId>) -> Option<Effect> {
        let mut entries: Vec<EntryId> = seen.into_iter().filter(|id| !self.read.contains_key(id)).collect();
        entries.dedup();
        if entries.iter().all(|id| self.asked.contains(id)) {
            return None;
        }
        self.asked.clone_from(&entries);
        Some(Effect::Follow { stamp: self.stamp, entries, topic: self.course.topic.id.clone() })
    }
}

/// What is to be said of silences, if there are any: how many, the longest, and the one that goes on.
fn silences(all: &[Silence], since: Option<Silence>) -> impl Iterator<Item = Clean> {
    let longest = all.iter().rev().max_by_key(|silence| silence.months());
    let within = longest.map(|longest| match all.len() {
        1 => Clean::from(format!("1 silence: {}", longest.words())),
        many => Clean::from(format!("{many} silences, the longest: {}", longest.words())),
    });
    within.into_iter().chain(since.map(|since| Clean::from(format!("since then {}", since.words()))))
}

fn articles(count: usize) -> String {
    format!("{} article{}", thousands(count), if count == 1 { "" } else { "s" })
}
