//! Which terms a word could open: a table of their first bytes, so that each word of a text is compared with few terms.
//!
//! An automaton over all terms meets the same in one pass, but takes milliseconds to build, and the program pays for that at each
//! start; this costs one sort. The table is open addressing with a multiplicative hash (Knuth 1973, 6.4).

use std::ops::Range;

use crate::text::Span;

/// A head has at most this many bytes.
const BYTES: usize = 4;

/// Two to the power of this is the number of bits of the sieve.
const SIEVE_BITS: u32 = 13;

/// The first bytes of a run of letters and digits, filled up with zeros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Head(u32);

/// Where the terms of each head stand in a list sorted by head.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// A bit for each hash that a head has, by its highest bits: most words have none, and go no further.
    sieve: Vec<u64>,
    /// Half of them at least are free: their range is empty. Ranges are held as spans, to keep the table in the nearest cache.
    slots: Vec<(Head, Span)>,
    /// The heads shorter than `BYTES` that may go on in any way, with their lengths: few, so they are tried one by one.
    open: Vec<(Head, usize)>,
}

impl Head {
    /// The head of `run`, which has at least one byte.
    pub(super) fn of(run: &str) -> Self {
        match run.as_bytes().first_chunk::<BYTES>() {
            Some(bytes) => Self(u32::from_be_bytes(*bytes)),
            None => Self(run.bytes().fold(0, |head, byte| (head << 8) | u32::from(byte)) << (8 * (BYTES - run.len()))),
        }
    }

    /// The head of its first bytes.
    fn cut(self, bytes: usize) -> Self {
        Self(self.0 & !(u32::MAX >> (8 * bytes)))
    }

    fn hash(self) -> u32 {
        self.0.wrapping_mul(0x9E37_79B1)
    }

    fn slot(self, slots: usize) -> usize {
        usize::try_from((u64::from(self.hash()) * slots as u64) >> 32).unwrap_or_default()
    }

    /// Its place in the sieve: a word of it, and the bit there.
    fn sieve(self) -> (usize, u64) {
        let bit = self.hash() >> (u32::BITS - SIEVE_BITS);
        ((bit / u64::BITS) as usize, 1 << (bit % u64::BITS))
    }
}

impl Heads {
    /// The table for terms in the order of their heads; for each its head, its first run, and whether the run may go on.
    pub(super) fn new<'a>(terms: impl Iterator<Item = (Head, &'a str, bool)>) -> Self {
        let mut table = Self::default();
        let mut ranges: Vec<(Head, Span)> = Vec::new();
        for (at, (head, run, open)) in terms.enumerate() {
            match ranges.last_mut() {
                Some((last, range)) if *last == head => *range = Span::new(range.start(), at + 1),
                _ => ranges.push((head, Span::new(at, at + 1))),
            }
            if open && run.len() < BYTES && table.open.last() != Some(&(head, run.len())) {
                table.open.push((head, run.len()));
            }
        }
        table.slots = vec![(Head::default(), Span::default()); ranges.len() * 2 + 1];
        table.sieve = vec![0; (1usize << SIEVE_BITS) / u64::BITS as usize];
        for (head, range) in ranges {
            let (at, bit) = head.sieve();
            table.sieve.get_mut(at).into_iter().for_each(|bits| *bits |= bit);
            let slot = table.find(head);
            table.slots.get_mut(slot).into_iter().for_each(|free| *free = (head, range));
        }
        table
    }

    /// Gives `meet` each place where terms stand that could open at `run`, which has at least one byte.
    pub(super) fn of(&self, run: &str, mut meet: impl FnMut(Range<usize>)) {
        let head = Head::of(run);
        if let Some(range) = self.get(head) {
            meet(range);
        }
        for &(open, bytes) in &self.open {
            if bytes < run.len() && head.cut(bytes) == open {
                self.get(open).into_iter().for_each(&mut meet);
            }
        }
    }

    fn get(&self, head: Head) -> Option<Range<usize>> {
        let (at, bit) = head.sieve();
        self.sieve.get(at).filter(|bits| **bits & bit != 0)?;
        self.slots.get(self.find(head)).filter(|(_, range)| !range.is_empty()).map(|(_, range)| range.range())
    }

    /// The slot of `head`, or the free one where it would stand.
    fn find(&self, head: Head) -> usize {
        let mut slot = head.slot(self.slots.len());
        while self.slots.get(slot).is_some_and(|(key, range)| !range.is_empty() && *key != head) {
            slot = (slot + 1) % self.slots.len();
        }
        slot
    }
}
