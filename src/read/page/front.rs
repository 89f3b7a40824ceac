//! What is kept of a page before and behind the stretch that is the article: headline, standfirst, and what the lines say of it.
//!
//! The headline is the first line near the stretch that could be one and is longer than the names of sections; the standfirst the
//! last sentence behind it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::line::Line;
use crate::read::meta::{Meta, meta};
use crate::read::names::is_outlet;
use crate::read::shape::is_title;

/// How many lines before the stretch and behind it are looked at.
const BEFORE: usize = 24;
const BEHIND: usize = 8;

/// The fewest words of a headline; of one that is found where no other line is so long.
const HEADLINE_WORDS: usize = 4;
const SHORT_HEADLINE_WORDS: usize = 2;

/// The longest standfirst, in words; and from how many words on a line that stands there twice can be one.
const STANDFIRST_WORDS: usize = 59;
const TWICE_WORDS: usize = 14;

/// Tells by its number whether a line is the article's as far as it is known without looking into the stretch.
pub(super) fn front(lines: &[Line<'_>], stretch: &Range<usize>, repeated: &[bool]) -> impl Fn(usize) -> bool + use<> {
    let first = stretch.start.saturating_sub(BEFORE);
    let before: Vec<Near<'_>> = near(lines, first..stretch.start);
    let title = |least: usize| before.iter().find(|near| near.could_be_headline(least)).map(|near| near.at);
    let headline = title(HEADLINE_WORDS).or_else(|| title(SHORT_HEADLINE_WORDS));
    let under = |at: usize| headline.is_none_or(|headline| at > headline);
    let once = |near: &Near<'_>| near.line.words >= TWICE_WORDS || repeated.get(near.at) != Some(&true);
    let standfirst = before.iter().rfind(|near| under(near.at) && near.could_be_standfirst() && once(near)).map(|near| near.at);
    let mut kept: BTreeSet<usize> = headline.into_iter().chain(standfirst).collect();
    kept.extend(before.iter().filter(|near| near.meta.is_some()).map(|near| near.at));
    let outlets = before.iter().filter(|n| n.at > 0 && kept.contains(&(n.at - 1)) && is_outlet(n.line.text) && under(n.at));
    let outlets: Vec<usize> = outlets.map(|near| near.at).collect();
    kept.extend(outlets);
    let behind = near(lines, stretch.end..lines.len().min(stretch.end + BEHIND));
    kept.extend(
        behind.iter().filter(|near| near.meta.as_ref().is_some_and(|m| m.labelled && m.headline.is_none())).map(|near| near.at),
    );
    let stretch = stretch.clone();
    move |at| stretch.contains(&at) || kept.contains(&at)
}

/// A line near the stretch that no rule takes.
struct Near<'a> {
    at: usize,
    line: Line<'a>,
    meta: Option<Meta>,
}

impl Near<'_> {
    fn could_be_headline(&self, least: usize) -> bool {
        let labelled = self.meta.as_ref().is_some_and(|m| m.headline.is_some());
        labelled || self.meta.is_none() && self.line.words >= least && is_title(self.line.text)
    }

    fn could_be_standfirst(&self) -> bool {
        self.meta.is_none() && self.line.is_prose() && self.line.words <= STANDFIRST_WORDS
    }
}

fn near<'a>(lines: &[Line<'a>], at: Range<usize>) -> Vec<Near<'a>> {
    let numbered = at.clone().zip(lines.get(at).unwrap_or_default());
    numbered.filter(|(_, line)| !line.is_cruft()).map(|(at, line)| Near { at, line: *line, meta: meta(line.text) }).collect()
}
