//! NewsML-G2: news items, packages, and messages that hold many of them.
//!
//! The words stand in `contentSet`, as NITF, XHTML, escaped HTML or plain text; who, when and what may be done with it around them.

use super::super::draft::{Draft, Part, bounded};
use super::super::format::Refusal;
use super::super::gathered::gathered;
use super::super::said::{authored, byline, dated, line, marked_line, place, urgency};
use super::super::xml::{self, Node};
use super::super::{File, carried};
use super::status::{embargo, noted, restrict, status, terms};
use super::subject::file_under;
use super::{left_out, newsml1, nitf};
use crate::model::{BlockKind, Fields};
use crate::text::Clean;

/// Whether `file` is NewsML, of either generation.
pub(in crate::read) fn is_newsml(file: &File<'_>) -> bool {
    xml::root(file.head()).is_some_and(|root| matches!(root.name, "newsMessage" | "newsItem" | "packageItem" | "NewsML"))
}

/// The articles of a NewsML file.
pub(in crate::read) fn newsml(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let (text, encoding) = xml::characters(file);
    let (tree, broken) = xml::parse(&text);
    let mut notes = [encoding, broken].concat();
    let items = |name| tree.all().outermost(name);
    let told = |drafts: &mut dyn Iterator<Item = Draft>| bounded(drafts.filter(|draft| !draft.is_empty()), text.len());
    let (stories, others): (Vec<_>, Vec<_>) = items("newsItem").partition(|node| is_story(*node));
    let mut drafts = told(&mut items("NewsItem").map(newsml1::item).chain(stories.into_iter().map(item)));
    if drafts.is_empty() {
        drafts = told(&mut others.into_iter().map(item).chain(items("packageItem").map(package)));
    } else {
        notes.extend(left_out(others.len()));
    }
    if drafts.is_empty() {
        return Err(NO_NEWS.into());
    }
    Ok(drafts.into_iter().map(|draft| Draft { notes: [notes.clone(), draft.notes].concat(), ..draft }).collect())
}

const NO_NEWS: &str = "there is no news in this NewsML file: no item with a headline or a text";

/// Whether an item is a text, and no picture or film with a few words beside it.
fn is_story(item: Node<'_>) -> bool {
    let class = item.at(&["itemMeta", "itemClass"]).and_then(|class| class.attribute("qcode")).unwrap_or_default();
    let is_other = ["picture", "graphic", "video", "audio", "animated"].iter().any(|kind| class.ends_with(kind));
    let has_text =
        item.child("contentSet").is_some_and(|set| set.children().any(|node| matches!(node.name(), "inlineXML" | "inlineData")));
    !is_other || has_text
}

fn item(node: Node<'_>) -> Draft {
    let contents = node.child("contentSet").map(content).unwrap_or_default();
    let mut draft = framed(node, contents);
    let descriptions: Vec<_> = node.child("contentMeta").into_iter().flat_map(|meta| meta.all("description")).collect();
    let role = |node: Node<'_>| node.attribute("role").unwrap_or_default().to_lowercase();
    if is_story(node) {
        let summary =
            descriptions.iter().filter(|node| !role(**node).contains("caption")).find_map(|node| marked_line(&node.text()));
        draft.fields.standfirst = draft.fields.standfirst.take().or(summary);
    }
    let captions = descriptions.iter().filter(|node| !is_story(**node) || role(**node).contains("caption"));
    if !is_story(node) || draft.parts.is_empty() {
        draft
            .parts
            .extend(captions.filter_map(|node| Some(Part::new(BlockKind::Caption, &*marked_line(&node.text())?, node.line()))));
    }
    carried::settle(&mut draft);
    draft
}

/// A package that stands alone: its headline, and those of the items it names.
fn package(node: Node<'_>) -> Draft {
    let mut draft = framed(node, Draft::default());
    let named = node.within().filter(|node| node.name() == "itemRef");
    let named = named.filter_map(|item| {
        let words = item.child("headline").or(item.child("title")).or(item.child("description"))?;
        Some(Part::new(BlockKind::Item, &*marked_line(&words.text())?, item.line()))
    });
    draft.parts.extend(named);
    draft
}

/// The text of an item, in the first of its forms that has one, and what that form says of it.
fn content(set: Node<'_>) -> Draft {
    for form in set.children().filter(|node| matches!(node.name(), "inlineXML" | "inlineData")) {
        let draft = match form.within().find(|node| node.name() == "nitf") {
            Some(story) => nitf::story(story),
            None if form.attribute("encoding").is_some_and(|encoding| encoding.contains("base64")) => continue,
            None => Draft { parts: xml::parts(form), ..Draft::default() },
        };
        if !draft.is_empty() {
            return draft;
        }
    }
    Draft::default()
}

