//! The sentences of the article that earlier ones have: dimmed wherever they are shown.

use super::Reader;
use crate::app::page::{Mark, Tone};
use crate::library::EntryId;
use crate::model::Section;
use crate::text::Span;

impl Reader {
    /// Takes in which sentences earlier articles have, by index, each with the first that has it.
    pub fn know_seen(&mut self, seen: Vec<(u32, EntryId)>) {
        self.seen = seen.into_iter().collect();
    }

    /// The first article that has the chosen sentence, if an earlier one has.
    pub fn seen_here(&self) -> Option<EntryId> {
        let sentence = if self.here.focus == Section::Text { self.here.sentence } else { self.chosen()?.anchor()?.sentence };
        self.seen.get(&sentence).copied()
    }

    /// The sentences in `part` of the text that earlier articles have, as marks.
    pub(super) fn seen_marks(&self, part: Span) -> impl Iterator<Item = Mark> {
        let article = &self.briefing.article;
        let from = article.sentence_at(part.start()).unwrap_or_default();
        let spans = self.seen.range(from..).filter_map(|(at, _)| article.sentence(*at)).map(|sentence| sentence.span);
        spans.take_while(move |span| span.start() < part.end()).map(|span| (span, Tone::Quiet))
    }
}
