//! Word documents (Office Open XML, ECMA-376): paragraphs with their styles, as they read when all changes are accepted.

use std::collections::BTreeMap;

use super::container::Container;
use super::properties::Properties;
use super::room::Room;
use super::rows::Rows;
use super::xml::{End, Tag, Token, tokens};
use crate::model::{BlockKind, Note, NoteKind, Removed};
use crate::read::draft::{Draft, Part};
use crate::read::format::Refusal;
use crate::text::Clean;

/// The document in `container`.
pub(super) fn draft(container: &mut Container<'_>) -> Result<Draft, Refusal> {
    let document = container.text("word/document.xml")?;
    let styles = styles(&container.wanted("word/styles.xml"));
    let mut walk = Walk { styles: &styles, room: container.room(), ..Walk::default() };
    let end = tokens(&document, |token| walk.token(token));
    drop(document);
    walk.end_paragraph();
    walk.room.checked()?;
    let mut room = walk.room;
    let mut draft = Draft {
        fields: Properties::new(&container.wanted("docProps/core.xml")).of_document("dcterms:modified"),
        ..Draft::default()
    };
    draft.parts = walk.parts;
    draft.removed = walk.contents;
    for (name, said) in [("word/footnotes.xml", "footnotes"), ("word/endnotes.xml", "endnotes")] {
        let Ok(xml) = container.part(name) else {
            draft.notes.push(Note::new(NoteKind::Partial, format!("the document's {said} can't be read and were left out")));
            continue;
        };
        let mut notes = Walk { styles: &styles, room, ..Walk::default() };
        let end = tokens(&xml.unwrap_or_default(), |token| notes.token(token));
        draft.notes.extend(Some(end).filter(|end| *end == End::Deep).and_then(|end| end.note(said)));
        notes.end_paragraph();
        notes.room.checked()?;
        room = notes.room;
        let said = notes.parts.into_iter().filter(|part| !part.text.trim().is_empty());
        draft.removed.extend(said.map(|part| Removed {
            line: part.line,
            text: Clean::from(part.text.trim()).one_line(),
            rule: "footnote".into(),
        }));
    }
    draft.notes.extend(end.note("text"));
    if container.part("word/comments.xml").map_or(true, |comments| comments.is_some_and(|xml| !xml.is_empty())) {
        draft.notes.push(Note::new(NoteKind::File, "the comments on the document's margin were left out"));
    }
    if draft.parts.iter().all(|part| part.text.trim().is_empty()) {
        return Err("there are no words in this document: if it holds pictures of a text, save that text itself".into());
    }
    Ok(draft)
}

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Kind(BlockKind),
    /// A line of a table of contents.
    Contents,
}

/// The styles that say what a paragraph is, by their ids. Their names are English in every language of Word.
fn styles(xml: &str) -> BTreeMap<String, Style> {
    let mut styles = BTreeMap::new();
    let mut id = String::new();
    tokens(xml, |token| {
        let Token::Open(tag) = token else { return };
        match &*tag.name {
            "w:style" => tag.get("w:styleId").unwrap_or_default().clone_into(&mut id),
            "w:name" => {
                if let Some(style) = tag.get("w:val").and_then(style) {
                    styles.insert(id.clone(), style);
                }
            }
            "w:outlineLvl" => {
                styles.entry(id.clone()).or_insert(Style::Kind(BlockKind::Subhead));
            }
            _ => {}
        }
    });
    styles
}

/// What a style of this name, or of this id, makes of a paragraph.
fn style(name: &str) -> Option<Style> {
    let name: String = name.to_lowercase().split_whitespace().collect();
    Some(match &*name {
        "title" => Style::Kind(BlockKind::Headline),
        "subtitle" => Style::Kind(BlockKind::Standfirst),
        "caption" => Style::Kind(BlockKind::Caption),
        "quote" | "intensequote" => Style::Kind(BlockKind::Quotation),
        "listparagraph" => return None,
        _ if name.starts_with("heading") => Style::Kind(BlockKind::Subhead),
        _ if name.starts_with("list") => Style::Kind(BlockKind::Item),
        _ if name.starts_with("toc") => Style::Contents,
        _ => return None,
    })
}