/// What an item says around its text goes before what the text's own form says.
fn framed(node: Node<'_>, contents: Draft) -> Draft {
    let Draft { mut parts, fields: inner, notes, .. } = contents;
    let mut draft = Draft { notes, ..Draft::default() };
    let fields = &mut draft.fields;
    let (about, meta) = (node.child("itemMeta"), node.child("contentMeta"));
    fields.language =
        meta.and_then(|meta| meta.child("language")?.attribute("tag")).or(node.attribute("lang")).as_deref().and_then(line);
    fields.version = node.attribute("version").as_deref().and_then(line);
    if let Some(meta) = meta {
        described(meta, fields);
    }
    for rights in node.all("rightsInfo") {
        let said = |name: &str| rights.child(name).and_then(named);
        fields.rights = fields.rights.take().or_else(|| said("copyrightNotice")).or_else(|| said("copyrightHolder"));
        rights.all("usageTerms").for_each(|words| terms(fields, &words.text()));
    }
    let remark = about.and_then(|about| managed(about, fields));
    authored(fields);
    merge(fields, inner);
    carried::under(fields.headline.as_deref(), &mut parts);
    if let Some(remark) = remark {
        let behind = parts.iter().take_while(|part| part.kind == BlockKind::Headline).count();
        parts.insert(behind, remark);
    }
    draft.parts = parts;
    let said = |node: Option<Node<'_>>, name: &str| node.and_then(|node| Some(node.child(name)?.text().into_owned()));
    let published = [said(about, "firstCreated"), said(meta, "contentCreated"), said(about, "versionCreated")];
    let changed = [said(about, "versionCreated"), said(meta, "contentModified")];
    let inner = (draft.fields.date.take(), draft.fields.modified.take());
    let words = |all: &[Option<String>]| all.iter().flatten().cloned().collect::<Vec<_>>();
    let (published, changed) = (words(&published), words(&changed));
    dated(&mut draft.fields, &mut draft.notes, published.iter().map(String::as_str), changed.iter().map(String::as_str));
    if draft.fields.date.is_none() {
        (draft.fields.date, draft.fields.modified) = inner;
    }
    draft
}

/// What an item's management says; an editor's note in it is a part.
fn managed(about: Node<'_>, fields: &mut Fields) -> Option<Part> {
    let code = |name: &str| about.child(name).and_then(|node| node.attribute("qcode").or_else(|| node.attribute("uri")));
    status(fields, &code("pubStatus").unwrap_or_default());
    if let Some(until) = about.child("embargoed") {
        embargo(fields, Some(&until.text()), None);
    }
    fields.outlet = about.child("provider").and_then(named).or(fields.outlet.take());
    let note = about.child("edNote")?;
    let words = line(&note.text())?;
    noted(fields, &words);
    Some(Part::new(BlockKind::Meta, &*words, note.line()))
}

/// What is said of the content: headlines, people, place, subjects.
fn described(meta: Node<'_>, fields: &mut Fields) {
    let is_sub = |node: &Node<'_>| node.attribute("role").is_some_and(|role| role.to_lowercase().contains("sub"));
    let text = |node: Node<'_>| marked_line(&node.text());
    fields.headline = meta.all("headline").filter(|node| !is_sub(node)).find_map(text);
    fields.standfirst = meta.all("headline").filter(is_sub).find_map(text);
    let (people, outlet): (Vec<_>, Vec<_>) = meta.all("by").map(|by| byline(&by.text())).unzip();
    fields.byline = line(&people.iter().flatten().map(|names| &**names).collect::<Vec<_>>().join(", "));
    let names = |role| gathered(meta.all(role).filter_map(said_name));
    fields.authors = Some(names("creator")).filter(|names| !names.is_empty()).unwrap_or_else(|| names("contributor"));
    let source = || meta.all("infoSource").find_map(named);
    fields.outlet = meta.child("creditline").and_then(text).or_else(source).or(outlet.into_iter().flatten().next());
    let located = meta.child("located").and_then(said_name);
    fields.place = located.or_else(|| meta.child("dateline").and_then(|dateline| place(&dateline.text())));
    fields.urgency = meta.child("urgency").and_then(|node| urgency(&node.text()));
    fields.genre = meta.child("genre").and_then(named);
    for subject in meta.all("subject") {
        let code = subject.attribute("qcode").or_else(|| subject.attribute("uri"));
        let name = said_name(subject).or_else(|| subject.attribute("literal").as_deref().and_then(line));
        file_under(fields, code.as_deref(), None, name.as_deref());
    }
    meta.all("keyword").for_each(|word| file_under(fields, None, None, Some(&word.text())));
}

/// The name inside an element.
fn said_name(node: Node<'_>) -> Option<Clean> {
    line(&node.child("name")?.text())
}

/// Whom or what an element names: by name, in its text, by what it says literally, by the end of its code.
fn named(node: Node<'_>) -> Option<Clean> {
    let code = || node.attribute("qcode").and_then(|code| line(code.rsplit(':').next().unwrap_or_default()));
    let own = || line(&node.children().filter_map(Node::words).collect::<String>());
    said_name(node).or_else(own).or_else(|| node.attribute("literal").as_deref().and_then(line)).or_else(code)
}

/// Fills what `fields` do not say with what the text's own form said.
fn merge(fields: &mut Fields, inner: Fields) {
    let known = std::mem::take(fields);
    *fields = Fields {
        headline: known.headline.or(inner.headline),
        standfirst: known.standfirst.or(inner.standfirst),
        byline: known.byline.or(inner.byline),
        authors: if known.authors.is_empty() { inner.authors } else { known.authors },
        place: known.place.or(inner.place),
        date: known.date.or(inner.date),
        modified: known.modified.or(inner.modified),
        outlet: known.outlet.or(inner.outlet),
        section: known.section.or(inner.section),
        language: known.language.or(inner.language),
        subjects: if known.subjects.is_empty() { inner.subjects } else { known.subjects },
        genre: known.genre.or(inner.genre),
        urgency: known.urgency.or(inner.urgency),
        version: known.version.or(inner.version),
        rights: known.rights.or(inner.rights),
        ..known
    };
    inner.restrictions.into_iter().for_each(|restriction| restrict(fields, restriction));
}
