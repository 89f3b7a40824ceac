//! Whether a path in a briefing file may be followed: only downwards, from the folder the file is in.
//!
//! The form alone is judged, as every system reads it; whether there is such a file, and whether a link leads out of the folder,
//! is for whoever opens it.

/// Why `path` is not followed; `None` where it may be.
pub(super) fn refusal(path: &str) -> Option<&'static str> {
    let drive = path.as_bytes().get(1) == Some(&b':') && path.starts_with(|c: char| c.is_ascii_alphabetic());
    if path.trim().is_empty() {
        Some("there is no path in it")
    } else if path.contains("://") {
        Some("it is an address, and attache opens no network connection")
    } else if path.contains('\\') {
        Some("folders are divided by / on every system")
    } else if path.starts_with('/') || drive {
        Some("it is an absolute path")
    } else if path.split('/').any(|part| part == "..") {
        Some("it leads out of the briefing's own folder")
    } else if path.starts_with('~') || path.contains('$') || path.contains('%') {
        Some("names such as ~ and $HOME are not filled in")
    } else if path.chars().any(|c| c.is_control() || c == '\u{2400}') {
        Some("it holds a control character")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::refusal;

    #[test]
    fn only_paths_below_the_folder_are_followed() {
        for path in ["talks.txt", "2025/talks.txt", "./talks.txt", "a..b.txt", "Talks: day one.txt"] {
            assert_eq!(refusal(path), None, "{path}");
        }
        for path in [
            "",
            " ",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a/..",
            "~/x",
            "~root/x",
            "$HOME/x",
            "a/${HOME}",
            "%USERPROFILE%/x",
            "http://x/y",
            "file:///etc/passwd",
            "C:/x",
            "c:x",
            "..\\x",
            "\\\\host\\x",
            "a\0b",
            "a\nb",
        ] {
            assert!(refusal(path).is_some(), "{path:?}");
        }
    }
}
