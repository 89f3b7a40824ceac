//! The source line under exported words: outlet, headline, date, paragraph. What is not known is said in brackets.

use crate::model::{Briefing, Point, Reference};

/// The source line for words at `place`, such as `¶5.2` or `[no quotation]`.
pub(super) fn line(briefing: &Briefing, place: &str) -> String {
    let head = &briefing.head;
    let outlet = head.outlet.as_deref().unwrap_or("[outlet not stated]");
    let headline = head.headline.as_deref().map_or_else(|| "[no headline]".to_owned(), |h| format!("\"{h}\""));
    let date = head.date.map_or_else(|| "[date not stated]".to_owned(), |date| date.to_string());
    format!("{outlet}, {headline}, {date}, {place}")
}

/// Where a point stands, as the last field of a source line.
pub(super) fn place(briefing: &Briefing, point: &Point) -> String {
    match (point.anchor(), point.unanchored()) {
        (Some(anchor), _) => sentence(briefing, anchor.sentence),
        (None, Some(_)) => "[unanchored: its quotation is not in the article]".to_owned(),
        (None, None) => "[no quotation]".to_owned(),
    }
}

/// Where a sentence stands, as the last field of a source line.
pub(super) fn sentence(briefing: &Briefing, sentence: u32) -> String {
    match briefing.article.reference(sentence) {
        Reference::Headline => "headline".to_owned(),
        Reference::Standfirst => "standfirst".to_owned(),
        Reference::Aside => "[outside the paragraphs]".to_owned(),
        paragraph @ Reference::Paragraph(..) => format!("¶{paragraph}"),
    }
}
