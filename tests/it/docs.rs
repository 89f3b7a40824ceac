//! README says what is: its tables of keys, formats and searches are made from what attache has, its example of a briefing file is accepted.

use std::fs;

use attache::app::keymap::{Context, Keymap};
use attache::library::query::HELP;
use attache::read::Format;

use crate::support::project;

/// The text between two marks of README.
fn block(readme: &str, name: &str) -> String {
    let begin = format!("<!-- {name} -->\n");
    let end = format!("<!-- end of {name} -->");
    let after = readme.split_once(&begin).unwrap_or_else(|| panic!("README has no {begin}")).1;
    after.split_once(&end).unwrap_or_else(|| panic!("README has no {end}")).0.to_owned()
}

#[test]
fn the_tables_of_readme_are_what_is() {
    let path = project().join("README.md");
    let mut readme = fs::read_to_string(&path).unwrap();
    for (name, expected) in [("keys", keys()), ("formats", formats()), ("search", search())] {
        let stands = block(&readme, name);
        if stands != expected && std::env::var_os("INSTA_UPDATE").is_some_and(|wish| wish == "always") {
            let marked = |table: &str| format!("<!-- {name} -->\n{table}<!-- end of {name} -->");
            readme = readme.replace(&marked(&stands), &marked(&expected));
            fs::write(&path, &readme).unwrap();
            continue;
        }
        assert_eq!(stands, expected, "the table of {name} has changed: INSTA_UPDATE=always cargo test writes it into README");
    }
}

fn formats() -> String {
    let mut out = String::from("| format | `--as` | told by | usual endings |\n|---|---|---|---|\n");
    for format in Format::all() {
        let endings: Vec<String> = format.endings().iter().map(|ending| format!("`.{ending}`")).collect();
        let cells = ["| ", format.name(), " | `", format.id(), "` | ", format.told_by(), " | ", &endings.join(" "), " |\n"];
        out.extend(cells);
    }
    out
}

fn search() -> String {
    let rows = HELP.iter().map(|(form, meaning)| format!("| `{form}` | {meaning} |\n"));
    "| typed | found |\n|---|---|\n".to_owned() + &rows.collect::<String>()
}

fn keys() -> String {
    let keymap = Keymap::shipped();
    let mut out = String::from("| where | keys | what they do |\n|---|---|---|\n");
    for context in Context::ALL {
        for row in keymap.rows(context).filter(|row| row.context == context) {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
            out.extend(["| ", context.name(), " | ", &keys.join(" "), " | ", row.action.describe(), " |\n"]);
        }
    }
    out
}

/// All Rust source of the program and its tests.
fn sources() -> String {
    let folders = ["src", "tests"].map(|folder| walkdir::WalkDir::new(project().join(folder)));
    let files = folders.into_iter().flatten().map(|entry| entry.unwrap().into_path());
    let sources = files.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    sources.map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn each_test_and_limit_that_security_names_exists() {
    let security = fs::read_to_string(project().join("SECURITY.md")).unwrap();
    let sources = sources();
    let (promises, limits) = security.split_once("## The limits").unwrap();
    let named: Vec<&str> = promises.split('`').skip(1).step_by(2).filter(|name| name.contains('_')).collect();
    assert!(named.len() > 30, "{named:?}");
    for name in named {
        assert!(sources.contains(&format!("fn {name}(")), "SECURITY.md names {name}, which is no test");
    }
    for row in limits.lines().filter(|line| line.contains("` in `")) {
        let cells: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        let (file, constants) = cells.split_last().unwrap();
        let text = fs::read_to_string(project().join("src").join(file)).unwrap();
        for constant in constants {
            assert!(text.contains(&format!("const {constant}: ")), "{file} has no {constant}");
        }
    }
}

#[test]
fn the_example_of_a_briefing_file_is_accepted() {
    let readme = fs::read_to_string(project().join("README.md")).unwrap();
    let example = block(&readme, "example");
    let example = example.trim().trim_start_matches("```toml").trim_end_matches("```");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("frigates.toml");
    fs::write(&path, example).unwrap();
    let desk = attache::work::Desk::default();
    let opened = desk.open(&attache::work::Origin::Path(path)).unwrap();
    assert_eq!(opened.complaints.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(opened.briefing.summary.len(), 2);
    assert_eq!(opened.briefing.unanchored(), 0);
}

#[test]
fn every_action_has_a_key_and_every_key_one_action() {
    use attache::app::action::Action;
    let keymap = Keymap::shipped();
    for action in Action::ALL {
        let bound =
            Context::ALL.iter().any(|context| keymap.rows(*context).any(|row| row.action == *action && !row.keys.is_empty()));
        assert!(bound, "{} has no key", action.name());
        assert!(action.describe().len() > 3 && action.describe().len() < 90, "{}: {:?}", action.name(), action.describe());
        assert_eq!(Action::named(action.name()), Some(*action));
    }
    for context in Context::ALL {
        let mut seen = Vec::new();
        for row in keymap.rows(context).filter(|row| row.context == context) {
            for key in &row.keys {
                assert!(!seen.contains(key), "{key} is bound twice in [{}]", context.name());
                seen.push(*key);
            }
        }
    }
}
