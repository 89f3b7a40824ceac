//! What a user's `config.toml` says of the clipboard.

use std::cell::RefCell;

use super::Way;
use crate::form::{Complaint, Item, Source, Table, document, nearest};

/// The user's wishes; what is not said is left to the environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preference {
    /// The way to try first.
    pub way: Option<Way>,
    /// The command and its arguments, none or at least one.
    pub command: Vec<String>,
}

impl Preference {
    /// The wishes in `source`; what is wrong with it is added to `complaints` and is not taken.
    pub fn read(source: &Source<'_>, complaints: &RefCell<Vec<Complaint>>) -> Self {
        document(source, complaints, |root| root.item("clipboard")?.table(|table| Self::of(table))).unwrap_or_default()
    }

    fn of(table: &Table<'_>) -> Self {
        let command = table.item("command").and_then(command).unwrap_or_default();
        let way = table.item("use").and_then(|item| way(item, !command.is_empty()));
        // Who names a command and nothing else wants it used.
        Self { way: way.or_else(|| (!command.is_empty()).then_some(Way::Command)), command }
    }
}

fn way(item: Item<'_>, has_command: bool) -> Option<Way> {
    let (word, _) = item.text()?;
    let known = Way::ALL.map(Way::word);
    let Some(way) = Way::of_word(&word) else {
        let help = nearest(&word, &known)
            .map_or_else(|| format!("known here: {}", known.join(", ")), |near| format!("did you mean \"{near}\"?"));
        item.complain(format!("there is no way \"{word}\" to the clipboard"), help);
        return None;
    };
    if way == Way::Command && !has_command {
        item.complain("there is no command to use", "name it in this table, such as command = [\"wl-copy\"]");
        return None;
    }
    Some(way)
}

/// The words of a command, where there is a program among them.
fn command(item: Item<'_>) -> Option<Vec<String>> {
    let help = "a command is a list of words, run without a shell, such as [\"xclip\", \"-selection\", \"clipboard\"]";
    let items = item.items();
    let words: Vec<String> = items.iter().filter_map(|word| word.raw_text().map(str::to_owned)).collect();
    if words.len() < items.len() {
        return None;
    }
    match words.as_slice() {
        [] => item.complain("there is no program here", help),
        [program, ..] if program.trim().is_empty() => item.complain("there is no program here", help),
        // Most probably a line for a shell; a program whose name has a space in it can still be named by its path.
        [line] if line.contains(' ') && !line.contains('/') => item.complain("this is one word for one program", help),
        _ => return Some(words),
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Preference, Source, Way};

    fn read(text: &str) -> (Preference, String) {
        let complaints = std::cell::RefCell::default();
        let preference = Preference::read(&Source { name: "config.toml".into(), text }, &complaints);
        let told: Vec<String> = complaints.into_inner().iter().map(ToString::to_string).collect();
        (preference, told.join("\n\n"))
    }

    #[test]
    fn a_way_and_a_command_are_taken() {
        let of = |way, command: &[&str]| Preference { way, command: command.iter().map(ToString::to_string).collect() };
        let taken = |text| read(&format!("[clipboard]\n{text}"));
        assert_eq!(taken("use = \"native\""), (of(Some(Way::Native), &[]), String::new()));
        assert_eq!(taken("command = [\"wl-copy\", \"-n\"]"), (of(Some(Way::Command), &["wl-copy", "-n"]), String::new()));
        assert_eq!(taken("use = \"tmux\"\ncommand = \"wl-copy\""), (of(Some(Way::Tmux), &["wl-copy"]), String::new()));
        assert_eq!(read(""), (Preference::default(), String::new()));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_a_remedy() {
        let text = "[clipboard]\nuse = \"natve\"\ncommand = \"xclip -sel c\"\nways = 1\n[cilpboard]\n";
        let (preference, told) = read(text);
        assert_eq!(preference, Preference::default());
        insta::assert_snapshot!(told, @r#"
        config.toml:2:7: there is no way "natve" to the clipboard
          |
        2 | use = "natve"
          |       ^^^^^^^
          = did you mean "native"?

        config.toml:3:11: this is one word for one program
          |
        3 | command = "xclip -sel c"
          |           ^^^^^^^^^^^^^^
          = a command is a list of words, run without a shell, such as ["xclip", "-selection", "clipboard"]

        config.toml:4:1: warning: unknown key "ways"
          |
        4 | ways = 1
          | ^^^^
          = known here: command, use

        config.toml:5:2: warning: unknown key "cilpboard"
          |
        5 | [cilpboard]
          |  ^^^^^^^^^
          = did you mean "clipboard"?
        "#);
        let (_, told) = read("[clipboard]\nuse = \"command\"\ncommand = []");
        assert!(
            told.contains("config.toml:2:7: there is no command to use") && told.contains(":3:11: there is no program"),
            "{told}"
        );
    }
}
