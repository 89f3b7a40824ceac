//! The same place in another briefing of the same article: more of it has come, or other rules have found other lines in it.

use std::sync::Arc;

use super::{Reader, Search, Stop};
use crate::app::page::list::ListState;
use crate::app::page::text::Layout;
use crate::model::{Briefing, Point, Topic};

impl Reader {
    /// Goes on with `briefing` in place of the one before; where it is not `whole`, more of it is to come.
    pub fn renew(&mut self, briefing: Arc<Briefing>, whole: bool) {
        let before = std::mem::replace(&mut self.briefing, briefing);
        if self.own_order.take().is_some() {
            self.by_strength();
        }
        self.here.follow(&before, &self.briefing);
        self.trail.iter_mut().for_each(|stop| stop.follow(&before, &self.briefing));
        self.whole = whole;
        self.range = None;
        self.seen.clear();
        self.layout = Layout::default();
        self.needs = None;
        if let Some(search) = self.search.take() {
            self.search = Some(Search::new(search.query(), &self.briefing));
        }
    }
}

impl Stop {
    /// Chooses in `after` what was chosen in `before`: the topic of the same name, the lines that rest on the same sentences.
    fn follow(&mut self, before: &Briefing, after: &Briefing) {
        let [old, new] = [before, after].map(|briefing| &briefing.agenda);
        let topic = old.get(self.topic).and_then(|topic| new.iter().position(|other| other.id == topic.id));
        if !old.is_empty() && topic.is_none() {
            self.agenda = ListState::default();
        }
        let from = old.get(self.topic).map_or(&[][..], points);
        self.topic = topic.unwrap_or_else(|| self.topic.min(new.len().saturating_sub(1)));
        follow(&mut self.agenda, from, new.get(self.topic).map_or(&[], points));
        follow(&mut self.summary, &before.summary, &after.summary);
        let [old, new] = [before, after].map(|briefing| briefing.tensions.iter().map(|t| t.point.clone()).collect::<Vec<_>>());
        follow(&mut self.tensions, &old, &new);
        let last = after.article.sentences.len().saturating_sub(1);
        self.sentence = self.sentence.min(u32::try_from(last).unwrap_or(u32::MAX));
        self.top = self.top.min(after.article.text.len());
    }
}

fn points(topic: &Topic) -> &[Point] {
    &topic.points
}

/// Keeps the line chosen that rests on the same sentence; where there is none, one near it.
fn follow(list: &mut ListState, before: &[Point], after: &[Point]) {
    let sentence = |point: &Point| point.anchor().map(|anchor| anchor.sentence);
    let chosen = before.get(list.selected).map(sentence);
    let same = chosen.and_then(|chosen| after.iter().position(|point| sentence(point) == chosen));
    list.selected = match same {
        Some(at) => at,
        None if before.is_empty() => list.selected,
        None => list.selected.min(after.len().saturating_sub(1)),
    };
}
