//! The different words of a text, numbered as they first appear.
//!
//! Open addressing with a multiplicative hash (Knuth 1973, 6.4) over the words' own bytes. The numbers hang on the text alone, never
//! on the hash.

use crate::text::Span;
use crate::text::fold::lower;

/// A key holds so many bytes of a word as they are; a longer word is compared byte by byte.
const KEY_BYTES: usize = 8;

/// The slots that the table begins with, as a power of two.
const FIRST_BITS: u32 = 9;

/// A word in lower case as a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key {
    bits: u64,
    len: u32,
}

/// Words and their numbers.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Half of them at least are free: their keys have no bytes.
    slots: Vec<(Key, u32)>,
    /// Two to the power of this is the number of slots.
    bits: u32,
    /// All words in lower case, one behind the other.
    text: String,
    /// By number, where each word stands there.
    words: Vec<Span>,
}

impl Key {
    /// The key of a word of `len` bytes, whose bytes in lower case were taken into `bits` one by one by [`mix`].
    pub(super) fn new(bits: u64, len: usize) -> Self {
        Self { bits, len: u32::try_from(len).unwrap_or(u32::MAX) }
    }

    /// The key of a word in lower case.
    fn of(word: &str) -> Self {
        Self::new(word.bytes().fold(0, mix), word.len())
    }

    fn slot(self, bits: u32) -> usize {
        let mixed = self.bits.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::try_from(mixed >> (u64::BITS - bits)).unwrap_or_default()
    }
}

/// `bits` with one byte more.
#[inline]
pub(super) fn mix(bits: u64, byte: u8) -> u64 {
    bits.rotate_left(8) ^ u64::from(byte)
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self { slots: vec![Default::default(); 1 << FIRST_BITS], bits: FIRST_BITS, text: String::new(), words: Vec::new() }
    }
}

impl Vocabulary {
    /// How many words there are; their numbers are below.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word numbered `id`, in lower case.
    pub(super) fn word(&self, id: u32) -> &str {
        self.words.get(id as usize).map_or("", |place| place.of(&self.text))
    }

    /// All words in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|place| place.of(&self.text))
    }

    /// The number of `word`, of which `key` is the key; a new one if it has none yet.
    pub(super) fn number(&mut self, key: Key, word: &str) -> u32 {
        let mut at = key.slot(self.bits);
        while let Some(&(known, id)) = self.slots.get(at).filter(|(known, _)| known.len > 0) {
            if known == key && (word.len() <= KEY_BYTES || is_lower_case_of(self.word(id), word)) {
                return id;
            }
            at = self.after(at);
        }
        self.add(at, key, word)
    }

    /// The number of a word in lower case; a new one if it has none yet.
    pub(super) fn enter(&mut self, word: &str) -> u32 {
        self.number(Key::of(word), word)
    }

    /// The number of a word in lower case, if it has one.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        let key = Key::of(word);
        let mut at = key.slot(self.bits);
        while let Some(&(known, id)) = self.slots.get(at).filter(|(known, _)| known.len > 0) {
            if known == key && self.word(id) == word {
                return Some(id);
            }
            at = self.after(at);
        }
        None
    }

    fn add(&mut self, at: usize, key: Key, word: &str) -> u32 {
        let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let start = self.text.len();
        self.text.extend(word.chars().map(lower));
        self.words.push(Span::new(start, self.text.len()));
        self.slots.get_mut(at).into_iter().for_each(|free| *free = (key, id));
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        id
    }

    fn grow(&mut self) {
        self.bits += 1;
        let narrow = std::mem::replace(&mut self.slots, vec![Default::default(); 1 << self.bits]);
        for (key, id) in narrow.into_iter().filter(|(key, _)| key.len > 0) {
            let mut at = key.slot(self.bits);
            while self.slots.get(at).is_some_and(|(taken, _)| taken.len > 0) {
                at = self.after(at);
            }
            self.slots.get_mut(at).into_iter().for_each(|free| *free = (key, id));
        }
    }

    /// The slot behind `at`, in a ring.
    fn after(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }
}

fn is_lower_case_of(lowered: &str, word: &str) -> bool {
    lowered.eq_ignore_ascii_case(word) || lowered.chars().eq(word.chars().map(lower))
}
