//! Teasers: small boxes that look alike and open with a link to another story.
//!
//! One such box may be anything; from three of one look on, what stands in them is other stories, however much it reads like prose.

use std::collections::BTreeMap;

use super::page::{Block, Page, Set};

/// From so many boxes of one look on they are teasers.
const ALIKE: usize = 3;

/// The most stretches of text in a teaser.
const MOST_BLOCKS: u32 = 8;

/// The most of them that are more than a line, and from how many words on they are.
const MOST_TEXTS: usize = 2;
const TEXT_WORDS: u32 = 12;

/// The fewest bytes of a link that a teaser opens with: fewer are a name or a place.
const TITLE_BYTES: u32 = 16;

/// For each block whether it stands in a teaser.
pub(super) fn teasers(page: &Page) -> Vec<bool> {
    let mut alike: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, node) in page.nodes.iter().enumerate() {
        let size = node.blocks.end - node.blocks.start;
        let blocks = || page.blocks.get(node.blocks.start as usize..node.blocks.end as usize).unwrap_or_default();
        if (1..=MOST_BLOCKS).contains(&size)
            && opens_with_link(blocks())
            && blocks().iter().filter(|block| block.words >= TEXT_WORDS).count() <= MOST_TEXTS
        {
            alike.entry(node.look).or_default().push(at);
        }
    }
    let mut found = vec![false; page.blocks.len()];
    for nodes in alike.values().filter(|nodes| nodes.len() >= ALIKE) {
        for node in nodes.iter().filter_map(|at| page.nodes.get(*at)) {
            for found in found.iter_mut().take(node.blocks.end as usize).skip(node.blocks.start as usize) {
                *found = true;
            }
        }
    }
    found
}

/// Whether a title that is a link stands above everything else, labels aside; or a text that is set in no paragraph begins with one.
fn opens_with_link(blocks: &[Block]) -> bool {
    let is_title = |block: &&Block| block.opening >= TITLE_BYTES && block.opening * 5 >= block.bytes;
    let Some(at) = blocks.iter().take(3).position(|block| is_title(&block)) else { return false };
    let goes_on = |block: &Block| block.opening < block.bytes && block.set != Set::Paragraph;
    at + 1 < blocks.len() || blocks.get(at).is_some_and(goes_on)
}
