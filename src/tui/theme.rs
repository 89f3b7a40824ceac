//! How tones look: the terminal's own sixteen colours and attributes, so that light and dark terminals both stay readable.
//!
//! No meaning is carried by hue alone: what matters is bold, underlined or reversed as well. With `NO_COLOR` only that remains.

use ratatui::style::{Color, Modifier, Style};

use crate::app::page::Tone;

/// The look of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's sixteen colours.
    Colours,
    /// Attributes alone.
    Mono,
}

/// Parts of the screen that are no words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Rule,
    FocusedRule,
}

impl Theme {
    /// The theme that the environment asks for: `NO_COLOR` set to anything takes the colours away (no-color.org).
    pub fn from_environment() -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if no_color { Self::Mono } else { Self::Colours }
    }

    pub(super) fn tone(self, tone: Tone) -> Style {
        let (modifier, colour) = match tone {
            Tone::Body => (Modifier::empty(), None),
            Tone::Quiet => (Modifier::DIM, None),
            Tone::Strong => (Modifier::BOLD, None),
            Tone::Chosen => (Modifier::BOLD.union(Modifier::REVERSED), None),
            Tone::Selected => (Modifier::BOLD, Some(Color::Cyan)),
            Tone::Lit | Tone::Term => (Modifier::UNDERLINED, None),
            Tone::LitTerm => (Modifier::BOLD.union(Modifier::UNDERLINED), None),
            Tone::Cue => (Modifier::BOLD.union(Modifier::ITALIC), Some(Color::Magenta)),
            Tone::Hit => (Modifier::REVERSED, None),
            Tone::Alarm => (Modifier::BOLD, Some(Color::Red)),
        };
        self.styled(modifier, colour)
    }

    pub(super) fn part(self, part: Part) -> Style {
        match part {
            Part::Rule => self.styled(Modifier::DIM, None),
            Part::FocusedRule => self.styled(Modifier::empty(), Some(Color::Cyan)),
        }
    }

    fn styled(self, modifier: Modifier, colour: Option<Color>) -> Style {
        let style = Style::new().add_modifier(modifier);
        match (self, colour) {
            (Self::Colours, Some(colour)) => style.fg(colour),
            _ => style.fg(Color::Reset),
        }
    }
}
