//! A topic followed through the library: its course over the page, its lines by date, the one that is chosen.
//!
//! The articles and the number of their lines are known from cards; the words of a line are read when it is seen, and until they come
//! its article stands there without them.

mod act;
mod chooser;
mod from;
mod go;
mod lines;
mod rows;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) use chooser::Chooser;

use super::page::list::ListState;
use crate::export::Followed;
use crate::library::follow::{Course, Stop};
use crate::library::{Entries, EntryId, TopicName};

/// A topic that is followed.
#[derive(Debug, Default)]
pub(super) struct FollowView {
    course: Course,
    /// Its articles in the order shown; of those whose tensions are shown, the ones that have any.
    stops: Vec<Stop>,
    /// The number of the first line of each article, and of all lines.
    starts: Vec<usize>,
    oldest_first: bool,
    /// Whether its tensions are shown in place of its lines.
    tensions: bool,
    list: ListState,
    /// How many rows the lines had on the last screen.
    rows: usize,
    /// What was read; none of what can't be.
    read: BTreeMap<EntryId, Option<Arc<Followed>>>,
    /// What was asked for last.
    asked: Vec<EntryId>,
    /// Which page it is: what was read for another one is not heard.
    stamp: u32,
    /// Whether the library knows more than this page.
    stale: bool,
    /// The entry that is being opened, and for which of its lines.
    bound: Option<(EntryId, usize)>,
}

impl FollowView {
    /// The page of `topic`, at its newest line.
    fn new(topic: &TopicName, entries: &Entries, tensions: bool, stamp: u32) -> Self {
        let mut view = Self { course: Course::of(topic, entries), tensions, stamp, ..Self::default() };
        view.arrange(None);
        view
    }

    /// Takes in that the library knows other things of these entries than before.
    pub(super) fn forget(&mut self, entries: &[EntryId]) {
        for id in entries {
            self.read.remove(id);
        }
        if !self.asked.is_empty() {
            self.asked.retain(|asked| !entries.contains(asked));
        }
        self.stale = true;
    }

    /// Takes in that what it asked for may not come.
    pub(super) fn ask_again(&mut self) {
        self.asked.clear();
    }

    /// Counts anew where the library has learnt something.
    fn renew(&mut self, entries: &Entries) {
        if std::mem::take(&mut self.stale) {
            let kept = self.kept();
            self.course = Course::of(&self.course.topic, entries);
            self.arrange(kept);
        }
    }

    /// Puts the lines into the other order.
    fn turn(&mut self) {
        let kept = self.kept();
        self.oldest_first = !self.oldest_first;
        self.arrange(kept);
    }

    /// Shows the tensions of the topic, or its lines.
    fn show_tensions(&mut self, tensions: bool) {
        let kept = self.kept();
        self.tensions = tensions;
        self.arrange(kept);
    }

    /// Whether there is no line.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes in what was read.
    pub(super) fn learn(&mut self, stamp: u32, read: Vec<(EntryId, Option<Arc<Followed>>)>) {
        if stamp == self.stamp {
            let kept = self.kept();
            self.read.extend(read);
            self.count(kept);
        }
    }
}
