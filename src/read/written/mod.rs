//! A briefing file: what it says, and what is wrong with it.
//!
//! Every value that can be taken is taken; one that cannot is a complaint at its place and costs nothing else. The article it
//! names is not opened here, and its quotations are not looked up.

mod bounds;
mod head;
mod line;
mod tension;
mod topic;

pub use bounds::too_long;

use std::cell::RefCell;

use super::file::File;
use super::path::refusal;
use crate::form::{Complaint, Severity, Source, Table, document};
use crate::model::{ArticleSource, Written};
use crate::text::Span;

/// The keys of a briefing file's first level.
const KEYS: [&str; 12] =
    ["title", "date", "source", "url", "byline", "place", "standfirst", "article", "text", "summary", "topics", "tensions"];

/// Whether `file` is a briefing file: by its ending, or, where its name has none, by how it begins.
pub(super) fn is_briefing(file: &File<'_>) -> bool {
    match file.ending() {
        Some(ending) => ending == "toml",
        None => begins_as_briefing(file.head()),
    }
}

/// Whether the first line that is neither blank nor a comment sets a known key or opens a known table.
fn begins_as_briefing(text: &str) -> bool {
    let Some(line) = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')) else {
        return false;
    };
    let key = match line.strip_prefix("[[").and_then(|rest| rest.split_once("]]")) {
        Some((name, _)) => Some(name),
        None => line.split_once('=').map(|(key, _)| key),
    };
    key.is_some_and(|key| KEYS.contains(&key.trim()))
}

/// What the briefing file `source` says; what is wrong in it is added to `complaints`.
pub fn written(source: &Source<'_>, complaints: &RefCell<Vec<Complaint>>) -> Written {
    let earlier = complaints.borrow().len();
    let written = document(source, complaints, |root| Written {
        head: head::head(root),
        article: article(root),
        summary: root.item("summary").map(|_| line::lines(root, "summary")),
        topics: topic::topics(root),
        tensions: tension::tensions(root),
    });
    let written = bounds::bounded(written, source, complaints);
    let has_error = complaints.borrow().iter().skip(earlier).any(|c| c.severity == Severity::Error);
    if written.article.is_none() && !has_error {
        let complaint = Complaint::error(source, Span::default(), "there is no article in this briefing");
        let help = "article = \"name.txt\" names a file beside it; text = '''...''' holds the article itself";
        complaints.borrow_mut().push(complaint.help(help));
    }
    written
}

/// The article itself or where it is. Where the file says both, the one inside it is taken: it was sent along.
fn article(root: &Table<'_>) -> Option<ArticleSource> {
    let path = root.item("article");
    let text = root.item("text");
    if let (Some(_), Some(text)) = (path, text) {
        text.complain("both article and text", "a briefing has one article: the text in this file is taken");
    }
    if let Some(text) = text.and_then(crate::form::Item::raw_text) {
        return Some(ArticleSource::Text(text.to_owned()));
    }
    let item = path?;
    let raw = item.raw_text()?;
    if let Some(reason) = refusal(raw) {
        item.complain(
            format!("this article is not opened: {reason}"),
            "name a file in the briefing's own folder or below it, such as \"talks.txt\" or \"2025/talks.txt\"",
        );
        return None;
    }
    item.text().map(|(path, place)| ArticleSource::Path(path, place))
}
