//! The terminal and what stands between it and attache.

use std::env;
use std::io::{self, IsTerminal};

use rustix::termios::tcgetwinsize;
use serde::Serialize;

use super::shown;
use crate::cli::read::{PanesHere, panes_here};
use crate::work::clipboard::Surroundings;

/// What is known of the terminal.
#[derive(Serialize)]
pub(super) struct Terminal {
    term: Option<String>,
    colorterm: Option<String>,
    term_program: Option<String>,
    /// Columns and rows.
    size: Option<(u16, u16)>,
    /// Whether standard input is one.
    stdin: bool,
    /// Whether standard output is one.
    stdout: bool,
    no_color: bool,
    /// How the panes look, or why there are none.
    panes: &'static str,
    locale: Option<String>,
    inside: Vec<&'static str>,
    desktop: Option<&'static str>,
}

impl Terminal {
    /// What the environment and the open files say.
    pub(super) fn here() -> Self {
        let around = Surroundings::from_environment();
        let size = tcgetwinsize(rustix::stdio::stdout()).or_else(|_| tcgetwinsize(rustix::stdio::stdin())).ok();
        Self {
            term: variable("TERM"),
            colorterm: variable("COLORTERM"),
            term_program: variable("TERM_PROGRAM"),
            size: size.map(|size| (size.ws_col, size.ws_row)),
            stdin: io::stdin().is_terminal(),
            stdout: io::stdout().is_terminal(),
            no_color: variable("NO_COLOR").is_some(),
            panes: match panes_here() {
                PanesHere::NoTerminal => "no: standard output is no terminal",
                PanesHere::No(reason) => reason,
                PanesHere::Yes if variable("NO_COLOR").is_some() => "yes, without colours: NO_COLOR is set",
                PanesHere::Yes => "yes, in the terminal's sixteen colours",
            },
            // In the order in which the C library asks.
            locale: ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable),
            inside: [("tmux", around.tmux), ("screen", around.screen), ("SSH", around.remote)]
                .into_iter()
                .filter_map(|(name, is)| is.then_some(name))
                .collect(),
            desktop: around.desktop,
        }
    }

    /// The same as rows of a page.
    pub(super) fn rows(&self) -> Vec<(String, String)> {
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "not set".to_owned());
        let terminal = |is: bool| if is { "a terminal" } else { "no terminal" }.to_owned();
        let inside = if self.inside.is_empty() { "neither tmux nor screen nor SSH".to_owned() } else { self.inside.join(", ") };
        [
            ("TERM", text(&self.term)),
            ("COLORTERM", text(&self.colorterm)),
            ("TERM_PROGRAM", text(&self.term_program)),
            ("size", self.size.map_or_else(|| "not known".to_owned(), |(columns, rows)| format!("{columns}x{rows}"))),
            ("standard input", terminal(self.stdin)),
            ("standard output", terminal(self.stdout)),
            ("NO_COLOR", if self.no_color { "set" } else { "not set" }.to_owned()),
            ("panes", self.panes.to_owned()),
            ("locale", self.locale_in_words()),
            ("inside", inside),
            ("desktop", self.desktop.unwrap_or("none").to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    }
}

impl Terminal {
    /// The locale, and what follows from it: attache always writes UTF-8.
    fn locale_in_words(&self) -> String {
        let Some(locale) = &self.locale else { return "not set; text is written in UTF-8".to_owned() };
        let is_utf8 = locale.to_ascii_lowercase().replace('-', "").ends_with("utf8");
        if is_utf8 { locale.clone() } else { format!("{locale}; text is written in UTF-8 all the same") }
    }
}

/// What a variable is set to, as it may be shown; an empty one counts as not set.
fn variable(name: &str) -> Option<String> {
    let value = env::var_os(name)?;
    (!value.is_empty()).then(|| shown(&value.to_string_lossy()))
}
