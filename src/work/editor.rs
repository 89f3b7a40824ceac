//! The user's editor, at a line of a file.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf, absolute};
use std::process::{Child, Command};

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

use super::shell;

/// The editor that every Unix has.
const FALLBACK: &str = "vi";

/// Runs `$VISUAL`, else `$EDITOR`, else vi on the file at `path`, at `line` (from 1), and waits for its end.
///
/// # Errors
/// Says in one sentence why it could not be run or how it failed.
pub fn edit(path: &Path, line: u32) -> Result<(), String> {
    let set = |name: &str| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let words = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| FALLBACK.to_owned());
    let mut words = words.split_whitespace();
    let program = words.next().unwrap_or(FALLBACK);
    let started = Command::new(program).args(words).args(place(program, path, line)).spawn();
    match started.map(|editor| ended(&editor)) {
        Ok(None) => Ok(()),
        Ok(Some(how)) => Err(format!("{program} ended with {how}")),
        Err(error) => Err(format!("{program} could not be started: {error}; set $EDITOR to your editor")),
    }
}

/// How the editor ended, if it did not end well.
///
/// When it is stopped, attache stops with it, because the shell waits for attache; where there is no shell, it goes on.
fn ended(editor: &Child) -> Option<String> {
    let pid = Pid::from_child(editor);
    loop {
        match waitpid(Some(pid), WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() => {
                if shell::is_above() {
                    shell::stop();
                }
                let _ = kill_process(pid, Signal::CONT);
            }
            Ok(Some((_, status))) => {
                let code = status.exit_status().filter(|code| *code != 0).map(|code| format!("exit status {code}"));
                return code.or_else(|| status.terminating_signal().map(|signal| format!("signal {signal}")));
            }
            Ok(None) | Err(Errno::INTR) => {}
            // Who started attache does not want to know how its children end, and so the system does not say it either.
            Err(_) => return None,
        }
    }
}

/// What tells the editor called `program` to open `path` at `line`.
///
/// The path is never relative: a name that begins with `+` or `-` would be an order to the editor.
fn place(program: &str, path: &Path, line: u32) -> Vec<OsString> {
    let path = absolute(path).unwrap_or_else(|_| PathBuf::from(".").join(path));
    let joined = |path: &Path| {
        let mut joined = path.as_os_str().to_owned();
        joined.push(format!(":{line}"));
        joined
    };
    match Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default() {
        "hx" | "helix" | "zed" | "subl" => vec![joined(&path)],
        "code" | "codium" | "code-insiders" => vec!["--wait".into(), "--goto".into(), joined(&path)],
        _ => vec![format!("+{line}").into(), path.into()],
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::place;

    fn told(program: &str, path: &str) -> String {
        place(program, Path::new(path), 7).join(" ".as_ref()).into_string().unwrap()
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        assert_eq!(told("/usr/bin/nvim", "/a b.txt"), "+7 /a b.txt");
        assert_eq!(told("hx", "/a b.txt"), "/a b.txt:7");
        assert_eq!(told("code", "/a b.txt"), "--wait --goto /a b.txt:7");
    }

    #[test]
    fn no_name_of_a_file_is_an_order_to_the_editor() {
        for (name, editor) in
            ["+!touch x", "-c!touch x", "+call writefile(['x'],'y')|q!.txt", "--wait"].iter().zip(["vim", "hx", "code", "vi"])
        {
            let words = place(editor, Path::new(name), 7);
            let last = words.last().unwrap().to_str().unwrap();
            assert!(last.starts_with('/') && last.contains(&format!("/{name}")), "{last}");
        }
    }
}
