//! `OpenDocument` texts (ISO/IEC 26300): headings, paragraphs, lists and tables, as they read when all changes are accepted.

use std::collections::BTreeMap;

use super::container::Container;
use super::properties::Properties;
use super::room::Room;
use super::rows::Rows;
use super::xml::{Tag, Token, tokens};
use crate::model::{BlockKind, Note, NoteKind, Removed};
use crate::read::draft::{Draft, Part};
use crate::read::format::Refusal;
use crate::text::Clean;

/// So many spaces an element may stand for.
const SPACES: usize = 100;

/// The document in `container`.
pub(super) fn draft(container: &mut Container<'_>) -> Result<Draft, Refusal> {
    if container.wanted("META-INF/manifest.xml").contains("encryption-data") {
        return Err("the document is encrypted: open it with its password and save it as text".into());
    }
    let document = container.text("content.xml")?;
    let mut walk = Walk { room: container.room(), ..Walk::default() };
    let end = tokens(&document, |token| walk.token(token));
    drop(document);
    walk.end_paragraph();
    walk.room.checked()?;
    let fields = Properties::new(&container.wanted("meta.xml")).of_document("dc:date");
    let mut draft = Draft { parts: walk.parts, removed: walk.footnotes, fields, ..Draft::default() };
    draft.notes.extend(end.note("text"));
    if walk.comments > 0 {
        draft.notes.push(Note::new(NoteKind::File, "the comments on the document's margin were left out"));
    }
    if draft.parts.iter().all(|part| part.text.trim().is_empty()) {
        return Err("there are no words in this document: if it holds pictures of a text, save that text itself".into());
    }
    Ok(draft)
}

#[derive(Default)]
struct Walk {
    parts: Vec<Part>,
    footnotes: Vec<Removed>,
    comments: usize,
    rows: Rows,
    text: String,
    /// What a heading or a style says of the paragraph.
    kind: Option<BlockKind>,
    /// The styles that the document made of others, by name.
    parents: BTreeMap<String, String>,
    /// How deep the walk is in paragraphs, lists, and what is no part of the text.
    words: usize,
    list: usize,
    passed_over: usize,
    /// The words of a footnote, and how deep in it the walk is.
    footnote: usize,
    note: String,
    number: u32,
    room: Room,
}

/// Whether what stands in this element is no part of the text: what was deleted, remarks on the margin, lists of headings.
fn is_passed_over(name: &str) -> bool {
    matches!(
        name,
        "text:tracked-changes"
            | "office:annotation"
            | "text:table-of-content"
            | "text:illustration-index"
            | "text:alphabetical-index"
    )
}

impl Walk {
    fn token(&mut self, token: Token) {
        match token {
            _ if self.room.is_over() => {}
            Token::Open(tag) if is_passed_over(&tag.name) => {
                self.comments += usize::from(tag.name == "office:annotation");
                self.passed_over += 1;
            }
            Token::Close(name) if is_passed_over(&name) => self.passed_over = self.passed_over.saturating_sub(1),
            _ if self.passed_over > 0 => {}
            Token::Open(tag) => self.open(&tag),
            Token::Close(name) => self.close(&name),
            Token::Words(words) => self.put(&words),
        }
    }

    fn put(&mut self, words: &str) {
        self.room.take(words.len());
        if self.footnote > 0 {
            self.note.push_str(words);
        } else if self.words > 0 {
            self.text.push_str(words);
        }
    }

    fn open(&mut self, tag: &Tag) {
        match &*tag.name {
            "style:style" => {
                if let (Some(name), Some(parent)) = (tag.get("style:name"), tag.get("style:parent-style-name")) {
                    self.room.take_one(name.len() + parent.len());
                    self.parents.insert(name.to_owned(), parent.to_owned());
                }
            }
            "text:note" => self.footnote += 1,
            "text:p" | "text:h" if self.footnote > 0 => self.note.push(' '),
            "text:p" | "text:h" => {
                self.end_paragraph();
                self.words += 1;
                self.kind = self.styled(tag.get("text:style-name").unwrap_or_default());
                if tag.name == "text:h" {
                    self.kind = self.kind.or(Some(BlockKind::Subhead));
                }
            }
            "text:s" => {
                let count = tag.get("text:c").and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                self.put(&" ".repeat(count.min(SPACES)));
            }
            "text:tab" => self.put("\t"),
            "text:line-break" => self.put("\n"),
            "text:list" => self.list += 1,
            "table:table" => {
                self.end_paragraph();
                self.rows.open_table();
            }
            "table:table-cell" => self.rows.open_cell(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "text:note" => {
                self.footnote = self.footnote.saturating_sub(1);
                let text = Clean::from(std::mem::take(&mut self.note).trim()).one_line();
                if !text.is_empty() {
                    self.room.take_one(0);
                    self.footnotes.push(Removed { line: self.number + 1, text, rule: "footnote".into() });
                }
            }
            "text:p" | "text:h" if self.footnote == 0 => {
                self.end_paragraph();
                self.words = self.words.saturating_sub(1);
            }
            "text:list" => self.list = self.list.saturating_sub(1),
            "table:table-row" => {
                let row = self.rows.close_row();
                self.parts.extend(row);
            }
            "table:table" => {
                let row = self.rows.close_table();
                self.parts.extend(row);
            }
            _ => {}
        }
    }

    /// What a style, or the one that it was made of, says a paragraph is.
    fn styled(&self, name: &str) -> Option<BlockKind> {
        match self.parents.get(name).map_or(name, String::as_str) {
            "Title" => Some(BlockKind::Headline),
            "Subtitle" => Some(BlockKind::Standfirst),
            "Quotations" => Some(BlockKind::Quotation),
            "Caption" | "Illustration" | "Figure" => Some(BlockKind::Caption),
            parent if parent.starts_with("Heading") => Some(BlockKind::Subhead),
            _ => None,
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        let kind = self.kind.take();
        if text.trim().is_empty() {
            return;
        }
        self.number += 1;
        self.room.take_one(0);
        let kind = kind.unwrap_or(if self.list > 0 { BlockKind::Item } else { BlockKind::Paragraph });
        self.parts.extend(self.rows.take(Part::new(kind, text, self.number)));
    }
}
