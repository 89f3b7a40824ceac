//! Moving about in a briefing: from line to line, pane to pane, topic to topic, row to row.

use super::Reader;
use super::range::Range;
use crate::app::page::list::ListState;
use crate::model::Section;

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the end.
    On,
    /// Towards the beginning.
    Back,
}

impl Way {
    fn sign(self) -> isize {
        match self {
            Self::On => 1,
            Self::Back => -1,
        }
    }
}

impl Reader {
    /// Chooses a pane.
    pub fn go(&mut self, section: Section) {
        if section != Section::Text {
            self.tall = Some(section);
        }
        self.here.focus = section;
        self.range = None;
        self.show_lit();
    }

    /// The next or previous pane, round and round.
    pub fn next_pane(&mut self, way: Way) {
        let all = Section::ALL;
        let at = all.iter().position(|s| *s == self.here.focus).unwrap_or(0);
        let to = (at + all.len()).saturating_add_signed(way.sign()) % all.len();
        self.go(all.get(to).copied().unwrap_or(Section::Summary));
    }

    /// One stop on in reading order: summary, text, each topic, tensions. Whether there was one.
    pub fn stop(&mut self, way: Way) -> bool {
        let topics = self.briefing.agenda.len().max(1);
        let at = match self.here.focus {
            Section::Summary => 0,
            Section::Text => 1,
            Section::Agenda => 2 + self.here.topic,
            Section::Tensions => 2 + topics,
        };
        let Some(to) = at.checked_add_signed(way.sign()).filter(|to| *to <= 2 + topics) else {
            return false;
        };
        match to {
            0 => self.go(Section::Summary),
            1 => self.go(Section::Text),
            _ if to == 2 + topics => self.go(Section::Tensions),
            _ => self.go_to_topic(to - 2),
        }
        true
    }

    /// Chooses the topic with this index, at its first line.
    pub fn go_to_topic(&mut self, topic: usize) {
        if topic != self.here.topic {
            self.here.topic = topic;
            self.here.agenda = ListState::default();
        }
        self.go(Section::Agenda);
    }

    /// The next or previous line of the pane, or sentence of the text.
    pub fn line(&mut self, way: Way) {
        let section = self.here.focus;
        let count = self.count(section);
        match self.list(section) {
            Some(list) => {
                list.step(way.sign(), count);
            }
            None => self.step_sentence(way),
        }
        self.show_lit();
    }

    /// Scrolls the text by `rows`; in the text pane the chosen sentence stays on the page.
    pub fn scroll(&mut self, rows: i32) {
        let article = self.briefing.article.clone();
        self.here.top = self.layout.of(&article, self.columns).scrolled(self.here.top, rows, self.page);
        self.keep_sentence_seen();
    }

    /// A page on or back: of the text in its pane, of lines elsewhere.
    pub fn page(&mut self, way: Way) {
        let rows = i32::from(self.page.saturating_sub(2).max(1));
        let section = self.here.focus;
        let count = self.count(section);
        let lines = isize::try_from(rows / 3).unwrap_or(1).max(1) * way.sign();
        match (self.list(section), way) {
            (Some(list), _) => {
                list.step(lines, count);
                self.show_lit();
            }
            (None, Way::On) => self.scroll(rows),
            (None, Way::Back) => self.scroll(-rows),
        }
    }

    /// The first or last line of the pane; the beginning or end of the text.
    pub fn end(&mut self, way: Way) {
        let section = self.here.focus;
        let count = self.count(section);
        let far = isize::try_from(count).unwrap_or(isize::MAX) * way.sign();
        if let Some(list) = self.list(section) {
            list.step(far, count);
        } else {
            self.here.sentence = if way == Way::On { u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX) } else { 0 };
            self.here.top = if way == Way::On { usize::MAX } else { 0 };
        }
        self.show_lit();
    }

    /// Scrolls the text so that what is lit is seen.
    pub(super) fn show_lit(&mut self) {
        if let Some(span) = self.range.map(Range::moving).or_else(|| self.lit_sentence()) {
            let article = self.briefing.article.clone();
            self.here.top = self.layout.of(&article, self.columns).showing(span, self.here.top, self.page);
        }
    }

    /// A sentence on or back; one that is only scrolled past is never chosen first.
    fn step_sentence(&mut self, way: Way) {
        let last = u32::try_from(self.count(Section::Text).saturating_sub(1)).unwrap_or(u32::MAX);
        let step = if way == Way::On { self.here.sentence.saturating_add(1) } else { self.here.sentence.saturating_sub(1) };
        self.here.sentence = step.min(last);
    }

    /// Chooses the nearest sentence that is seen, where scrolling has left the chosen one behind.
    fn keep_sentence_seen(&mut self) {
        if self.here.focus != Section::Text {
            return;
        }
        let article = self.briefing.article.clone();
        let seen = self.layout.of(&article, self.columns).seen(self.here.top, self.page);
        let Some(chosen) = article.sentence(self.here.sentence).map(|s| s.span) else { return };
        if chosen.overlaps(seen) {
            return;
        }
        let edge = if chosen.start() < seen.start() { seen.start() } else { seen.end().saturating_sub(1) };
        if let Some(sentence) = article.sentence_at(edge) {
            let hidden = article.sentence(sentence).is_some_and(|s| s.span.end() <= seen.start());
            self.here.sentence = if hidden { sentence + 1 } else { sentence };
        }
    }
}
