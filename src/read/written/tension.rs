//! The tensions of a briefing file.

use super::line::{filled, words};
use crate::form::{Item, Table, nearest};
use crate::model::{TensionKind, WrittenPoint, WrittenTension};
use crate::text::Clean;

/// The tensions of `root`, in their order.
pub(super) fn tensions(root: &Table<'_>) -> Vec<WrittenTension> {
    root.items("tensions").into_iter().filter_map(|item| item.table(|table| tension(item, table))?).collect()
}

fn tension(item: Item<'_>, table: &Table<'_>) -> Option<WrittenTension> {
    let poles = table.item("poles").and_then(poles);
    let cue = table.item("cue").and_then(filled).map(|(cue, _)| cue.one_line());
    let (wording, quote) = words(table);
    let kind = table.item("kind").and_then(kind);
    if poles.is_none() && wording.is_none() && quote.is_none() {
        item.complain("a tension that says nothing", "write two poles, a text or a quote");
        return None;
    }
    Some(WrittenTension { point: WrittenPoint { wording, quote, place: item.span() }, kind, cue, poles })
}

fn poles(item: Item<'_>) -> Option<[Clean; 2]> {
    let items = item.items();
    let [one, other] = *items else {
        item.complain(format!("{} where there must be two poles", items.len()), "poles = [\"one thing\", \"the other\"]");
        return None;
    };
    Some([filled(one)?.0.one_line(), filled(other)?.0.one_line()])
}

fn kind(item: Item<'_>) -> Option<TensionKind> {
    let (word, _) = item.text()?;
    let known = TensionKind::ALL.iter().find(|kind| kind.word() == &*word);
    if known.is_none() {
        let words = TensionKind::ALL.map(TensionKind::word);
        let help = match nearest(&word, &words) {
            Some(name) => format!("did you mean \"{name}\"? the kinds are {}", words.join(", ")),
            None => format!("the kinds are {}", words.join(", ")),
        };
        item.complain(format!("no kind of tension is called \"{word}\""), help);
    }
    known.copied()
}
