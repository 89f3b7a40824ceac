//! What a text says of itself: which block is the headline, which the standfirst, and what byline, dates and addresses say.
//!
//! Only evidence counts. A first paragraph is a standfirst when something stands between it and the body, never because it is
//! short; a date is the article's when it stands in the head or behind a label, never because it occurs.

use super::compose::Seam;
use super::dateline::{Dateline, dateline};
use super::meta::{Meta, Rank, is_url, meta};
use super::names::is_outlet;
use super::shape::{is_prose, is_subhead, is_title, item_mark, words};
use crate::model::{Block, BlockKind, Fields, Note, NoteKind};
use crate::text::{Clean, Span};

/// The blocks among which head and tail are looked for.
const HEAD_BLOCKS: usize = 24;

/// The fewest and the most words of a standfirst.
const STANDFIRST_WORDS: std::ops::RangeInclusive<usize> = 5..=55;

/// Gives those of `blocks` of `text` their kinds that no format gave one, numbers them, and finds the fields that are not known yet.
pub(super) fn settle(text: &Clean, blocks: &mut [Block], seams: &[Seam], known: Fields) -> (Fields, Vec<Note>) {
    let views = blocks.iter().zip(seams).take(HEAD_BLOCKS).map(|(block, seam)| View::new(text, block, *seam)).collect();
    let rank = known.date.map(|_| Rank::Published);
    let mut head = Head { text, blocks, views, fields: known, rank, notes: Vec::new() };
    head.settle();
    (head.fields, head.notes)
}

/// A block of the head as it is judged.
struct View {
    seam: Seam,
    meta: Option<Meta>,
    prose: bool,
}

impl View {
    fn new(text: &str, block: &Block, seam: Seam) -> Self {
        let words = block.span.of(text);
        let meta = if block.kind == BlockKind::Paragraph { meta(words) } else { None };
        Self { seam, prose: block.kind.is_body() && meta.is_none() && is_prose(words), meta }
    }
}

struct Head<'a> {
    text: &'a str,
    blocks: &'a mut [Block],
    views: Vec<View>,
    fields: Fields,
    /// What the date in the fields is the date of.
    rank: Option<Rank>,
    notes: Vec<Note>,
}

