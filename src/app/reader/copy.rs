//! What the copy keys take: the chosen line or the chosen section, as words with their source.

use super::Reader;
use crate::export::{Export, Selection, plain};
use crate::model::Section;
use crate::text::Clean;

impl Reader {
    /// The chosen line with its source.
    ///
    /// # Errors
    /// Says why there is nothing to copy.
    pub fn copy_point(&self) -> Result<Export, Clean> {
        let selection = match self.here.focus {
            Section::Text => Selection::Sentence(self.here.sentence),
            _ => Selection::Point(self.chosen().ok_or("there is no line here to copy")?),
        };
        Ok(plain(&self.briefing, selection))
    }

    /// The chosen section with its source; of the agenda, the chosen topic.
    ///
    /// # Errors
    /// Says why there is nothing to copy.
    pub fn copy_section(&self) -> Result<Export, Clean> {
        let section = self.here.focus;
        if self.count(section) == 0 {
            return Err(format!("section {} is empty: there is nothing to copy", section.heading()).into());
        }
        let selection = match section {
            Section::Agenda => {
                Selection::Topic(self.briefing.agenda.get(self.here.topic).ok_or("there is no topic here to copy")?)
            }
            _ => Selection::Section(section),
        };
        Ok(plain(&self.briefing, selection))
    }
}
