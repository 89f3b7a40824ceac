//! NewsML 1, the generation before NewsML-G2: an item of components inside one another, which name pictures and texts alike.

use super::super::carried;
use super::super::draft::{Draft, Part};
use super::super::said::{byline, dated, line, place, urgency};
use super::super::xml::{self, Node};
use super::nitf;
use super::status::{embargo, status, terms};
use super::subject::file_under;
use crate::model::{BlockKind, Fields};
use crate::text::Clean;

/// The article that an element `NewsItem` is.
pub(super) fn item(node: Node<'_>) -> Draft {
    let mut draft = texts(node);
    let fields = &mut draft.fields;
    let first = |name: &str| node.within().find(|node| node.name() == name);
    let said = |name: &str| line(&first(name)?.text());
    fields.headline = said("HeadLine").or(fields.headline.take());
    fields.standfirst = said("SubHeadLine").or(fields.standfirst.take());
    if let Some(by) = first("ByLine") {
        let (people, outlet) = byline(&by.text());
        fields.byline = people.or(fields.byline.take());
        fields.outlet = outlet.or(fields.outlet.take());
    }
    let party = first("Provider").or_else(|| first("Source")).and_then(|by| formal(by.child("Party")?));
    fields.outlet = party.or_else(|| said("CreditLine")).or(fields.outlet.take());
    fields.place = said("DateLine").and_then(|words| place(&words)).or(fields.place.take());
    fields.rights = said("CopyrightLine").or(fields.rights.take());
    if let Some(words) = said("RightsLine") {
        terms(fields, &words);
    }
    fields.language = first("Language").and_then(formal).or(fields.language.take());
    fields.genre = first("Genre").and_then(formal).or(fields.genre.take());
    fields.urgency = first("Urgency").and_then(formal).as_deref().and_then(urgency).or(fields.urgency);
    fields.version = said("RevisionId").or(fields.version.take());
    for subject in node.within().filter(|node| node.name() == "SubjectCode") {
        let deepest = subject.children().filter_map(|level| formal_code(level)).last();
        file_under(fields, deepest.as_deref().map(coded).as_deref(), None, None);
    }
    managed(first("NewsManagement"), fields);
    carried::under(fields.headline.as_deref(), &mut draft.parts);
    let date = |name: &str| first(name).map(|node| node.text().into_owned());
    let published = [date("FirstCreated"), date("DateId"), date("ThisRevisionCreated")];
    let inner = (draft.fields.date.take(), draft.fields.modified.take());
    dated(
        &mut draft.fields,
        &mut draft.notes,
        published.iter().flatten().map(String::as_str),
        date("ThisRevisionCreated").as_deref(),
    );
    if draft.fields.date.is_none() {
        (draft.fields.date, draft.fields.modified) = inner;
    }
    carried::settle(&mut draft);
    draft
}

/// The words of all components; those that are captions are told by their role.
fn texts(node: Node<'_>) -> Draft {
    let mut draft = Draft::default();
    for component in std::iter::once(node).chain(node.within()).filter(|node| matches!(node.name(), "NewsItem" | "NewsComponent"))
    {
        let role = component.child("Role").and_then(formal_code).unwrap_or_default().to_lowercase();
        for data in component.all("ContentItem").filter_map(|item| item.child("DataContent")) {
            let story = data.within().find(|node| node.name() == "nitf").map(nitf::story);
            let mut inner = story.unwrap_or_else(|| Draft { parts: xml::parts(data), ..Draft::default() });
            if role.contains("caption") {
                inner.parts.iter_mut().for_each(|part| part.kind = BlockKind::Caption);
            }
            let fields = if draft.parts.is_empty() { inner.fields } else { draft.fields };
            let parts = draft.parts.into_iter().chain(inner.parts).collect::<Vec<Part>>();
            draft = Draft { parts, fields, notes: [draft.notes, inner.notes].concat(), ..Draft::default() };
        }
    }
    draft
}

fn managed(management: Option<Node<'_>>, fields: &mut Fields) {
    let Some(management) = management else { return };
    let state = management.child("Status").and_then(formal_code).unwrap_or_default();
    status(fields, &state);
    if state.eq_ignore_ascii_case("embargoed") {
        let until = management.at(&["StatusWillChange", "DateAndTime"]).map(Node::text);
        embargo(fields, until.as_deref(), None);
    }
}

/// The formal name of a thing, in which NewsML 1 says nearly everything.
fn formal(node: Node<'_>) -> Option<Clean> {
    line(&formal_code(node)?)
}

fn formal_code(node: Node<'_>) -> Option<String> {
    node.attribute("FormalName").map(std::borrow::Cow::into_owned)
}

/// A subject code of eight digits by the short name of IPTC's list.
fn coded(code: &str) -> String {
    let is_subject = code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit());
    if is_subject { format!("subj:{code}") } else { code.to_owned() }
}
