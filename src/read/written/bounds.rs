//! How long a briefing file may be, and how much it may say: each of its quotations is looked up in the article, and a reader steps through its topics one by one.

use std::cell::RefCell;

use crate::form::{Complaint, Source};
use crate::model::{Written, WrittenPoint};
use crate::text::{Clean, Span};

/// Topics of a briefing file; nobody would step through more.
const TOPICS: usize = 1_000;

/// Lines of a briefing file, of its summary, topics and tensions together: a book has fewer.
const LINES: usize = 2_000;

/// A longer file is no briefing, which is written by hand.
const BYTES: usize = 896 * 1024;

/// Marks that divide a file into keys and values, each of which takes a hundred bytes to be read, however short it is.
const MARKS: usize = 250_000;

/// Why a briefing file of these bytes is not read, and what to do about it.
pub fn too_long(bytes: &[u8]) -> Option<Clean> {
    let has_room = bytes.len() <= BYTES && bytes.iter().filter(|byte| b"=,.[{\n".contains(byte)).count() <= MARKS;
    let words = format!(
        "a briefing file has at most {} KiB and {MARKS} keys, values and lines, and this one has {} KiB or more of those: put the \
         article into a file of its own and name it with article = \"name.txt\", or open this one with --as text",
        BYTES / 1024,
        bytes.len() / 1024
    );
    (!has_room).then(|| Clean::from(words))
}

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
