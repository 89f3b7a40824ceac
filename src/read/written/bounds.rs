//! How much a briefing file may say: each of its quotations is looked up in the article, and a reader steps through its topics one by one.

use std::cell::RefCell;

use crate::form::{Complaint, Source};
use crate::model::{Written, WrittenPoint};
use crate::text::Span;

/// Topics of a briefing file; nobody would step through more.
const TOPICS: usize = 1_000;

/// Lines of a briefing file, of its summary, topics and tensions together: a book has fewer.
const LINES: usize = 2_000;

/// `written` without what is beyond the bounds, which is said among `complaints`.
pub(super) fn bounded(mut written: Written, source: &Source<'_>, complaints: &RefCell<Vec<Complaint>>) -> Written {
    let cut = |place: Span, most: usize, what: &str| {
        let message = format!("more than {most} {what}: those behind are left out");
        let help = "divide the briefing into several files";
        complaints.borrow_mut().push(Complaint::warning(source, place, message).help(help));
    };
    if let Some(first) = written.topics.get(TOPICS) {
        cut(first.points.first().map_or_else(Span::default, |point| point.place), TOPICS, "topics");
        written.topics.truncate(TOPICS);
    }
    let (mut left, mut beyond) = (LINES, None);
    let mut keep = |points: &mut Vec<WrittenPoint>| {
        beyond = beyond.or(points.get(left).map(|point| point.place));
        points.truncate(left);
        left -= points.len();
    };
    written.summary.iter_mut().for_each(&mut keep);
    written.topics.iter_mut().for_each(|topic| keep(&mut topic.points));
    written.topics.retain(|topic| !topic.points.is_empty());
    if let Some(first) = written.tensions.get(left) {
        beyond = beyond.or(Some(first.point.place));
    }
    written.tensions.truncate(left);
    if let Some(place) = beyond {
        cut(place, LINES, "lines");
    }
    written
}
