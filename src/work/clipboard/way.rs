//! The ways by which words leave attache.

/// A way, as it is named on the command line and in `config.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The desktop's clipboard.
    Native,
    /// tmux's buffer, which also tells the terminal around tmux.
    Tmux,
    /// OSC 52: the terminal is asked, and does not answer. The only way from a machine that one is on by SSH.
    Osc52,
    /// A command of the user's, with the words on its standard input.
    Command,
    /// The kept file, whose place is told.
    File,
    /// No copy at all; the file is kept as ever.
    None,
}

impl Way {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Native, Self::Tmux, Self::Osc52, Self::Command, Self::File, Self::None];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Tmux => "tmux",
            Self::Osc52 => "osc52",
            Self::Command => "command",
            Self::File => "file",
            Self::None => "none",
        }
    }

    /// The way that `word` names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }

    /// What it is, in a few words.
    pub fn help(self) -> &'static str {
        match self {
            Self::Native => "the desktop's clipboard, read back",
            Self::Tmux => "tmux's buffer, and through it the terminal around tmux",
            Self::Osc52 => "the terminal is asked (OSC 52); it does not answer",
            Self::Command => "the command of config.toml, with the words on its standard input",
            Self::File => "only the file that is kept of every copy",
            Self::None => "no copy; the file is kept as ever",
        }
    }

    /// Whether nothing but the kept file is wanted.
    pub fn is_file_alone(self) -> bool {
        matches!(self, Self::File | Self::None)
    }
}
