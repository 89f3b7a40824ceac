//! Atom, 1.0 and 0.3, whose texts say themselves whether they are plain, HTML or XHTML.

use super::super::draft::{Draft, Part, bounded};
use super::super::format::Refusal;
use super::super::said::{line, marked_line, short};
use super::super::xml::{self, Node};
use super::super::{File, carried};
use super::entry::{Entry, address, caption, of_feed};
use crate::model::{Fields, Note};
use crate::text::Clean;

/// The namespaces of Atom 1.0 and 0.3.
const SPACES: [&str; 2] = ["http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"];

/// Whether `file` is an Atom feed, or one entry of one.
pub(in crate::read) fn is_atom(file: &File<'_>) -> bool {
    let head = file.head();
    let is_space = |tag: &str| SPACES.iter().any(|space| tag.contains(space));
    xml::root(head).is_some_and(|root| match root.name {
        "feed" => is_space(root.tag) || !root.tag.contains("xmlns") && head.contains("<entry"),
        "entry" => is_space(root.tag),
        _ => false,
    })
}

/// The articles of a feed.
pub(in crate::read) fn atom(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let (text, encoding) = xml::characters(file);
    let (tree, broken) = xml::parse(&text);
    let notes: Vec<Note> = [encoding, broken].concat();
    let drafts = bounded(
        tree.all().children().filter(|node| node.words().is_none()).flat_map(|feed| {
            let mut notes = notes.clone();
            let all = about(feed, &mut notes);
            feed.outermost("entry").map(move |node| entry(node, &all).draft(&notes)).filter(|draft| !draft.is_empty())
        }),
        text.len(),
    );
    if drafts.is_empty() { Err("there is no entry in this feed".into()) } else { Ok(drafts) }
}

/// What a feed says for all its entries.
struct About {
    outlet: Option<Clean>,
    language: Option<Clean>,
    rights: Option<Clean>,
    authors: Vec<String>,
}

fn about(feed: Node<'_>, notes: &mut Vec<Note>) -> About {
    let short = |words: Clean| Clean::from(&*short(&words));
    let is_feed = feed.name() == "feed";
    About {
        outlet: feed.child("title").filter(|_| is_feed).and_then(words).map(short),
        language: feed.attribute("lang").as_deref().and_then(line).map(short),
        rights: feed.child("rights").or(feed.child("copyright")).and_then(words).map(short),
        authors: if is_feed { of_feed(authors(feed), notes) } else { Vec::new() },
    }
}

fn entry(node: Node<'_>, feed: &About) -> Entry {
    let body = |name: &str| {
        node.children().find(|child| child.name() == name && child.prefix() != "media").map(text).unwrap_or_default()
    };
    let written = |name: &'static str| node.all(name).map(|node| node.text().into_owned());
    let source = node.child("source");
    let own = authors(node);
    let from_source = || source.map(authors).unwrap_or_default();
    let named = [own, from_source()].into_iter().find(|names| !names.is_empty()).unwrap_or_else(|| feed.authors.clone());
    let links = || node.all("link").filter_map(|link| address(&link.attribute("href").unwrap_or_else(|| link.text())));
    let is_page = |link: &Node<'_>| link.attribute("rel").is_none_or(|rel| rel == "alternate");
    let page = node.all("link").filter(is_page).find_map(|link| address(&link.attribute("href")?));
    let captions = node.within().filter(|node| node.prefix() == "media" && node.name() == "description");
    let subject = |node: Node<'_>| {
        let word = |name: &str| node.attribute(name).filter(|words| !words.trim().is_empty()).map(std::borrow::Cow::into_owned);
        let name = word("label");
        if name.is_none() { (None, word("term")) } else { (None, name) }
    };
    Entry {
        title: node.child("title").and_then(words),
        content: body("content"),
        summary: body("summary"),
        captions: captions.filter_map(|node| caption(&node.text(), node.line())).collect(),
        authors: named,
        published: written("published").chain(written("issued")).chain(written("created")).collect(),
        changed: written("updated").chain(written("modified")).collect(),
        subjects: node.all("category").map(subject).collect(),
        fields: Fields {
            outlet: source.and_then(|source| words(source.child("title")?)).or_else(|| feed.outlet.clone()),
            language: node.attribute("lang").as_deref().and_then(line).or_else(|| feed.language.clone()),
            rights: node.child("rights").and_then(words).or_else(|| feed.rights.clone()),
            url: page.or_else(|| links().next()),
            ..Fields::default()
        },
    }
}

/// The names of who wrote a feed or an entry.
fn authors(node: Node<'_>) -> Vec<String> {
    let names = node.all("author").map(|author| author.child("name").unwrap_or(author).text().into_owned());
    names.filter(|name| !name.trim().is_empty()).collect()
}

/// The form that a text says it has.
fn is_plain(node: Node<'_>) -> bool {
    node.attribute("type").is_some_and(|kind| matches!(&*kind, "text" | "text/plain"))
}

fn text(node: Node<'_>) -> Vec<Part> {
    let kind = node.attribute("type").unwrap_or_default();
    let is_text = kind.is_empty() || kind.starts_with("text") || kind.contains("html") || kind.contains("xml");
    if !is_text {
        return Vec::new();
    }
    if is_plain(node) { carried::plain(&node.text(), node.line()) } else { xml::parts(node) }
}

/// A text construct in one line.
fn words(node: Node<'_>) -> Option<Clean> {
    if is_plain(node) || node.within().next().is_some() { line(&node.text()) } else { marked_line(&node.text()) }
}
