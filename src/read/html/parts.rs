//! The blocks of a piece of HTML: paragraphs, headings, list items, quotations, captions, in reading order.
//!
//! Only the tags are looked at, one behind the other; no tree is built, so neither nesting nor missing end tags do harm. Nothing is
//! judged: what is no part of an article has to be gone already.

use html5ever::tokenizer::{Tag, TagKind};

use super::tokens::{Walker, walk};
use crate::model::BlockKind;
use crate::read::draft::{Part, add};

/// The parts of `html`, with the line of it on which each begins. Scripts, styles and what browsers do not show are left out.
pub(in crate::read) fn parts(html: &str) -> Vec<Part> {
    let mut walk = walk(html, Walk::default());
    walk.flush();
    walk.parts
}

/// Where a walk through the tags stands.
#[derive(Default)]
struct Walk {
    parts: Vec<Part>,
    text: String,
    /// Whether a line ended with nothing but white space behind it since.
    ended: bool,
    /// The line on which the text began.
    line: u32,
    /// What a heading's or caption's tag says of the text, until its end.
    named: Option<BlockKind>,
    /// How deep in quotations, in list items, and in what is not shown.
    quotation: usize,
    item: usize,
    hidden: usize,
}

impl Walker for Walk {
    fn tag(&mut self, tag: &Tag, _line: u32) {
        let opens = tag.kind == TagKind::StartTag;
        let name = &*tag.name;
        match name {
            "br" => return self.line_end(),
            "img" | "wbr" => return,
            _ if is_inline(name) => return,
            _ => self.flush(),
        }
        let depth = match name {
            "blockquote" => &mut self.quotation,
            "li" | "dd" | "dt" => &mut self.item,
            "script" | "style" | "template" | "title" | "textarea" | "iframe" | "noembed" | "noframes" | "svg" | "select"
            | "button" | "math" | "object" => &mut self.hidden,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.named = opens.then_some(if name == "h1" { BlockKind::Headline } else { BlockKind::Subhead });
                return;
            }
            "figcaption" | "caption" => {
                self.named = opens.then_some(BlockKind::Caption);
                return;
            }
            _ => return,
        };
        *depth = if opens && !tag.self_closing { *depth + 1 } else { depth.saturating_sub(1) };
    }

    fn words(&mut self, words: &str, line: u32) {
        if self.hidden > 0 {
            return;
        }
        if self.text.trim().is_empty() {
            self.text.clear();
            self.line = line;
        }
        self.ended &= words.trim().is_empty();
        self.text.push_str(words);
    }

    fn listens(&self) -> bool {
        self.hidden == 0
    }

    fn is_closed(&self, tag: &Tag) -> bool {
        tag.self_closing
    }
}

impl Walk {
    /// A line end that was asked for; two in a row end a paragraph, as people write them who have no other way.
    fn line_end(&mut self) {
        if self.ended {
            self.flush();
        }
        self.text.push('\n');
        self.ended = true;
    }

    /// Ends the part that has begun.
    fn flush(&mut self) {
        self.ended = false;
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        let kind = match self.named {
            Some(named) => named,
            None if self.quotation > 0 => BlockKind::Quotation,
            None if self.item > 0 => BlockKind::Item,
            None => BlockKind::Paragraph,
        };
        add(&mut self.parts, Part::new(kind, text, self.line));
    }
}

/// Whether a tag stands inside a line of text and does not end it (phrasing content of the HTML standard).
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "meter"
            | "output"
            | "q"
            | "ruby"
            | "rb"
            | "rt"
            | "rp"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
    )
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_tag_without_end_of_attributes_does_no_harm() {
        let attributes: Vec<String> = (0..100_000).map(|number| format!("a{number}=1")).collect();
        let found = parts(&format!("<p {}>The talks resumed.</p>", attributes.join(" ")));
        assert_eq!(found.iter().map(|part| part.text.as_str()).collect::<Vec<_>>(), ["The talks resumed."]);
    }
}
