//! What the copy keys and the export menu take: the chosen line, stretch, section or topic, as words with their source.

use super::Reader;
use crate::export::{Export, Form, Selection, Wanted};
use crate::model::Section;
use crate::text::Clean;

/// What can be taken out of the open briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The stretch of the text that is being chosen.
    Stretch,
    /// The chosen line, or the chosen sentence.
    Line,
    /// The chosen topic.
    Topic,
    /// The section of the chosen pane.
    Section,
    /// Everything.
    Briefing,
    /// The tray, which is no part of it.
    Tray,
}

impl Reader {
    /// The chosen stretch, else the chosen line, as plain text with its source.
    ///
    /// # Errors
    /// Says why there is nothing to copy.
    pub fn copy_point(&self) -> Result<Export, Clean> {
        self.export(if self.is_selecting() { What::Stretch } else { What::Line }, Form::Plain)
    }

    /// The chosen section as plain text with its source; of the agenda, the chosen topic.
    ///
    /// # Errors
    /// Says why there is nothing to copy.
    pub fn copy_section(&self) -> Result<Export, Clean> {
        self.export(if self.here.focus == Section::Agenda { What::Topic } else { What::Section }, Form::Plain)
    }

    /// What can be taken from here, the most likely first.
    pub fn takeable(&self) -> Vec<What> {
        let all = [What::Stretch, What::Line, What::Topic, What::Section, What::Briefing];
        all.into_iter().filter(|what| self.is_there(*what)).collect()
    }

    /// `what` in `form`, with its source.
    ///
    /// # Errors
    /// Says why there is nothing to take.
    pub fn export(&self, what: What, form: Form) -> Result<Export, Clean> {
        let section = self.here.focus;
        if matches!(what, What::Section | What::Topic) && self.count(section) == 0 {
            return Err(format!("section {} is empty: there is nothing to copy", section.heading()).into());
        }
        let nothing = || Clean::from("there is no line here to copy");
        let all = Wanted { sections: all_for(form), topic: None };
        let selection = match what {
            What::Stretch => Selection::Stretch(self.selected().ok_or_else(nothing)?),
            What::Line if section == Section::Text => {
                Selection::Stretch(self.briefing.article.sentence(self.here.sentence).ok_or_else(nothing)?.span)
            }
            What::Line => match self.chosen_tension() {
                Some(tension) => Selection::Tension(tension),
                None => Selection::Point(self.chosen().ok_or_else(nothing)?),
            },
            What::Topic => Selection::Topic(self.briefing.agenda.get(self.here.topic).ok_or_else(nothing)?),
            What::Section => Selection::Section(section),
            What::Briefing => Selection::Whole(&all),
            What::Tray => return Err(nothing()),
        };
        Ok(Export::of(&self.briefing, selection, form))
    }

    fn is_there(&self, what: What) -> bool {
        match what {
            What::Stretch => self.is_selecting(),
            What::Line => !self.is_selecting() && self.count(self.here.focus) > 0,
            What::Topic => self.here.focus == Section::Agenda && self.count(Section::Agenda) > 0,
            What::Section => self.count(self.here.focus) > 0,
            What::Briefing => true,
            What::Tray => false,
        }
    }

    /// The line of the entry's own file, from 1, where what is chosen is written: of a briefing file a written line's own.
    pub fn line_in_file(&self) -> u32 {
        if self.briefing.written {
            let rule = self.chosen().filter(|point| !point.is_found()).and_then(|point| point.reason().rule.as_ref());
            return rule.map_or(1, |rule| rule.line);
        }
        let block = self.lit().and_then(|anchor| self.briefing.article.block_of(anchor.sentence));
        block.map_or(1, |block| block.line)
    }

    /// `what` as people call it.
    pub fn in_words(&self, what: What) -> Clean {
        match what {
            What::Stretch => "the chosen words".into(),
            What::Line if self.here.focus == Section::Text => "this sentence".into(),
            What::Line => "this line".into(),
            What::Topic => {
                let label = self.briefing.agenda.get(self.here.topic).map(|topic| topic.label.one_line());
                format!("topic {}", label.unwrap_or_default()).into()
            }
            What::Section => format!("section {}", self.here.focus.heading()).into(),
            What::Briefing => "the whole briefing".into(),
            What::Tray => "the tray".into(),
        }
    }
}

/// The sections that "everything" means: a form of single lines has no place for the full text.
fn all_for(form: Form) -> Vec<Section> {
    let fits = |section: &Section| !(form.is_of_lines() && *section == Section::Text);
    Section::ALL.into_iter().filter(fits).collect()
}
