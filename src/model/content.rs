//! What tells whether two articles are one, wherever they lie and whatever they are called.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// The first eight bytes of the SHA-256 of what an article was read from: the bytes of its file, or its own text where the file holds
/// several. Shown as 16 hexadecimal digits. The default stands for an article that was not read wholly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(pub u64);

impl ContentId {
    /// The id of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).iter().take(8).fold(0, |id, byte| id << 8 | u64::from(*byte)))
    }
}

impl fmt::Display for ContentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for ContentId {
    type Err = std::num::ParseIntError;

    fn from_str(digits: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(digits, 16).map(Self)
    }
}
