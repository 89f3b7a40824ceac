//! What the tray takes of a briefing, and the way back from a line of the tray to its sentence.

use super::Reader;
use crate::export::{Selection, extracts};
use crate::library::tray::{Line, LineId};
use crate::model::{Extract, Place, Point, Reference, Section, Source};
use crate::text::Clean;

impl Reader {
    /// What is chosen, as words with all that is to be said of their place, and their source.
    ///
    /// # Errors
    /// Says why there is nothing to take.
    pub fn taken(&self) -> Result<(Extract, Source), Clean> {
        let none = || Clean::from("there is no line here to take");
        if !self.whole {
            return Err("the article is still being read: a moment".into());
        }
        let selection = match self.here.focus {
            _ if let Some(stretch) = self.selected() => Selection::Stretch(stretch),
            Section::Text => Selection::Stretch(self.briefing.article.sentence(self.here.sentence).ok_or_else(none)?.span),
            Section::Tensions => Selection::Tension(self.chosen_tension().ok_or_else(none)?),
            Section::Summary | Section::Agenda => Selection::Point(self.chosen().ok_or_else(none)?),
        };
        let taken = extracts(&self.briefing, selection).1;
        let topic = self.briefing.agenda.get(self.here.topic).filter(|_| self.here.focus == Section::Agenda);
        let extract = taken.all().next().ok_or_else(none)?;
        let source = taken.source(extract).ok_or_else(none)?.clone();
        Ok((Extract { topic: topic.map(|topic| topic.label.clone()), ..extract.clone() }, source))
    }

    /// Takes in which lines are in the tray, so that they are marked.
    pub fn know_tray(&mut self, lines: impl Iterator<Item = LineId>) {
        self.in_tray.clear();
        self.in_tray.extend(lines);
    }

    /// Whether a line is in the tray, from whichever pane it was taken.
    pub(super) fn is_in_tray(&self, point: &Point) -> bool {
        if self.in_tray.is_empty() || !self.whole {
            return false;
        }
        let extracts = extracts(&self.briefing, Selection::Point(point)).1;
        let line = extracts.all().next().zip(extracts.sources.first());
        line.is_some_and(|(extract, source)| self.in_tray.contains(&Line::new(extract.clone(), source.clone()).id()))
    }

    /// Goes to the sentence that `extract` was taken from, if it was taken from one that is here.
    pub fn go_to(&mut self, extract: &Extract) -> bool {
        let article = self.briefing.article.clone();
        let reference = match extract.place {
            Place::Sentence(at) | Place::Stretch(at, _) => at,
            Place::Whole(_) => Reference::Headline,
            Place::Unquoted | Place::Unanchored => return false,
        };
        let there = || (0u32..).zip(&article.sentences).filter(|(at, _)| article.reference(*at) == reference);
        let same = there().find(|(_, sentence)| article.slice(sentence.span) == &*extract.words);
        let Some((sentence, _)) = same.or_else(|| there().next()) else { return false };
        self.leave();
        self.here.sentence = sentence;
        self.go(Section::Text);
        true
    }
}
