//! A walk through a Markdown text: each of its blocks is a part, on its line of the file.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::model::{BlockKind, Note, NoteKind, Removed};
use crate::read::draft::{Draft, Part, add};
use crate::read::html;
use crate::read::meta::is_url;
use crate::text::{Clean, Span};

/// So many footnotes are set apart; those behind are paragraphs.
const FOOTNOTES: usize = 50_000;

/// So many addresses of links are told.
const LINKS: usize = 8;

/// The parser keeps a tree that takes up to fifty times the bytes of what it is given, so a longer text is given to it in stretches.
pub(super) const STRETCH: usize = 512 * 1024;

/// The draft of the Markdown at `body` of `text`; a long one is taken in stretches, each of which ends with a paragraph where it can.
pub(super) fn draft(text: &str, body: Span) -> Draft {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut walk = Walk::default();
    let (mut rest, mut above) = (body, line_ends(text.get(..body.start()).unwrap_or_default()));
    while !rest.is_empty() {
        let stretch = Span::new(rest.start(), rest.start() + stretch(rest.of(text)));
        let words = stretch.of(text);
        let starts: Vec<usize> = std::iter::once(0).chain(words.match_indices('\n').map(|(at, _)| at + 1)).collect();
        for (event, range) in Parser::new_ext(words, options).into_offset_iter() {
            let line = above + starts.partition_point(|start| *start <= range.start);
            walk.event(event, u32::try_from(line).unwrap_or(u32::MAX));
        }
        above += line_ends(words);
        rest = Span::new(stretch.end(), rest.end());
    }
    walk.finish()
}

fn line_ends(text: &str) -> usize {
    text.matches('\n').count()
}

/// How much of `text` is parsed together: all of it, else what stands before the last blank line of the first [`STRETCH`], else before its
/// last line, else all of that.
fn stretch(text: &str) -> usize {
    if text.len() <= STRETCH {
        return text.len();
    }
    let head = text.get(..text.floor_char_boundary(STRETCH)).unwrap_or_default();
    let blank = head.rfind("\n\n").map(|at| at + 2);
    blank.or_else(|| head.rfind('\n').map(|at| at + 1)).unwrap_or(head.len())
}

/// A headline that the front matter and the text both have stands once, as the text has it.
pub(super) fn headline_once(draft: &mut Draft) {
    if draft.parts.first().is_some_and(|part| part.kind == BlockKind::Headline) {
        draft.fields.headline = None;
    } else if draft.fields.headline.is_some() {
        for part in draft.parts.iter_mut().filter(|part| part.kind == BlockKind::Headline) {
            part.kind = BlockKind::Subhead;
        }
    }
}

#[derive(Default)]
struct Walk {
    draft: Draft,
    text: String,
    /// The line on which the text began.
    line: u32,
    /// What a heading, a caption or a row of a table says the text is.
    named: Option<BlockKind>,
    quotation: usize,
    item: usize,
    footnote: usize,
    /// The words that stand for pictures, and how deep in them the walk is.
    captions: Vec<Part>,
    picture: usize,
    has_headline: bool,
    /// A block of HTML, as far as it has come, and its first line.
    html: Option<(String, u32)>,
    links: Vec<String>,
    /// How many links there are, those told and the others.
    link_count: usize,
}

impl Walk {
    fn event(&mut self, event: Event<'_>, line: u32) {
        match event {
            Event::Start(tag) => self.start(&tag, line),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.words(&words, line);
            }
            Event::Html(words) => match &mut self.html {
                Some((html, _)) => html.push_str(&words),
                None => self.html = Some((words.into_string(), line)),
            },
            Event::InlineHtml(tag) => {
                if tag.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")) {
                    self.words("\n", line);
                }
            }
            Event::SoftBreak => self.words(" ", line),
            Event::HardBreak => self.words("\n", line),
            Event::Rule => self.flush(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, line: u32) {
        match tag {
            Tag::Link { dest_url, .. } => {
                if is_url(dest_url) {
                    self.link_count += 1;
                    if self.links.len() < LINKS {
                        self.links.push(dest_url.to_string());
                    }
                }
                return;
            }
            Tag::Image { .. } => {
                self.picture += 1;
                self.captions.push(Part::new(BlockKind::Caption, "", line));
                return;
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => return,
            Tag::TableCell => {
                if !self.text.is_empty() {
                    self.text.push_str(" | ");
                }
                return;
            }
            _ => self.flush(),
        }
        match tag {
            Tag::BlockQuote(_) => self.quotation += 1,
            Tag::Item => self.item += 1,
            Tag::FootnoteDefinition(_) => self.footnote += 1,
            Tag::TableHead | Tag::TableRow => self.named = Some(BlockKind::Item),
            Tag::Heading { level, .. } => {
                let first = *level == HeadingLevel::H1 && !self.has_headline;
                self.has_headline |= first;
                self.named = Some(if first { BlockKind::Headline } else { BlockKind::Subhead });
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.line = line,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => {
                self.picture = self.picture.saturating_sub(1);
                return;
            }
            TagEnd::Link
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::TableCell => return,
            TagEnd::HtmlBlock => self.of_html(),
            _ => {}
        }
        self.flush();
        let depth = match tag {
            TagEnd::BlockQuote(_) => &mut self.quotation,
            TagEnd::Item => &mut self.item,
            TagEnd::FootnoteDefinition => &mut self.footnote,
            _ => return,
        };
        *depth = depth.saturating_sub(1);
    }

    fn words(&mut self, words: &str, line: u32) {
        if let Some(caption) = self.captions.last_mut().filter(|_| self.picture > 0) {
            caption.text.push_str(words);
            return;
        }
        if self.text.trim().is_empty() {
            self.text.clear();
            self.line = line;
        }
        self.text.push_str(words);
    }

    /// Ends the part that has begun, and says behind it what its pictures show.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let named = self.named.take();
        if !text.trim().is_empty() {
            let kind = match named {
                Some(named) => named,
                None if self.quotation > 0 => BlockKind::Quotation,
                None if self.item > 0 => BlockKind::Item,
                None => BlockKind::Paragraph,
            };
            self.add(Part::new(kind, text, self.line));
        }
        if self.picture == 0 {
            for caption in std::mem::take(&mut self.captions) {
                if !caption.text.trim().is_empty() {
                    self.add(caption);
                }
            }
        }
    }

    fn of_html(&mut self) {
        let Some((html, line)) = self.html.take() else { return };
        for part in html::parts(&html) {
            self.add(Part { line: line + part.line.saturating_sub(1), ..part });
        }
    }

    fn add(&mut self, part: Part) {
        if self.footnote > 0 && self.draft.removed.len() < FOOTNOTES {
            let text = Clean::from(part.text.trim()).one_line();
            self.draft.removed.push(Removed { line: part.line, text, rule: "footnote".into() });
        } else {
            add(&mut self.draft.parts, part);
        }
    }

    fn finish(mut self) -> Draft {
        self.of_html();
        self.flush();
        if self.link_count > 0 {
            let more = self.link_count - self.links.len();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let what = if self.link_count == 1 { "1 link".to_owned() } else { format!("{} links", self.link_count) };
            self.draft.notes.push(Note::new(NoteKind::File, format!("{what}: {}{more}", self.links.join(" "))));
        }
        self.draft
    }
}
