//! A stretch of the text being chosen, by sentences or by words: one end stays, the other moves.

use super::{Reader, Way};
use crate::model::{Article, Section};
use crate::text::word::words;
use crate::text::{Clean, Span};

/// What a step of the moving end takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A sentence.
    Sentence,
    /// A word; a large step takes a sentence.
    Word,
}

impl Unit {
    /// What moves the moving end, in words.
    pub fn arrows(self) -> &'static str {
        match self {
            Self::Sentence => "the arrows",
            Self::Word => "left and right by a word, up and down by a sentence",
        }
    }
}

/// A stretch of the text between two sentences or words, both inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    unit: Unit,
    fixed: Span,
    moving: Span,
}

impl Range {
    pub(super) fn span(self) -> Span {
        self.fixed.cover(self.moving)
    }

    /// The end that moves.
    pub(super) fn moving(self) -> Span {
        self.moving
    }
}

impl Reader {
    /// Begins a stretch at the chosen sentence, or at the sentence of the chosen line; by the unit it has already, ends it.
    ///
    /// # Errors
    /// Says why there is no sentence to begin at.
    pub fn select(&mut self, unit: Unit) -> Result<(), Clean> {
        if let Some(range) = &mut self.range {
            let same = range.unit == unit;
            range.unit = unit;
            self.range = self.range.filter(|_| !same);
            return Ok(());
        }
        let sentence = self.lit().ok_or("there is no sentence here to begin at")?.sentence;
        let whole = self.briefing.article.sentence(sentence).ok_or("there is no sentence here to begin at")?.span;
        if self.here.focus != Section::Text {
            self.leave();
            self.here.sentence = sentence;
            self.go(Section::Text);
        }
        let first = if unit == Unit::Word { first_word(&self.briefing.article, whole) } else { whole };
        self.range = Some(Range { unit, fixed: first, moving: first });
        Ok(())
    }

    /// Whether a stretch is being chosen.
    pub fn is_selecting(&self) -> bool {
        self.range.is_some()
    }

    /// The stretch that is being chosen.
    pub fn selected(&self) -> Option<Span> {
        self.range.map(Range::span)
    }

    /// Gives the stretch up.
    pub fn end_selecting(&mut self) {
        self.range = None;
    }

    /// Moves the moving end by one unit or, in a `large` step, by a sentence.
    pub fn extend(&mut self, way: Way, large: bool) {
        let article = self.briefing.article.clone();
        let Some(range) = &mut self.range else { return };
        let moved = match range.unit {
            Unit::Sentence => next_sentence(&article, range.moving, way),
            Unit::Word if large => next_sentence(&article, range.moving, way).map(|whole| match way {
                Way::On => last_word(&article, whole),
                Way::Back => first_word(&article, whole),
            }),
            Unit::Word => next_word(&article, range.moving, way),
        };
        range.moving = moved.unwrap_or(range.moving);
        self.follow_moving();
    }

    /// Lets the other end move.
    pub fn swap_ends(&mut self) {
        if let Some(range) = &mut self.range {
            (range.fixed, range.moving) = (range.moving, range.fixed);
        }
        self.follow_moving();
    }

    fn follow_moving(&mut self) {
        let at = self.range.and_then(|range| self.briefing.article.sentence_at(range.moving.start()));
        self.here.sentence = at.unwrap_or(self.here.sentence);
        self.show_lit();
    }
}

/// The sentence after or before the one that holds `span`.
fn next_sentence(article: &Article, span: Span, way: Way) -> Option<Span> {
    let here = article.sentence_at(span.start())?;
    let to = if way == Way::On { here.checked_add(1) } else { here.checked_sub(1) }?;
    article.sentence(to).map(|sentence| sentence.span)
}

/// The word after or before `span`, which is one, in its sentence or the next.
fn next_word(article: &Article, span: Span, way: Way) -> Option<Span> {
    let own = article.sentence(article.sentence_at(span.start())?)?.span;
    let mut inside = words(article.slice(own)).map(|word| word.shift(own.start()));
    let near = match way {
        Way::On => inside.find(|word| word.start() >= span.end()),
        Way::Back => inside.take_while(|word| word.end() <= span.start()).last(),
    };
    near.or_else(|| {
        let other = next_sentence(article, span, way)?;
        Some(if way == Way::On { first_word(article, other) } else { last_word(article, other) })
    })
}

fn first_word(article: &Article, sentence: Span) -> Span {
    words(article.slice(sentence)).next().map_or(sentence, |word| word.shift(sentence.start()))
}

fn last_word(article: &Article, sentence: Span) -> Span {
    words(article.slice(sentence)).last().map_or(sentence, |word| word.shift(sentence.start()))
}
