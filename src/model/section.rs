//! What panes, keys, exports and the command line name.

/// One of the four parts of a briefing, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// The gist in a few lines.
    Summary,
    /// The article itself.
    Text,
    /// The topics.
    Agenda,
    /// What is set against what.
    Tensions,
}

impl Section {
    /// All sections in reading order.
    pub const ALL: [Self; 4] = [Self::Summary, Self::Text, Self::Agenda, Self::Tensions];

    /// The word for it in files, keys and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Text => "text",
            Self::Agenda => "agenda",
            Self::Tensions => "tensions",
        }
    }

    /// The heading that people read.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::Text => "Full text",
            Self::Agenda => "Agenda",
            Self::Tensions => "Tensions",
        }
    }
}
