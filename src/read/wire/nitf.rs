//! NITF, IPTC's and NAA's markup of news stories, as AP, AFP, EFE, NTB and others send it, alone or inside NewsML.
//!
//! The words come from `body.content` and `body.end`; what stands in the two heads is said of the article, not by it.

use super::super::draft::{Draft, Part, bounded};
use super::super::format::Refusal;
use super::super::said::{byline, dated, line, place, urgency};
use super::super::xml::{self, Node};
use super::super::{File, carried};
use super::status::{embargo, noted, status, terms};
use super::subject::file_under;
use crate::model::{BlockKind, Fields};

/// Whether `file` is NITF.
pub(in crate::read) fn is_nitf(file: &File<'_>) -> bool {
    xml::root(file.head()).is_some_and(|root| root.name == "nitf")
}

/// The articles of a NITF file: one, or those that something is wrapped around.
pub(in crate::read) fn nitf(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let (text, encoding) = xml::characters(file);
    let (tree, broken) = xml::parse(&text);
    let notes = [encoding, broken].concat();
    let stories = tree.all().outermost("nitf");
    let drafts = bounded(stories.map(story).filter(|draft| !draft.is_empty()), text.len());
    if drafts.is_empty() {
        return Err("there is no story in this NITF file: neither a headline nor a text".into());
    }
    Ok(drafts.into_iter().map(|draft| Draft { notes: [notes.clone(), draft.notes].concat(), ..draft }).collect())
}

/// The article that an element `nitf` is.
pub(super) fn story(node: Node<'_>) -> Draft {
    let mut draft = Draft::default();
    let (head, body) = (node.child("head"), node.child("body"));
    let body_head = body.and_then(|body| body.child("body.head"));
    let fields = &mut draft.fields;
    let own = [Some(node), body].into_iter().flatten().find_map(|node| node.attribute("lang"));
    fields.language = own.as_deref().and_then(line);
    if let Some(body_head) = body_head {
        draft.parts.extend(above(body_head, fields));
    }
    if fields.headline.is_none() {
        fields.headline = head.and_then(|head| line(&head.child("title")?.text()));
    }
    let mut parts = body.and_then(|body| body.child("body.content")).map(xml::parts).unwrap_or_default();
    parts.extend(body.and_then(|body| body.child("body.end")).map(xml::parts).unwrap_or_default());
    carried::under(fields.headline.as_deref(), &mut parts);
    let behind = parts.iter().take_while(|part| part.kind == BlockKind::Headline).count();
    parts.splice(behind..behind, draft.parts.drain(..));
    draft.parts = parts;
    if let Some(head) = head {
        filed(head, fields);
    }
    dates(head, body_head, &mut draft);
    carried::settle(&mut draft);
    draft
}

/// What the body's head says: headlines, who, where, in brief, and the parts of it that are notes.
fn above(body_head: Node<'_>, fields: &mut Fields) -> Vec<Part> {
    let hedline = body_head.child("hedline");
    let said = |name: &str| body_head.child(name).and_then(|node| line(&node.text()));
    fields.headline = hedline.and_then(|hedline| line(&hedline.child("hl1").unwrap_or(hedline).text()));
    let second = hedline.and_then(|hedline| line(&hedline.child("hl2")?.text()));
    fields.standfirst = second.or_else(|| said("abstract"));
    let (mut people, mut outlet) = (Vec::new(), None);
    for by in body_head.all("byline") {
        let (names, agency) = byline(&without(by, "byttl"));
        let title = by.child("byttl").and_then(|title| line(&title.text()));
        people.extend(names.filter(|names| Some(names) != agency.as_ref() || people.is_empty()));
        outlet = outlet.or(agency).or(title);
    }
    fields.byline = line(&people.iter().map(|names| &**names).collect::<Vec<_>>().join(", "));
    fields.outlet = said("distributor").or(outlet);
    let dateline = body_head.child("dateline");
    let located = dateline.and_then(|dateline| line(&dateline.child("location")?.text()));
    fields.place = located.or_else(|| dateline.and_then(|dateline| place(&dateline.text())));
    fields.rights = said("rights");
    body_head.all("note").filter_map(|note| Some(Part::new(BlockKind::Meta, &*line(&note.text())?, note.line()))).collect()
}

