//! What a briefing file says, before it is laid over an article.

use super::{Head, TensionKind};
use crate::text::{Clean, Span};

/// A briefing file as it was read. Its spans are places in the file, so that complaints can point at them.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Title, source, date and url, as far as the file says them.
    pub head: Head,
    /// Where the article is, if the file says so.
    pub article: Option<ArticleSource>,
    /// The summary lines; `None` where the file has no `summary`.
    pub summary: Option<Vec<WrittenPoint>>,
    /// The topics in the order of the file.
    pub topics: Vec<WrittenTopic>,
    /// The tensions in the order of the file.
    pub tensions: Vec<WrittenTension>,
}

/// Where a briefing's article is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArticleSource {
    /// A path below the briefing's own folder, checked in form only, and the place of the value in the file.
    Path(Clean, Span),
    /// The article itself, not yet clean.
    Text(String),
}

/// One line of a briefing file; at least one of wording and quotation is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenPoint {
    /// What it says; absent where the quotation speaks for itself.
    pub wording: Option<Clean>,
    /// The words of the article it rests on, and the place of the value in the file.
    pub quote: Option<(Clean, Span)>,
    /// Where the point is written in the file.
    pub place: Span,
}

/// A topic of a briefing file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenTopic {
    /// Its id; made from the label where the file has none.
    pub id: Clean,
    /// Its label; the id where the file has none.
    pub label: Clean,
    /// Its lines.
    pub points: Vec<WrittenPoint>,
}

/// A tension of a briefing file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenTension {
    /// Wording and quotation; the wording may be absent where there are poles.
    pub point: WrittenPoint,
    /// What kind; the cue decides where the file does not say.
    pub kind: Option<TensionKind>,
    /// The cue.
    pub cue: Option<Clean>,
    /// The two things set against each other.
    pub poles: Option<[Clean; 2]>,
}
