//! What is kept of an article's words to tell a near copy of it: 94 bytes, the least hashes of its shingles in 136 bins.
//!
//! A shingle is a run of four words (Broder 1997). One hash of each chooses a bin and competes to be the least there (one permutation:
//! Li, Owen and Zhang 2012); a bin without any takes that of another, chosen by the bin's own number (optimal densification:
//! Shrivastava 2017). Of the least only the low bits are kept (b-bit: Li and König 2010): 16 in the bins by which copies are looked up, 4
//! in the others, since many short bins err less than few long ones. The share of equal bins is then the share of shingles that two texts
//! have in common. A signature holds no word.

use super::hash::mixed;
use super::sketch::Sketch;
use super::words::{Word, words};
use crate::model::Article;

/// Words in a shingle. Of three, stories told in one mould (results, weather, verdicts) share too many; five lose too much for each word
/// that is changed.
const SHINGLE: usize = 4;

/// Bins of 16 bits, by which copies are looked up.
const LONG: u16 = 16;

/// Bins of 4 bits, two in a byte.
const SHORT: u16 = 120;

/// The long bins as the length of a list.
pub(super) const KEYS: usize = LONG as usize;

/// Bytes of the short ones.
const REST: usize = SHORT as usize / 2;

/// All bins.
const BINS: usize = KEYS + 2 * REST;

/// The fewest shingles of a text that is compared: what is shorter (about two sentences) may be no more than what an outlet puts
/// under everything.
const LEAST: u16 = 40;

/// The share of the shorter text's shingles that must stand in the longer one.
const CONTAINED: f32 = 0.6;

/// The share of the shingles of both that must stand in both: below it too few bins are equal to speak of containment.
const RESEMBLES: f32 = 0.18;

/// The signature of one article's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature {
    /// How many shingles, up to 65,535.
    shingles: u16,
    keys: [u16; KEYS],
    rest: [u8; REST],
}

impl Signature {
    /// The bytes of a signature as it is kept.
    pub const BYTES: usize = 2 + 2 * KEYS + REST;

    /// The signature of the paragraphs, items and quotations of `article`: neither headline nor byline, which every outlet changes.
    pub fn of(article: &Article) -> Self {
        let (mut sketch, mut before, mut at) = (Sketch::<BINS>::default(), [0; SHINGLE - 1], 0);
        for block in article.blocks.iter().filter(|block| block.kind.is_body()) {
            words(article.slice(block.span)).for_each(|Word { hash, .. }| {
                if at >= before.len() {
                    sketch.take(shingle(before, hash));
                }
                at += 1;
                before = [before[1], before[2], hash];
            });
        }
        let nibble = |bin: usize| sketch.filled(bin)[0] & 0xF;
        let long = |bytes: [u8; 8]| u16::from_le_bytes([bytes[0], bytes[1]]);
        Self {
            shingles: sketch.shingles,
            keys: std::array::from_fn(|at| long(sketch.filled(at))),
            rest: std::array::from_fn(|at| nibble(KEYS + 2 * at) | nibble(KEYS + 2 * at + 1) << 4),
        }
    }

    /// Whether the text is long enough to be compared at all.
    pub fn is_comparable(&self) -> bool {
        self.shingles >= LEAST
    }

    /// The share of the shingles of either text that stand in both (Jaccard), from 0 to 1; its standard error is at most 0.05.
    pub fn resemblance(&self, other: &Self) -> f32 {
        let long: u16 = self.keys.iter().zip(&other.keys).map(|(one, other)| u16::from(one == other)).sum();
        let halves = |differing: u8| u8::from(differing << 4 == 0) + u8::from(differing >> 4 == 0);
        let short: u8 = self.rest.iter().zip(&other.rest).map(|(one, other)| halves(one ^ other)).sum();
        // Of 16 short bins that hold different shingles one is equal by chance.
        let fifteenths = (15 * long + 16 * u16::from(short)).saturating_sub(SHORT);
        f32::from(fifteenths) / f32::from(15 * (LONG + SHORT))
    }

    /// The share of the shorter text's shingles that stand in the longer one, from 0 to 1, as it follows from the resemblance.
    pub fn containment(&self, other: &Self) -> f32 {
        let both = self.resemblance(other);
        let (one, other) = (f32::from(self.shingles), f32::from(other.shingles));
        let shared = both / (1.0 + both) * (one + other);
        (shared / one.min(other).max(1.0)).min(1.0)
    }

    /// Whether the two are one story: the shorter one stands in the longer for the most part. It says the same both ways round.
    pub fn is_alike(&self, other: &Self) -> bool {
        self.is_contained(other, CONTAINED)
    }

    /// The same with another share of the shorter text than the one chosen, from 0 to 1.
    pub fn is_contained(&self, other: &Self, share: f32) -> bool {
        let long = self.is_comparable() && other.is_comparable();
        long && self.resemblance(other) >= RESEMBLES && self.containment(other) >= share
    }

    /// The bins by which it is looked up: the number of the bin above its 16 bits.
    pub(super) fn keys(&self) -> impl Iterator<Item = usize> + use<> {
        self.keys.into_iter().enumerate().map(|(at, key)| at << 16 | usize::from(key))
    }

    /// As it is kept: the number of shingles and the bins, each with its low byte first.
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let long = std::iter::once(self.shingles).chain(self.keys).flat_map(u16::to_le_bytes);
        let mut bytes = [0; Self::BYTES];
        bytes.iter_mut().zip(long.chain(self.rest)).for_each(|(kept, byte)| *kept = byte);
        bytes
    }

    /// What [`Signature::to_bytes`] gave. Any bytes are a signature.
    pub fn from_bytes(bytes: &[u8; Self::BYTES]) -> Self {
        let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
        let long = |at: usize| u16::from_le_bytes([byte(2 * at), byte(2 * at + 1)]);
        Self {
            shingles: long(0),
            keys: std::array::from_fn(|at| long(1 + at)),
            rest: std::array::from_fn(|at| byte(2 + 2 * KEYS + at)),
        }
    }
}

/// The hash of a shingle from those of its words, in their order.
#[inline]
fn shingle([first, second, third]: [u64; SHINGLE - 1], fourth: u64) -> u64 {
    mixed(first.rotate_left(48) ^ second.rotate_left(32) ^ third.rotate_left(16) ^ fourth)
}
