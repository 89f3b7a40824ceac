//! Which blocks of a page are the article.
//!
//! Every block speaks for or against the stretch it stands in, by its length, its end mark and its links; what hints call junk is cut
//! where it is not most of what the page says. The stretch with the largest sum is the article (Kadane), narrowed to the element
//! that holds nearly all of its prose.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::cards::teasers;
use super::hints::Junk;
use super::page::{Block, Node, Page, Role, Set};
use super::witness::Witness;
use crate::read::shape::ends_sentence;

/// The fewest words of a sentence; from how many words on a text without an end mark is prose.
const SENTENCE_WORDS: u32 = 6;
const PROSE_WORDS: u32 = 20;

/// A block of more words than this speaks no louder.
const MOST_WORDS: u32 = 300;

/// From this share on, in hundredths, a block is a link and not a text with links.
const LINKED: u32 = 50;
const ALL_LINKED: u32 = 90;

/// How much of a page's prose what hints call junk may hold and be cut, in hundredths.
const CUT_SHARE: i64 = 40;
const CUT_BESIDE_SHARE: i64 = 60;
const CUT_COMMENTS_SHARE: i64 = 90;

/// How much of the article's prose the element holds that it is narrowed to, in hundredths.
const HOME_SHARE: i64 = 80;

/// How much of the prose an element must hold that is marked as an article, and one that holds the headline, in hundredths.
const BASE_SHARE: i64 = 40;
const TITLED_SHARE: i64 = 20;

/// How much of a block the body of the data has where they speak of the same, in hundredths; the fewest words that say so; and how
/// much more the article may have for the body to be the whole of it, in hundredths.
const COVERED: usize = 60;
const LEAST_HEARD: usize = 30;
const UNHEARD: usize = 40;

/// The fewest words of a caption; fewer are a credit.
const CAPTION_WORDS: u32 = 5;

/// Why a block was left out.
pub(super) type Left = Option<&'static str>;

/// For each block why it is left out, if it is.
///
/// `title` is the block that is the headline.
pub(super) fn choose(page: &Page, title: Option<u32>, witness: Option<&Witness>) -> Vec<Left> {
    let cut = cuts(page, title);
    let weights: Vec<i64> =
        page.blocks.iter().zip(&cut).map(|(block, cut)| if cut.is_some() { -1 } else { weight(block) }).collect();
    let weights = raised(page, weights);
    let stretch = Some(stretch(&weights)).filter(|stretch| !stretch.is_empty()).unwrap_or(0..page.blocks.len());
    let stretch = extended(page, &cut, beneath(&weights, stretch, title));
    let home = home(page, &weights, &stretch, title);
    let mut left: Vec<Left> = cut.iter().map(|junk| junk.map(Junk::id)).collect();
    for (at, (block, left)) in page.blocks.iter().zip(&mut left).enumerate() {
        if left.is_none() {
            *left = if !stretch.contains(&at) || !home.contains(&at) {
                Some("page: outside")
            } else if block.link_share() >= LINKED && block.words < 40 {
                Some("page: links")
            } else {
                None
            };
        }
    }
    if let Some(witness) = witness {
        heard(page, witness, &mut left);
    }
    captions(page, &cut, &mut left);
    left
}

/// Lets in the captions that stand among what was chosen.
fn captions(page: &Page, cut: &[Option<Junk>], left: &mut [Left]) {
    let (Some(first), Some(last)) = (left.iter().position(Option::is_none), left.iter().rposition(Option::is_none)) else {
        return;
    };
    for (at, (block, left)) in page.blocks.iter().zip(left).enumerate() {
        let is_caption = block.set == Set::Caption && cut.get(at) == Some(&Some(Junk::Caption));
        if is_caption && (first..=last).contains(&at) && block.words >= CAPTION_WORDS {
            *left = None;
        }
    }
}

