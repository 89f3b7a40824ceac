//! The article laid out: only the rows that are seen, and the arithmetic of scrolling among those that are not.
//!
//! A scroll position is a byte of the text, never a row number, so a new width keeps the sentence where it was.

use std::collections::BTreeMap;

use super::{Mark, Row, Run, Tone, marked, width};
use crate::app::geometry::TEXT_COLUMNS;
use crate::model::{Article, Block, BlockKind};
use crate::text::Span;
use crate::text::wrap::wrap;

/// The columns left of the text, for paragraph numbers.
const GUTTER: u16 = 6;

/// Below this width the gutter goes: the words need the room.
const GUTTER_FROM: u16 = 50;

/// How far items and quotations are set in, behind their mark.
const INDENT: u16 = 2;

/// How many laid-out blocks are kept; a screen shows far fewer.
const KEPT_BLOCKS: usize = 512;

/// The rows of the blocks seen lately, at one width.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    width: u16,
    rows: BTreeMap<usize, Vec<Span>>,
}

/// A row of the article: of a block, its last one empty unless the block is the article's last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    block: usize,
    row: usize,
}

/// An article in a layout; the two are always used together.
#[derive(Debug)]
pub struct Laid<'a> {
    article: &'a Article,
    layout: &'a mut Layout,
}

impl Layout {
    /// This layout of `article`, in an area of `width` columns.
    pub fn of<'a>(&'a mut self, article: &'a Article, width: u16) -> Laid<'a> {
        if self.width != width || self.rows.len() > KEPT_BLOCKS {
            self.rows.clear();
            self.width = width;
        }
        Laid { article, layout: self }
    }

    fn gutter(&self) -> u16 {
        if self.width >= GUTTER_FROM { GUTTER } else { 1 }
    }

    /// How far `block` is set in; not at all where the words need the room.
    fn indent(&self, block: &Block) -> u16 {
        if self.width >= GUTTER_FROM && mark(block.kind, 0).is_some() { INDENT } else { 0 }
    }

    fn columns(&self) -> u16 {
        self.width.saturating_sub(self.gutter() + 1).clamp(1, TEXT_COLUMNS)
    }
}

