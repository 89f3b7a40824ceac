//! One open briefing: which pane and line is chosen, where the text stands, where one came from.

mod copy;
mod evidence;
mod order;
mod place;
mod range;
mod removed;
mod renew;
mod search;
mod seen;
mod steps;
mod tray;
mod view;
mod why;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use copy::What;
use range::Range;
pub use range::Unit;
pub use search::Search;
pub use steps::Way;
pub use view::{Pane, Panes};

use super::page::list::ListState;
use super::page::text::Layout;
use crate::library::EntryId;
use crate::library::tray::LineId;
use crate::model::{Anchor, Briefing, Point, Section, Tension, Topic};
use crate::text::Span;

/// The most places that [`Reader::back`] can return to.
const TRAIL: usize = 256;

/// The state of one open briefing.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    briefing: Arc<Briefing>,
    /// While the tensions stand by strength: the briefing in its own order, and the place there of each tension shown.
    own_order: Option<(Arc<Briefing>, Vec<usize>)>,
    /// Whether all of the article has come, and what is found in it.
    whole: bool,
    here: Stop,
    /// The pane at the left that keeps the room while the text is read.
    tall: Option<Section>,
    trail: Vec<Stop>,
    search: Option<Search>,
    /// The stretch of the text that is being chosen.
    range: Option<Range>,
    /// The lines that are in the tray.
    in_tray: Vec<LineId>,
    /// The sentences that earlier articles have, each with the first that has it.
    seen: BTreeMap<u32, EntryId>,
    layout: Layout,
    /// How many rows the sections of points filled when they were last counted, and what for: topic, columns, rows at the most.
    needs: Option<((usize, u16, u16), [u16; 3])>,
    /// The rows of the text pane when it was last laid out.
    page: u16,
    /// The columns of the text pane when it was last laid out.
    columns: u16,
}

/// A place in a briefing that one can come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stop {
    focus: Section,
    topic: usize,
    summary: ListState,
    agenda: ListState,
    tensions: ListState,
    /// The chosen sentence of the text.
    sentence: u32,
    /// The scroll position: a byte of the text.
    top: usize,
}

impl Default for Stop {
    fn default() -> Self {
        let list = ListState::default();
        Self { focus: Section::Summary, topic: 0, summary: list, agenda: list, tensions: list, sentence: 0, top: 0 }
    }
}

impl Reader {
    /// A reader at the beginning of `briefing`; where it is not `whole`, more of it is to come.
    pub fn new(briefing: Arc<Briefing>, whole: bool) -> Self {
        Self { briefing, whole, ..Self::default() }
    }

    /// The briefing being read.
    pub fn briefing(&self) -> &Arc<Briefing> {
        &self.briefing
    }

    /// The chosen pane.
    pub fn focus(&self) -> Section {
        self.here.focus
    }

    /// How many lines the chosen pane has: points, or sentences of the text.
    fn count(&self, section: Section) -> usize {
        match section {
            Section::Summary => self.briefing.summary.len(),
            Section::Text => self.briefing.article.sentences.len(),
            Section::Agenda => self.briefing.agenda.get(self.here.topic).map_or(0, |t| t.points.len()),
            Section::Tensions => self.briefing.tensions.len(),
        }
    }

    fn list(&mut self, section: Section) -> Option<&mut ListState> {
        match section {
            Section::Summary => Some(&mut self.here.summary),
            Section::Agenda => Some(&mut self.here.agenda),
            Section::Tensions => Some(&mut self.here.tensions),
            Section::Text => None,
        }
    }

    /// The line at `index` of a section of points; of the agenda, of its chosen topic.
    fn point(&self, section: Section, index: usize) -> Option<&Point> {
        match section {
            Section::Summary => self.briefing.summary.get(index),
            Section::Agenda => self.briefing.agenda.get(self.here.topic)?.points.get(index),
            Section::Tensions => self.briefing.tensions.get(index).map(|t| &t.point),
            Section::Text => None,
        }
    }

    /// The chosen line, unless the text is chosen.
    fn chosen(&self) -> Option<&Point> {
        let selected = match self.here.focus {
            Section::Summary => self.here.summary.selected,
            Section::Agenda => self.here.agenda.selected,
            Section::Tensions => self.here.tensions.selected,
            Section::Text => return None,
        };
        self.point(self.here.focus, selected)
    }

    /// The chosen tension, where that pane is chosen.
    fn chosen_tension(&self) -> Option<&Tension> {
        let selected = self.here.tensions.selected;
        self.briefing.tensions.get(selected).filter(|_| self.here.focus == Section::Tensions)
    }

    /// The topic whose line is chosen; elsewhere those that the chosen sentence is a line of.
    pub fn topics_here(&self) -> Vec<&Topic> {
        let agenda = &self.briefing.agenda;
        if self.here.focus == Section::Agenda {
            return agenda.get(self.here.topic).into_iter().collect();
        }
        let here = self.lit().map(|anchor| anchor.sentence);
        let rests_here = |point: &Point| here.is_some() && point.anchor().map(|anchor| anchor.sentence) == here;
        agenda.iter().filter(|topic| topic.points.iter().any(rests_here)).collect()
    }

    /// What is lit in the text: the stretch being chosen, the anchor of the chosen line, or the chosen sentence.
    fn lit(&self) -> Option<Anchor> {
        if let Some(range) = self.range {
            return Some(Anchor { sentence: self.here.sentence, focus: range.span() });
        }
        match self.here.focus {
            Section::Text => self.briefing.article.whole(self.here.sentence),
            _ => self.chosen()?.anchor(),
        }
    }

    /// The sentence that holds what is lit, cut to nothing where nothing is.
    fn lit_sentence(&self) -> Option<Span> {
        if let Some(range) = self.range {
            return Some(range.span());
        }
        let anchor = self.lit()?;
        Some(self.briefing.article.sentence(anchor.sentence)?.span.cover(anchor.focus))
    }
}
