//! What the copy keys take: the chosen line or the chosen section, as words with their source.

use super::Reader;
use crate::export::{Export, Form, Selection};
use crate::model::Section;
use crate::text::Clean;

impl Reader {
    /// The chosen line with its source.
    ///
    /// # Errors
    /// Says why there is nothing to copy.
    pub fn copy_point(&self) -> Result<Export, Clean> {
        let selection = match self.here.focus {
            Section::Text => {
                let sentence = self.briefing.article.sentence(self.here.sentence);
                Selection::Stretch(sentence.ok_or("there is no line here to copy")?.span)
            }
            Section::Tensions => Selection::Tension(self.chosen_tension().ok_or("there is no line here to copy")?),
            _ => Selection::Point(self.chosen().ok_or("there is no line here to copy")?),
        };
        Ok(Export::of(&self.briefing, selection, Form::Plain))
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
        Ok(Export::of(&self.briefing, selection, Form::Plain))
    }
}
