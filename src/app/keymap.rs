//! The key table: which key means which action, and where. Dispatch, footer, help and README all read it.

use std::cell::RefCell;

use super::action::Action;
use super::key::Key;
use crate::form::{Complaint, Item, Source, Table, document};
use crate::text::Span;

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// A briefing is open.
    Reader,
    /// The list of entries.
    List,
    /// A topic is followed.
    Follow,
    /// Two tellings of one story stand side by side.
    Tellings,
    /// A sheet lies over any of them.
    Sheet,
    /// The export menu is open.
    Menu,
    /// The tray lies over any of them.
    Tray,
    /// Anywhere the others have no meaning for the key.
    Everywhere,
}

impl Context {
    /// All contexts in the order of the shipped table.
    pub const ALL: [Self; 8] =
        [Self::Reader, Self::List, Self::Follow, Self::Tellings, Self::Sheet, Self::Menu, Self::Tray, Self::Everywhere];

    /// The name of its table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::List => "list",
            Self::Follow => "follow",
            Self::Tellings => "tellings",
            Self::Sheet => "sheet",
            Self::Menu => "menu",
            Self::Tray => "tray",
            Self::Everywhere => "everywhere",
        }
    }
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// What it does.
    pub action: Action,
    /// Its keys, the one to show first.
    pub keys: Vec<Key>,
}

/// All rows, in the order of the shipped table.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    rows: Vec<Binding>,
}

/// So many keys an action may have: each is compared with each, and nobody remembers more.
const KEYS: usize = 20;

impl Keymap {
    /// The name and the text of the table that attache ships.
    pub const SHIPPED: (&'static str, &'static str) = ("keys.toml", include_str!("../../assets/keys.toml"));

    /// The table of `sources`, later files over earlier ones; what is wrong in them is added to `complaints`.
    pub fn new(sources: &[Source<'_>], complaints: &RefCell<Vec<Complaint>>) -> Self {
        let mut keymap = Self::default();
        for source in sources {
            document(source, complaints, |root| {
                for context in Context::ALL {
                    if let Some(item) = root.item(context.name()) {
                        item.open_table(|table| keymap.lay_over(context, table));
                    }
                }
            });
        }
        keymap
    }

    /// The shipped table.
    pub fn shipped() -> Self {
        let (name, text) = Self::SHIPPED;
        Self::new(&[Source { name: name.into(), text }], &RefCell::default())
    }

    /// What `key` means in `context`.
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        let within =
            |context| self.rows.iter().find(|row| row.context == context && row.keys.contains(&key)).map(|row| row.action);
        within(context).or_else(|| within(Context::Everywhere))
    }

    /// The key to show for `action` in `context`.
    pub fn key(&self, context: Context, action: Action) -> Option<Key> {
        let within = |context| self.rows.iter().find(|row| row.context == context && row.action == action)?.keys.first().copied();
        within(context).or_else(|| within(Context::Everywhere))
    }

    /// The rows that hold in `context`, innermost first.
    pub fn rows(&self, context: Context) -> impl Iterator<Item = &Binding> {
        let within = move |wanted: Context| self.rows.iter().filter(move |row| row.context == wanted);
        within(context).chain(within(Context::Everywhere).filter(move |_| context != Context::Everywhere))
    }

    fn lay_over(&mut self, context: Context, table: &Table<'_>) {
        let mut named = Vec::new();
        for (name, span, item) in table.entries() {
            let Some(action) = Action::named(&name) else {
                table.complain(|| no_action(&name, span, table));
                continue;
            };
            self.set(context, action, item, &mut named, table);
        }
    }

