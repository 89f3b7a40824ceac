//! How far one came in an article, to return there when it is opened again.

use super::Reader;
use crate::model::Section;

impl Reader {
    /// Where the chosen sentence of the text begins, in bytes; none at the beginning.
    pub fn place(&self) -> Option<u32> {
        let sentence = Some(self.here.sentence).filter(|sentence| *sentence > 0)?;
        u32::try_from(self.briefing.article.sentence(sentence)?.span.start()).ok()
    }

    /// Chooses, in the text, the sentence at this byte; whether it is any but the first.
    pub fn return_to(&mut self, place: u32) -> bool {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        let Some(sentence) = self.briefing.article.sentence_at(place).filter(|sentence| *sentence > 0) else { return false };
        self.here.sentence = sentence;
        self.go(Section::Text);
        true
    }
}