impl Laid<'_> {
    /// The scroll position `rows` further down (or up, where negative) than `top`, kept within the text.
    pub fn scrolled(&mut self, top: usize, rows: i32, height: u16) -> usize {
        let place = self.place(top);
        let moved = self.step(place, rows);
        let moved = self.offset(moved);
        self.clamped(moved, height)
    }

    /// `top`, moved up where less than a page would follow it.
    pub fn clamped(&mut self, top: usize, height: u16) -> usize {
        let last = self.article.blocks.len().saturating_sub(1);
        let end = Place { block: last, row: self.rows(last).len().saturating_sub(1) };
        let last_top = self.step(end, 1 - i32::from(height.max(1)));
        let last_top = self.offset(last_top);
        top.min(last_top)
    }

    /// The scroll position that shows `span`: `top` where it does already, else one with the span a third down the page.
    pub fn showing(&mut self, span: Span, top: usize, height: u16) -> usize {
        let top = self.clamped(top, height);
        let first = self.place(span.start());
        let last = self.place(span.end().saturating_sub(1).max(span.start()));
        let from = self.place(top);
        let to = self.step(from, i32::from(height) - 1);
        if from <= first && last <= to {
            return top;
        }
        let lead = self.step(first, -i32::from(height / 3));
        let lead = self.offset(lead);
        self.clamped(lead, height)
    }

    /// The part of the text that a page of `height` rows shows from `top` on.
    pub fn seen(&mut self, top: usize, height: u16) -> Span {
        let from = self.place(top);
        let to = self.step(from, i32::from(height.max(1)) - 1);
        let rows = self.rows(to.block);
        let end = rows.get(to.row).or(rows.last()).map_or(0, |row| row.end());
        Span::new(top, end.max(top))
    }

    /// The rows of a page of `height` rows from `top` on, with `marks` shown; rows that `selected` reaches into are the selected
    /// ones.
    pub fn page(&mut self, top: usize, height: u16, marks: &[Mark], selected: Option<Span>) -> Vec<Row> {
        let mut place = self.place(top);
        let mut page = Vec::new();
        while page.len() < usize::from(height) {
            page.push(self.row(place, marks, selected));
            let next = self.step(place, 1);
            if next == place {
                break;
            }
            place = next;
        }
        page
    }

    fn row(&mut self, place: Place, marks: &[Mark], selected: Option<Span>) -> Row {
        let gutter = self.layout.gutter();
        let article = self.article;
        let (Some(span), Some(block)) = (self.rows(place.block).get(place.row).copied(), article.blocks.get(place.block)) else {
            return Row::default();
        };
        let number = block.number.filter(|_| place.row == 0 && gutter == GUTTER).map(|n| {
            let text = n.to_string();
            Run { column: (gutter - 2).saturating_sub(width(&text)), text: text.into(), tone: Tone::Quiet }
        });
        let words = marked(&article.text, span, gutter + self.layout.indent(block), tone(block), marks);
        let mark = mark(block.kind, place.row).filter(|_| self.layout.indent(block) > 0);
        let mark = mark.map(|mark| Run { column: gutter, text: mark.into(), tone: Tone::Quiet });
        Row { runs: number.into_iter().chain(mark).chain(words).collect(), selected: selected.is_some_and(|s| s.overlaps(span)) }
    }

    /// The rows of the block with this index, as places in the text.
    fn rows(&mut self, block: usize) -> &[Span] {
        let article = self.article;
        let indent = article.blocks.get(block).map_or(0, |block| self.layout.indent(block));
        let columns = usize::from(self.layout.columns() - indent);
        self.layout.rows.entry(block).or_insert_with(|| {
            let span = article.blocks.get(block).map_or_else(Span::default, |b| b.span);
            wrap(article.slice(span), columns).into_iter().map(|row| row.shift(span.start())).collect()
        })
    }

    /// The rows of a block with the empty one behind it.
    fn height(&mut self, block: usize) -> usize {
        let gap = usize::from(block + 1 < self.article.blocks.len());
        (self.rows(block).len() + gap).max(1)
    }

    fn place(&mut self, offset: usize) -> Place {
        let block = self.article.blocks.partition_point(|b| b.span.start() <= offset).saturating_sub(1);
        let end = self.article.blocks.get(block).map_or(0, |b| b.span.end());
        let height = self.height(block);
        let rows = self.rows(block);
        let row = if offset >= end { rows.len() } else { rows.partition_point(|row| row.start() <= offset).saturating_sub(1) };
        Place { block, row: row.min(height - 1) }
    }

    fn offset(&mut self, place: Place) -> usize {
        let end = self.article.blocks.get(place.block).map_or(0, |b| b.span.end());
        self.rows(place.block).get(place.row).map_or(end, |row| row.start())
    }

    /// The place `rows` further down, or up where negative; the first or last row where the text ends.
    fn step(&mut self, mut place: Place, rows: i32) -> Place {
        let mut left = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        if rows < 0 {
            while left > place.row && place.block > 0 {
                left -= place.row + 1;
                place.block -= 1;
                place.row = self.height(place.block) - 1;
            }
            place.row -= left.min(place.row);
            return place;
        }
        loop {
            let below = self.height(place.block) - 1 - place.row.min(self.height(place.block) - 1);
            if left <= below {
                place.row += left;
                return place;
            }
            if place.block + 1 >= self.article.blocks.len() {
                place.row += below;
                return place;
            }
            left -= below + 1;
            place = Place { block: place.block + 1, row: 0 };
        }
    }
}

/// What stands before a row of a block that its format sets apart.
fn mark(kind: BlockKind, row: usize) -> Option<&'static str> {
    match kind {
        BlockKind::Quotation => Some("│"),
        BlockKind::Item => Some(if row == 0 { "-" } else { " " }),
        _ => None,
    }
}

fn tone(block: &Block) -> Tone {
    match block.kind {
        BlockKind::Headline | BlockKind::Subhead => Tone::Strong,
        BlockKind::Meta | BlockKind::Caption => Tone::Quiet,
        BlockKind::Standfirst | BlockKind::Paragraph | BlockKind::Item | BlockKind::Quotation => Tone::Body,
    }
}
