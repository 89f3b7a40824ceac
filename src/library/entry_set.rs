//! A set of entries as a row of bits: what a search has found, be it one entry or all of a hundred thousand.

use super::EntryId;

/// Entries that are in one set hold one bit each, up to the highest of them.
#[derive(Clone, Debug, Default)]
pub struct EntrySet {
    bits: Vec<u64>,
}

impl EntrySet {
    /// Puts an entry into the set.
    pub fn insert(&mut self, id: EntryId) {
        let (at, bit) = place(id);
        if at >= self.bits.len() {
            self.bits.resize(at + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(at) {
            *bits |= bit;
        }
    }

    /// Whether an entry is in it.
    pub fn has(&self, id: EntryId) -> bool {
        let (at, bit) = place(id);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// Takes all in that are in `other`.
    pub fn add(&mut self, other: &Self) {
        if self.bits.len() < other.bits.len() {
            self.bits.resize(other.bits.len(), 0);
        }
        for (own, other) in self.bits.iter_mut().zip(&other.bits) {
            *own |= other;
        }
    }

    /// Keeps those that are in `other`, or (`not`) those that are not.
    pub fn keep(&mut self, other: &Self, not: bool) {
        let others = other.bits.iter().copied().chain(std::iter::repeat(0));
        for (own, other) in self.bits.iter_mut().zip(others) {
            *own &= if not { !other } else { other };
        }
    }

    /// The entries, by number.
    pub fn iter(&self) -> impl Iterator<Item = EntryId> {
        let of_word = |(at, bits): (u32, &u64)| {
            let bits = *bits;
            (0..u64::BITS).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| EntryId(at * u64::BITS + bit))
        };
        (0..).zip(&self.bits).flat_map(of_word)
    }
}

/// The word that holds an entry's bit, and the bit in it.
fn place(id: EntryId) -> (usize, u64) {
    ((id.0 / u64::BITS) as usize, 1 << (id.0 % u64::BITS))
}

impl FromIterator<EntryId> for EntrySet {
    fn from_iter<I: IntoIterator<Item = EntryId>>(entries: I) -> Self {
        let mut set = Self::default();
        entries.into_iter().for_each(|id| set.insert(id));
        set
    }
}

/// Two sets are equal that hold the same entries.
impl PartialEq for EntrySet {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for EntrySet {}
