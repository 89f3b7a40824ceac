//! A key as a user names it, whatever terminal it comes from.

use std::fmt;
use std::str::FromStr;

/// One key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// With Control.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; never set for characters, which carry their case themselves.
    pub shift: bool,
}

/// Which key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    /// A character.
    Char(char),
    /// A function key, from 1.
    F(u8),
    /// A key with a name of its own.
    Named(Named),
}

/// Keys that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is what it says")]
pub enum Named {
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PgUp,
    PgDn,
}

const NAMES: [(&str, KeyCode); 15] = [
    ("enter", KeyCode::Named(Named::Enter)),
    ("esc", KeyCode::Named(Named::Esc)),
    ("tab", KeyCode::Named(Named::Tab)),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Named(Named::Backspace)),
    ("delete", KeyCode::Named(Named::Delete)),
    ("insert", KeyCode::Named(Named::Insert)),
    ("left", KeyCode::Named(Named::Left)),
    ("right", KeyCode::Named(Named::Right)),
    ("up", KeyCode::Named(Named::Up)),
    ("down", KeyCode::Named(Named::Down)),
    ("home", KeyCode::Named(Named::Home)),
    ("end", KeyCode::Named(Named::End)),
    ("pgup", KeyCode::Named(Named::PgUp)),
    ("pgdn", KeyCode::Named(Named::PgDn)),
];

impl Key {
    /// A key without Control, Alt or Shift.
    pub fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The character it types into a line, if it does.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// Why a name is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no key")]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(name: &str) -> Result<Self, NoKey> {
        let mut key = Self::plain(KeyCode::Char(' '));
        let mut rest = name;
        while let Some((modifier, tail)) = rest.split_once('-').filter(|(_, tail)| !tail.is_empty()) {
            match modifier.to_ascii_lowercase().as_str() {
                "ctrl" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => return Err(NoKey),
            }
            rest = tail;
        }
        key.code = code(rest).ok_or(NoKey)?;
        if let (KeyCode::Char(c), true) = (key.code, key.shift) {
            key = Self { code: KeyCode::Char(c.to_ascii_uppercase()), shift: false, ..key };
        }
        Ok(key)
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(KeyCode::Char(c));
    }
    let lower = name.to_ascii_lowercase();
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == lower) {
        return Some(*code);
    }
    let number: u8 = lower.strip_prefix('f')?.parse().ok()?;
    (1..=12).contains(&number).then_some(KeyCode::F(number))
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut name = String::new();
        for (held, word) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                name.push_str(word);
            }
        }
        match (self.code, NAMES.iter().find(|(_, code)| *code == self.code)) {
            (_, Some((known, _))) => name.push_str(known),
            (KeyCode::Char(c), None) => name.push(c),
            (KeyCode::F(n), None) => name.extend(["f".to_owned(), n.to_string()]),
            (KeyCode::Named(_), None) => {}
        }
        f.pad(&name)
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, NAMES};

    #[test]
    fn every_name_reads_back() {
        let plain = NAMES.iter().map(|(name, _)| (*name).to_owned());
        let held =
            ["q", "G", "-", "ctrl--", "ctrl-c", "shift-tab", "alt-enter", "ctrl-alt-x", "f1", "f12", "é"].map(str::to_owned);
        for name in plain.chain(held) {
            assert_eq!(name.parse::<Key>().map(|k| k.to_string()), Ok(name));
        }
    }

    #[test]
    fn other_names_are_refused() {
        for name in ["", "ctrl-", "hyper-x", "f13", "pagedown"] {
            assert!(name.parse::<Key>().is_err(), "{name}");
        }
        assert_eq!("shift-y".parse::<Key>().map(|k| k.to_string()), Ok("Y".to_owned()));
    }
}
