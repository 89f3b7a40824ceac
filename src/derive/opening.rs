//! How a term opens, small enough to be kept in a row: most words of a text are told from a term without a look at the term itself.

use super::vocabulary::eight;

/// What the next token may open with, or does: a bit for each letter of ASCII, the digits sharing some of them; one for any other
/// letter, and one for no token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Next(u32);

/// How a term opens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    /// The first bytes of its first token, filled up with zeros.
    first: u64,
    /// The bits of these bytes.
    used: u64,
    /// How many bytes the token has.
    bytes: u32,
    /// What may stand behind it.
    pub(super) next: Next,
    /// Whether the token may go on in any way.
    prefix: bool,
}

impl Next {
    const OTHER: u32 = 1 << 31;
    const NONE: u32 = 1;

    /// What may stand behind the first token of a term whose second opens with `second`; what is not of ASCII is not told apart here.
    pub(super) fn behind(second: Option<u8>) -> Self {
        second.filter(u8::is_ascii).map_or(Self(u32::MAX), |byte| Self(1 << (byte % 32) | Self::OTHER))
    }

    /// What a text has where the next token opens with `byte`.
    pub(super) fn is(byte: Option<u8>) -> Self {
        byte.map_or(Self(Self::NONE), |byte| Self(if byte.is_ascii() { 1 << (byte % 32) } else { Self::OTHER }))
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Opening {
    /// The opening of a term that has `token` first and `next` behind it; as a `prefix` the token may go on in any way.
    pub(super) fn new(token: &str, next: Next, prefix: bool) -> Self {
        let bytes = u32::try_from(token.len()).unwrap_or(u32::MAX);
        let used = !u64::MAX.unbounded_shl(bytes.saturating_mul(u8::BITS));
        Self { first: eight(token.as_bytes(), 0), used, bytes, next, prefix }
    }

    /// Whether the term may open with a word of so many `bytes` that `begin` holds the first of.
    pub(super) fn may_be(&self, begin: u64, bytes: usize) -> bool {
        begin & self.used == self.first && (self.prefix || bytes == self.bytes as usize)
    }

    /// Whether that is all there is to know.
    pub(super) fn is_told(&self) -> bool {
        self.bytes <= u64::BITS / u8::BITS
    }
}
