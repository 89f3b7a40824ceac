//! What a page says of its article, settled: which of several headlines, authors and dates is believed.

use super::json_ld::{Story, plain};
use super::people::people;
use super::said::{Mark, Said};
use super::title::headline;
use crate::model::Fields;
use crate::read::moment::moment;
use crate::text::Clean;

/// The fields that `said` and the data of the page give.
pub(super) fn fields(said: &Said, story: Option<&Story>) -> Fields {
    let none = Story::default();
    let story = story.unwrap_or(&none);
    let meta = |names: &[&str]| said.meta(names).map(plain).find(|words| !words.is_empty());
    let outlet = story.outlet.clone().or_else(|| {
        meta(&["og:site:name", "application:name", "dc:publisher", "dcterms:publisher", "publisher", "citation:journal:title"])
    });
    let published = [
        story.published.clone(),
        meta(&[
            "article:published:time",
            "og:article:published:time",
            "datepublished",
            "date:published",
            "parsely:pub:date",
            "sailthru:date",
            "pubdate",
            "publishdate",
            "publish:date",
            "publication:date",
            "article:published",
            "og:published:time",
            "og:pubdate",
            "dc:date:issued",
            "dcterms:issued",
            "dcterms:created",
            "dc:date",
            "dcterms:date",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "date",
            "article:created",
            "citation:publication:date",
            "citation:date",
            "originalpublicationdate",
            "created",
        ]),
    ];
    let marked = [Mark::Published, Mark::Time].into_iter().flat_map(|mark| said.marked(mark));
    let date = published.iter().flatten().map(String::as_str).chain(marked).find_map(moment);
    let modified = story.modified.clone().or_else(|| {
        meta(&[
            "article:modified:time",
            "og:updated:time",
            "datemodified",
            "last:modified",
            "dcterms:modified",
            "dc:date:modified",
            "lastmod",
            "revision:date",
        ])
    });
    let modified = modified.as_deref().map(moment).unwrap_or_default().or_else(|| said.marked(Mark::Modified).find_map(moment));
    let url = meta(&["canonical", "og:url"])
        .filter(|url| url.starts_with("http"))
        .or_else(|| story.url.clone())
        .or_else(|| meta(&["saved:from"]));
    let language = meta(&["lang", "og:locale", "content:language", "dc:language"]).or_else(|| story.language.clone());
    let authors = people(said, story, outlet.as_deref());
    let clean = |words: Option<String>| words.map(Clean::from);
    Fields {
        headline: clean(headline(said, story, outlet.as_deref())),
        byline: (!authors.is_empty()).then(|| Clean::from(authors.join(", "))),
        authors: authors.into_iter().map(Clean::from).collect(),
        // A page that says only when it was changed has nothing better to be listed by.
        date: date.or(modified),
        modified: modified.filter(|modified| Some(*modified) != date),
        outlet: clean(outlet),
        section: clean(
            story.section.clone().or_else(|| meta(&["article:section", "parsely:section", "sailthru:section", "section"])),
        ),
        url: clean(url),
        language: clean(language),
        rights: clean(story.rights.clone().or_else(|| meta(&["copyright", "dc:rights", "dcterms:rights", "rights"]))),
        ..Fields::default()
    }
}
