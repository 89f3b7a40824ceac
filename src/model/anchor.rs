//! A place in an article that a line stands for.

use std::fmt;

use crate::text::Span;

/// A sentence and what to light up in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Anchor {
    /// Index into [`Article::sentences`](super::Article::sentences).
    pub sentence: u32,
    /// The part to light up, in the article's text; for a tension whose poles lie in two sentences it reaches into the other.
    pub focus: Span,
}

/// Where a sentence stands, as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reference {
    /// In the headline.
    Headline,
    /// In the standfirst.
    Standfirst,
    /// In another block that is no numbered paragraph (byline, date line, subhead).
    Aside,
    /// Paragraph and sentence in it, both from 1.
    Paragraph(u32, u32),
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Headline => f.pad("head"),
            Self::Standfirst => f.pad("stand"),
            Self::Aside => f.pad("aside"),
            Self::Paragraph(paragraph, sentence) => f.pad(&format!("{paragraph}.{sentence}")),
        }
    }
}