    /// Gives `action` the keys of `item`; a key that this file has given away already is a conflict.
    fn set(&mut self, context: Context, action: Action, item: Item<'_>, named: &mut Vec<(Key, Action)>, table: &Table<'_>) {
        let mut keys = Vec::new();
        let items = item.items();
        let takes_away = items.is_empty();
        if let Some(first) = items.get(KEYS) {
            first.complain(format!("more than {KEYS} keys for one action"), "those from here on are left out");
        }
        for item in items.into_iter().take(KEYS) {
            let Some((name, span)) = item.text() else { continue };
            let Ok(key) = name.parse::<Key>() else {
                let help = "a key is a character or a name such as enter, pgdn, f1, with ctrl-, alt- or shift- before it";
                table.complain(|| Complaint::error(table.source(), span, format!("\"{name}\" is no key")).help(help));
                continue;
            };
            if let Some((_, other)) = named.iter().find(|(taken, other)| *taken == key && *other != action) {
                let message = format!("{key} is bound to \"{}\" in [{}] already", other.name(), context.name());
                table.complain(|| Complaint::error(table.source(), span, message).help("the first one keeps it"));
                continue;
            }
            named.push((key, action));
            keys.push(key);
        }
        if keys.is_empty() && !takes_away {
            return;
        }
        for row in self.rows.iter_mut().filter(|row| row.context == context) {
            row.keys.retain(|key| !keys.contains(key));
        }
        match self.rows.iter_mut().find(|row| row.context == context && row.action == action) {
            Some(row) => row.keys = keys,
            None => self.rows.push(Binding { context, action, keys }),
        }
    }
}

/// That no action is called `name`, and which one may be meant.
fn no_action(name: &str, span: Span, table: &Table<'_>) -> Complaint {
    let known = Action::ALL.iter().map(|a| a.name());
    let nearest = known.max_by(|a, b| strsim::jaro_winkler(name, a).total_cmp(&strsim::jaro_winkler(name, b)));
    let complaint = Complaint::error(table.source(), span, format!("there is no action \"{name}\""));
    match nearest {
        Some(nearest) => complaint.help(format!("did you mean \"{nearest}\"?")),
        None => complaint,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::{Action, Context, Keymap, Source};

    fn laid_over(text: &str) -> (Keymap, Vec<String>) {
        let complaints = RefCell::default();
        let (name, shipped) = Keymap::SHIPPED;
        let sources = [Source { name: name.into(), text: shipped }, Source { name: "mine.toml".into(), text }];
        let keymap = Keymap::new(&sources, &complaints);
        (keymap, complaints.into_inner().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn an_action_has_no_more_keys_than_anyone_remembers() {
        let keys: Vec<String> = ('\u{4e00}'..'\u{4e40}').map(|c| format!("\"{c}\"")).collect();
        let (keymap, complaints) = laid_over(&format!("[reader]\nwhy = [{}]\n", keys.join(", ")));
        assert!(complaints.len() == 1 && complaints[0].contains("more than 20 keys for one action"), "{complaints:?}");
        let action = |name: &str| keymap.action(Context::Reader, name.parse().unwrap());
        assert_eq!((action("\u{4e13}"), action("\u{4e14}")), (Some(Action::Why), None));
    }

    #[test]
    fn a_users_table_wins_action_by_action() {
        let (keymap, complaints) = laid_over("[reader]\ncopy-point = \"c\"\nwhy = \"y\"\nremoved = []\n");
        let action = |name: &str| keymap.action(Context::Reader, name.parse().unwrap());
        assert_eq!(complaints, [""; 0]);
        assert_eq!(action("c"), Some(Action::CopyPoint));
        assert_eq!(action("y"), Some(Action::Why));
        assert_eq!(action("i"), None);
        assert_eq!(action("x"), None);
        assert_eq!(action("Y"), Some(Action::CopySection));
        assert_eq!(action("q"), Some(Action::Quit));
    }

    #[test]
    fn unknown_names_and_conflicts_are_told_with_their_line() {
        let (keymap, complaints) =
            laid_over("[reader]\ncopy-pint = \"c\"\nwhy = \"hyper-x\"\ndown = \"s\"\nup = \"s\"\n[redaer]\n");
        insta::assert_snapshot!(complaints.join("\n\n"), @r#"
        mine.toml:2:1: there is no action "copy-pint"
          |
        2 | copy-pint = "c"
          | ^^^^^^^^^
          = did you mean "copy-point"?

        mine.toml:3:7: "hyper-x" is no key
          |
        3 | why = "hyper-x"
          |       ^^^^^^^^^
          = a key is a character or a name such as enter, pgdn, f1, with ctrl-, alt- or shift- before it

        mine.toml:5:6: s is bound to "down" in [reader] already
          |
        5 | up = "s"
          |      ^^^
          = the first one keeps it

        mine.toml:6:2: warning: unknown key "redaer"
          |
        6 | [redaer]
          |  ^^^^^^
          = did you mean "reader"?
        "#);
        assert_eq!(keymap.action(Context::Reader, "s".parse().unwrap()), Some(Action::Down));
    }
}