/// Corrects what was chosen by the body that the page's data say, where it is on the page and whole.
fn heard(page: &Page, witness: &Witness, left: &mut [Left]) {
    let covers: Vec<(usize, Option<usize>)> = page.blocks.iter().map(|block| witness.covers(block)).collect();
    let is_hit = |at: usize| {
        covers
            .get(at)
            .is_some_and(|(words, share)| *words >= SENTENCE_WORDS as usize && share.is_some_and(|share| share >= COVERED))
            && page.blocks.get(at).is_some_and(|block| block.link_share() < ALL_LINKED || ends_sentence(block.text.trim()))
    };
    let hits: Vec<usize> = (0..page.blocks.len())
        .filter(|at| is_hit(*at) && page.blocks.get(*at).is_some_and(|block| block.set != Set::Caption))
        .collect();
    let count = |at: usize| covers.get(at).map_or(0, |(words, _)| *words);
    let covered: usize = hits.iter().map(|at| count(*at)).sum();
    let (Some(first), Some(last)) = (hits.first().copied(), hits.last().copied()) else { return };
    if covered * 2 < witness.len() || covered < LEAST_HEARD {
        return;
    }
    let parents: BTreeSet<u32> = hits.iter().filter_map(|at| parent(page, *at)).collect();
    let at_home = |at: usize| parent(page, at).is_some_and(|parent| parents.contains(&parent));
    let more: usize = (0..left.len()).filter(|at| left.get(*at) == Some(&None) && !is_hit(*at) && at_home(*at)).map(count).sum();
    let kept: usize = (0..left.len()).filter(|at| left.get(*at) == Some(&None)).map(count).sum();
    let partial = more * 100 > covered * UNHEARD || covered * 4 < kept;
    for (at, left) in left.iter_mut().enumerate() {
        if is_hit(at) && page.blocks.get(at).is_some_and(|block| block.set != Set::Caption) {
            *left = None;
        } else if !partial && left.is_none() && at >= first {
            let heading = at < last && page.blocks.get(at).is_some_and(|block| matches!(block.set, Set::Heading(_)));
            if !at_home(at) && !heading {
                *left = Some("page: outside");
            }
        }
    }
}

/// The element in which the one of the block at `at` stands.
fn parent(page: &Page, at: usize) -> Option<u32> {
    let block = page.blocks.get(at)?;
    let node = page.nodes.get(block.node as usize)?;
    Some(if block.set == Set::Loose { block.node } else { node.parent })
}

/// How much a block speaks for the stretch it stands in.
fn weight(block: &Block) -> i64 {
    let words = block.words;
    let count = i64::from(words.min(MOST_WORDS));
    match block.set {
        _ if block.link_share() >= LINKED => -4,
        Set::Heading(_) => -1,
        _ if words >= SENTENCE_WORDS && ends_sentence(block.text.trim()) => count,
        _ if words >= PROSE_WORDS => count / 2,
        Set::Item | Set::Cell | Set::Quotation => -1,
        _ => -3,
    }
}

/// For each block the hint by which it is cut.
fn cuts(page: &Page, title: Option<u32>) -> Vec<Option<Junk>> {
    let mut sums = Vec::with_capacity(page.blocks.len() + 1);
    let mut sum = 0;
    sums.push(0);
    for block in &page.blocks {
        sum += weight(block).max(0);
        sums.push(sum);
    }
    let prose = |blocks: &Range<u32>| {
        let at = |at: u32| sums.get(at as usize).copied().unwrap_or_default();
        at(blocks.end) - at(blocks.start)
    };
    // Boxes that look alike are judged together: what holds a long article in many parts is no junk, whatever it is called.
    let mut alike: BTreeMap<(u32, Junk), i64> = BTreeMap::new();
    for node in &page.nodes {
        if let Some(junk) = node.junk.filter(|_| !node.blocks.is_empty()) {
            *alike.entry((node.look, junk)).or_default() += prose(&node.blocks);
        }
    }
    let mut cut: Vec<Option<Junk>> = vec![None; page.blocks.len()];
    let mut until = 0;
    for node in &page.nodes {
        let Some(junk) = node.junk.filter(|_| node.blocks.start >= until && !node.blocks.is_empty()) else { continue };
        let most = match junk {
            Junk::Comments | Junk::Consent => CUT_COMMENTS_SHARE,
            Junk::Navigation | Junk::Aside => CUT_BESIDE_SHARE,
            _ => CUT_SHARE,
        };
        if title.is_some_and(|title| node.blocks.contains(&title)) && prose(&node.blocks) * 100 > sum * TITLED_SHARE {
            continue;
        }
        if alike.get(&(node.look, junk)).copied().unwrap_or_default() * 100 > sum * most {
            continue;
        }
        until = node.blocks.end;
        for cut in cut.iter_mut().take(until as usize).skip(node.blocks.start as usize) {
            *cut = Some(junk);
        }
    }
    for ((cut, block), teaser) in cut.iter_mut().zip(&page.blocks).zip(teasers(page)) {
        if teaser {
            cut.get_or_insert(Junk::Related);
        }
        if block.set == Set::Caption {
            cut.get_or_insert(Junk::Caption);
        }
    }
    cut
}

