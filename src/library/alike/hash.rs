//! Hashes that are the same on every machine and in every run, because they are kept beside the articles.
//!
//! The bytes of a word are taken eight at a time, each time through the finaliser of `SplitMix64`, which makes all bits of the hash from all
//! bits of what goes in. That is not meant to withstand somebody who looks for two texts with one hash: what such a person gains is two
//! articles in one row.

/// The hash of nothing (any number would do; this one is FNV's offset basis).
pub(super) const EMPTY: u64 = 0xCBF2_9CE4_8422_2325;

/// What makes a capital letter of ASCII small, in each of eight bytes; a digit has this bit already.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// All bits of the hash from all bits of `x`: the finaliser of `SplitMix64` (Steele, Lea and Flood 2014).
#[inline]
pub(super) fn mixed(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// The hash of `bytes`.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    eights(bytes, 0)
}

/// The hash of letters and digits of ASCII in lower case.
#[inline]
pub(super) fn hash_small(ascii: &[u8]) -> u64 {
    eights(ascii, SMALL)
}

/// The hash of `bytes`, each of them with the bits of `with`.
#[inline]
fn eights(bytes: &[u8], with: u64) -> u64 {
    let (eights, rest) = bytes.as_chunks::<8>();
    let hash = eights.iter().fold(EMPTY, |hash, eight| mixed(hash ^ (u64::from_le_bytes(*eight) | with)));
    if rest.is_empty() {
        return hash;
    }
    let last = rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte));
    mixed(hash ^ (last | with >> (64 - 8 * rest.len())))
}

#[cfg(test)]
mod tests {
    use super::{hash, hash_small, mixed};

    #[test]
    fn the_published_value() {
        // The first number of SplitMix64 with seed 0.
        assert_eq!(mixed(0x9E37_79B9_7F4A_7C15), 0xE220_A839_7B1D_CDAF);
    }

    #[test]
    fn capitals_are_as_small_letters() {
        for word in ["A", "S400", "ORGANISE", "Organised", "ORGANISATIONS2025x"] {
            assert_eq!(hash_small(word.as_bytes()), hash(word.to_lowercase().as_bytes()));
        }
    }
}
