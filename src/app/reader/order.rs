//! The tensions of an open briefing by strength, and back in the order of the text.

use std::cmp::Reverse;
use std::sync::Arc;

use super::{Reader, Search};
use crate::app::page::list::ListState;
use crate::model::Briefing;

impl Reader {
    /// Orders the tensions by strength, those of one strength as they were; a second time gives their own order back. The chosen
    /// tension stays chosen.
    pub fn order_tensions(&mut self) {
        let order = match self.own_order.take() {
            Some((briefing, order)) => {
                self.briefing = briefing;
                order
            }
            None => self.by_strength(),
        };
        self.follow_tensions(&order);
        self.needs = None;
        if let Some(search) = self.search.take() {
            self.search = Some(Search::new(search.query(), &self.briefing));
        }
        self.show_lit();
    }

    /// Whether the tensions stand by strength.
    pub fn is_by_strength(&self) -> bool {
        self.own_order.is_some()
    }

    /// Puts the strongest first; gives the new place of each tension.
    pub(super) fn by_strength(&mut self) -> Vec<usize> {
        let own = Arc::clone(&self.briefing);
        let mut order: Vec<usize> = (0..own.tensions.len()).collect();
        order.sort_by_key(|&at| own.tensions.get(at).map(|tension| Reverse(tension.strength)));
        let tensions = order.iter().filter_map(|&at| own.tensions.get(at).cloned()).collect();
        self.briefing = Arc::new(Briefing { tensions, ..Briefing::clone(&own) });
        let mut to = vec![0; order.len()];
        for (place, &at) in order.iter().enumerate() {
            to.get_mut(at).into_iter().for_each(|to| *to = place);
        }
        self.own_order = Some((own, order));
        to
    }

    /// Keeps each chosen tension chosen, here and along the trail, where `to` says the new place of each.
    fn follow_tensions(&mut self, to: &[usize]) {
        for stop in self.trail.iter_mut().chain([&mut self.here]) {
            let place = to.get(stop.tensions.selected).copied().unwrap_or_default();
            stop.tensions = ListState::at(place);
        }
    }
}
