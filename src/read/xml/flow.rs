//! The parts of an article that stands in a file as elements: of XHTML or of NITF, whose names for the same things hardly differ.
//!
//! Elements that neither knows stand inside a line of text, as browsers have it.

use super::super::carried;
use super::super::draft::{Part, add};
use super::Node;
use crate::model::BlockKind;

/// The parts inside `node`, in reading order.
pub(in crate::read) fn parts(node: Node<'_>) -> Vec<Part> {
    if node.within().next().is_none() {
        return carried::parts(&node.text(), node.line());
    }
    let mut walk = Walk::default();
    walk.inside(node, BlockKind::Paragraph);
    walk.flush(BlockKind::Paragraph);
    walk.parts
}

#[derive(Default)]
struct Walk {
    parts: Vec<Part>,
    text: String,
    /// The line on which the text began.
    line: u32,
    /// Whether a line ended with nothing but white space behind it since.
    ended: bool,
}

impl Walk {
    fn inside(&mut self, node: Node<'_>, kind: BlockKind) {
        for child in node.children() {
            match (child.words(), child.name()) {
                (Some(words), _) => self.words(words, child.line()),
                (None, "br") => self.line_end(kind),
                (None, name) if is_hidden(name) => {}
                (None, "pre") => {
                    self.flush(kind);
                    self.parts.extend(carried::plain(&child.text(), child.line()));
                }
                (None, name) => {
                    let Some(inner) = block(name, kind) else {
                        self.inside(child, kind);
                        // The cells of a row stand beside one another.
                        self.text.push_str(if matches!(name, "td" | "th") { " " } else { "" });
                        continue;
                    };
                    self.flush(kind);
                    self.inside(child, inner);
                    self.flush(inner);
                }
            }
        }
    }

    fn words(&mut self, words: &str, line: u32) {
        let bare = words.trim_start();
        if self.text.trim().is_empty() {
            self.text.clear();
            let above = words.get(..words.len() - bare.len()).unwrap_or_default().matches('\n').count();
            self.line = line.saturating_add(u32::try_from(above).unwrap_or_default());
        }
        self.ended &= bare.is_empty();
        self.text.push_str(words);
    }

    /// A line end that was asked for; two in a row end a paragraph.
    fn line_end(&mut self, kind: BlockKind) {
        if self.ended {
            self.flush(kind);
        }
        self.text.push('\n');
        self.ended = true;
    }

    /// Ends the part that has begun.
    fn flush(&mut self, kind: BlockKind) {
        self.ended = false;
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            add(&mut self.parts, Part::new(kind, text, self.line));
        }
    }
}

/// What the words inside an element are that ends the line it stands in, inside words of another kind; `None` for one that does not.
fn block(name: &str, around: BlockKind) -> Option<BlockKind> {
    Some(match name {
        "h1" | "hl1" => BlockKind::Headline,
        "h2" | "h3" | "h4" | "h5" | "h6" | "hl2" => BlockKind::Subhead,
        "li" | "dd" | "dt" => BlockKind::Item,
        "blockquote" | "bq" => BlockKind::Quotation,
        "figcaption" | "caption" | "media-caption" => BlockKind::Caption,
        "byline" | "dateline" | "note" | "distributor" => BlockKind::Meta,
        "p" | "div" | "block" | "section" | "article" | "main" | "header" | "footer" | "aside" | "figure" | "media" | "ul"
        | "ol" | "dl" | "table" | "thead" | "tbody" | "tr" | "body" | "html" | "address" | "hr" | "fn" | "hedline"
        | "abstract" | "credit" | "datasource" | "tagline" | "bibliography" | "nitf" | "body.head" | "body.content"
        | "body.end" | "DataContent" => around,
        _ => return None,
    })
}

/// Whether an element holds nothing that is read.
fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "template"
            | "iframe"
            | "object"
            | "svg"
            | "media-reference"
            | "media-metadata"
            | "media-object"
            | "media-producer"
            | "nitf-table-metadata"
            | "nitf-col"
            | "docdata"
    )
}