static NO_STYLES: BTreeMap<String, Style> = BTreeMap::new();

struct Walk<'a> {
    styles: &'a BTreeMap<String, Style>,
    parts: Vec<Part>,
    /// The lines of a table of contents.
    contents: Vec<Removed>,
    rows: Rows,
    text: String,
    style: Option<Style>,
    listed: bool,
    /// Whether the words of an element of text follow.
    in_words: bool,
    /// Whether the run is hidden, and how deep the walk is in what is no part of the text.
    hidden: bool,
    passed_over: usize,
    number: u32,
    room: Room,
}

impl Default for Walk<'_> {
    fn default() -> Self {
        Self {
            styles: &NO_STYLES,
            parts: Vec::new(),
            contents: Vec::new(),
            rows: Rows::default(),
            text: String::new(),
            style: None,
            listed: false,
            in_words: false,
            hidden: false,
            passed_over: 0,
            number: 0,
            room: Room::default(),
        }
    }
}

/// Whether what stands in this element is no part of the text: deleted, moved away, or there for old programs.
fn is_passed_over(name: &str) -> bool {
    matches!(name, "w:del" | "w:moveFrom" | "mc:Fallback")
}

impl Walk<'_> {
    fn token(&mut self, token: Token) {
        match token {
            _ if self.room.is_over() => {}
            Token::Open(tag) if is_passed_over(&tag.name) => self.passed_over += 1,
            Token::Close(name) if is_passed_over(&name) => self.passed_over = self.passed_over.saturating_sub(1),
            Token::Open(tag) => self.open(&tag),
            Token::Close(name) => self.close(&name),
            Token::Words(words) => {
                if self.in_words && self.passed_over == 0 && !self.hidden {
                    self.room.take(words.len());
                    self.text.push_str(&words);
                }
            }
        }
    }

    fn open(&mut self, tag: &Tag) {
        match &*tag.name {
            "w:p" => self.end_paragraph(),
            "w:t" => self.in_words = true,
            "w:r" => self.hidden = false,
            "w:vanish" => self.hidden = !matches!(tag.get("w:val"), Some("0" | "false" | "off")),
            "w:tab" => self.text.push('\t'),
            "w:br" | "w:cr" => self.text.push('\n'),
            "w:noBreakHyphen" => self.text.push('\u{2011}'),
            "w:pStyle" => {
                let id = tag.get("w:val").unwrap_or_default();
                self.style = self.styles.get(id).copied().or_else(|| style(id));
            }
            "w:numPr" => self.listed = true,
            "w:tbl" => {
                self.end_paragraph();
                self.rows.open_table();
            }
            "w:tc" => self.rows.open_cell(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "w:p" => self.end_paragraph(),
            "w:t" => self.in_words = false,
            "w:tr" => {
                let row = self.rows.close_row();
                self.parts.extend(row);
            }
            "w:tbl" => {
                let row = self.rows.close_table();
                self.parts.extend(row);
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        let (style, listed) = (self.style.take(), std::mem::take(&mut self.listed));
        if text.trim().is_empty() {
            return;
        }
        self.number += 1;
        self.room.take_one(0);
        let kind = match style {
            Some(Style::Contents) => {
                let text = Clean::from(text.trim()).one_line();
                return self.contents.push(Removed { line: self.number, text, rule: "table of contents".into() });
            }
            Some(Style::Kind(kind)) => kind,
            None if listed => BlockKind::Item,
            None => BlockKind::Paragraph,
        };
        self.parts.extend(self.rows.take(Part::new(kind, text, self.number)));
    }
}
