//! An entry of any feed, gathered before it is an article: the longest text is its body, a shorter one that says something else its
//! standfirst.

use super::super::carried;
use super::super::draft::{Draft, Part};
use super::super::gathered::{gathered, told};
use super::super::said::{authored, byline, dated, line, marked_line, short};
use super::super::wire::file_under;
use crate::model::{BlockKind, Fields, Note};
use crate::text::Clean;

/// So many authors of a whole feed are those of each of its entries.
const AUTHORS: usize = 20;

/// So many captions of an entry are shown; each is compared with all parts.
const CAPTIONS: usize = 100;

/// The authors of a whole feed, of whom each entry keeps a copy.
pub(super) fn of_feed(authors: impl IntoIterator<Item = String>, notes: &mut Vec<Note>) -> Vec<String> {
    told(authors.into_iter().map(|name| short(&name).into_owned()), AUTHORS, "authors of the whole feed", notes)
}

/// What an entry says, as it is written there.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) title: Option<Clean>,
    /// The text, whole.
    pub(super) content: Vec<Part>,
    /// The text, in brief or cut off.
    pub(super) summary: Vec<Part>,
    /// The words beneath pictures.
    pub(super) captions: Vec<Part>,
    /// Names, one or more in each.
    pub(super) authors: Vec<String>,
    pub(super) published: Vec<String>,
    pub(super) changed: Vec<String>,
    pub(super) subjects: Vec<(Option<String>, Option<String>)>,
    /// What is said straight away: outlet, address, language, rights.
    pub(super) fields: Fields,
}

impl Entry {
    /// The article that it is.
    pub(super) fn draft(self, notes: &[Note]) -> Draft {
        let mut draft = Draft { notes: notes.to_vec(), fields: self.fields, ..Draft::default() };
        let fields = &mut draft.fields;
        fields.headline = self.title;
        let length = |parts: &[Part]| parts.iter().map(|part| part.text.len()).sum::<usize>();
        let is_stub = length(&self.content) < length(&self.summary);
        let (mut parts, summary) = if is_stub { (self.summary, self.content) } else { (self.content, self.summary) };
        carried::under(fields.headline.as_deref(), &mut parts);
        let brief = summary.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ");
        fields.standfirst = line(&brief);
        for caption in told(self.captions, CAPTIONS, "captions", &mut draft.notes) {
            if !carried::repeats(&parts, &caption.text) && parts.iter().all(|part| part.text != caption.text) {
                parts.push(caption);
            }
        }
        draft.parts = parts;
        names(&self.authors, fields);
        for (code, name) in &self.subjects {
            file_under(fields, code.as_deref(), None, name.as_deref());
        }
        let published = self.published.iter().map(String::as_str);
        dated(fields, &mut draft.notes, published, self.changed.iter().map(String::as_str));
        carried::settle(&mut draft);
        draft
    }
}

/// The names as authors; one that stands alone may be a whole byline.
fn names(authors: &[String], fields: &mut Fields) {
    if let [only] = authors {
        let (people, outlet) = byline(&marked_line(only).unwrap_or_default());
        fields.byline = people;
        fields.outlet = fields.outlet.take().or(outlet);
        return;
    }
    fields.authors = gathered(authors.iter().filter_map(|name| marked_line(name)));
    authored(fields);
}

/// The name in an address of mail, as RSS has authors: `desk@example.org (Ana Ruiz)`; none in one without a name.
pub(super) fn name_in(address: &str) -> Option<String> {
    let written = address.trim();
    let name = match written.split_once('(').zip(written.strip_suffix(')')) {
        Some(((before, _), _)) if before.contains('@') => written.get(before.len() + 1..written.len() - 1)?.trim(),
        _ if written.contains('<') && written.ends_with('>') => written.split('<').next()?.trim().trim_matches('"'),
        _ => written,
    };
    let is_address = name.contains('@') && !name.contains(char::is_whitespace);
    (!name.is_empty() && !is_address).then(|| name.to_owned())
}

/// A caption on this line of its file.
pub(super) fn caption(text: &str, at: u32) -> Option<Part> {
    Some(Part::new(BlockKind::Caption, &*marked_line(text)?, at))
}

/// An address of the web, which is all that a link may be here.
pub(super) fn address(text: &str) -> Option<Clean> {
    let text = text.trim();
    ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme)).then(|| line(text)).flatten()
}
