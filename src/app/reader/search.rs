//! What is searched for in a briefing, and where it stands: in the article and in written lines, counted per pane.

use super::Reader;
use super::steps::Way;
use crate::app::page::list::ListState;
use crate::library::query::Words;
use crate::model::{Briefing, Point, Section};
use crate::text::search::Needle;
use crate::text::{Clean, Span};

/// A search and its hits.
#[derive(Clone, Debug, Default)]
pub struct Search {
    query: Clean,
    /// The hits in the article, in text order.
    hits: Vec<Span>,
    /// For each section but the text: the lines with a hit, of the agenda with their topic.
    lines: [Vec<(usize, usize)>; 3],
    /// The hit of the text that was gone to last.
    current: Option<usize>,
}

impl Search {
    /// All hits of `query` in `briefing`.
    pub fn new(query: &Clean, briefing: &Briefing) -> Self {
        let needle = Needle::new(query);
        let hits = needle.find(&briefing.article.text).collect();
        Self::with(query, hits, briefing, |wording| needle.find(wording).next().is_some())
    }

    /// All places of `words`, which `line` asks a library for, in `briefing`.
    pub fn of_words(line: &Clean, words: &Words, briefing: &Briefing) -> Self {
        let hits = words.hits(&briefing.article.text);
        Self::with(line, hits, briefing, |wording| !words.hits(wording).is_empty())
    }

    /// A search for `query` that has these `hits` in the article, and those lines of a briefing file that it `holds`.
    fn with(query: &Clean, hits: Vec<Span>, briefing: &Briefing, in_wording: impl Fn(&str) -> bool) -> Self {
        let holds = |point: &Point| match point {
            Point::Found { anchor, .. } => briefing.article.sentence(anchor.sentence).is_some_and(|s| any_in(&hits, s.span)),
            Point::Written { wording, .. } => in_wording(wording),
        };
        let of = |topic: usize, points: &[Point]| -> Vec<(usize, usize)> {
            points.iter().enumerate().filter(|(_, p)| holds(p)).map(|(at, _)| (topic, at)).collect()
        };
        let agenda = briefing.agenda.iter().enumerate().flat_map(|(t, topic)| of(t, &topic.points)).collect();
        let tensions = briefing.tensions.iter().enumerate().filter(|(_, t)| holds(&t.point)).map(|(at, _)| (0, at)).collect();
        let lines = [of(0, &briefing.summary), agenda, tensions];
        Self { query: query.clone(), hits, lines, current: None }
    }

    /// What was typed.
    pub fn query(&self) -> &Clean {
        &self.query
    }

    /// How many hits the text has, or how many lines of another section have one.
    pub fn count(&self, section: Section) -> usize {
        self.lines(section).map_or(self.hits.len(), Vec::len)
    }

    /// The hits within `span`.
    pub fn hits_in(&self, span: Span) -> &[Span] {
        let from = self.hits.partition_point(|hit| hit.end() <= span.start());
        let to = self.hits.partition_point(|hit| hit.start() < span.end());
        self.hits.get(from..to).unwrap_or_default()
    }

    fn lines(&self, section: Section) -> Option<&Vec<(usize, usize)>> {
        match section {
            Section::Summary => self.lines.first(),
            Section::Agenda => self.lines.get(1),
            Section::Tensions => self.lines.get(2),
            Section::Text => None,
        }
    }
}

fn any_in(hits: &[Span], span: Span) -> bool {
    hits.get(hits.partition_point(|hit| hit.start() < span.start())).is_some_and(|hit| hit.start() < span.end())
}

impl Reader {
    /// The search that is on, if any.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// Searches for `query`; an empty one ends the search.
    pub fn look_for(&mut self, query: &Clean) {
        self.search = (!query.trim().is_empty()).then(|| Search::new(query, &self.briefing));
        if self.here.focus == Section::Text || self.hits_here() == 0 {
            self.show_first_hit();
        }
    }

    /// Searches for the words that a library was searched for.
    pub fn look_for_words(&mut self, line: &Clean, words: &Words) {
        self.search = (!words.is_empty()).then(|| Search::of_words(line, words, &self.briefing));
    }

    /// Begins at the sentence numbered `sentence`, from 0: there is nowhere in the article to come back to.
    pub fn begin_at(&mut self, sentence: u32) {
        self.trail.clear();
        self.here.sentence = sentence;
        self.go(Section::Text);
    }

    /// Ends the search; whether one was on.
    pub fn forget_search(&mut self) -> bool {
        self.search.take().is_some()
    }

    /// Goes to the next or previous hit of the chosen pane, or of the text where the pane has none; whether there was one.
    pub fn hit(&mut self, way: Way) -> bool {
        let section = self.here.focus;
        if section != Section::Text && self.hits_here() > 0 {
            return self.line_hit(section, way);
        }
        let Some(search) = &mut self.search else { return false };
        let count = search.hits.len();
        let after = search.hits.partition_point(|hit| hit.start() < self.here.top);
        let to = match (search.current, way) {
            (Some(at), Way::On) => (at + 1) % count.max(1),
            (Some(at), Way::Back) => (at + count.saturating_sub(1)) % count.max(1),
            (None, Way::On) => after % count.max(1),
            (None, Way::Back) => (after + count.saturating_sub(1)) % count.max(1),
        };
        let Some(hit) = search.hits.get(to).copied() else { return false };
        search.current = Some(to);
        if section != Section::Text {
            self.leave();
            self.go(Section::Text);
        }
        self.choose_hit(hit);
        true
    }

    fn hits_here(&self) -> usize {
        self.search.as_ref().map_or(0, |s| s.count(self.here.focus))
    }

    /// The next line with a hit behind the chosen one, or the first again.
    fn line_hit(&mut self, section: Section, way: Way) -> bool {
        let topic = if section == Section::Agenda { self.here.topic } else { 0 };
        let selected = self.list(section).map_or(0, |list| list.selected);
        let Some(lines) = self.search.as_ref().and_then(|s| s.lines(section)) else { return false };
        let here = (topic, selected);
        let next = match way {
            Way::On => lines.iter().find(|line| **line > here).or(lines.first()),
            Way::Back => lines.iter().rev().find(|line| **line < here).or(lines.last()),
        };
        let Some(&(topic, at)) = next else { return false };
        if section == Section::Agenda && topic != self.here.topic {
            self.here.topic = topic;
            self.here.agenda = ListState::default();
        }
        if let Some(list) = self.list(section) {
            list.selected = at;
        }
        self.show_lit();
        true
    }

    /// Shows the first hit at or behind the top of the text, without choosing it: the reader is still typing.
    fn show_first_hit(&mut self) {
        let Some(search) = &mut self.search else { return };
        search.current = None;
        let at = search.hits.partition_point(|hit| hit.start() < self.here.top);
        let Some(hit) = search.hits.get(at).or(search.hits.first()).copied() else { return };
        if self.here.focus == Section::Text {
            search.current = search.hits.iter().position(|h| *h == hit);
            self.choose_hit(hit);
        } else {
            self.show(hit);
        }
    }

    fn choose_hit(&mut self, hit: Span) {
        if let Some(sentence) = self.briefing.article.sentence_at(hit.start()) {
            self.here.sentence = sentence;
        }
        self.show(hit);
    }

    fn show(&mut self, span: Span) {
        let article = self.briefing.article.clone();
        self.here.top = self.layout.of(&article, self.columns).showing(span, self.here.top, self.page);
    }
}
