//! Which entries have a bin in common: chains through the entries of each value of each bin, in flat tables.
//!
//! The table of chains has a place for every value that a bin can have, so nothing is hashed or compared on the way. Those who lead a group and
//! the others are in chains of their own, so that a search for leaders meets no other. Entries are numbered from 1 here; 0 is the end
//! of a chain.

use super::signature::{KEYS, Signature};

/// So many entries are met in one search, those of the shortest chains first: a value that many share is of words that stand under everything, and
/// says least. Where stories are told in one mould, all chains are long, and no entry is to cost a walk through a library.
const MET: usize = 64;

/// The chains.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    leaders: Chains,
    others: Chains,
    /// For each entry the next in each of its chains.
    next: Vec<[u32; KEYS]>,
    /// For each entry the one before it in each of its chains.
    before: Vec<[u32; KEYS]>,
    /// For each entry whether it leads.
    leads: Vec<bool>,
}

/// The chains of those who lead, or of the others.
#[derive(Clone, Debug, Default)]
struct Chains {
    /// The first of each.
    heads: Vec<u32>,
    /// How many are in each; one that had 255 counts as having them from then on.
    lengths: Vec<u8>,
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

impl Chains {
    fn head(&self, chain: Chain) -> u32 {
        self.heads.get(chain.0).copied().unwrap_or(0)
    }

    fn length(&self, chain: Chain) -> u8 {
        self.lengths.get(chain.0).copied().unwrap_or(0)
    }

    fn set_head(&mut self, chain: Chain, entry: u32, longer: bool) {
        if self.heads.is_empty() {
            // Not `resize`, which writes to all of it: of what comes empty from the system only what is written to is memory.
            (self.heads, self.lengths) = (vec![0; KEYS << 16], vec![0; KEYS << 16]);
        }
        if let Some(head) = self.heads.get_mut(chain.0) {
            *head = entry;
        }
        if let Some(length) = self.lengths.get_mut(chain.0).filter(|length| **length < u8::MAX) {
            *length = if longer { length.saturating_add(1) } else { length.saturating_sub(1) };
        }
    }
}

impl Index {
    /// Puts `entry` into the chains of `signature`.
    pub(super) fn insert(&mut self, entry: u32, signature: &Signature, leads: bool) {
        let room = self.next.len().max(entry as usize + 1);
        self.next.resize(room, [0; KEYS]);
        self.before.resize(room, [0; KEYS]);
        self.leads.resize(room, false);
        if let Some(own) = self.leads.get_mut(entry as usize) {
            *own = leads;
        }
        let wanted = if leads { Wanted::Leaders } else { Wanted::Others };
        for chain in Chain::of(signature) {
            let head = self.chains(wanted).head(chain);
            set(&mut self.next, chain, entry, head);
            set(&mut self.before, chain, entry, 0);
            set(&mut self.before, chain, head, entry);
            self.chains_mut(wanted).set_head(chain, entry, true);
        }
    }

    /// Takes `entry` out of the chains of `signature`, if it is in them.
    pub(super) fn remove(&mut self, entry: u32, signature: &Signature) {
        let leads = self.leads.get(entry as usize).is_some_and(|leads| *leads);
        let wanted = if leads { Wanted::Leaders } else { Wanted::Others };
        for chain in Chain::of(signature) {
            let (before, after) = (get(&self.before, chain, entry), get(&self.next, chain, entry));
            let head = self.chains(wanted).head(chain);
            if head != entry && before == 0 {
                continue;
            }
            set(&mut self.next, chain, before, after);
            set(&mut self.before, chain, after, before);
            self.chains_mut(wanted).set_head(chain, if head == entry { after } else { head }, false);
            set(&mut self.next, chain, entry, 0);
            set(&mut self.before, chain, entry, 0);
        }
    }

    /// Entries that have a bin in common with `signature`, each once, by number: all of them, but where they are more than 64, those of the
    /// shortest chains.
    pub(super) fn sharing(&self, signature: &Signature, wanted: Wanted) -> Vec<u32> {
        let chains = self.chains(wanted);
        let mut own: Vec<(u8, usize)> = Chain::of(signature).map(|chain| (chains.length(chain), chain.0)).collect();
        own.sort_unstable();
        let mut found: Vec<u32> = own.into_iter().flat_map(|(_, chain)| self.walk(wanted, Chain(chain))).take(MET).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn chains(&self, wanted: Wanted) -> &Chains {
        if wanted == Wanted::Leaders { &self.leaders } else { &self.others }
    }

    fn chains_mut(&mut self, wanted: Wanted) -> &mut Chains {
        if wanted == Wanted::Leaders { &mut self.leaders } else { &mut self.others }
    }

    fn walk(&self, wanted: Wanted, chain: Chain) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(self.chains(wanted).head(chain)), move |&entry| Some(get(&self.next, chain, entry)))
            .take_while(|&entry| entry != 0)
    }
}

/// What `links` say of `entry` in a chain.
fn get(links: &[[u32; KEYS]], chain: Chain, entry: u32) -> u32 {
    links.get(entry as usize).and_then(|own| own.get(chain.bin())).copied().unwrap_or(0)
}

/// Lets them say so; of 0, which is no entry, nothing is said.
fn set(links: &mut [[u32; KEYS]], chain: Chain, entry: u32, to: u32) {
    if let Some(place) = links.get_mut(entry as usize).filter(|_| entry != 0).and_then(|own| own.get_mut(chain.bin())) {
        *place = to;
    }
}