/// The same with what stands in an element that is marked as an article counted twice.
fn raised(page: &Page, mut weights: Vec<i64>) -> Vec<i64> {
    let mut until = 0;
    for node in page.nodes.iter().filter(|node| node.role != Role::Other) {
        let (from, to) = (node.blocks.start.max(until) as usize, node.blocks.end as usize);
        until = until.max(node.blocks.end);
        for weight in weights.iter_mut().take(to).skip(from).filter(|weight| **weight > 0) {
            *weight *= 2;
        }
    }
    weights
}

/// The neighbours with the largest sum.
fn stretch(weights: &[i64]) -> Range<usize> {
    let (mut best, mut most) = (0..0, 0);
    let (mut from, mut sum) = (0, 0);
    for (at, weight) in weights.iter().enumerate() {
        if sum <= 0 {
            (from, sum) = (at, 0);
        }
        sum += weight;
        if sum > most {
            (best, most) = (from..at + 1, sum);
        }
    }
    best
}

/// The stretch with the paragraphs behind it that stand in the same element as its last one.
fn extended(page: &Page, cut: &[Option<Junk>], stretch: Range<usize>) -> Range<usize> {
    let mut end = stretch.end;
    let last = end.checked_sub(1).and_then(|last| parent(page, last));
    while let Some(block) = page.blocks.get(end).filter(|block| block.set == Set::Paragraph && block.link_share() < LINKED)
        && parent(page, end) == last
        && cut.get(end) == Some(&None)
        && block.words >= SENTENCE_WORDS
    {
        end += 1;
    }
    stretch.start..end
}

/// The stretch without what stands over the headline, where most of it stands beneath.
fn beneath(weights: &[i64], stretch: Range<usize>, title: Option<u32>) -> Range<usize> {
    let Some(title) = title.map(|title| title as usize).filter(|title| stretch.contains(title)) else { return stretch };
    let prose = |range: Range<usize>| weights.get(range).unwrap_or_default().iter().filter(|weight| **weight > 0).sum::<i64>();
    if prose(title..stretch.end) > prose(stretch.start..title) { title..stretch.end } else { stretch }
}

/// The blocks of the smallest element that holds nearly all prose of the stretch.
fn home(page: &Page, weights: &[i64], stretch: &Range<usize>, title: Option<u32>) -> Range<usize> {
    let mut sums = vec![0];
    let mut sum = 0;
    for (at, weight) in weights.iter().enumerate() {
        sum += if stretch.contains(&at) { (*weight).max(0) } else { 0 };
        sums.push(sum);
    }
    if sum == 0 {
        return 0..page.blocks.len();
    }
    let at = |at: u32| sums.get(at as usize).copied().unwrap_or_default();
    let prose = |blocks: &Range<u32>| at(blocks.end) - at(blocks.start);
    let marked = |role| page.nodes.iter().filter(move |node| node.role == role);
    let largest = |role| {
        let most = marked(role).map(|node| prose(&node.blocks)).max().filter(|most| most * 100 >= sum * BASE_SHARE)?;
        marked(role).find(|node| prose(&node.blocks) * 10 >= most * 9)
    };
    let titled = || {
        let title = title?;
        let holds = |node: &&Node| {
            (node.blocks.start..node.blocks.end).contains(&title) && prose(&node.blocks) * 100 >= sum * TITLED_SHARE
        };
        marked(Role::Article).rfind(holds)
    };
    let base = largest(Role::Body).or_else(titled).or_else(|| largest(Role::Article)).or_else(|| largest(Role::Main));
    let (within, all) = base.map_or((0..u32::MAX, sum), |node| (node.blocks.clone(), prose(&node.blocks)));
    let inside = |node: &&Node| node.blocks.start >= within.start && node.blocks.end <= within.end;
    // Elements stand in the order in which they begin, so the last that holds enough is the innermost.
    let home = page.nodes.iter().filter(inside).rfind(|node| prose(&node.blocks) * 100 >= all * HOME_SHARE);
    home.map_or(0..page.blocks.len(), |node| node.blocks.start as usize..node.blocks.end as usize)
}
