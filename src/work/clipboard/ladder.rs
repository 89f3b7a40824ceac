//! The ways to try, one after the other: chosen once, by hand or by what the environment speaks for.

use super::{Preference, Surroundings, Way};

/// The ways to the clipboard in the order in which they are tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The way that was chosen, then those that may work where it does not.
    pub ways: Vec<Way>,
    /// Why the first one was chosen.
    pub why: &'static str,
    /// The user's command and its arguments, if there is one.
    pub command: Vec<String>,
    /// What attache stands in.
    pub surroundings: Surroundings,
}

impl Ladder {
    /// The ladder for a way `asked` for on the command line, or else for what the user's file prefers, or else for the surroundings.
    ///
    /// # Errors
    /// Where a command was asked for and there is none.
    pub fn new(asked: Option<Way>, preference: Preference, surroundings: Surroundings) -> Result<Self, &'static str> {
        let Preference { way, command } = preference;
        if asked == Some(Way::Command) && command.is_empty() {
            return Err("--clipboard command: there is no command; config.toml names one: [clipboard] command = [\"wl-copy\"]");
        }
        let (first, why) = match (asked, way) {
            (Some(way), _) => (way, "--clipboard says so"),
            (None, Some(way)) => (way, "config.toml says so"),
            (None, None) => surroundings.first(),
        };
        let mut ways = vec![first];
        if !first.is_file_alone() {
            let next = surroundings.next(!command.is_empty());
            ways.extend(next.into_iter().filter(|way| *way != first));
        }
        Ok(Self { ways, why, command, surroundings })
    }
}

impl Surroundings {
    /// The nearest way that is sure to arrive, and why it is that.
    fn first(&self) -> (Way, &'static str) {
        match () {
            () if self.tmux => (Way::Tmux, "inside tmux, where nothing else is sure to arrive"),
            () if self.remote => (Way::Osc52, "on another machine by SSH: only the terminal can bring it back"),
            () if self.desktop.is_some() => (Way::Native, "a desktop is here"),
            () => (Way::Osc52, "no desktop is here: only the terminal can know of a clipboard"),
        }
    }

    /// The ways that may work here. The terminal comes last, because it does not say when it fails.
    fn next(&self, has_command: bool) -> Vec<Way> {
        let may_work = [
            (Way::Native, self.desktop.is_some() && !self.remote),
            (Way::Tmux, self.tmux),
            (Way::Command, has_command),
            (Way::Osc52, self.mute.is_none()),
        ];
        may_work.into_iter().filter_map(|(way, may)| may.then_some(way)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Ladder, Preference, Surroundings, Way};

    fn ladder(asked: Option<Way>, preference: &Preference, set: &[&str]) -> Vec<Way> {
        let value = |name: &str| match name {
            "TERM" => Some("xterm".to_owned()),
            _ => set.contains(&name).then(|| "1".to_owned()),
        };
        Ladder::new(asked, preference.clone(), Surroundings::of(value)).unwrap().ways
    }

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_environment_speaks_for_the_nearest_sure_way() {
        let choose = |set: &[&str]| ladder(None, &Preference::default(), set);
        assert_eq!(choose(&["TMUX", "SSH_TTY", "DISPLAY"]), [Way::Tmux, Way::Osc52]);
        assert_eq!(choose(&["TMUX", "DISPLAY"]), [Way::Tmux, Way::Native, Way::Osc52]);
        assert_eq!(choose(&["SSH_CONNECTION", "DISPLAY"]), [Way::Osc52]);
        assert_eq!(choose(&["WAYLAND_DISPLAY"]), [Way::Native, Way::Osc52]);
        assert_eq!(choose(&["STY"]), [Way::Osc52]);
        assert_eq!(choose(&[]), [Way::Osc52]);
    }

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_flag_beats_the_file_and_the_file_the_environment() {
        let command = Preference { way: Some(Way::Command), command: vec!["wl-copy".to_owned()] };
        assert_eq!(ladder(None, &command, &["TMUX"]), [Way::Command, Way::Tmux, Way::Osc52]);
        assert_eq!(ladder(Some(Way::Native), &command, &["TMUX"]), [Way::Native, Way::Tmux, Way::Command, Way::Osc52]);
        assert_eq!(ladder(Some(Way::File), &command, &["TMUX"]), [Way::File]);
        assert_eq!(ladder(Some(Way::None), &command, &["DISPLAY"]), [Way::None]);
        assert!(Ladder::new(Some(Way::Command), Preference::default(), Surroundings::default()).is_err());
    }

    #[test]
    fn a_terminal_that_can_not_is_not_asked_unless_it_was_chosen() {
        let value = |name: &str| (name == "TERM").then(|| "dumb".to_owned());
        let dumb = Surroundings { desktop: Some("X11"), ..Surroundings::of(value) };
        assert_eq!(Ladder::new(None, Preference::default(), dumb).unwrap().ways, [Way::Native]);
    }
}
