//! What is said of a source and of a place in it. What is not known is said in brackets.

use crate::model::{Briefing, Place, Point, Reference, Source};

/// The source line under words: outlet, headline, date and place.
pub(super) fn line(source: &Source, place: Place) -> String {
    format!("{}, {}, {}, {}", outlet(source), headline(source), date(source), self::place(place))
}

/// Place and source in a few words, the place first, because a narrow row may cut the rest: the outlet, or the file where that is not
/// known, and the date.
pub fn short_line(source: &Source, place: Place) -> String {
    let whence = source.outlet.as_deref().unwrap_or(&source.file);
    format!("{}, {whence}, {}", self::place(place), date(source))
}

/// The source line with everything that `source` says.
pub(super) fn whole_line(source: &Source, place: Option<Place>) -> String {
    let mut fields = vec![outlet(source), headline(source), byline(source), dateline(source), date(source)];
    fields.extend(place.map(self::place));
    fields.extend(source.url.as_deref().map(ToOwned::to_owned));
    fields.push(file(source));
    fields.extend(source.restrictions.iter().map(ToString::to_string));
    fields.extend(source.read.map(|date| format!("read {date}")));
    fields.join(", ")
}

pub(super) fn outlet(source: &Source) -> String {
    source.outlet.as_deref().unwrap_or("[outlet not stated]").to_owned()
}

pub(super) fn headline(source: &Source) -> String {
    source.headline.as_deref().map_or_else(|| "[no headline]".to_owned(), |headline| format!("\"{headline}\""))
}

pub(super) fn byline(source: &Source) -> String {
    source.byline.as_deref().unwrap_or("[byline not stated]").to_owned()
}

pub(super) fn dateline(source: &Source) -> String {
    source.place.as_deref().unwrap_or("[place not stated]").to_owned()
}

pub(super) fn date(source: &Source) -> String {
    source.date.map_or_else(|| "[date not stated]".to_owned(), |date| date.to_string())
}

/// The file's name and the beginning of its hash.
pub(super) fn file(source: &Source) -> String {
    let hash = source.hash.as_deref().map_or_else(|| "[SHA-256 not known]".to_owned(), |hash| format!("SHA-256 {hash}"));
    format!("file {}, {hash}", source.file)
}

/// What reference managers have no field for: the file, and what stands against using it.
pub(super) fn note(source: &Source) -> String {
    let restrictions = source.restrictions.iter().map(ToString::to_string);
    std::iter::once(file(source)).chain(restrictions).collect::<Vec<_>>().join("; ")
}

/// Where words stand, as people say it.
pub(super) fn place(place: Place) -> String {
    match place {
        Place::Sentence(reference) => named(reference),
        Place::Stretch(first @ Reference::Paragraph(..), last @ Reference::Paragraph(..)) => format!("{}-{last}", named(first)),
        Place::Stretch(first, last) => format!("{} to {}", named(first), named(last)),
        Place::Whole(1) => "¶1".to_owned(),
        Place::Whole(paragraphs) => format!("¶1-{paragraphs}"),
        Place::Unquoted => "[no quotation]".to_owned(),
        Place::Unanchored => "[unanchored: its quotation is not in the article]".to_owned(),
    }
}

fn named(reference: Reference) -> String {
    match reference {
        Reference::Headline => "headline".to_owned(),
        Reference::Standfirst => "standfirst".to_owned(),
        Reference::Aside => "[outside the paragraphs]".to_owned(),
        paragraph @ Reference::Paragraph(..) => format!("¶{paragraph}"),
    }
}

/// Where a point stands, as the last field of a source line.
pub(super) fn of_point(briefing: &Briefing, point: &Point) -> String {
    match (point.anchor(), point.unanchored()) {
        (Some(anchor), _) => named(briefing.article.reference(anchor.sentence)),
        (None, Some(_)) => place(Place::Unanchored),
        (None, None) => place(Place::Unquoted),
    }
}
