//! From a line to its sentence, from a sentence to a line that rests on it, and back.

use super::{Reader, Stop, TRAIL};
use crate::app::page::list::ListState;
use crate::model::{Point, Section};
use crate::text::Clean;

impl Reader {
    /// Goes from the chosen line to its sentence, or from the chosen sentence to the next line that rests on it.
    ///
    /// # Errors
    /// Says why there is nowhere to go.
    pub fn evidence(&mut self) -> Result<(), Clean> {
        match self.here.focus {
            Section::Text => self.enter_line(),
            _ => self.enter_text(),
        }
    }

    /// Back to where the last jump began; whether there was one.
    pub fn back(&mut self) -> bool {
        let Some(stop) = self.trail.pop() else { return false };
        self.here = stop;
        if self.here.focus != Section::Text {
            self.tall = Some(self.here.focus);
        }
        true
    }

    /// Remembers this place, so that [`Reader::back`] returns to it.
    pub(super) fn leave(&mut self) {
        if self.trail.len() >= TRAIL {
            self.trail.remove(0);
        }
        self.trail.push(self.here.clone());
    }

    fn enter_text(&mut self) -> Result<(), Clean> {
        let Some(point) = self.chosen() else { return Err("there is no line here".into()) };
        let Some(anchor) = point.anchor() else {
            return Err(match point.unanchored() {
                Some(_) => "its quotation is not in the article: there is no evidence to go to".into(),
                None => "this line was written without a quotation: there is no evidence to go to".into(),
            });
        };
        self.leave();
        self.here.sentence = anchor.sentence;
        self.go(Section::Text);
        Ok(())
    }

    fn enter_line(&mut self) -> Result<(), Clean> {
        let sentence = self.here.sentence;
        let rests = |point: &Point| point.anchor().is_some_and(|a| a.sentence == sentence);
        let briefing = self.briefing.clone();
        let mut stops: Vec<(Section, usize, usize)> = Vec::new();
        let place = |points: &[Point]| points.iter().position(rests);
        stops.extend(place(&briefing.summary).map(|at| (Section::Summary, 0, at)));
        stops.extend(
            briefing.agenda.iter().enumerate().filter_map(|(t, topic)| Some((Section::Agenda, t, place(&topic.points)?))),
        );
        stops.extend(briefing.tensions.iter().position(|t| rests(&t.point)).map(|at| (Section::Tensions, 0, at)));
        let from = self.trail.last().map(Stop::line);
        let seen = stops.iter().position(|stop| Some(*stop) == from).map_or(0, |at| at + 1);
        let Some(&(section, topic, at)) = stops.get(seen % stops.len().max(1)) else {
            return Err("no line rests on this sentence".into());
        };
        self.leave();
        match section {
            Section::Agenda => {
                self.here.topic = topic;
                self.here.agenda = ListState::at(at);
            }
            Section::Summary => self.here.summary = ListState::at(at),
            _ => self.here.tensions = ListState::at(at),
        }
        self.go(section);
        Ok(())
    }
}

impl Stop {
    /// The section, topic and line that were chosen here.
    fn line(&self) -> (Section, usize, usize) {
        match self.focus {
            Section::Summary => (Section::Summary, 0, self.summary.selected),
            Section::Agenda => (Section::Agenda, self.topic, self.agenda.selected),
            Section::Tensions => (Section::Tensions, 0, self.tensions.selected),
            Section::Text => (Section::Text, 0, 0),
        }
    }
}
