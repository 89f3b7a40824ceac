//! What a search looks through: the texts of a briefing that its words may stand in.

use crate::model::{Article, Briefing, Point};

/// The texts of a briefing that are searched: each block of its article, and the lines and the headline that its file says itself. A
/// phrase stands within one of them.
pub fn searched(briefing: &Briefing) -> impl Iterator<Item = &str> + Clone {
    let headline = briefing.head.headline.as_deref().filter(|_| briefing.written);
    let points = briefing.summary.iter().chain(briefing.agenda.iter().flat_map(|topic| &topic.points));
    let wordings = points.filter_map(|point| match point {
        Point::Written { wording, .. } => Some(&**wording),
        Point::Found { .. } => None,
    });
    headline.into_iter().chain(wordings).chain(blocks(&briefing.article))
}

/// The same of an article over which no file is laid: its blocks.
pub fn blocks(article: &Article) -> impl Iterator<Item = &str> + Clone {
    article.blocks.iter().map(|block| article.slice(block.span))
}
