//! The different words of a text, numbered as they first appear.
//!
//! Open addressing over the words' own bytes with multiply-shift hashing (Dietzfelbinger et al. 1997), whose multiplier is drawn anew
//! in each process, so that nobody can write a text whose words fall on one slot. The numbers hang on the text alone.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

use crate::text::Span;
use crate::text::fold::lower;

/// A key holds so many bytes of a word as they are; a longer word is compared byte by byte.
const KEY_BYTES: usize = 8;

/// The slots that the table begins with, as a power of two.
const FIRST_BITS: u32 = 9;

/// What makes a lower-case letter of each capital of ASCII among eight, and changes no digit.
const SMALL: u64 = u64::from_ne_bytes([0x20; KEY_BYTES]);

/// The bit that only characters outside ASCII have.
const WIDE: u64 = u64::from_ne_bytes([0x80; KEY_BYTES]);

/// The multiplier: any odd number.
static MULTIPLIER: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(KEY_BYTES) | 1);

/// A word in lower case as a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key {
    bits: u64,
    len: u32,
}

/// A place for a word: its key and its number. Without bytes it is free.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    bits: u64,
    len: u32,
    id: u32,
}

/// Words and their numbers.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Half of them at least are free.
    slots: Vec<Slot>,
    /// Two to the power of this is the number of slots.
    bits: u32,
    multiplier: u64,
    /// All words in lower case, one behind the other.
    text: String,
    /// By number, where each word stands there.
    words: Vec<Span>,
}

impl Key {
    /// The key of the word at `span` of `text`.
    #[inline]
    fn at(text: &str, span: Span, multiplier: u64) -> Self {
        if span.len() > KEY_BYTES {
            return Self::long(text, span, multiplier);
        }
        let used = u64::MAX >> (8 * KEY_BYTES.saturating_sub(span.len()).min(KEY_BYTES - 1));
        let all = eight(text.as_bytes(), span.start()) & used;
        let bits = if all & WIDE == 0 { all | (SMALL & used) } else { folded(span.of(text), multiplier) };
        Self { bits, len: u32::try_from(span.len()).unwrap_or(u32::MAX) }
    }

    /// The key of a word of more bytes than a key holds.
    #[inline(never)]
    fn long(text: &str, span: Span, multiplier: u64) -> Self {
        let word = span.of(text);
        let len = u32::try_from(word.len()).unwrap_or(u32::MAX);
        if !word.is_ascii() {
            return Self { bits: folded(word, multiplier), len };
        }
        let (eights, rest) = word.as_bytes().as_chunks::<KEY_BYTES>();
        let bits = eights.iter().fold(0, |bits, eight| mix(bits, u64::from_le_bytes(*eight) | SMALL, multiplier));
        let used = !u64::MAX.unbounded_shl(8 * u32::try_from(rest.len()).unwrap_or_default());
        let last = eight(rest, 0) | (SMALL & used);
        Self { bits: if rest.is_empty() { bits } else { mix(bits, last, multiplier) }, len }
    }

    fn slot(self, bits: u32, multiplier: u64) -> usize {
        usize::try_from(self.bits.wrapping_mul(multiplier) >> (u64::BITS - bits)).unwrap_or_default()
    }
}

/// The eight bytes of `text` from `at` on, filled up with zeros.
pub(super) fn eight(text: &[u8], at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest.iter().rev().fold(0, |eight, byte| (eight << 8) | u64::from(*byte)),
    }
}

/// The bits of the key of a word that is not of ASCII.
fn folded(word: &str, multiplier: u64) -> u64 {
    let lower: String = word.chars().map(lower).collect();
    let eights = (0..lower.len()).step_by(KEY_BYTES).map(|at| eight(lower.as_bytes(), at));
    eights.fold(0, |bits, eight| mix(bits, eight, multiplier))
}

/// `bits` with eight bytes more; the first eight stay as they are.
fn mix(bits: u64, eight: u64, multiplier: u64) -> u64 {
    bits.wrapping_mul(multiplier).rotate_left(29) ^ eight
}

impl Default for Vocabulary {
    fn default() -> Self {
        let slots = vec![Slot::default(); 1 << FIRST_BITS];
        Self { slots, bits: FIRST_BITS, multiplier: *MULTIPLIER, text: String::new(), words: Vec::new() }
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

    /// How many bytes the word numbered `id` has.
    pub(super) fn bytes(&self, id: u32) -> usize {
        self.words.get(id as usize).map_or(0, |place| place.len())
    }

    /// All words in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|place| place.of(&self.text))
    }

    /// The number of the word at `span` of `text`; a new one if it has none yet.
    #[inline]
    pub(super) fn number(&mut self, text: &str, span: Span) -> u32 {
        let key = Key::at(text, span, self.multiplier);
        self.seek(key, text, span).unwrap_or_else(|free| self.add(free, key, span.of(text)))
    }

    /// The number of `word`; a new one if it has none yet.
    pub(super) fn enter(&mut self, word: &str) -> u32 {
        self.number(word, Span::new(0, word.len()))
    }

    /// The number of `word`, in any case, if it has one.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        let whole = Span::new(0, word.len());
        self.seek(Key::at(word, whole, self.multiplier), word, whole).ok()
    }

    /// The number of the word at `span` of `text`, of which `key` is the key, or the free slot where it would stand.
    #[inline]
    fn seek(&self, key: Key, text: &str, span: Span) -> Result<u32, usize> {
        let mut at = key.slot(self.bits, self.multiplier);
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.len > 0) {
            if slot.bits == key.bits && slot.len == key.len && (span.len() <= KEY_BYTES || self.is(slot.id, span.of(text))) {
                return Ok(slot.id);
            }
            at = self.after(at);
        }
        Err(at)
    }

    /// Whether `word` in lower case is the word numbered `id`; out of the way of the short words, which are most.
    #[inline(never)]
    fn is(&self, id: u32, word: &str) -> bool {
        let lowered = self.word(id);
        lowered.eq_ignore_ascii_case(word) || lowered.chars().eq(word.chars().map(lower))
    }

    #[inline(never)]
    fn add(&mut self, at: usize, key: Key, word: &str) -> u32 {
        let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let start = self.text.len();
        if word.is_ascii() {
            self.text.push_str(word);
            self.text.get_mut(start..).into_iter().for_each(str::make_ascii_lowercase);
        } else {
            self.text.extend(word.chars().map(lower));
        }
        self.words.push(Span::new(start, self.text.len()));
        self.slots.get_mut(at).into_iter().for_each(|free| *free = Slot { bits: key.bits, len: key.len, id });
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        id
    }

    fn grow(&mut self) {
        self.bits += 1;
        let narrow = std::mem::replace(&mut self.slots, vec![Slot::default(); 1 << self.bits]);
        for slot in narrow.into_iter().filter(|slot| slot.len > 0) {
            let mut at = Key { bits: slot.bits, len: slot.len }.slot(self.bits, self.multiplier);
            while self.slots.get(at).is_some_and(|taken| taken.len > 0) {
                at = self.after(at);
            }
            self.slots.get_mut(at).into_iter().for_each(|free| *free = slot);
        }
    }

    /// The slot behind `at`, in a ring.
    fn after(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }
}
