//! RSS: 0.9x and 2.0, and RSS 1 in RDF, with the modules that news feeds use (Content, Dublin Core, Media RSS, iTunes).
//!
//! Titles and descriptions are HTML more often than the standard has it, so they are read as HTML wherever they look like it.

use super::super::draft::{Draft, bounded};
use super::super::format::Refusal;
use super::super::said::{line, marked_line, short};
use super::super::xml::{self, Node};
use super::super::{File, carried};
use super::entry::{Entry, address, caption, name_in};
use crate::model::{Fields, Note};
use crate::text::Clean;

/// The namespaces by which RSS 1 is told from other RDF.
const RDF_FEEDS: [&str; 2] = ["purl.org/rss/1.0", "my.netscape.com/rdf"];

/// Whether `file` is RSS.
pub(in crate::read) fn is_rss(file: &File<'_>) -> bool {
    xml::root(file.head()).is_some_and(|root| match root.name {
        "rss" => true,
        "RDF" => RDF_FEEDS.iter().any(|space| root.tag.contains(space)),
        _ => false,
    })
}

/// The articles of a feed.
pub(in crate::read) fn rss(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let (text, encoding) = xml::characters(file);
    let (tree, broken) = xml::parse(&text);
    let notes: Vec<Note> = [encoding, broken].concat();
    let drafts = bounded(
        tree.all().children().filter(|node| node.words().is_none()).flat_map(|feed| {
            let all = feed.child("channel").map(feed_fields).unwrap_or_default();
            // In RSS 1 the items stand beside the channel; in a damaged file they may stand anywhere.
            let (items, notes) = (feed.outermost("item"), &notes);
            items.flat_map(unclosed).map(move |item| entry(item, &all).draft(notes)).filter(|draft| !draft.is_empty())
        }),
        text.len(),
    );
    if drafts.is_empty() {
        return Err("there is no entry in this feed".into());
    }
    Ok(drafts)
}

/// An item, and those that stand right inside one another because nothing closes them.
fn unclosed(item: Node<'_>) -> Vec<Node<'_>> {
    let inner = item.all("item").flat_map(unclosed).collect::<Vec<_>>();
    std::iter::once(item).chain(inner).collect()
}

/// What the feed says for all its entries.
fn feed_fields(channel: Node<'_>) -> Fields {
    let said =
        |names: &[&str]| names.iter().find_map(|name| Some(Clean::from(&*short(&marked_line(&own(channel, name)?.text())?))));
    Fields {
        outlet: said(&["title"]),
        language: said(&["language"]),
        rights: said(&["copyright", "rights"]),
        ..Fields::default()
    }
}

/// The first element of this name that is of the feed itself, if there is one, and not of a module.
fn own<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    let is_module = |node: &Node<'_>| matches!(node.prefix(), "media" | "itunes" | "atom" | "atom10" | "a10" | "googleplay");
    node.children().find(|node| node.name() == name && !is_module(node))
}

fn entry(item: Node<'_>, feed: &Fields) -> Entry {
    let texts = |name: &'static str| item.children().filter(move |node| node.name() == name);
    let body = |node: Node<'_>| xml::parts(node);
    let content = texts("encoded").chain(texts("content").filter(|node| node.prefix() != "media")).map(body);
    let brief = own(item, "description").into_iter().chain(own(item, "summary")).chain(texts("summary")).map(body);
    let filled = |mut all: Box<dyn Iterator<Item = Vec<_>> + '_>| all.find(|parts| !parts.is_empty()).unwrap_or_default();
    let written = |name: &'static str| texts(name).map(|node| node.text().into_owned());
    let authors = texts("creator").chain(texts("author")).filter_map(|node| name_in(&author(node)));
    let mut names: Vec<String> = authors.collect();
    names.dedup();
    let link = own(item, "link").and_then(|link| address(&link.text()));
    let guid = || {
        own(item, "guid")
            .filter(|guid| guid.attribute("isPermaLink").is_none_or(|is| is != "false"))
            .and_then(|guid| address(&guid.text()))
    };
    let said = |name| own(item, name).and_then(|node| marked_line(&node.text()));
    let captions = item.within().filter(|node| node.prefix() == "media" && node.name() == "description" && !is_player(*node));
    let subjects = texts("category").chain(texts("subject")).filter(|node| node.prefix() != "media" && node.prefix() != "itunes");
    Entry {
        title: said("title").or_else(|| item.child("title").and_then(|node| marked_line(&node.text()))),
        content: filled(Box::new(content)),
        summary: filled(Box::new(brief)),
        captions: captions.filter_map(|node| caption(&node.text(), node.line())).collect(),
        authors: names,
        published: written("pubDate").chain(written("date")).chain(written("issued")).chain(written("published")).collect(),
        changed: written("modified").chain(written("updated")).collect(),
        subjects: subjects.map(|node| (None, Some(carried_words(&node.text())))).collect(),
        fields: Fields {
            outlet: said("source").or_else(|| feed.outlet.clone()).or_else(|| said("publisher")),
            language: own(item, "language").and_then(|node| line(&node.text())).or_else(|| feed.language.clone()),
            rights: said("rights").or_else(|| feed.rights.clone()),
            url: link.or_else(guid),
            ..Fields::default()
        },
    }
}

/// An author as RSS, iTunes or Atom inside RSS writes one.
fn author(node: Node<'_>) -> String {
    node.child("name").unwrap_or(node).text().into_owned()
}

/// Whether a description is of a film's player and not of a picture.
fn is_player(node: Node<'_>) -> bool {
    node.attribute("type").is_some_and(|kind| kind == "player")
}

fn carried_words(text: &str) -> String {
    if carried::is_html(text) { marked_line(text).map(|words| words.to_string()).unwrap_or_default() } else { text.to_owned() }
}
