//! What the environment says of the ways to the clipboard.

use std::env;

/// What attache stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Inside tmux.
    pub tmux: bool,
    /// Inside GNU screen.
    pub screen: bool,
    /// On another machine, by SSH.
    pub remote: bool,
    /// The desktop, if there is one.
    pub desktop: Option<&'static str>,
    /// Why the terminal is not even asked.
    pub mute: Option<&'static str>,
}

impl Surroundings {
    /// Those that the environment variables speak of.
    pub fn from_environment() -> Self {
        Self::of(|name| env::var(name).ok().filter(|value| !value.is_empty()))
    }

    /// Those that `value` speaks of, given the name of a variable.
    pub(super) fn of(value: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| value(name).is_some();
        let desktop = match () {
            () if cfg!(target_os = "macos") => Some("macOS"),
            () if cfg!(windows) => Some("Windows"),
            () if is_set("WAYLAND_DISPLAY") => Some("Wayland"),
            () if is_set("DISPLAY") => Some("X11"),
            () => None,
        };
        let mute = match value("TERM").as_deref() {
            None if cfg!(unix) => Some("TERM is not set"),
            Some("dumb") => Some("this terminal is dumb"),
            Some("linux") => Some("the Linux console has no clipboard"),
            _ => None,
        };
        let remote = is_set("SSH_CONNECTION") || is_set("SSH_TTY");
        Self { tmux: is_set("TMUX"), screen: is_set("STY"), remote, desktop, mute }
    }
}
