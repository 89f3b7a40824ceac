//! What stands over the body of a page's article: the heading that is its headline, and the standfirst.

use super::choose::Left;
use super::page::{Page, Set};
use super::title::agree;

/// How many blocks the standfirst stands behind the headline, or before the body, at most.
const NEAR: usize = 16;

/// The fewest and the most words of a standfirst.
const WORDS: std::ops::RangeInclusive<u32> = 4..=90;

/// The block that is the headline: the first of the highest heading that agrees with it.
pub(super) fn title(page: &Page, headline: &str) -> Option<u32> {
    let fits = |level: u8| page.blocks.iter().position(|block| block.set == Set::Heading(level) && agree(&block.text, headline));
    (1..=3).find_map(fits).and_then(|at| u32::try_from(at).ok())
}

/// The block that is the standfirst, if it is told by its name or by what the page says is its description.
pub(super) fn standfirst(page: &Page, title: Option<u32>, left: &[Left], described: &[String]) -> Option<usize> {
    let body = left.iter().position(Option::is_none)?;
    let title = title.map(|title| title as usize);
    let from = title.filter(|title| *title <= body).unwrap_or_else(|| body.saturating_sub(NEAR / 2));
    let until = left.len().min(body + 1).min(from + NEAR);
    (from..until).find(|&at| {
        let Some(block) = page.blocks.get(at).filter(|block| Some(at) != title && WORDS.contains(&block.words)) else {
            return false;
        };
        let named = page.around(block.node).take(3).any(|(_, node)| node.standfirst && node.blocks.end - node.blocks.start <= 2);
        let is_described = || described.iter().any(|described| same(&block.text, described));
        block.link_share() < 50 && block.set != Set::Caption && (named || at < body && is_described())
    })
}

/// Whether one text is the other, or its beginning.
fn same(one: &str, other: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).take(120).flat_map(char::to_lowercase).collect::<String>();
    let (one, other) = (letters(one), letters(other));
    one.len() >= 20 && other.len() >= 20 && (one.starts_with(&other) || other.starts_with(&one))
}
