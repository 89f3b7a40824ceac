//! The source text, its fields, its paragraphs and sentences, and what was taken out of it.

use std::ops::Range;

use super::{Anchor, ContentId, Fields, Note, Reference};
use crate::text::{Clean, Span};

/// An article as it was read: one text and places in it.
///
/// The text is what remains when cruft is gone and hard-wrapped lines are joined; blocks are divided by an empty line. Blocks
/// are in text order and disjoint; sentences partition each block but for white space.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// What the article was read from, as shown: a path, or a name for standard input.
    pub origin: Clean,
    /// The beginning of the SHA-256 of the bytes it was read from, in hexadecimal digits, where all of them were read.
    pub hash: Option<Clean>,
    /// What tells it from every other article.
    pub content: ContentId,
    /// The id of the format it was read as, such as `html`.
    pub format: Option<&'static str>,
    /// The text; every span of this article lies in it.
    pub text: Clean,
    /// Headline, standfirst, paragraphs and the rest, in text order.
    pub blocks: Vec<Block>,
    /// All sentences of all blocks, in text order.
    pub sentences: Vec<Sentence>,
    /// What the text and the file say of it.
    pub fields: Fields,
    /// The lines taken out as cruft, in the order of the file.
    pub removed: Vec<Removed>,
    /// What went less than well.
    pub notes: Vec<Note>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// The standfirst.
    Standfirst,
    /// Byline, date line, outlet, address: what the article says of itself.
    Meta,
    /// A heading inside the article.
    Subhead,
    /// A paragraph of the article proper. These and the next two are numbered together.
    Paragraph,
    /// An item of a list that the format sets apart.
    Item,
    /// A paragraph of a quotation that the format sets apart.
    Quotation,
    /// The words beneath a picture.
    Caption,
}

impl BlockKind {
    /// Whether it is of the article proper: numbered, and said by it.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Paragraph | Self::Item | Self::Quotation)
    }

    /// Whether the article speaks in it: in its body or its standfirst.
    pub fn speaks(self) -> bool {
        self.is_body() || self == Self::Standfirst
    }
}

/// A stretch of text set apart from the others.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is.
    pub span: Span,
    /// Its sentences: indexes into [`Article::sentences`].
    pub sentences: Range<u32>,
    /// The paragraph number from 1, for blocks of the body alone.
    pub number: Option<u32>,
    /// The line of the file it begins on, from 1.
    pub line: u32,
}

/// One sentence.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Where it is, without white space at its ends.
    pub span: Span,
    /// Index into [`Article::blocks`].
    pub block: u32,
}

/// A line taken out as cruft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The line of the file, from 1.
    pub line: u32,
    /// What it said.
    pub text: Clean,
    /// The id of the rule that took it.
    pub rule: Clean,
}

impl Article {
    /// The words at `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The sentence with this index.
    pub fn sentence(&self, index: u32) -> Option<&Sentence> {
        self.sentences.get(index as usize)
    }

    /// The block that the sentence with this index stands in.
    pub fn block_of(&self, sentence: u32) -> Option<&Block> {
        self.blocks.get(self.sentence(sentence)?.block as usize)
    }

    /// The index of the sentence that holds the byte at `offset`, or of the last one before it.
    pub fn sentence_at(&self, offset: usize) -> Option<u32> {
        let after = self.sentences.partition_point(|s| s.span.start() <= offset);
        u32::try_from(after.checked_sub(1)?).ok()
    }

    /// Where the sentence with this index stands, as people say it.
    pub fn reference(&self, sentence: u32) -> Reference {
        let Some(block) = self.block_of(sentence) else {
            return Reference::Aside;
        };
        match (block.kind, block.number) {
            (BlockKind::Headline, _) => Reference::Headline,
            (BlockKind::Standfirst, _) => Reference::Standfirst,
            (_, Some(number)) => Reference::Paragraph(number, sentence - block.sentences.start + 1),
            _ => Reference::Aside,
        }
    }

    /// An anchor on the whole sentence with this index.
    pub fn whole(&self, sentence: u32) -> Option<Anchor> {
        Some(Anchor { sentence, focus: self.sentence(sentence)?.span })
    }

    /// The sentences in which the article speaks: standfirst and paragraphs, with their index.
    pub fn spoken(&self) -> impl Iterator<Item = (u32, &Sentence)> {
        (0u32..).zip(&self.sentences).filter(|(_, s)| self.blocks.get(s.block as usize).is_some_and(|b| b.kind.speaks()))
    }
}