impl Head<'_> {
    fn settle(&mut self) {
        let headline = self.headline();
        let from = headline.map_or(0, |at| at + 1);
        let standfirst = headline.and_then(|_| self.standfirst(from));
        let body = self.body(standfirst.map_or(from, |at| at + 1));
        for at in 0..body.unwrap_or(self.views.len()) {
            self.say(at);
        }
        if let Some(body) = body {
            self.asides(from, body);
            self.dateline(body);
        }
        self.tail(body.unwrap_or(self.views.len()));
        self.subheads(body.unwrap_or_default());
        self.number();
    }

    /// The block that its format calls so or that is labelled so; else the first that is not about the article, if it looks like a title and something stands below it.
    fn headline(&mut self) -> Option<usize> {
        if let Some(known) = self.known(BlockKind::Headline) {
            let words = self.words(known);
            self.fields.headline.get_or_insert(words);
            return Some(known);
        }
        let labelled = self.views.iter().position(|v| v.meta.as_ref().is_some_and(|m| m.headline.is_some()));
        if labelled.is_some_and(|at| self.body(0).is_none_or(|body| at < body)) {
            return labelled;
        }
        let at = self.views.iter().position(|v| v.meta.is_none())?;
        let span = self.blocks.get(at).filter(|block| block.kind == BlockKind::Paragraph)?.span;
        let alone = self.blocks.len() == at + 1;
        if alone || self.place(at).is_some() || !is_title(span.of(self.text)) {
            return None;
        }
        self.mark(at, BlockKind::Headline);
        self.fields.headline = Some(Clean::from(span.of(self.text)));
        Some(at)
    }

    /// The block that its format calls so; else the one below the headline, if something tells it from the body.
    fn standfirst(&mut self, from: usize) -> Option<usize> {
        if let Some(known) = self.known(BlockKind::Standfirst) {
            let words = self.words(known);
            self.fields.standfirst.get_or_insert(words);
            return Some(known);
        }
        let at = from + self.views.iter().skip(from).position(|v| v.meta.is_none())?;
        let span = self.blocks.get(at).filter(|block| block.kind == BlockKind::Paragraph)?.span;
        let count = words(span.of(self.text));
        let (view, next) = (self.views.get(at)?, self.views.get(at + 1)?);
        let body = self.body(at + 1)?;
        let body_words = self.blocks.get(body).map_or(0, |b| words(b.span.of(self.text)));
        let between = self.views.get(at + 1..=body)?;
        let set_off = between.iter().any(|v| v.meta.is_some() || v.seam.divided);
        let under_headline = at == from && view.seam.beneath && !next.seam.beneath && count < body_words;
        let fits = STANDFIRST_WORDS.contains(&count) && item_mark(span.of(self.text)).is_none() && self.place(at).is_none();
        if !fits || !(set_off || under_headline || self.place(body).is_some()) {
            return None;
        }
        self.mark(at, BlockKind::Standfirst);
        self.fields.standfirst = Some(Clean::from(span.of(self.text)));
        Some(at)
    }

    /// The first running text at or behind `from`.
    fn body(&self, from: usize) -> Option<usize> {
        self.views.iter().skip(from).position(|v| v.prose).map(|at| from + at)
    }

    /// Takes what the block at `at` says of the article, if that is what it is for.
    fn say(&mut self, at: usize) {
        let Some((block, meta)) = self.blocks.get(at).zip(self.views.get(at).and_then(|v| v.meta.clone())) else { return };
        let (line, base) = (block.line, block.span.start());
        self.mark(at, if meta.headline.is_some() { BlockKind::Headline } else { BlockKind::Meta });
        self.take(&meta, base, line);
    }

    /// Lines in the head that nothing explains: an outlet or a role beneath a byline, or the heading of the first part.
    fn asides(&mut self, from: usize, body: usize) {
        for at in from..body {
            let Some(block) = self.blocks.get(at).filter(|b| b.kind == BlockKind::Paragraph) else { continue };
            let words = block.span.of(self.text);
            if !is_title(words) {
                continue;
            }
            let is_meta = |at: usize| self.blocks.get(at).is_some_and(|b| b.kind == BlockKind::Meta);
            let beneath = |at: usize| self.views.get(at).is_some_and(|v| v.seam.beneath);
            let under = at.checked_sub(1).is_some_and(is_meta);
            let over = is_meta(at + 1);
            if (under && (over || beneath(at))) || (over && beneath(at + 1)) {
                if is_outlet(words) {
                    self.fields.outlet.get_or_insert(Clean::from(words));
                }
                self.mark(at, BlockKind::Meta);
            } else if at + 1 == body && is_subhead(words) {
                self.mark(at, BlockKind::Subhead);
            }
        }
    }

    /// The place that the block at `at` begins with, if that is running text.
    fn place(&self, at: usize) -> Option<Dateline> {
        let block = self.blocks.get(at).filter(|_| self.views.get(at).is_some_and(|v| v.prose))?;
        dateline(block.span.of(self.text))
    }

    fn dateline(&mut self, body: usize) {
        let Some((block, found)) = self.blocks.get(body).zip(self.place(body)) else { return };
        let (line, base) = (block.line, block.span.start());
        let place = found.place.shift(base);
        self.fields.place.get_or_insert(Clean::from(place.of(self.text)));
        self.fields.dateline = Some(place);
        let dates = found.dated.map(|d| (Rank::Updated, d)).into_iter().collect();
        self.take(&Meta { outlet: found.agency, dates, ..Meta::default() }, base, line);
    }

    /// Labelled lines and addresses behind the last running text.
    fn tail(&mut self, body: usize) {
        let first = body.max(self.blocks.len().saturating_sub(HEAD_BLOCKS));
        let mut addresses = Vec::new();
        for at in (first..self.blocks.len()).rev() {
            let Some((span, line)) = self.blocks.get(at).map(|b| (b.span, b.line)) else { continue };
            let words = span.of(self.text);
            match meta(words).filter(|m| m.labelled && m.headline.is_none()) {
                Some(_) if is_url(words) => addresses.push(span),
                Some(meta) => {
                    self.mark(at, BlockKind::Meta);
                    self.take(&meta, span.start(), line);
                }
                None if is_prose(words) => break,
                None => {}
            }
        }
        if let [only] = *addresses {
            self.fields.url.get_or_insert(Clean::from(only.of(self.text)));
        }
    }

    /// Headings inside the body, and addresses that stand alone.
    fn subheads(&mut self, body: usize) {
        for at in body..self.blocks.len() {
            let Some(words) = self.paragraph(at) else { continue };
            if is_url(words) {
                self.mark(at, BlockKind::Meta);
            } else if at > body && is_subhead(words) {
                let above = self.paragraph(at - 1).is_some_and(|t| is_prose(t) || item_mark(t).is_some());
                if above && self.paragraph(at + 1).is_some_and(|t| is_prose(t) || t.ends_with(':')) {
                    self.mark(at, BlockKind::Subhead);
                }
            }
        }
    }

    fn number(&mut self) {
        let mut number = 0;
        for block in self.blocks.iter_mut().filter(|b| b.kind.is_body()) {
            number += 1;
            block.number = Some(number);
        }
    }

    /// Takes what a line at byte `base` says where the fields do not say it yet, or not as well.
    fn take(&mut self, said: &Meta, base: usize, line: u32) {
        let at = |span: Option<Span>| span.map(|s| Clean::from(s.shift(base).of(self.text)));
        let fields = &mut self.fields;
        fields.headline = at(said.headline).or(fields.headline.take());
        fields.byline = fields.byline.take().or(at(said.byline));
        fields.outlet = fields.outlet.take().or(at(said.outlet));
        fields.url = fields.url.take().or(at(said.url));
        for (rank, dated) in &said.dates {
            let span = dated.span.shift(base);
            let words = span.of(self.text);
            let Some(day) = dated.day else {
                let message = format!("\"{words}\" can be read as two days, so it is not taken as the date");
                self.notes.push(Note { line: Some(line), ..Note::new(NoteKind::Date, message) });
                continue;
            };
            if dated.wrong_weekday {
                let message = format!("\"{words}\" names the wrong day of the week; the date is taken as {day}");
                self.notes.push(Note { line: Some(line), ..Note::new(NoteKind::Date, message) });
            }
            if self.rank.is_none_or(|known| *rank < known) {
                fields.date = Some(day.into());
                self.rank = Some(*rank);
            }
        }
    }

    /// The first of the head's blocks that its format calls `kind`.
    fn known(&self, kind: BlockKind) -> Option<usize> {
        self.blocks.iter().take(HEAD_BLOCKS).position(|block| block.kind == kind)
    }

    fn words(&self, at: usize) -> Clean {
        Clean::from(self.blocks.get(at).map_or("", |block| block.span.of(self.text)))
    }

    fn mark(&mut self, at: usize, kind: BlockKind) {
        if let Some(block) = self.blocks.get_mut(at) {
            block.kind = kind;
        }
    }

    /// The words of the block at `at`, if it is a paragraph so far.
    fn paragraph(&self, at: usize) -> Option<&str> {
        self.blocks.get(at).filter(|b| b.kind == BlockKind::Paragraph).map(|b| b.span.of(self.text))
    }
}
