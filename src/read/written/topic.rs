//! The topics of a briefing file.

use std::collections::BTreeSet;

use super::line::{filled, lines};
use crate::form::{Item, Table};
use crate::model::WrittenTopic;
use crate::text::Clean;

/// The topics of `root`, in their order.
pub(super) fn topics(root: &Table<'_>) -> Vec<WrittenTopic> {
    let mut topics = Vec::new();
    let mut ids = BTreeSet::new();
    for item in root.items("topics") {
        let Some(Some(topic)) = item.table(|table| topic(item, table)) else { continue };
        if ids.insert(topic.id.clone()) {
            topics.push(topic);
        } else {
            item.complain(
                format!("a second topic with the id \"{}\"", topic.id),
                "ids name one topic each; this one is not taken",
            );
        }
    }
    topics
}

fn topic(item: Item<'_>, table: &Table<'_>) -> Option<WrittenTopic> {
    let id = table.item("id").and_then(filled).map(|(id, _)| id.one_line());
    let label = table.item("label").and_then(filled).map(|(label, _)| label.one_line());
    let written = table.item("points");
    let points = lines(table, "points");
    let Some((id, label)) = named(id, label) else {
        item.complain("a topic without a name", "write label = \"Trade and investment\", id = \"trade\" or both");
        return None;
    };
    if points.is_empty() && written.is_none_or(|points| points.items().is_empty()) {
        written.unwrap_or(item).complain(format!("the topic \"{label}\" has no points"), "a topic needs one point at least");
        return None;
    }
    Some(WrittenTopic { id, label, points })
}

/// Id and label, each made from the other where it is missing.
fn named(id: Option<Clean>, label: Option<Clean>) -> Option<(Clean, Clean)> {
    match (id, label) {
        (Some(id), Some(label)) => Some((id, label)),
        (None, Some(label)) => Some((id_of(&label), label)),
        (Some(id), None) => Some((id.clone(), label_of(&id))),
        (None, None) => None,
    }
}

fn id_of(label: &str) -> Clean {
    let words: Vec<String> = label.split_whitespace().map(str::to_lowercase).collect();
    Clean::from(words.join("-"))
}

fn label_of(id: &str) -> Clean {
    let words = id.replace(['-', '_'], " ");
    let mut chars = words.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    Clean::from(first.chain(chars).collect::<String>())
}
