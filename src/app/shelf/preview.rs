//! The briefing of the chosen entry in short, beside a list that is wide enough.

use std::sync::Arc;

use super::Shelf;
use crate::export::counted;
use crate::library::{Entry, EntryId, State};
use crate::model::Briefing;
use crate::text::Clean;

/// What stands beside the list.
#[derive(Clone, Debug, Default)]
pub(super) enum Preview {
    #[default]
    None,
    /// It was asked for.
    Asked(EntryId),
    /// It has come.
    Here(EntryId, Arc<Briefing>),
}

impl Shelf {
    /// The entry whose briefing is to be asked for, so that it can stand beside the list; none where it was asked for already.
    pub fn wants_preview(&mut self) -> Option<EntryId> {
        let id = self.chosen().filter(|entry| matches!(entry.state, State::Ready(_)))?.id;
        match &self.preview {
            Preview::Asked(known) | Preview::Here(known, _) if *known == id => None,
            _ => {
                self.preview = Preview::Asked(id);
                Some(id)
            }
        }
    }

    /// Takes in a briefing that was asked for.
    pub fn previewed(&mut self, id: EntryId, briefing: Arc<Briefing>) {
        if matches!(&self.preview, Preview::Asked(asked) if *asked == id) {
            self.preview = Preview::Here(id, briefing);
        }
    }

    /// The briefing of the chosen entry in short, for the side of a wide screen.
    pub fn preview(&self) -> Vec<Clean> {
        let Some(entry) = self.chosen() else { return Vec::new() };
        match (&entry.state, &self.preview) {
            (State::Ready(_), Preview::Here(id, briefing)) if *id == entry.id => in_short(entry, briefing),
            (State::Ready(card), _) => vec![card.headline.clone()],
            (State::Bad(reason), _) => vec![entry.name.clone(), Clean::default(), reason.clone()],
            (State::Waiting | State::Gone, _) => Vec::new(),
        }
    }
}

/// Headline, summary, agenda and the number of tensions; an empty line between.
fn in_short(entry: &Entry, briefing: &Briefing) -> Vec<Clean> {
    let mut lines: Vec<Clean> = briefing.head.headline.iter().map(Clean::one_line).collect();
    lines.extend(briefing.summary.iter().map(|point| Clean::from(briefing.words(point))));
    let topics: Vec<String> = briefing.agenda.iter().map(|topic| format!("{} {}", topic.label, topic.points.len())).collect();
    if !topics.is_empty() {
        lines.push(topics.join(", ").into());
    }
    lines.push(counted(briefing.tensions.len(), "tension").into());
    lines.push(entry.name.clone());
    lines.into_iter().flat_map(|line| [line, Clean::default()]).collect()
}
