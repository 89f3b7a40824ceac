//! Which way to the clipboard this environment has.

use std::env;

/// A way to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// tmux's own buffer, which also tells the terminal around it. Inside tmux nothing else is sure to arrive.
    Tmux,
    /// OSC 52: the terminal is asked. The only way from a machine that one is on by SSH.
    Terminal,
    /// The desktop's clipboard.
    Native,
}

impl Route {
    /// The way that the environment variables speak for.
    pub fn from_environment() -> Self {
        Self::choose(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
    }

    fn choose(is_set: impl Fn(&str) -> bool) -> Self {
        let desktop = cfg!(any(target_os = "macos", windows)) || is_set("WAYLAND_DISPLAY") || is_set("DISPLAY");
        let remote = is_set("SSH_CONNECTION") || is_set("SSH_TTY");
        match () {
            () if is_set("TMUX") => Self::Tmux,
            () if remote || !desktop => Self::Terminal,
            () => Self::Native,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn the_nearest_sure_way_is_chosen() {
        let choose = |set: &[&str]| Route::choose(|name| set.contains(&name));
        assert_eq!(choose(&["TMUX", "SSH_TTY", "DISPLAY"]), Route::Tmux);
        assert_eq!(choose(&["SSH_CONNECTION", "DISPLAY"]), Route::Terminal);
        if cfg!(all(unix, not(target_os = "macos"))) {
            assert_eq!(choose(&["DISPLAY"]), Route::Native);
            assert_eq!(choose(&["WAYLAND_DISPLAY"]), Route::Native);
            assert_eq!(choose(&[]), Route::Terminal);
        }
    }
}
