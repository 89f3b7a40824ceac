//! A briefing file: what it says, and what is wrong with it.
//!
//! Every value that can be taken is taken; one that cannot is a complaint at its place and costs nothing else. The article it
//! names is not opened here, and its quotations are not looked up.

mod head;
mod line;
mod tension;
mod topic;

use std::cell::RefCell;

use super::path::refusal;
use crate::form::{Complaint, Severity, Source, Table, document};
use crate::model::{ArticleSource, Written};
use crate::text::Span;

/// The keys of a briefing file's first level.
pub(super) const KEYS: [&str; 12] =
    ["title", "date", "source", "url", "byline", "place", "standfirst", "article", "text", "summary", "topics", "tensions"];

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
