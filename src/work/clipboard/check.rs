//! Each way to the clipboard tried without copying anything.

use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

use super::command::program;
use super::process::HEARD_BYTES;
use super::tmux::ask;
use super::tty::controlling_terminal;
use super::{Ladder, Way, native};
use crate::work::settings::exports_folder;

/// A way, and whether it can work here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The way.
    pub way: Way,
    /// What is known of it where it can work, or else why it can't.
    pub state: Result<String, String>,
}

impl Ladder {
    /// Tries each way that is one. A desktop that does not answer costs some seconds.
    pub fn check(&self) -> Vec<Rung> {
        let ways = Way::ALL.into_iter().filter(|way| *way != Way::None);
        ways.map(|way| Rung { way, state: self.state(way) }).collect()
    }

    fn state(&self, way: Way) -> Result<String, String> {
        match way {
            Way::Native => of_native(self.surroundings.desktop.ok_or("no display")?),
            Way::Tmux if self.surroundings.tmux => of_tmux(),
            Way::Tmux => Err("not inside tmux".to_owned()),
            Way::Osc52 => self.terminal(),
            Way::Command => of_command(&self.command),
            Way::File | Way::None => folder(),
        }
    }

    fn terminal(&self) -> Result<String, String> {
        if let Some(reason) = self.surroundings.mute {
            return Err(reason.to_owned());
        }
        controlling_terminal()?;
        let through = match () {
            () if self.surroundings.tmux => ", through tmux",
            () if self.surroundings.screen => ", through screen",
            () => "",
        };
        Ok(format!("the terminal can be asked{through}; it does not answer"))
    }
}

fn of_native(desktop: &'static str) -> Result<String, String> {
    native::try_to_open()?;
    Ok(format!("the clipboard of {desktop} can be opened"))
}

fn of_tmux() -> Result<String, String> {
    let version = answer(&["display-message", "-p", "#{version}"])?;
    // An older tmux does not know the second one and hands everything on.
    let option = |scope, name| answer(&["show-options", scope, name]).unwrap_or_else(|_| "not known".to_owned());
    let (clipboard, passthrough) = (option("-sv", "set-clipboard"), option("-pAv", "allow-passthrough"));
    Ok(format!("tmux {version}, set-clipboard {clipboard}, allow-passthrough {passthrough}"))
}

fn answer(arguments: &[&str]) -> Result<String, String> {
    let output = ask(arguments, "", HEARD_BYTES)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    // What it says itself names its socket, in whose path the user's name may stand.
    Err(format!("tmux does not answer here ({})", output.status))
}

fn of_command(words: &[String]) -> Result<String, String> {
    let first = words.first().ok_or("config.toml names none")?;
    let is_there = if first.contains('/') {
        is_program(Path::new(first))
    } else {
        std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| is_program(&folder.join(first))))
    };
    let name = program(words);
    if is_there { Ok(format!("{name} is there; it was not run")) } else { Err(format!("{name}: there is no such program")) }
}

fn is_program(path: &Path) -> bool {
    path.is_file() && access(path, Access::EXEC_OK).is_ok()
}

/// Whether exports can be kept: in their folder, or in the nearest that is there.
fn folder() -> Result<String, String> {
    let folder = exports_folder().ok_or("there is no home folder")?;
    let nearest: PathBuf = folder.ancestors().find(|folder| folder.exists()).map(Path::to_owned).unwrap_or_default();
    if nearest.is_dir() && access(&nearest, Access::WRITE_OK).is_ok() {
        Ok("exports can be kept".to_owned())
    } else {
        Err("the folder of exports can't be made or written".to_owned())
    }
}
