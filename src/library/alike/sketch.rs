//! The least hash of each bin: how a stream of shingles becomes a few numbers.

use super::hash::mixed;

/// How often an empty bin asks another one. A text of one shingle leaves 135 of 136 bins empty, and one bin in e^30 then
/// finds none.
const TRIES: u64 = 4096;

/// The least of no hashes.
const EMPTY: u64 = u64::MAX;

/// The least hashes of `N` bins, and how many shingles came.
#[derive(Debug)]
pub(super) struct Sketch<const N: usize> {
    /// An empty bin has what no hash of 32 bits reaches.
    least: [u64; N],
    /// How many shingles, up to 65,535.
    pub(super) shingles: u16,
}

impl<const N: usize> Default for Sketch<N> {
    fn default() -> Self {
        Self { least: [EMPTY; N], shingles: 0 }
    }
}

impl<const N: usize> Sketch<N> {
    /// Takes in the hash of one shingle: its upper half chooses the bin, its lower half competes there.
    #[inline]
    pub(super) fn take(&mut self, hash: u64) {
        if let Some(least) = self.least.get_mut(bin::<N>(hash)) {
            *least = (*least).min(hash & u64::from(u32::MAX));
        }
        self.shingles = self.shingles.saturating_add(1);
    }

    /// The hash of the bin at `at`, its low byte first; of an empty one that of the first full one among bins that its number alone chooses, so that two texts
    /// ask the same bins; 0 where no shingle came.
    pub(super) fn filled(&self, at: usize) -> [u8; 8] {
        let full = |bin: usize| self.least.get(bin).copied().filter(|least| *least != EMPTY);
        if self.shingles == 0 {
            return [0; 8];
        }
        let own = full(at);
        let asked = || (0..TRIES).map(|attempt| bin::<N>(mixed((at as u64) << 32 | attempt)));
        let lent = || asked().find_map(full);
        own.or_else(lent).unwrap_or_default().to_le_bytes()
    }
}

/// The bin that the upper half of `hash` chooses, from 0 to `N` - 1.
#[inline]
fn bin<const N: usize>(hash: u64) -> usize {
    (((hash >> 32) * N as u64) >> 32) as usize
}