/// The text of an element without that of those right inside it that have this name.
fn without(node: Node<'_>, name: &str) -> String {
    node.children().filter(|child| child.name() != name).map(|child| child.text().into_owned()).collect()
}

/// What the file's head says: subjects, urgency, version, rights, and what may be done with it.
fn filed(head: Node<'_>, fields: &mut Fields) {
    for subject in head.within().filter(|node| node.name() == "tobject.subject") {
        let says = |name: &str| subject.attribute(&format!("tobject.subject.{name}")).filter(|words| !words.trim().is_empty());
        let code = says("refnum").map(|code| format!("subj:{}", code.trim()));
        let name = says("detail").or_else(|| says("matter")).or_else(|| says("type"));
        file_under(fields, code.as_deref(), None, name.as_deref());
    }
    let attribute = |element: &str, name: &str| {
        let found = head.within().find(|node| node.name() == element && node.attribute(name).is_some())?;
        found.attribute(name)
    };
    let genre = attribute("tobject.property", "tobject.property.type").or_else(|| attribute("tobject", "tobject.type"));
    fields.genre = genre.as_deref().and_then(line);
    let keys = head.within().filter(|node| node.name() == "keyword").filter_map(|node| node.attribute("key"));
    keys.for_each(|key| file_under(fields, None, None, Some(&key)));
    fields.urgency = attribute("urgency", "ed-urg").as_deref().and_then(urgency);
    fields.version = attribute("du-key", "version").as_deref().and_then(line);
    fields.section = attribute("pubdata", "position.section").as_deref().and_then(line);
    let said = |element: &str, names: [&str; 2]| {
        let words: Vec<String> =
            names.iter().filter_map(|name| attribute(element, name)).map(std::borrow::Cow::into_owned).collect();
        line(&words.join(" "))
    };
    fields.rights =
        fields.rights.take().or_else(|| said("doc.copyright", ["holder", "year"])).or_else(|| said("doc.rights", ["owner", ""]));
    fields.outlet = fields.outlet.take().or_else(|| attribute("pubdata", "name").as_deref().and_then(line));
    let state = attribute("docdata", "management-status").unwrap_or_default().to_ascii_lowercase();
    status(fields, &state);
    if state == "embargoed" {
        embargo(fields, attribute("date.release", "norm").as_deref(), None);
    }
    if let Some(words) = said("doc.rights", ["limitations", ""]) {
        terms(fields, &words);
    }
    let notes = head.within().filter(|node| node.name() == "ed-msg").filter_map(|node| node.attribute("info"));
    notes.for_each(|note| noted(fields, &note));
}

/// When it was issued and changed.
fn dates(head: Option<Node<'_>>, body_head: Option<Node<'_>>, draft: &mut Draft) {
    let norm = |node: Option<Node<'_>>, element: &str, attribute: &str| {
        let found = node?.within().find(|node| node.name() == element)?;
        found.attribute(attribute).or_else(|| Some(found.text())).map(std::borrow::Cow::into_owned)
    };
    let published = [
        norm(head, "date.issue", "norm"),
        norm(head, "pubdata", "date.publication"),
        norm(body_head, "story.date", "norm"),
        norm(head, "date.release", "norm"),
    ];
    let changed = norm(head, "revision-history", "norm");
    dated(&mut draft.fields, &mut draft.notes, published.iter().flatten().map(String::as_str), changed.as_deref());
    let messages = head.into_iter().flat_map(Node::within).filter(|node| node.name() == "ed-msg");
    let behind = draft.parts.iter().take_while(|part| part.kind == BlockKind::Headline).count();
    let parts = messages.filter_map(|node| Some(Part::new(BlockKind::Meta, &*line(&node.attribute("info")?)?, node.line())));
    draft.parts.splice(behind..behind, parts.collect::<Vec<_>>());
}
