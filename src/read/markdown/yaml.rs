//! The little of YAML that people write above an article: keys, texts, lists of texts, and names inside them.
//!
//! It is no parser of YAML. What it does not know it leaves out; nothing is run, and no anchor is followed.

use super::front::{Entry, normal};

/// The entries of `text`; `None` where a line stands among them that is none of its forms.
pub(super) fn entries(text: &str) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    // How the lines below a key are read: `|` and `>` are texts of several lines.
    let mut block = false;
    for line in text.lines() {
        let words = line.trim();
        let indented = line.starts_with([' ', '\t']);
        if words.is_empty() || !block && words.starts_with('#') {
            continue;
        }
        if !indented && !is_item(words) {
            let (key, value) = words.split_once(':')?;
            if key.len() > 60 || !(value.is_empty() || value.starts_with([' ', '\t'])) {
                return None;
            }
            let value = value.trim();
            block = matches!(value.trim_end_matches(['-', '+']), "|" | ">");
            let values = if block { Vec::new() } else { values(value) };
            entries.push((normal(key.trim_matches(['"', '\''])), values));
            continue;
        }
        let (_, values) = entries.last_mut()?;
        match item(words).filter(|_| !block) {
            Some(text) => values.extend(named(text)),
            None if !block && is_entry(words) => values.extend(words.strip_prefix("name:").map(scalar)),
            None => match values.last_mut() {
                Some(last) => {
                    last.push(' ');
                    last.push_str(words);
                }
                None => values.push(words.to_owned()),
            },
        }
    }
    Some(entries)
}

fn is_item(words: &str) -> bool {
    words == "-" || words.starts_with("- ")
}

/// What stands behind the mark of a list.
fn item(words: &str) -> Option<&str> {
    is_item(words).then(|| words.get(1..).unwrap_or_default().trim())
}

/// Whether a line below a key is a key of its own, such as `name: Ana Ruiz`.
fn is_entry(words: &str) -> bool {
    let key = words.split_once(':').filter(|(_, value)| value.is_empty() || value.starts_with(' ')).map(|(key, _)| key);
    key.is_some_and(|key| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')))
}

/// The text of an item: itself, or its name.
fn named(text: &str) -> Option<String> {
    let text = if is_entry(text) { text.strip_prefix("name:")? } else { text };
    Some(scalar(text)).filter(|text| !text.is_empty())
}

/// What stands behind a key: one text, or a list in brackets.
fn values(value: &str) -> Vec<String> {
    let list = value.strip_prefix('[').filter(|_| !value.starts_with("[[")).and_then(|list| list.split_once(']'));
    match list {
        Some((list, _)) => items(list).into_iter().filter(|text| !text.is_empty()).collect(),
        None => Some(scalar(value)).filter(|text| !text.is_empty()).into_iter().collect(),
    }
}

/// The items of a list in brackets; a comma in quotation marks divides nothing.
fn items(list: &str) -> Vec<String> {
    let mut items = Vec::new();
    let (mut from, mut quote) = (0, None);
    for (at, c) in list.char_indices() {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, ',') => {
                items.push(scalar(list.get(from..at).unwrap_or_default()));
                from = at + 1;
            }
            _ => {}
        }
    }
    items.push(scalar(list.get(from..).unwrap_or_default()));
    items
}

/// A text without quotation marks, escapes and the remark behind it.
fn scalar(value: &str) -> String {
    let value = value.trim();
    if let Some(rest) = value.strip_prefix('\'') {
        let end = rest.replace("''", "\u{0}\u{0}").find('\'').unwrap_or(rest.len());
        return rest.get(..end).unwrap_or_default().replace("''", "'");
    }
    if let Some(rest) = value.strip_prefix('"') {
        return unescaped(rest);
    }
    let bare = value.split_once(" #").map_or(value, |(bare, _)| bare).trim();
    if matches!(bare, "null" | "~" | "{}" | "[]") { String::new() } else { bare.to_owned() }
}

/// A text in double quotation marks, up to the closing one.
fn unescaped(rest: &str) -> String {
    let mut out = String::new();
    let mut chars = rest.chars();
    while let Some(c) = chars.next().filter(|c| *c != '"') {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let digits = |chars: &mut std::str::Chars<'_>, many: usize| {
            let code: String = chars.by_ref().take(many).collect();
            u32::from_str_radix(&code, 16).ok().and_then(char::from_u32)
        };
        let meant = match chars.next() {
            Some('n' | 't' | 'r') => Some(' '),
            Some('u') => digits(&mut chars, 4),
            Some('x') => digits(&mut chars, 2),
            other => other,
        };
        out.extend(meant);
    }
    out
}
