//! The user's editor, at a line of a file.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

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
    let status = Command::new(program).args(words).args(place(program, path, line)).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} ended with {status}")),
        Err(error) => Err(format!("{program} could not be started: {error}; set $EDITOR to your editor")),
    }
}

/// What tells the editor called `program` to open `path` at `line`.
fn place(program: &str, path: &Path, line: u32) -> Vec<OsString> {
    let joined = || {
        let mut joined = path.as_os_str().to_owned();
        joined.push(format!(":{line}"));
        joined
    };
    match Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default() {
        "hx" | "helix" | "zed" | "subl" => vec![joined()],
        "code" | "codium" | "code-insiders" => vec!["--wait".into(), "--goto".into(), joined()],
        _ => vec![format!("+{line}").into(), path.into()],
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::place;

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        let told = |program| place(program, Path::new("a b.txt"), 7).join(" ".as_ref()).into_string().unwrap();
        assert_eq!(told("/usr/bin/nvim"), "+7 a b.txt");
        assert_eq!(told("hx"), "a b.txt:7");
        assert_eq!(told("code"), "--wait --goto a b.txt:7");
    }
}
