//! Which entries have a bin in common: chains through the entries of each value of each bin, in flat tables.
//!
//! The table of chains has a place for every value that a bin can have, so nothing is hashed or compared on the way. In a chain those who
//! lead a group stand before the others, so that a search for leaders ends where the first other stands. Entries are numbered from 1 here;
//! 0 is the end of a chain.

use super::signature::{KEYS, Signature};

/// How far a chain is walked, once for leaders and once for others: where more share one value of one bin, it is of words that stand
/// under everything, and says nothing.
const WALK: usize = 256;

/// The chains.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// The first of each chain.
    heads: Vec<u32>,
    /// For each entry the next in each of its chains.
    next: Vec<[u32; KEYS]>,
    /// For each entry whether it leads.
    leads: Vec<bool>,
}

/// Whom to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Those who lead.
    Leaders,
    /// Those who do not.
    Others,
}

/// One chain: the number of a bin above its value.
#[derive(Clone, Copy)]
struct Chain(usize);

impl Chain {
    fn of(signature: &Signature) -> impl Iterator<Item = Self> + use<> {
        signature.keys().map(Self)
    }

    fn bin(self) -> usize {
        self.0 >> 16
    }
}

impl Index {
    /// Puts `entry` into the chains of `signature`: before all others where it leads, else behind the leaders.
    pub(super) fn insert(&mut self, entry: u32, signature: &Signature, leads: bool) {
        self.heads.resize(KEYS << 16, 0);
        let room = self.next.len().max(entry as usize + 1);
        self.next.resize(room, [0; KEYS]);
        self.leads.resize(room, false);
        self.leads.get_mut(entry as usize).into_iter().for_each(|place| *place = leads);
        for chain in Chain::of(signature) {
            let before = if leads { None } else { self.leaders(chain).last() }.unwrap_or(0);
            let next = self.after(chain, before);
            self.set(chain, entry, next);
            self.set(chain, before, entry);
        }
    }

    /// Takes `entry` out of the chains of `signature`.
    pub(super) fn remove(&mut self, entry: u32, signature: &Signature) {
        for chain in Chain::of(signature) {
            let mut before = 0;
            while !matches!(self.after(chain, before), next if next == entry || next == 0) {
                before = self.after(chain, before);
            }
            if self.after(chain, before) == entry {
                self.set(chain, before, self.after(chain, entry));
            }
        }
    }

    /// The entries that have a bin in common with `signature`, each once, by number.
    pub(super) fn sharing(&self, signature: &Signature, wanted: Wanted) -> Vec<u32> {
        let mut found = Vec::new();
        for chain in Chain::of(signature) {
            match wanted {
                Wanted::Leaders => found.extend(self.leaders(chain)),
                Wanted::Others => found.extend(self.walk(chain).skip(self.leaders(chain).count()).take(WALK)),
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The leaders at the beginning of a chain.
    fn leaders(&self, chain: Chain) -> impl Iterator<Item = u32> {
        self.walk(chain).take_while(|&entry| self.leads.get(entry as usize).is_some_and(|leads| *leads)).take(WALK)
    }

    fn walk(&self, chain: Chain) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(self.after(chain, 0)), move |&entry| Some(self.after(chain, entry)))
            .take_while(|&entry| entry != 0)
    }

    /// What stands behind `entry` in a chain; behind 0 its first.
    fn after(&self, chain: Chain, entry: u32) -> u32 {
        let next = || self.next.get(entry as usize).and_then(|next| next.get(chain.bin()));
        let place = if entry == 0 { self.heads.get(chain.0) } else { next() };
        place.copied().unwrap_or(0)
    }

    fn set(&mut self, chain: Chain, entry: u32, next: u32) {
        let own = self.next.get_mut(entry as usize).and_then(|own| own.get_mut(chain.bin()));
        if let Some(place) = if entry == 0 { self.heads.get_mut(chain.0) } else { own } {
            *place = next;
        }
    }
}
